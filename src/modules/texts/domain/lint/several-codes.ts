import { linesOfCode } from './code-line.ts';
import type { Rule } from './rule.ts';

export const severalCodes: Rule = {
  name: 'several-codes',
  level: 'info',
  explanation: 'A code line names several proposals; only the first is taken, the others have to be settled by hand.',
  proposal: ({ printed }) =>
    printed === null || printed.bounds.code.others.length === 0
      ? []
      : [
          {
            lines: linesOfCode(printed),
            message: `The line also names ${printed.bounds.code.others.join(', ')}; the first was taken.`,
          },
        ],
};
