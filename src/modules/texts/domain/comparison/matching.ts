/** The passes that match clauses of two texts, each on what the passes before left. */
import { citedFirst, vocabularyOf, wordsIn, type Bag, type Vocabulary } from './likeness.ts';
import type { Outline } from './outline.ts';
import { gapsBetween, inBothOrders, pairAlike, pairEqual, type Pair } from './sequence.ts';
import { matchParts } from './parts.ts';

/** Two wordings in the same place are of one clause when they are alike at least so much. */
const alikeInPlace = 0.3;
/** Under the same heading, in another order. */
const alikeUnderHeading = 0.5;
/** Under another heading, where nothing but the words speaks for it. */
const alikeElsewhere = 0.6;
/** Where the two cite different texts first of all. */
const alikeOnAnotherText = 0.6;
/** Shorter clauses say too little to be known again in another place. */
const fewestWords = 5;

/** For each member of the later text the index of the member of the earlier text that it is. */
export interface Matching {
  clauses: Map<number, number>;
  sections: Map<number, number>;
  annexes: Map<number, number>;
}

/** Bags are made when they are first asked for: most clauses of most texts are matched by their words at once. */
interface Side {
  outline: Outline;
  bag(clause: number): Bag;
  /** With the words of the sub-clauses; the same as `bag` for a clause without any. */
  whole(clause: number): Bag;
  counts: Map<string, number>;
  /** What each clause cites first of all. */
  cited: readonly (string | null)[];
}

export function matchingOf(earlier: Outline, later: Outline): Matching {
  const vocabulary = vocabularyOf(
    earlier.clauses.map((clause) => clause.words),
    later.clauses.map((clause) => clause.words),
  );
  const from = sideOf(earlier, vocabulary);
  const to = sideOf(later, vocabulary);
  const { sections, annexes } = matchParts(earlier, later, vocabulary);
  const matches = new Matches(from, to, vocabulary, sections);
  matches.alignLists(false);
  matches.takeOnceEverywhere();
  matches.alignLists(true);
  matches.takeAlikeElsewhere();
  matches.alignLists(true);
  return { clauses: matches.ofLater, sections, annexes };
}

