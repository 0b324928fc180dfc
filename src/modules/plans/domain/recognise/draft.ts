/**
 * What reading a plan collects before levels, codes and parents are settled. Nothing here knows how a line was
 * recognised.
 */
import type { Alignment, EmptyChapter, Finding, PlanNode, Risk } from '#kernel/reading/index.ts';
import type { Code } from './code.ts';
import type { PlanLine } from './lines.ts';
import type { LevelName } from './words.ts';

/** One printed element; several items make one node where an element is printed several times. */
export interface Item {
  /** `null` where only the code can tell. */
  level: LevelName | null;
  code: Code | null;
  /** The code is a mere list number, which may restart in the next list. */
  listNumber: boolean;
  text: string;
  line: number;
  lines: readonly number[];
  bracketed: boolean;
  /** Printed with the word of its level ("Objective 2"). */
  worded: boolean;
  /** What it hangs under where its code does not tell. */
  owner: Item | null;
  /** A point under another point of the same list. */
  nested: boolean;
  /** Items of one table row share a number. */
  row: number | null;
  /** The words that say what an enabler supports, and which level they speak of. */
  supports: { printed: string; level: LevelName | null } | null;
  /** Outline level of its heading where the document styles its headings. */
  heading: number | null;
  /** Stands in a list that does not say what its points are. */
  unnamed: boolean;
}

export interface IndicatorDraft {
  of: Item | null;
  /** Code before the indicator, which may tell what it measures. */
  code: Code | null;
  text: string;
  line: number;
  /** Its words without its label and code, among which a quantity may stand. */
  words: string;
  /** The words of its target where they stand apart from it, the year of their column and the unit of their row. */
  target: { words: string; year: number | null; unit: string | null; lines: readonly number[] } | null;
  baselineYear: number | null;
}

/** An element named in running text: "Output 2.1". */
export interface Mention {
  level: string;
  code: Code;
}

export interface AlignmentDraft {
  from: Item | Mention;
  to: Alignment['to'];
  line: number;
}

/** A level named in a heading, a caption, a column or the words before a list. */
export interface NamedLevel {
  name: LevelName;
  lines: readonly number[];
}

export interface Draft {
  items: Item[];
  indicators: IndicatorDraft[];
  risks: Risk[];
  alignments: AlignmentDraft[];
  chapters: EmptyChapter[];
  named: NamedLevel[];
  /** Lines whose words are in the record whatever becomes of items. */
  placed: Set<number>;
  /** Lines of which a part is not in the record. */
  partly: Set<number>;
  findings: Finding[];
}

/** A draft of a plan of which nothing has been read yet. */
export function emptyDraft(): Draft {
  return {
    items: [],
    indicators: [],
    risks: [],
    alignments: [],
    chapters: [],
    named: [],
    placed: new Set(),
    partly: new Set(),
    findings: [],
  };
}

/** An item with the words of a line; the rest may be given. */
export function itemOf(line: PlanLine, text: string, given: Partial<Item> = {}): Item {
  return {
    level: null,
    code: null,
    listNumber: false,
    text,
    line: line.line,
    lines: line.lines,
    bracketed: line.bracketed,
    worded: false,
    owner: null,
    nested: false,
    row: null,
    supports: null,
    heading: line.heading,
    unnamed: false,
    ...given,
  };
}

/** Marks the lines as being in the record. */
export function place(draft: Draft, line: PlanLine): void {
  for (const number of line.lines) draft.placed.add(number);
}

/** An element as a person would call it: "Objective T.1"; one without a code by its first words. */
export function called({ level, code, text }: Pick<PlanNode, 'level' | 'code' | 'text'>): string {
  const name = level.charAt(0).toUpperCase() + level.slice(1).replaceAll('-', ' ');
  return code === null ? `${name} “${text.slice(0, 60)}”` : `${name} ${code.printed}`;
}

/** Adds a finding about one line, or from one line to another. */
export function report(
  draft: Draft,
  rule: string,
  level: Finding['level'],
  lines: number | readonly [number, number] | null,
  message: string,
): void {
  const range: Finding['lines'] =
    lines === null ? null : typeof lines === 'number' ? [lines, lines] : [lines[0], lines[1]];
  draft.findings.push({ rule, level, lines: range, message });
}
