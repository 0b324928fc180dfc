import { linesOfCode } from './code-line.ts';
import type { Rule } from './rule.ts';

export const duplicateSerial: Rule = {
  name: 'duplicate-serial',
  level: 'warning',
  explanation: 'Two proposals of a contribution have the same code, so that nobody can refer to one of them.',
  contribution: ({ proposals }) => {
    const seen = new Set<string>();
    return proposals.flatMap(({ proposal: { reference }, printed }) => {
      const twice = seen.has(reference);
      seen.add(reference);
      return twice ? [{ lines: linesOfCode(printed), message: `${reference} stands twice.` }] : [];
    });
  },
};
