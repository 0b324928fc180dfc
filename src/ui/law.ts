/** The shape in which texts of law are shown; pages make it from the register's texts. */
import type { Certainty, TextRun } from '#kernel/reading/index.ts';

/** One clause, ready to be shown. */
export interface LawClause {
  type: 'clause';
  /** Its address within the page. */
  anchor: string | null;
  label: { before: string | null; after: string | null };
  status: 'kept' | 'changed' | 'renumbered' | 'inserted' | 'deleted';
  runs: readonly TextRun[];
  /** Only the sign or "and" at its end changed, because the list grew or shrank. */
  endOfList: boolean;
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
  /** The heading with its changes. */
  headingRuns: readonly TextRun[];
  status: 'kept' | 'changed' | 'inserted' | 'deleted';
  line: number;
  anchor: string;
  items: readonly LawItem[];
}

/** A footnote; its runs say in which of the two texts it stands. */
export interface LawNote {
  mark: string;
  runs: readonly TextRun[];
  line: number;
  isKept: boolean;
}

export interface LawText {
  /** The opening with its changes; empty where there is none. */
  opening: readonly TextRun[];
  sections: readonly LawSection[];
  annexes: readonly {
    heading: string;
    headingRuns: readonly TextRun[];
    titleRuns: readonly TextRun[];
    line: number;
    anchor: string;
    sections: readonly LawSection[];
  }[];
  footnotes: readonly LawNote[];
}

/** Which text is shown: both with the changes marked, only what changes, or one of the two. */
export type LawView = 'inline' | 'changes' | 'base' | 'proposed';

/** Whether a clause stands in the base or in the proposed text. */
export function standsIn(clause: Pick<LawClause, 'label' | 'runs'>, side: 'base' | 'proposed'): boolean {
  const label = side === 'base' ? clause.label.before : clause.label.after;
  return label !== null || clause.runs.some((run) => run.change === (side === 'base' ? 'deleted' : 'inserted'));
}

/** Words as they stand in one of the two texts. */
export function wordsOn(runs: readonly TextRun[], side: 'base' | 'proposed'): string {
  const gone = side === 'base' ? 'inserted' : 'deleted';
  return runs
    .filter((run) => run.change !== gone)
    .map((run) => run.text)
    .join('');
}
