/** How a person's words become a search. */
import { z } from 'zod';
import { thingNames } from '#kernel/reference.ts';

/** What may be asked of the search; also the shape of its address. */
export const SearchRequest = z.object({
  /** Control characters, which no text holds, are blanks. */
  words: z
    .string()
    .max(300)
    .transform((words) =>
      words
        .replace(/\p{Cc}/gu, ' ')
        .toWellFormed()
        .trim(),
    )
    .default(''),
  kind: z
    .enum(Object.keys(thingNames) as [keyof typeof thingNames])
    .nullable()
    .default(null),
  organisation: z.uuid().nullable().default(null),
  year: z.coerce.number().int().min(1800).max(2200).nullable().default(null),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export type SearchRequest = z.infer<typeof SearchRequest>;

/** Text as the index folds it: without accents and case. */
export function foldWords(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a search, folded. At most twelve; the rest would not narrow anything. */
export function wordsOf(text: string): string[] {
  return [...new Set(foldWords(text).match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 12);
}

/** Words worth remembering for mending typing slips: letters only, and long enough that a slip can be told from another word. */
export function rememberedWords(text: string): string[] {
  return [...new Set(foldWords(text).match(/\p{L}{4,30}/gu) ?? [])];
}

/** Whether two words differ by one slip, or by two in a long word: a letter too many, too few, another, or two swapped. */
export function isSlip(typed: string, word: string): boolean {
  const allowed = typed.length >= 8 ? 2 : 1;
  return Math.abs(typed.length - word.length) <= allowed && slips(typed, word, allowed) <= allowed;
}

/** Number of slips between two words (Damerau–Levenshtein, adjacent swaps), or more than `most` as soon as that is certain. */
function slips(from: string, to: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    if (Math.min(...current) > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
