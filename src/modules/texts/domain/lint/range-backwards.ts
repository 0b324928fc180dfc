import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

const dashed = /(?<![\w/.-])((?:19|20)\d\d)\s?[-–‑]\s?((?:19|20)\d\d)(?![\w/-])/gu;
const worded = /\bfrom\s((?:19|20)\d\d)\sto\s((?:19|20)\d\d)\b/giu;

export const rangeBackwards: Rule = {
  name: 'range-backwards',
  level: 'warning',
  explanation: 'A period ends before it begins: the two years were exchanged, or one of them is a slip.',
  text: ({ clauses, guessed }) =>
    clauses.flatMap(({ clause, words }) => {
      if (guessed.has(clause.line)) return [];
      const odd = [...words.matchAll(dashed), ...words.matchAll(worded)].find(
        ([, from, to]) => Number(from) > Number(to),
      );
      return odd === undefined
        ? []
        : [{ lines: lineRange(clause.line), message: `"${odd[0]}" ends before it begins.` }];
    }),
};
