import { linesOfCode } from './code-line.ts';
import type { Rule } from './rule.ts';

export const targetUnclear: Rule = {
  name: 'target-unclear',
  level: 'warning',
  explanation: 'No line of a proposal says which text it is about.',
  proposal: ({ proposal, printed }) =>
    printed?.targeted === false
      ? [{ lines: linesOfCode(printed), message: `No line says which text ${proposal.reference} is about.` }]
      : [],
};
