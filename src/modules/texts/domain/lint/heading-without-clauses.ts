import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const headingWithoutClauses: Rule = {
  name: 'heading-without-clauses',
  level: 'warning',
  explanation:
    'A heading such as "instructs the Secretary-General" has no clause under it: the heading should go as well, or the clause was lost.',
  text: ({ proposed }) =>
    proposed.sections
      .filter(({ heading, clauses }) => heading !== null && clauses.length === 0)
      .map(({ heading, line }) => ({ lines: lineRange(line), message: `Nothing stands under "${heading ?? ''}".` })),
};
