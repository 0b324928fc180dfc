/**
 * Words as fate and history compare them: letters and digits only, without case. Signs, white space and capitals are
 * editorial and decide nothing about what became of a proposal.
 */
import { diff } from 'fast-myers-diff';

/** A word and where it stands in its text, in UTF-16 units. */
export interface Word {
  /** The word without case. */
  key: string;
  from: number;
  to: number;
}

/** A stretch of words of one text that stands where a stretch of another stood; either may be empty. */
export interface Edit {
  /** Word indexes in the earlier text: first, and behind the last. */
  from: readonly [number, number];
  /** Word indexes in the later text. */
  to: readonly [number, number];
}

/** Words that tie others together and say little by themselves. */
const small = new Set(
  `a an and any are as at be been being but by can could do does each for from had has have if in into is it its may
   might nor not of on or shall should so such than that the their them these they this those to under upon was were
   which while who whose will with within would`.split(/\s+/u),
);

/** Words, and such joined by hyphens. */
const joined = /[\p{L}\p{N}\p{M}]+(?:[-‐‑–][\p{L}\p{N}\p{M}]+)*/gu;
const single = /[\p{L}\p{N}\p{M}]+/gu;
/** "ITU-T", "WTDC-17", "2020-2023", "IP-based": copies lose such hyphens, so they count as one word without them. */
const name = /(?:^|[-‐‑–])(?:\p{Lu}{2,}|[\p{L}]*\p{N}[\p{L}\p{N}]*)(?:[-‐‑–]|$)/u;

/** The words of a text in order. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  const add = (word: string, from: number): void => {
    words.push({ key: word.toLowerCase().replace(/[-‐‑–]/gu, ''), from, to: from + word.length });
  };
  for (const { 0: whole, index } of text.matchAll(joined)) {
    if (name.test(whole)) add(whole, index);
    else for (const part of whole.matchAll(single)) add(part[0], index + part.index);
  }
  return words;
}

/** What two wordings have in common that are the same but for signs, white space and capitals. */
export function keyOf(text: string): string {
  return wordsIn(text)
    .map(({ key }) => key)
    .join(' ');
}

/** Whether two wordings are the same but for signs, white space and capitals. */
export const sameWords = (one: string, other: string): boolean => keyOf(one) === keyOf(other);

/** How much a word says: nothing for those that only tie others together. */
export const weightOf = (word: Pick<Word, 'key'>): number => (small.has(word.key) ? 0 : 1);

/** How much words say together; words that only tie count where there are no others. */
export function weightOfAll(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + weightOf(word), 0) || words.length;
}

/** Beyond this product of lengths two stretches are taken as wholly different, so that no file can stall a page. */
const mostCells = 4_000_000;

/** The changes that lead from one list of words to another, in order. */
export function editsBetween(earlier: readonly Word[], later: readonly Word[]): Edit[] {
  let start = 0;
  while (start < Math.min(earlier.length, later.length) && earlier[start]?.key === later[start]?.key) start++;
  let [end, laterEnd] = [earlier.length, later.length];
  while (end > start && laterEnd > start && earlier[end - 1]?.key === later[laterEnd - 1]?.key) {
    end--;
    laterEnd--;
  }
  if (start === end && start === laterEnd) return [];
  if ((end - start) * (laterEnd - start) > mostCells) return [{ from: [start, end], to: [start, laterEnd] }];
  const keys = (words: readonly Word[], until: number): string[] => words.slice(start, until).map(({ key }) => key);
  return Array.from(diff(keys(earlier, end), keys(later, laterEnd)), ([fromStart, fromEnd, toStart, toEnd]) => ({
    from: [start + fromStart, start + fromEnd],
    to: [start + toStart, start + toEnd],
  }));
}

/** Indexes into both lists of the words that stand in both, in order. */
export function commonWords(one: readonly Word[], other: readonly Word[]): [number, number][] {
  const common: [number, number][] = [];
  let [at, otherAt] = [0, 0];
  const until = (end: number): void => {
    while (at < end) common.push([at++, otherAt++]);
  };
  for (const { from, to } of editsBetween(one, other)) {
    until(from[0]);
    [at, otherAt] = [from[1], to[1]];
  }
  until(one.length);
  return common;
}

/** The text from the first to the last of some words, signs between them included; empty for none. */
export function textOf(text: string, words: readonly Word[]): string {
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? '' : text.slice(first.from, last.to);
}

/** Indexes grouped into stretches without a gap. */
export function stretches(indexes: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const index of indexes) {
    const last = groups.at(-1);
    if (last !== undefined && last.at(-1) === index - 1) last.push(index);
    else groups.push([index]);
  }
  return groups;
}
