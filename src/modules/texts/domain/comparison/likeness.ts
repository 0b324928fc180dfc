/** When two wordings are the same, and how much alike they are otherwise. */
import { fold } from '#formats/document/index.ts';

/**
 * What makes two wordings the same clause at once: the words without regard to case, white space, the forms of quotes
 * and hyphens, and to what stands at the end because of the place in a list (";", ",", "; and").
 */
export function keyOf(words: string): string {
  return fold(words)
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[‐‑]/g, '-')
    .replace(/[\s.,;:]+(?:(?:and|or)[\s,]*)?$/u, '');
}

/** Whether two wordings differ only by what stands at the end because of the place in a list. */
export function sameButForTheEnd(before: string, after: string): boolean {
  return before !== after && keyOf(before) === keyOf(after);
}

/** The words of a text that lists of words are made of; scripts without blanks count by their characters. */
export function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(
        /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu,
      ) ?? []
  );
}

/** Words as numbers in rising order, each once, with what they weigh together. */
export interface Bag {
  words: Int32Array;
  weight: number;
}

/** More words than these say no more about whether two clauses are the same. */
const mostWords = 400;

/** The words of two texts: how much each says depends on how many clauses use it. */
export interface Vocabulary {
  bagOf(text: string): Bag;
  /** 0 for nothing in common to 1 for the same words; words that many clauses use count less. */
  likeness(one: Bag, other: Bag): number;
  /** How many clauses of that text use the word that uses it more. */
  frequency(word: number): number;
}

/** @param from @param to the wordings of all clauses of the two texts */
export function vocabularyOf(from: readonly string[], to: readonly string[]): Vocabulary {
  const numbers = new Map<string, number>();
  const counts: [number, number][] = [];
  const count = (texts: readonly string[], side: 0 | 1): void => {
    for (const text of texts) {
      for (const word of new Set(wordsIn(text))) {
        let number = numbers.get(word);
        if (number === undefined) {
          number = counts.length;
          numbers.set(word, number);
          counts.push([0, 0]);
        }
        const of = counts[number];
        if (of !== undefined) of[side]++;
      }
    }
  };
  count(from, 0);
  count(to, 1);
  const frequencies = Int32Array.from(counts, ([one, other]) => Math.max(one, other));
  const weights = Float64Array.from(frequencies, (frequency) => 1 / (1 + Math.log10(Math.max(frequency, 1))));
  const weightOf = (words: Int32Array): number => {
    let sum = 0;
    for (const word of words) sum += weights[word] ?? 0;
    return sum;
  };
  return {
    bagOf(text) {
      const known = new Set<number>();
      for (const word of wordsIn(text)) {
        const number = numbers.get(word);
        if (number !== undefined) known.add(number);
        if (known.size === mostWords) break;
      }
      const words = Int32Array.from(known).sort();
      return { words, weight: weightOf(words) };
    },
    likeness(one, other) {
      const all = one.weight + other.weight;
      return all === 0 ? 0 : (2 * shared(one.words, other.words, weights)) / all;
    },
    frequency: (word) => frequencies[word] ?? 0,
  };
}

function shared(one: Int32Array, other: Int32Array, weights: Float64Array): number {
  let sum = 0;
  let at = 0;
  let there = 0;
  while (at < one.length && there < other.length) {
    const word = one[at] ?? 0;
    const wordThere = other[there] ?? 0;
    if (word === wordThere) sum += weights[word] ?? 0;
    if (word <= wordThere) at++;
    if (word >= wordThere) there++;
  }
  return sum;
}
