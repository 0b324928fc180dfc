import { definitionsIn, type Definition } from './abbreviations.ts';
import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

/** Endings differ where the meaning does not: "technology", "technologies". */
function stems({ words }: Definition): string {
  return words
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 5))
    .join(' ');
}

export const abbreviationTwoMeanings: Rule = {
  name: 'abbreviation-two-meanings',
  level: 'warning',
  explanation:
    'One abbreviation is explained in two ways in a text, so that nobody can tell which is meant where it stands alone.',
  text: (text) => {
    const seen = new Map<string, Definition>();
    return definitionsIn(text).flatMap((definition) => {
      const { abbreviation, words, line } = definition;
      const first = seen.get(abbreviation);
      if (first === undefined) seen.set(abbreviation, definition);
      return first === undefined || stems(first) === stems(definition)
        ? []
        : [
            {
              lines: lineRange(line),
              message: `"${abbreviation}" is "${words}" here and "${first.words}" in line ${first.line}.`,
            },
          ];
    });
  },
};
