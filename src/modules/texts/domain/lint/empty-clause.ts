import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const emptyClause: Rule = {
  name: 'empty-clause',
  level: 'warning',
  explanation: 'A label stands without words: the clause was emptied, not deleted, or is still to be written.',
  text: ({ clauses }) =>
    clauses
      .filter(({ clause, words }) => words.trim() === '' && clause.children.length === 0 && clause.label.after !== '')
      .map(({ clause }) => ({ lines: lineRange(clause.line), message: `${clause.label.after ?? ''} has no words.` })),
};
