import { openingVerb } from '../legal/vocabulary.ts';
import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const preambleAfterOperative: Rule = {
  name: 'preamble-after-operative',
  level: 'warning',
  explanation:
    'Grounds ("considering", "recalling") stand behind the first decision ("resolves"); they belong before it.',
  text: ({ proposed: { sections } }) => {
    const first = sections.findIndex(
      ({ kind, heading }) => kind === 'operative' && openingVerb(heading ?? '')?.part === 'operative',
    );
    return sections.flatMap(({ kind, heading, line }, index) =>
      first >= 0 && index > first && kind === 'preamble' && openingVerb(heading ?? '')?.part === 'preamble'
        ? [{ lines: lineRange(line), message: `"${heading ?? ''}" stands after "${sections[first]?.heading ?? ''}".` }]
        : [],
    );
  },
};
