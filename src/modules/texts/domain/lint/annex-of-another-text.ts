import { lineRange } from './lists.ts';
import { identityOf } from '../register/identity.ts';
import type { Rule } from './rule.ts';

const owner =
  /\bto\s+(?:draft\s+)?(?:new\s+)?(?:resolution|decision|recommendation)\s+\[?([A-Z0-9][A-Z0-9-]{0,12})\]?/iu;

export const annexOfAnotherText: Rule = {
  name: 'annex-of-another-text',
  level: 'warning',
  explanation:
    'The heading of an annex names another text than the one it stands in, as happens when an annex is copied.',
  text: ({ proposed }) => {
    const number = proposed.heading === null ? null : (identityOf(proposed)?.number ?? null);
    return proposed.annexes.flatMap(({ heading, line }) => {
      const named = owner.exec(heading)?.[1];
      return named === undefined || number === null || named.toUpperCase() === number.toUpperCase()
        ? []
        : [{ lines: lineRange(line), message: `"${heading}" stands in ${proposed.heading ?? ''}.` }];
    });
  },
};
