/** What differs between two clean texts: the result of a comparison. */
import type { LegalText, Section, TextRun } from '#kernel/reading/index.ts';

/** Words of both texts; `null` where a text has none. `runs` lead from one to the other. */
export interface ComparedWords {
  before: string | null;
  after: string | null;
  runs: TextRun[];
}

/**
 * What became of a clause, the weightiest first: it stands in one text only; it moved (and was perhaps reworded); its
 * words changed; only its label; only the sign or "and" at its end, because a list grew or shrank; nothing.
 */
export type ClauseStatus = 'inserted' | 'deleted' | 'moved' | 'changed' | 'renumbered' | 'end-of-list' | 'kept';

/** A clause of either text, or of both. */
export interface ComparedClause extends ComparedWords {
  status: ClauseStatus;
  /** Index among the clauses of the earlier text, as `placedClauses` lists them; `null` where it is not in it. */
  from: number | null;
  /** The same for the later text. */
  to: number | null;
  /** Address in each text; `null` where it is not in it. */
  path: { before: string | null; after: string | null };
  /** `null` where the clause is not in that text, the empty string where it has no label there. */
  label: { before: string | null; after: string | null };
  /** Its words differ by more than the end of a list; `false` for clauses of one text. */
  reworded: boolean;
  /** It stayed in its place under another label. */
  renumbered: boolean;
  moved: boolean;
  /** Heading and label where a clause that moved stood before, such as "noting c)". */
  movedFrom: string | null;
  depth: number;
}

/** A section of either text, or of both, with all its clauses in reading order, sub-clauses behind their clause. */
export interface ComparedSection {
  status: 'kept' | 'changed' | 'inserted' | 'deleted' | 'moved';
  kind: Section['kind'];
  from: number | null;
  to: number | null;
  /** Index of its annex among the compared annexes; `null` in the body. */
  annex: number | null;
  heading: ComparedWords;
  clauses: ComparedClause[];
}

export interface ComparedAnnex {
  status: 'kept' | 'changed' | 'inserted' | 'deleted' | 'moved';
  from: number | null;
  to: number | null;
  heading: ComparedWords;
  title: ComparedWords;
}

export interface ComparedNote extends ComparedWords {
  status: 'kept' | 'changed' | 'inserted' | 'deleted';
  mark: { before: string | null; after: string | null };
  from: number | null;
  to: number | null;
}

/** Every clause, section, annex and note of both texts stands in it exactly once. */
export interface Comparison {
  from: LegalText;
  to: LegalText;
  heading: ComparedWords;
  title: ComparedWords;
  opening: ComparedWords;
  sections: ComparedSection[];
  annexes: ComparedAnnex[];
  footnotes: ComparedNote[];
}
