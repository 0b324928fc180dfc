import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

const bracketed = /\[([^[\]]{1,400})\]/gu;
/** "[XYZ-1]" is a working number; "[sic]", "[…]" are remarks. */
const noText = /^(?:image:.*|[A-Z]{2,8}(?:[-‑ /]?\w{1,6})?|sic|…|\.{2,3}|\d{1,3})$/u;

export const squareBracketsLeft: Rule = {
  name: 'square-brackets-left',
  level: 'info',
  explanation:
    'Words stand in square brackets: they were not agreed when the text was written, and cannot be adopted so.',
  text: ({ clauses, proposed }) =>
    clauses.flatMap(({ clause, words, inAnnex }) => {
      // An annex that is proposed alone is read as a plan, which tells of its own brackets.
      if (inAnnex && proposed.sections.length === 0) return [];
      const inside = [...words.matchAll(bracketed)].flatMap(([, content = '']) =>
        noText.test(content.trim()) ? [] : [content],
      );
      const [first] = inside;
      return first === undefined ? [] : [{ lines: lineRange(clause.line), message: `Not agreed: "[${first}]".` }];
    }),
};
