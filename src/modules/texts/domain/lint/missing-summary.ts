import { linesOfCode } from './code-line.ts';
import type { Rule } from './rule.ts';

export const missingSummary: Rule = {
  name: 'missing-summary',
  level: 'info',
  explanation: 'A proposal has no summary, though most of its contribution have.',
  proposal: ({ proposal, printed, habits }) =>
    proposal.parts.summary === null && habits.summaries
      ? [{ lines: linesOfCode(printed), message: `${proposal.reference} has no summary, unlike the others.` }]
      : [],
};
