import { nameOfInstrument } from '../register/identity.ts';
import { linesOfCode } from './code-line.ts';
import type { Rule } from './rule.ts';

export const targetTwice: Rule = {
  name: 'target-twice',
  level: 'warning',
  explanation:
    'Two proposals of one contribution are about the same text: they should be one, or one of them names the wrong text.',
  contribution: ({ proposals }) => {
    const seen = new Map<string, string>();
    return proposals.flatMap(({ proposal, printed }) => {
      const { kind, number, part } = proposal.target;
      // The articles of a treaty are proposed one by one.
      if (number === null || printed?.targeted === false) return [];
      const name = nameOfInstrument({ kind, number: String(number) });
      const key = `${name} ${part ?? ''}`;
      const first = seen.get(key);
      seen.set(key, first ?? proposal.reference);
      return first === undefined || first === proposal.reference
        ? []
        : [{ lines: linesOfCode(printed), message: `${proposal.reference} is about ${name}, and so is ${first}.` }];
    });
  },
};
