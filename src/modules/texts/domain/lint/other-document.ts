import { linesOfCode } from './code-line.ts';
import { seriesOf } from './series.ts';
import type { Rule } from './rule.ts';

export const otherDocument: Rule = {
  name: 'other-document',
  level: 'info',
  explanation:
    'A proposal carries the number of another document than the one before it: it may have been copied from there.',
  contribution: ({ proposals }) => {
    const seen = new Set<string>();
    return proposals.flatMap(({ proposal, printed }, index) => {
      const before = proposals[index - 1]?.proposal;
      const twice = seen.has(proposal.reference);
      seen.add(proposal.reference);
      if (twice || before === undefined || seriesOf(before) === seriesOf(proposal)) return [];
      const message = `${proposal.reference} belongs to another document than ${before.reference}.`;
      return [{ lines: linesOfCode(printed), message }];
    });
  },
};
