import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

export const flattenedRevision: Rule = {
  name: 'flattened-revision',
  level: 'info',
  explanation:
    'Old and new words stand fused without revision marks and were told apart by guess: compare them with the base text.',
  text: ({ guessed, evidence }) =>
    [...guessed].map((line) => {
      const reasons = evidence.get(line) ?? [
        'the words are younger than the base text, yet nothing marks what changed',
      ];
      return {
        lines: lineRange(line),
        message: `Old and new words are fused here and were told apart by guess: ${reasons.slice(0, 3).join('; ')}.`,
      };
    }),
};
