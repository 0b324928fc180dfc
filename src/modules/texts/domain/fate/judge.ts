/** What became of one change: the words before, the words proposed, and the words that were adopted. */
import {
  commonWords,
  editsBetween,
  sameWords,
  stretches,
  textOf,
  weightOf,
  weightOfAll,
  wordsIn,
  type Word,
} from './words.ts';

export type Fate = 'adopted' | 'adopted-with-changes' | 'not-adopted' | 'unknown';

export interface Judgement {
  fate: Fate;
  /** Which part of the proposed words stands in the adopted text, 0 to 1 by weight; `null` where there is nothing to weigh. */
  share: number | null;
  /** The proposed words that stand in the adopted text, as the proposal prints them; of words to be taken out, those that are gone. */
  standing: string[];
  /** The proposed words that do not; of words to be taken out, those that stay. */
  missing: string[];
}

/** Below this part of the proposed words, what stands in both texts may well stand there by chance. */
const leastShare = 0.25;

const adopted: Judgement = { fate: 'adopted', share: null, standing: [], missing: [] };
const notAdopted: Judgement = { fate: 'not-adopted', share: null, standing: [], missing: [] };

/**
 * Judges by words only: signs and capitals are editorial. `null` is a text that the clause is not in.
 *
 * A new clause is adopted when it stands word for word; a rewording when the words put in stand together where others
 * did not put words between them, and the words taken out are gone, whatever else became of the clause.
 */
export function judge(before: string | null, proposed: string | null, after: string | null): Judgement {
  if (proposed === null) return after === null ? adopted : notAdopted;
  if (after === null) return { ...notAdopted, share: 0, missing: [proposed] };
  if (sameWords(proposed, after)) return { ...adopted, share: 1, standing: insertedWords(before, proposed) };
  return before === null ? judgeNew(proposed, after) : judgeReworded(before, proposed, after);
}

function judgeNew(proposed: string, after: string): Judgement {
  const wanted = wordsIn(proposed);
  const common = commonWords(wanted, wordsIn(after));
  const share = shareOf(wanted, new Set(common.map(([index]) => index)));
  return {
    fate: share >= leastShare ? 'adopted-with-changes' : 'not-adopted',
    share,
    ...quoted(
      proposed,
      wanted,
      wanted.map((_, index) => index),
      new Set(common.map(([index]) => index)),
    ),
  };
}

function judgeReworded(before: string, proposed: string, after: string): Judgement {
  const [base, wanted, standing] = [wordsIn(before), wordsIn(proposed), wordsIn(after)];
  const asked = editsBetween(base, wanted);
  const made = editsBetween(base, standing);
  const inserted = asked.flatMap(({ to }) => range(to));
  const madeInserted = made.flatMap(({ to }) => range(to));
  if (inserted.length === 0)
    return judgeDeletion(
      before,
      base,
      asked.flatMap(({ from }) => range(from)),
      made.flatMap(({ from }) => range(from)),
    );

  const common = commonWords(pick(wanted, inserted), pick(standing, madeInserted));
  const found = new Map(common.map(([one, other]) => [inserted[one] ?? -1, madeInserted[other] ?? -1]));
  const share = shareOf(pick(wanted, inserted), new Set(common.map(([index]) => index)));
  const together = asked.every(({ from, to }) => {
    const places = range(to).map((index) => found.get(index) ?? Number.NaN);
    return places.every((place, index) => place === (places[0] ?? 0) + index) && isGone(from, made);
  });
  return {
    fate: share === 1 && together ? 'adopted' : share >= leastShare ? 'adopted-with-changes' : 'not-adopted',
    share,
    ...quoted(proposed, wanted, inserted, new Set(found.keys())),
  };
}

/** Only words taken out: which of them are gone. */
function judgeDeletion(
  before: string,
  base: readonly Word[],
  asked: readonly number[],
  made: readonly number[],
): Judgement {
  const gone = new Set(made);
  const share = shareOf(
    asked.flatMap((index) => base[index] ?? []),
    new Set([...asked.keys()].filter((at) => gone.has(asked[at] ?? -1))),
  );
  const { standing, missing } = quoted(before, base, asked, gone);
  return {
    fate: share === 1 ? 'adopted' : share >= leastShare ? 'adopted-with-changes' : 'not-adopted',
    share,
    standing,
    missing,
  };
}

/** Whether the words of the base that were to go are gone: a replacement is adopted only when the old words went. */
function isGone([start, end]: readonly [number, number], made: ReturnType<typeof editsBetween>): boolean {
  for (let index = start; index < end; index++) {
    if (!made.some(({ from }) => from[0] <= index && index < from[1])) return false;
  }
  return true;
}

function insertedWords(before: string | null, proposed: string): string[] {
  if (before === null) return [proposed];
  const words = wordsIn(proposed);
  return editsBetween(wordsIn(before), words).flatMap(({ to }) => textOf(proposed, words.slice(...to)) || []);
}

function quoted(
  text: string,
  words: readonly Word[],
  among: readonly number[],
  found: ReadonlySet<number>,
): { standing: string[]; missing: string[] } {
  const quotes = (indexes: number[]): string[] =>
    stretches(indexes).flatMap((stretch) => {
      const part = stretch.flatMap((index) => words[index] ?? []);
      return part.some((word) => weightOf(word) > 0) || part.length === among.length ? [textOf(text, part)] : [];
    });
  return {
    standing: quotes(among.filter((index) => found.has(index))),
    missing: quotes(among.filter((index) => !found.has(index))),
  };
}

/** Part of the words, by what they say, whose place in the list is found. */
function shareOf(words: readonly Word[], found: ReadonlySet<number>): number {
  const hits = words.filter((_, index) => found.has(index));
  const all = weightOfAll(words);
  const heavy = words.some((word) => weightOf(word) > 0);
  return all === 0 ? 1 : (heavy ? hits.reduce((sum, word) => sum + weightOf(word), 0) : hits.length) / all;
}

const range = ([start, end]: readonly [number, number]): number[] =>
  Array.from({ length: end - start }, (_, index) => start + index);

const pick = (words: readonly Word[], indexes: readonly number[]): Word[] =>
  indexes.flatMap((index) => words[index] ?? []);
