/**
 * Orders equals by all their words: BM25 over the title of the request three times, what is asked twice, everything else
 * once. Whole numbers throughout, so that every machine answers alike. At most 5, shown apart and added to nothing.
 */
import { worded, type Candidate, type Field, type Need, type Use } from './words.ts';

export const mostOrder = 5;
const times: Record<Use, number> = { title: 3, asks: 2, words: 1 };
/** Usual constants of BM25 (k1 = 1.2, b = 0.75) in thousandths. */
const [k1, b] = [1200, 750];

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];

interface Bag {
  words: ReadonlyMap<string, number>;
  length: number;
}

function bagOf(fields: readonly Field[]): Bag {
  const words = new Map<string, number>();
  let length = 0;
  for (const word of fields.flatMap(({ text }) => wordsOf(text))) {
    words.set(word, (words.get(word) ?? 0) + 1);
    length++;
  }
  return { words, length };
}

/** How many times two fit into a number: the whole part of its binary logarithm. */
const halvings = (number: number): number => number.toString(2).length - 1;

/** What orders the candidates of each need, 0 to 5; by the place of the candidate in the list. */
export function orderers(candidates: readonly Candidate[]): (need: Need) => number[] {
  const bags = candidates.map(({ fields }) => bagOf(worded(fields)));
  const average = Math.max(1, Math.floor(bags.reduce((sum, { length }) => sum + length, 0) / Math.max(1, bags.length)));
  const spread = new Map<string, number>();
  for (const { words } of bags) for (const word of words.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  return (need) => {
    const asked = new Map<string, number>();
    for (const { text, use } of worded(need.fields)) {
      for (const word of new Set(wordsOf(text))) asked.set(word, (asked.get(word) ?? 0) + times[use]);
    }
    const scores = bags.map((bag) => {
      let score = 0;
      for (const [word, weight] of asked) {
        const count = bag.words.get(word) ?? 0;
        if (count === 0) continue;
        const rare = halvings(Math.floor((4 * bags.length) / (spread.get(word) ?? 1)));
        const long = k1 * (1000 - b) + Math.floor((k1 * b * bag.length) / average);
        score += Math.floor((weight * rare * count * 1_000_000 * (k1 + 1000)) / (count * 1_000_000 + long) / 1000);
      }
      return score;
    });
    const best = Math.max(1, ...scores);
    return scores.map((score) => Math.floor((mostOrder * score) / best));
  };
}
