/** The shape in which texts of law are shown; pages make it from the register's texts. */
import type { Certainty, Footnote, TextRun } from '#kernel/reading/index.ts';

/** One clause, ready to be shown. */
export interface LawClause {
  type: 'clause';
  /** Its address within the page. */
  anchor: string | null;
  label: { before: string | null; after: string | null };
  status: 'kept' | 'changed' | 'renumbered' | 'inserted' | 'deleted';
  runs: readonly TextRun[];
  certainty: Certainty;
  line: number;
  /** The other end, where the same words were taken out in one place and put in at another. */
  moved: { to: boolean; anchor: string; place: string } | null;
  /** Marks of the footnotes that hang on it. */
  notes: readonly string[];
  items: readonly LawItem[];
}

/** Clauses that stand in the cells of a table. */
export interface LawTable {
  type: 'table';
  rows: readonly (readonly (readonly LawClause[])[])[];
}

/** Clauses without a change, where only changes are shown. */
export interface KeptClauses {
  type: 'kept';
  count: number;
}

export type LawItem = LawClause | LawTable | KeptClauses;

export interface LawSection {
  heading: string | null;
  status: 'kept' | 'changed' | 'inserted' | 'deleted';
  line: number;
  anchor: string;
  items: readonly LawItem[];
}

export interface LawText {
  opening: string | null;
  sections: readonly LawSection[];
  annexes: readonly {
    heading: string;
    title: string | null;
    line: number;
    anchor: string;
    sections: readonly LawSection[];
  }[];
  footnotes: readonly Footnote[];
}

/** Which text is shown: both with the changes marked, only what changes, or one of the two. */
export type LawView = 'inline' | 'changes' | 'base' | 'proposed';

/** Whether a clause stands in the base or in the proposed text. */
export function standsIn(clause: Pick<LawClause, 'label' | 'runs'>, side: 'base' | 'proposed'): boolean {
  const label = side === 'base' ? clause.label.before : clause.label.after;
  return label !== null || clause.runs.some((run) => run.change === (side === 'base' ? 'deleted' : 'inserted'));
}
