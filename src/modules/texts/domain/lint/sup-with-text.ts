import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const supWithText: Rule = {
  name: 'sup-with-text',
  level: 'info',
  explanation: 'A proposal to suppress a text prints that text; heading, title and reasons are enough.',
  proposal: ({ proposal: { action, reference, text } }) => {
    const first = text?.sections.find(({ clauses }) => clauses.length > 0);
    return action === 'SUP' && first !== undefined
      ? [{ lines: lineRange(first.line), message: `${reference} suppresses the text and prints its clauses.` }]
      : [];
  },
};
