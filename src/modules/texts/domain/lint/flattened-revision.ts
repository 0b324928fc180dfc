import type { Clause } from '#kernel/reading/index.ts';
import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

/** What was guessed of a clause. */
function guessOf({ status }: Clause): string {
  if (status === 'inserted') return 'Nothing marks this clause as new; it was read so by guess';
  if (status === 'deleted') return 'Nothing marks this clause as deleted; it was read so by guess';
  return 'Old and new words are fused here and were told apart by guess';
}

const unmarked = ['the words are younger than the base text, yet nothing marks what changed'];

export const flattenedRevision: Rule = {
  name: 'flattened-revision',
  level: 'info',
  explanation:
    'Old and new words, or old and new clauses, stand together without revision marks and were told apart by guess: compare them with the base text.',
  text: ({ guessed, evidence }) =>
    [...guessed].map(([line, clause]) => {
      const reasons = evidence.get(line) ?? unmarked;
      return { lines: lineRange(line), message: `${guessOf(clause)}: ${reasons.slice(0, 3).join('; ')}.` };
    }),
};
