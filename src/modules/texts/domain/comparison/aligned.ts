/** What two clean texts have to do with each other, clause by clause. */
import type { LegalText } from '#kernel/reading/index.ts';

/** A clause of a clean text and where it stands. */
export interface PlacedClause {
  /** Address within the text, such as "resolves-5.3". */
  path: string;
  /** Heading of the annex it stands in; `null` in the body. */
  annex: string | null;
  /** Heading of its section; `null` before any heading. */
  heading: string | null;
  /** As printed; the empty string for a clause without one. */
  label: string;
  words: string;
  /** 0 for clauses directly under a heading. */
  depth: number;
  /** Index of the clause it belongs to among all clauses of its text; `null` at depth 0. */
  parent: number | null;
  line: number;
}

/**
 * One clause over both texts. `from` alone: deleted; `to` alone: inserted; both: the same clause, however much its label
 * and words changed.
 */
export interface AlignedClause {
  /** Index into the clauses of the earlier text. */
  from: number | null;
  /** Index into the clauses of the later text. */
  to: number | null;
  /** It stands elsewhere: under another heading or clause, or in another order among those that stayed. */
  moved: boolean;
}

/** A section, or an annex, over both texts; the indexes count those of a text in order, sections of annexes last. */
export interface AlignedPart {
  from: number | null;
  to: number | null;
  /** It stands in another order among those that stayed. */
  moved: boolean;
}

/** Two texts with all clauses of each in order and how they belong together. */
export interface AlignedTexts {
  from: { text: LegalText; clauses: readonly PlacedClause[] };
  to: { text: LegalText; clauses: readonly PlacedClause[] };
  /**
   * Every clause of both texts once, in reading order: in the order of the later text, deleted clauses behind the clause
   * they followed in the earlier one.
   */
  clauses: readonly AlignedClause[];
  /** Every section of both texts once, in the order of the later text; deleted ones behind the section they followed. */
  sections: readonly AlignedPart[];
  /** Every annex of both texts once, ordered alike. */
  annexes: readonly AlignedPart[];
}
