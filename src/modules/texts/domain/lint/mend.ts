/** Mends: words to take out and words to put in their place, so that one click makes the change as a revision. */
import type { Mend, TextRun } from '#kernel/reading/index.ts';

/** Most words taken along on the left so that a place is named just once. */
const mostContext = 12;

/**
 * A mend of the words from `from` to `to` of a line. So many words before them are taken along as make the place the only
 * one of its kind and show a person where it is; `undefined` where no such place can be named.
 */
export function mendOf(
  where: { line: number; words: string; from: number; to: number },
  put: string,
  why: string,
): Mend | undefined {
  const { line, words, to } = where;
  let start = where.from;
  for (let taken = 0; taken <= mostContext; taken++) {
    const from = words.slice(start, to);
    if (/[\p{L}\d]/u.test(from) && words.indexOf(from) === start && words.lastIndexOf(from) === start) {
      return { line, from, to: words.slice(start, where.from) + put, why };
    }
    if (start === 0) return undefined;
    start = words.lastIndexOf(' ', start - 2) + 1;
  }
  return undefined;
}

/**
 * The words with the mend as a revision; `null` where its words do not stand in them just once, because someone changed
 * them since.
 */
export function mended(words: string, { from, to }: Pick<Mend, 'from' | 'to'>): TextRun[] | null {
  const at = words.indexOf(from);
  if (from === '' || at < 0 || words.lastIndexOf(from) !== at) return null;
  let same = 0;
  while (same < Math.min(from.length, to.length) && from.charAt(same) === to.charAt(same)) same++;
  let end = 0;
  while (end < Math.min(from.length, to.length) - same && from.at(-1 - end) === to.at(-1 - end)) end++;
  const runs: TextRun[] = [
    { text: words.slice(0, at + same), change: 'same' },
    { text: from.slice(same, from.length - end), change: 'deleted' },
    { text: to.slice(same, to.length - end), change: 'inserted' },
    { text: words.slice(at + from.length - end), change: 'same' },
  ];
  return runs.filter(({ text }) => text !== '');
}
