/** Whose proposal brought the words that are new in a later revision of a clause. */
import { commonWords, editsBetween, textOf, weightOf, weightOfAll, wordsIn, type Word } from '../fate/words.ts';

/** A clause as somebody proposed it. */
export interface ProposedWords<T> {
  by: T;
  /** The clause in the base text of the proposal; `null` for a new one. */
  before: string | null;
  proposed: string;
}

/** Words that are new in the later revision, and whose proposals they stand in. */
export interface BroughtWords<T> {
  /** As the later revision prints them. */
  words: string;
  /** Largest part first; empty where no known proposal has them: the conference made them. */
  by: { by: T; /** Part of the words that the proposal has, 0 to 1. */ share: number; words: string[] }[];
}

/** Less than this part of the words may stand in a proposal by chance. */
const leastShare = 0.25;

/**
 * The words that came into a clause from one revision to the next, each stretch with those who proposed it. Only words
 * that a proposal itself puts in are its words; what it keeps of the base brings nothing.
 * @param before the clause in the earlier revision; `null` where it is new
 */
export function broughtBy<T>(
  before: string | null,
  after: string,
  proposals: readonly ProposedWords<T>[],
): BroughtWords<T>[] {
  const words = wordsIn(after);
  const stretches = editsBetween(wordsIn(before ?? ''), words).flatMap(({ to }) => (to[0] === to[1] ? [] : [to]));
  const fresh = stretches.flatMap(([start, end]) => Array.from({ length: end - start }, (_, index) => start + index));
  const covered = proposals.map(({ by, before, proposed }) => ({
    by,
    found: wordsBrought(before, proposed, words, fresh),
  }));
  return stretches.map(([start, end]) => {
    const stretch = words.slice(start, end);
    const all = weightOfAll(stretch);
    const by = covered.flatMap(({ by, found }) => {
      const share = weightOfFound(stretch, start, found) / all;
      return share < leastShare ? [] : [{ by, share, words: quotes(after, words, found, start, end) }];
    });
    return { words: textOf(after, stretch), by: by.sort((one, other) => other.share - one.share) };
  });
}

/** Indexes of the later revision's new words that a proposal puts in, in its order. */
function wordsBrought(
  before: string | null,
  proposed: string,
  words: readonly Word[],
  fresh: readonly number[],
): Set<number> {
  const wanted = wordsIn(proposed);
  const inserted = editsBetween(wordsIn(before ?? ''), wanted).flatMap(({ to }) => wanted.slice(...to));
  const later = fresh.flatMap((index) => words[index] ?? []);
  return new Set(commonWords(inserted, later).map(([, at]) => fresh[at] ?? -1));
}

function weightOfFound(stretch: readonly Word[], start: number, found: ReadonlySet<number>): number {
  const hits = stretch.filter((_, index) => found.has(start + index));
  const heavy = stretch.some((word) => weightOf(word) > 0);
  return heavy ? hits.reduce((sum, word) => sum + weightOf(word), 0) : hits.length;
}

function quotes(
  after: string,
  words: readonly Word[],
  found: ReadonlySet<number>,
  start: number,
  end: number,
): string[] {
  const parts: Word[][] = [];
  for (let index = start; index < end; index++) {
    const word = words[index];
    if (word === undefined || !found.has(index)) continue;
    if (found.has(index - 1) && index > start) parts.at(-1)?.push(word);
    else parts.push([word]);
  }
  return parts.map((part) => textOf(after, part));
}
