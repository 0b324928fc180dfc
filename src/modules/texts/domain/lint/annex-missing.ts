import { lineRange } from './lists.ts';
import type { Rule } from './rule.ts';

const own =
  /\bannex(?:ed)?(?:\s(\d{1,2}|[A-Z]))?\s(?:to\s|of\s)(?:this|the present)\s(?:resolution|decision|recommendation)\b/iu;

export const annexMissing: Rule = {
  name: 'annex-missing',
  level: 'info',
  explanation: 'The text speaks of its own annex, and no such annex follows.',
  text: ({ proposed: { annexes }, clauses, isPart, guessed, action }) =>
    // A modification may leave out annexes that stay as they are.
    isPart || action === 'MOD'
      ? []
      : clauses.flatMap(({ clause, words }) => {
          const found = own.exec(words);
          const number = found?.[1];
          if (found === null || guessed.has(clause.line)) return [];
          const isThere =
            number === undefined
              ? annexes.length > 0
              : annexes.some(({ heading }) => new RegExp(`\\b${number}\\b`, 'iu').test(heading));
          return isThere ? [] : [{ lines: lineRange(clause.line), message: `"${found[0]}": no such annex follows.` }];
        }),
};
