/** A text taken apart but not yet read on both sides: what the parser makes and the readings of changes work on. */
import type { Family, PrintedLabel } from '../labels/label.ts';
import type { Passage } from '../words/passages.ts';
import type { Part } from './vocabulary.ts';

export interface DraftClause {
  passage: Passage;
  label: PrintedLabel | null;
  /** `null` for a clause without label. */
  family: Family | null;
  children: DraftClause[];
}

export interface DraftSection {
  kind: Part | 'annex';
  /** The line of the heading, `null` for clauses before any heading. */
  heading: Passage | null;
  clauses: DraftClause[];
  line: number;
}

export interface DraftAnnex {
  heading: Passage;
  title: Passage[];
  sections: DraftSection[];
}

export interface DraftText {
  heading: Passage | null;
  title: Passage[];
  opening: Passage[];
  sections: DraftSection[];
  annexes: DraftAnnex[];
}

/** All clauses of a list with their sub-clauses, in document order. */
export function* allClauses(clauses: readonly DraftClause[]): Generator<DraftClause> {
  for (const clause of clauses) {
    yield clause;
    yield* allClauses(clause.children);
  }
}

/** The sections of a text and of its annexes, in document order. */
export function allSections(draft: DraftText): DraftSection[] {
  return [...draft.sections, ...draft.annexes.flatMap((annex) => annex.sections)];
}
