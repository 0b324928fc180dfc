/** Which annex and which section of one text is which of another: by heading, and by what stands in it. */
import { keyOf, wordsIn, type Bag, type Vocabulary } from './likeness.ts';
import type { Outline } from './outline.ts';
import { pairAlike, pairEqual, type Pair } from './sequence.ts';

/** Two parts belong together when heading (0 to 1) and content (0 to 1) say so to this extent. */
const together = 0.65;

interface Part {
  index: number;
  heading: Heading;
  /** The words of its clauses. */
  words: readonly string[];
  /** Heading and clauses, to find what is the same at once. */
  key: string;
}

/** What a heading says, made ready for comparing. */
interface Heading {
  key: string;
  /** The verb of a section ("instructs"), or the number of an annex ("2"). */
  head: string;
  /** The other words that count: whom a section addresses, what an annex is about. */
  words: ReadonlySet<string>;
}

/** For each annex and section of the later text the one of the earlier text that it is. */
export function matchParts(
  earlier: Outline,
  later: Outline,
  vocabulary: Vocabulary,
): { sections: Map<number, number>; annexes: Map<number, number> } {
  const annexes = matched(annexesOf(earlier), annexesOf(later), vocabulary);
  const sections = new Map<number, number>();
  const scopes: [readonly number[], readonly number[]][] = [[earlier.body, later.body]];
  for (const [to, from] of annexes) {
    scopes.push([earlier.annexes[from]?.sections ?? [], later.annexes[to]?.sections ?? []]);
  }
  for (const [from, to] of scopes) {
    const pairs = matched(sectionsOf(earlier, from), sectionsOf(later, to), vocabulary);
    for (const [one, other] of pairs) sections.set(one, other);
  }
  return { sections, annexes };
}

function annexesOf(outline: Outline): Part[] {
  return outline.annexes.map(({ heading, title, sections }, index) => {
    const words = clausesUnder(outline, sections);
    const number = /\b(?:annex|appendix|attachment|schedule)\s+(\d+|[a-z]|[ivxlc]+)\b/i.exec(heading)?.[1] ?? '';
    const about = title ?? heading.replace(/\(.*$|\bto\b.*$/isu, '');
    return partOf(outline, index, { head: number.toLowerCase(), words: about, whole: `${number} ${about}` }, words);
  });
}

function sectionsOf(outline: Outline, indexes: readonly number[]): Part[] {
  return indexes.map((index) => {
    const heading = outline.sections[index]?.section.heading ?? '';
    const [verb = '', ...rest] = wordsIn(heading);
    const head = { head: stem(verb), words: rest.join(' '), whole: heading };
    return partOf(outline, index, head, clausesUnder(outline, [index]));
  });
}

function partOf(
  outline: Outline,
  index: number,
  heading: { head: string; words: string; whole: string },
  clauses: readonly number[],
): Part {
  const key = keyOf(heading.whole);
  return {
    index,
    heading: { key, head: heading.head, words: new Set(wordsIn(heading.words).filter(counts).map(stem)) },
    words: clauses.map((clause) => outline.clauses[clause]?.words ?? ''),
    key: JSON.stringify([key, ...clauses.map((clause) => outline.keys[clause])]),
  };
}

/** The indexes of all clauses of some sections, in reading order. */
function clausesUnder(outline: Outline, sections: readonly number[]): number[] {
  const all: number[] = [];
  const visit = (clauses: readonly number[]): void => {
    for (const clause of clauses) {
      all.push(clause);
      visit(outline.children[clause] ?? []);
    }
  };
  for (const section of sections) visit(outline.sections[section]?.clauses ?? []);
  return all;
}

const small = new Set(['the', 'of', 'and', 'to', 'for', 'in', 'on', 'with', 'its', 'a', 'an']);
const counts = (word: string): boolean => !small.has(word);
/** "Directors" and "Director" are the same for headings. */
const stem = (word: string): string => (word.length > 3 ? word.replace(/s$/, '') : word);

/** The same parts first; then, in order, those that belong together most; then what stands in another order. */
function matched(from: readonly Part[], to: readonly Part[], vocabulary: Vocabulary): Map<number, number> {
  const found = new Map<number, number>();
  const left = (): [Part[], Part[]] => {
    const taken = new Set(found.values());
    return [from.filter((part) => !taken.has(part.index)), to.filter((part) => !found.has(part.index))];
  };
  const take = (pairs: readonly Pair[], one: readonly Part[], other: readonly Part[]): void => {
    for (const [row, column] of pairs) found.set(other[column]?.index ?? -1, one[row]?.index ?? -1);
  };
  const equal = pairEqual(
    from.map((part) => part.key),
    to.map((part) => part.key),
  );
  take(equal, from, to);
  const [one, other] = left();
  const [bags, otherBags] = [bagsOf(one, vocabulary), bagsOf(other, vocabulary)];
  const worth = (row: number, column: number): number =>
    belonging(one[row], other[column], () => likeness(bags[row], otherBags[column], vocabulary)) - together;
  take(pairAlike(one.length, other.length, worth), one, other);
  const [restOne, restOther] = left();
  take(uniqueHeadings(restOne, restOther), restOne, restOther);
  return found;
}

/** What heading and content together say for two parts being the same one, up to 2. */
function belonging(from: Part | undefined, to: Part | undefined, content: () => number): number {
  if (from === undefined || to === undefined) return 0;
  // Text before any heading stays text before any heading.
  if ((from.heading.key === '') !== (to.heading.key === '')) return 0;
  return sameness(from.heading, to.heading) + content();
}

const bagsOf = (parts: readonly Part[], vocabulary: Vocabulary): Bag[] =>
  parts.map(({ words }) => vocabulary.bagOf(words));

function likeness(one: Bag | undefined, other: Bag | undefined, vocabulary: Vocabulary): number {
  return one === undefined || other === undefined ? 0 : vocabulary.likeness(one, other);
}

/** 1 for the same heading; for others what verb or number, and the other words, have in common. */
function sameness(one: Heading, other: Heading): number {
  if (one.key === other.key) return 1;
  const sameHead = one.head === other.head;
  if (one.words.size + other.words.size === 0) return sameHead ? 0.8 : 0;
  let shared = 0;
  for (const word of one.words) if (other.words.has(word)) shared++;
  const words = (2 * shared) / (one.words.size + other.words.size);
  return (sameHead ? 0.9 : 0.5) * words;
}

/** Headings that stand once among what is left of each text: a section that changed its place. */
function uniqueHeadings(from: readonly Part[], to: readonly Part[]): Pair[] {
  const byKey = Map.groupBy(from.keys(), (index) => from[index]?.heading.key ?? '');
  const there = Map.groupBy(to.keys(), (index) => to[index]?.heading.key ?? '');
  return [...there].flatMap(([key, [column = 0, ...more]]): Pair[] => {
    const [row, ...others] = byKey.get(key) ?? [];
    return row === undefined || more.length + others.length > 0 ? [] : [[row, column]];
  });
}