function sideOf(outline: Outline, vocabulary: Vocabulary): Side {
  const wordsOf = (clause: number): string => outline.clauses[clause]?.words ?? '';
  const bag = kept((clause) => vocabulary.bagOf([wordsOf(clause)]));
  const whole = kept((clause) => {
    const children = outline.children[clause] ?? [];
    return children.length === 0 ? bag(clause) : vocabulary.bagOf([clause, ...children].map(wordsOf));
  });
  const counts = new Map<string, number>();
  for (const key of outline.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { outline, bag, whole, counts, cited: outline.clauses.map((clause) => citedFirst(clause.words)) };
}

/** Makes each bag once. */
function kept(make: (clause: number) => Bag): (clause: number) => Bag {
  const made = new Map<number, Bag>();
  return (clause) => {
    let bag = made.get(clause);
    if (bag === undefined) made.set(clause, (bag = make(clause)));
    return bag;
  };
}

class Matches {
  readonly ofLater = new Map<number, number>();
  readonly #ofEarlier = new Map<number, number>();
  readonly #from: Side;
  readonly #to: Side;
  readonly #vocabulary: Vocabulary;
  readonly #sections: ReadonlyMap<number, number>;

  constructor(from: Side, to: Side, vocabulary: Vocabulary, sections: ReadonlyMap<number, number>) {
    this.#from = from;
    this.#to = to;
    this.#vocabulary = vocabulary;
    this.#sections = sections;
  }

  /** Aligns the clauses under each heading, and those under each clause that is matched, keeping the order. */
  alignLists(withLikeness: boolean): void {
    const lists: [number[], number[]][] = [...this.#sections].map(([to, from]) => [
      this.#from.outline.sections[from]?.clauses ?? [],
      this.#to.outline.sections[to]?.clauses ?? [],
    ]);
    // Clauses that were matched from elsewhere have sub-clauses too, which no list of a section leads to.
    for (const [to, from] of this.ofLater) {
      const children = this.#from.outline.children[from] ?? [];
      if (children.length > 0) lists.push([children, this.#to.outline.children[to] ?? []]);
    }
    for (const [from, to] of lists) {
      for (const [one, other] of this.#alignList(from, to, withLikeness)) {
        const children = this.#from.outline.children[one] ?? [];
        if (children.length > 0) lists.push([children, this.#to.outline.children[other] ?? []]);
      }
    }
  }

  /** @returns the pairs that are new */
  #alignList(from: readonly number[], to: readonly number[], withLikeness: boolean): Pair[] {
    if (from.length === 0 || to.length === 0) return [];
    const equal = this.#inGaps(from, to, (one, other) =>
      pairEqual(
        one.map((index) => this.#from.outline.keys[index] ?? ''),
        other.map((index) => this.#to.outline.keys[index] ?? ''),
      ),
    );
    if (!withLikeness) return equal;
    const alike = this.#inGaps(from, to, (one, other) =>
      pairAlike(one.length, other.length, (row, column) => {
        const likeness = this.#likeness(one[row] ?? 0, other[column] ?? 0);
        // Less than the whole likeness, so that one good pair is worth more than two poor ones.
        return likeness < alikeInPlace ? 0 : likeness - 0.2;
      }),
    );
    return [...equal, ...alike];
  }

  /** Pairs what is free in the gaps that the matched members of two lists leave. */
  #inGaps(
    from: readonly number[],
    to: readonly number[],
    pair: (from: readonly number[], to: readonly number[]) => Pair[],
  ): Pair[] {
    const places = new Map(from.map((index, place) => [index, place]));
    const fences = to.flatMap((index, place): Pair[] => {
      const there = places.get(this.ofLater.get(index) ?? -1);
      return there === undefined ? [] : [[there, place]];
    });
    const found: Pair[] = [];
    for (const gap of gapsBetween(from, to, inBothOrders(fences))) {
      const one = gap.from.filter((index) => !this.#ofEarlier.has(index));
      const other = gap.to.filter((index) => !this.ofLater.has(index));
      if (one.length === 0 || other.length === 0) continue;
      for (const [row, column] of pair(one, other)) {
        const [earlier, later] = [one[row], other[column]];
        if (earlier === undefined || later === undefined) continue;
        this.#take(earlier, later);
        found.push([earlier, later]);
      }
    }
    return found;
  }

  /** A clause on another text is another clause, unless nearly all else is the same: numbers of some texts change yearly. */
  #likeness(from: number, to: number): number {
    const likeness = this.#wordLikeness(from, to);
    const [cited, citedThere] = [this.#from.cited[from] ?? null, this.#to.cited[to] ?? null];
    const another = cited !== null && citedThere !== null && cited !== citedThere;
    return another && likeness < alikeOnAnotherText ? 0 : likeness;
  }

  #wordLikeness(from: number, to: number): number {
    const [one, other] = [this.#from.bag(from), this.#to.bag(to)];
    const likeness = this.#vocabulary.likeness(one, other);
    const [wholeOne, wholeOther] = [this.#from.whole(from), this.#to.whole(to)];
    if (wholeOne === one || wholeOther === other) return likeness;
    return Math.max(likeness, this.#vocabulary.likeness(wholeOne, wholeOther) * 0.9);
  }

  /** The same words, long enough to be known again, that stand once in each text. */
  takeOnceEverywhere(): void {
    const places = new Map(this.#from.outline.keys.map((key, index) => [key, index]));
    this.#to.outline.keys.forEach((key, later) => {
      const earlier = places.get(key);
      if (earlier === undefined || !this.#isDistinct(key)) return;
      if (!this.ofLater.has(later) && !this.#ofEarlier.has(earlier)) this.#take(earlier, later);
    });
  }

  /** What a text says more than once, or in few words, does not tell where it came from. */
  #isDistinct(key: string): boolean {
    const repeated = (this.#from.counts.get(key) ?? 0) > 1 || (this.#to.counts.get(key) ?? 0) > 1;
    return !repeated && wordsIn(key).length >= fewestWords;
  }

  /** What is left and alike: the likest first, then those that stand nearest to each other. */
  takeAlikeElsewhere(): void {
    const index = this.#leftByWord();
    const candidates: { from: number; to: number; likeness: number; distance: number }[] = [];
    this.#to.outline.clauses.forEach((_, to) => {
      if (this.ofLater.has(to)) return;
      for (const from of this.#candidatesFor(this.#to.bag(to), index)) {
        const likeness = this.#likeness(from, to);
        const sameHeading =
          this.#sections.get(this.#to.outline.sectionOf[to] ?? -1) === this.#from.outline.sectionOf[from];
        const distinct =
          this.#isDistinct(this.#from.outline.keys[from] ?? '') && this.#isDistinct(this.#to.outline.keys[to] ?? '');
        if (likeness < (sameHeading ? alikeUnderHeading : alikeElsewhere) || !(sameHeading || distinct)) continue;
        candidates.push({ from, to, likeness: likeness + (sameHeading ? 0.1 : 0), distance: Math.abs(from - to) });
      }
    });
    candidates.sort((one, other) => other.likeness - one.likeness || one.distance - other.distance);
    for (const { from, to } of candidates) {
      if (!this.#ofEarlier.has(from) && !this.ofLater.has(to)) this.#take(from, to);
    }
  }

  /** The clauses of the earlier text that are left, by each of their words. */
  #leftByWord(): Map<number, number[]> {
    const index = new Map<number, number[]>();
    this.#from.outline.clauses.forEach((_, from) => {
      if (this.#ofEarlier.has(from)) return;
      for (const word of this.#from.bag(from).words) {
        const known = index.get(word);
        if (known === undefined) index.set(word, [from]);
        else if (known.length < 64) known.push(from);
      }
    });
    return index;
  }

  /** Clauses that are alike share one of their rarer words. */
  #candidatesFor(bag: Bag, index: ReadonlyMap<number, number[]>): Set<number> {
    const rare = [...bag.words]
      .filter((word) => index.has(word))
      .sort((one, other) => this.#vocabulary.frequency(one) - this.#vocabulary.frequency(other) || one - other)
      .slice(0, 10);
    return new Set(rare.flatMap((word) => index.get(word) ?? []));
  }

  #take(from: number, to: number): void {
    this.ofLater.set(to, from);
    this.#ofEarlier.set(from, to);
  }
}
