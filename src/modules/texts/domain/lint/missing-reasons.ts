import { linesOfCode } from './code-line.ts';
import type { Rule } from './rule.ts';

export const missingReasons: Rule = {
  name: 'missing-reasons',
  level: 'warning',
  explanation: 'Proposals to suppress a text or to leave it unchanged need reasons; this one gives none.',
  proposal: ({ proposal: { action, reference, parts }, printed }) => {
    const reasoned = printed === null ? parts.reasons !== null : printed.bounds.reasoned;
    return (action === 'NOC' || action === 'SUP') && !reasoned
      ? [{ lines: linesOfCode(printed), message: `${action} needs reasons; ${reference} gives none.` }]
      : [];
  },
};
