import { linesOfCode } from './code-line.ts';
import type { Rule } from './rule.ts';

export const textMissing: Rule = {
  name: 'text-missing',
  level: 'warning',
  explanation: 'A modification or a new text is proposed, and no text follows.',
  proposal: ({ proposal: { action, reference, text }, printed }) => {
    const hasWords = text !== null && (text.sections.length > 0 || text.annexes.length > 0);
    return (action === 'MOD' || action === 'ADD') && !hasWords
      ? [{ lines: linesOfCode(printed), message: `${reference} proposes a text and gives none.` }]
      : [];
  },
};
