import { linesOfCode } from './code-line.ts';
import { seriesOf } from './series.ts';
import type { Rule } from './rule.ts';

export const serialGap: Rule = {
  name: 'serial-gap',
  level: 'info',
  explanation: 'The serial numbers of the proposals do not follow each other: one may be missing.',
  contribution: ({ proposals }) => {
    const seen = new Set<string>();
    return proposals.flatMap(({ proposal, printed }, index) => {
      const before = proposals[index - 1]?.proposal;
      const twice = seen.has(proposal.reference);
      seen.add(proposal.reference);
      if (twice || before === undefined || seriesOf(before) !== seriesOf(proposal)) return [];
      return proposal.serial === before.serial + 1
        ? []
        : [{ lines: linesOfCode(printed), message: `After ${before.reference} comes ${proposal.reference}.` }];
    });
  },
};
