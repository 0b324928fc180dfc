/** When two wordings are the same, and how much alike they are otherwise. */
import { fold } from '#formats/document/index.ts';

/**
 * What makes two wordings the same clause at once: the words without regard to case, white space, the forms of quotes
 * and hyphens, and to what stands at the end because of the place in a list (";", ",", "; and").
 */
export function keyOf(words: string): string {
  return withoutEnd(words)
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[‐‑]/g, '-');
}

/** The words without what stands at their end because of the place in a list. */
function withoutEnd(words: string): string {
  const bare = withoutSigns(fold(words));
  const joint = / (?:and|or)$/i.exec(bare);
  // "reefs; and" leads on to the next clause; "and" in the middle of words does not.
  return joint !== null && /[.,;:]/.test(bare.charAt(joint.index - 1))
    ? withoutSigns(bare.slice(0, joint.index))
    : bare;
}

/** Without the signs and blanks at the end; a loop, because a pattern takes too long where a text is made of signs. */
function withoutSigns(text: string): string {
  let end = text.length;
  while (end > 0 && ' .,;:'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Whether two wordings differ only by what stands at the end because of the place in a list. */
export function sameButForTheEnd(before: string, after: string): boolean {
  return before !== after && withoutEnd(before) === withoutEnd(after);
}

const scripts = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
/** No script without blanks begins before Thai. */
const mayLackBlanks = /[\u0e00-\uffff]/;
const withoutBlanks = new RegExp(`[${scripts}]|[\\p{L}\\p{N}\\p{M}]+`, 'gu');
const withBlanks = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text; scripts without blanks count by their characters. */
export function wordsIn(text: string): string[] {
  const lower = text.toLowerCase();
  return lower.match(mayLackBlanks.test(lower) ? withoutBlanks : withBlanks) ?? [];
}

/** Words as numbers in rising order, each once, with what they weigh together. */
export interface Bag {
  words: Int32Array;
  weight: number;
}

/** More words than these say no more about whether two clauses are the same. */
const mostWords = 400;

/** Words that any two clauses may share: alone they do not make one of two. */
const small = new Set(
  'a an and any are as at be been being by each every for from has have in into is it its not of on or other shall should so such that the their them these they this those to under upon which who whom whose will with within'.split(
    ' ',
  ),
);

/** The words of two texts: how much each says depends on how many clauses use it. */
export interface Vocabulary {
  /** The words of these wordings together. */
  bagOf(texts: readonly string[]): Bag;
  /**
   * 0 for nothing in common, or for what any two clauses share, to 1 for the same words; words that many clauses use
   * count less.
   */
  likeness(one: Bag, other: Bag): number;
  /** How many clauses of that text use the word that uses it more. */
  frequency(word: number): number;
}

/** @param from @param to the wordings of all clauses of the two texts */
export function vocabularyOf(from: readonly string[], to: readonly string[]): Vocabulary {
  const numbers = new Map<string, number>();
  const known = new Map<string, readonly number[]>();
  /** The words of a wording, each once. */
  const numbersOf = (text: string): readonly number[] => {
    let found = known.get(text);
    if (found === undefined) {
      const all = new Set<number>();
      for (const word of wordsIn(text)) {
        let number = numbers.get(word);
        if (number === undefined) numbers.set(word, (number = numbers.size));
        all.add(number);
      }
      found = [...all];
      known.set(text, found);
    }
    return found;
  };
  const [inFrom, inTo] = [countsOf(from.map(numbersOf)), countsOf(to.map(numbersOf))];
  const frequency = (word: number): number => Math.max(inFrom[word] ?? 0, inTo[word] ?? 0);
  const weights = Float64Array.from({ length: numbers.size }, (_, word) => 1 / (1 + Math.log10(frequency(word))));
  const isSmall = Uint8Array.from([...numbers.keys()], (word) => (small.has(word) ? 1 : 0));
  const saysMore = ({ words }: Bag): boolean => words.some((word) => isSmall[word] === 0);
  return {
    bagOf(texts) {
      const [first = []] = texts.map(numbersOf);
      const all = texts.length === 1 ? first : [...new Set(texts.flatMap(numbersOf))];
      const words = Int32Array.from(all.slice(0, mostWords)).sort();
      let weight = 0;
      for (const word of words) weight += weights[word] ?? 0;
      return { words, weight };
    },
    likeness(one, other) {
      const all = one.weight + other.weight;
      if (all === 0) return 0;
      const common = shared(one.words, other.words, weights, isSmall);
      if (common.small === common.all && saysMore(one) && saysMore(other)) return 0;
      return (2 * common.all) / all;
    },
    frequency,
  };
}

/** How many of the lists hold each word. */
function countsOf(lists: readonly (readonly number[])[]): number[] {
  const counts: number[] = [];
  for (const list of lists) for (const word of list) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function shared(
  one: Int32Array,
  other: Int32Array,
  weights: Float64Array,
  isSmall: Uint8Array,
): { all: number; small: number } {
  const sum = { all: 0, small: 0 };
  let at = 0;
  let there = 0;
  while (at < one.length && there < other.length) {
    const word = one[at] ?? 0;
    const wordThere = other[there] ?? 0;
    if (word === wordThere) {
      const weight = weights[word] ?? 0;
      sum.all += weight;
      if (isSmall[word] === 1) sum.small += weight;
    }
    if (word <= wordThere) at++;
    if (word >= wordThere) there++;
  }
  return sum;
}

const citation =
  /^(?:that\s+)?(?:(?:the|its)\s+)?(resolution|decision|recommendation|opinion)\s+(?:itu[-‑][rtd]\s+)?(\d[\d/.-]*)/i;

/** The text that a clause cites first of all ("resolution 30"). */
export function citedFirst(words: string): string | null {
  const [, kind, number] = citation.exec(words) ?? [];
  return kind === undefined || number === undefined ? null : `${kind.toLowerCase()} ${number}`;
}
