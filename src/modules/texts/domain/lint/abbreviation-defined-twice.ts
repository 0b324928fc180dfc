import { definitionsIn } from './abbreviations.ts';
import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const abbreviationDefinedTwice: Rule = {
  name: 'abbreviation-defined-twice',
  level: 'info',
  explanation: 'An abbreviation is explained a second time in one text; after the first time it can stand alone.',
  text: (text) => {
    const seen = new Map<string, number>();
    return definitionsIn(text).flatMap(({ abbreviation, line }) => {
      const first = seen.get(abbreviation);
      seen.set(abbreviation, first ?? line);
      return first === undefined || first === line
        ? []
        : [{ lines: lineRange(line), message: `"${abbreviation}" is explained already in line ${first}.` }];
    });
  },
};
