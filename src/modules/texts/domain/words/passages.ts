/**
 * The paragraphs of a text as both sides see them. Revisions of paragraph marks make one paragraph of two on one side,
 * so a passage says for each side whether a paragraph begins with it there, and with which words.
 */
import type { TextRun } from '#kernel/reading/index.ts';
import { isBlank, stands, type Line, type Side } from '#formats/document/index.ts';
import { baseOf, joinRuns, proposedOf } from './runs.ts';

/** One physical paragraph with the words of the paragraphs that begin with it. */
export interface Passage {
  line: number;
  /** The last line of the source that it takes; the same as `line` but for paragraphs broken by the width of a page. */
  lastLine: number;
  /** Further lines whose words it took: a title under a heading, a number in the margin. */
  otherLines: readonly number[];
  runs: TextRun[];
  /** The paragraph of the base text that begins here; `null` where none does. */
  base: string | null;
  /** The paragraph of the proposed text that begins here; `null` where none does. */
  proposed: string | null;
  /** As it stands, for patterns that do not care for revisions. */
  printed: string;
  /** Style id and style name in lower case, without blanks: house templates differ only in these. */
  styles: readonly string[];
  /** Automatic numbers, as printed. */
  number: { base: string | null; proposed: string | null };
  /** True where the words or the paragraph mark carry revisions. */
  revised: boolean;
  /** The table it stands in, as lines number them; text converters make one of any line that begins with a tab. */
  table: number | null;
  /** Its place in that table. */
  cell: { table: number; row: number; column: number } | null;
  /** True when a blank line stands before it. */
  afterBlank: boolean;
}

/** The words to look at when asking what a passage is: the proposed ones, else the base ones. */
export function wordsOf(passage: Passage): string {
  return passage.proposed ?? passage.base ?? passage.printed;
}

/** All passages of the lines that hold words, in document order. */
export function passagesOf(lines: readonly Line[]): Passage[] {
  const passages: Passage[] = [];
  let at = 0;
  let afterBlank = false;
  while (at < lines.length) {
    const end = chainEnd(lines, at);
    const made = end === at + 1 ? plainOrMarked(lines[at]) : joined(lines.slice(at, end));
    for (const passage of made) {
      passages.push({ ...passage, afterBlank });
      afterBlank = false;
    }
    if (made.length === 0) afterBlank = true;
    at = end;
  }
  return passages;
}

/** Index after the last line that hangs together with the one at `start` through a revised paragraph mark. */
function chainEnd(lines: readonly Line[], start: number): number {
  let end = start + 1;
  while (end < lines.length) {
    const line = lines[end - 1];
    const next = lines[end];
    if (line === undefined || next === undefined || line.paragraph.mark.length === 0) break;
    if (!sameCell(line, next)) break;
    end++;
  }
  return end;
}

function sameCell(line: Line, next: Line): boolean {
  if (line.cell === null || next.cell === null) return line.cell === next.cell;
  return (
    line.cell.table === next.cell.table && line.cell.row === next.cell.row && line.cell.column === next.cell.column
  );
}

function plainOrMarked(line: Line | undefined): Passage[] {
  if (line === undefined || isBlank(line.text)) return [];
  const runs = runsOf(line);
  const base = baseOf(runs);
  const proposed = proposedOf(runs);
  return [passage(line, runs, isBlank(base) ? null : base, isBlank(proposed) ? null : proposed)];
}

function passage(line: Line, runs: TextRun[], base: string | null, proposed: string | null): Passage {
  const { style, number, mark } = line.paragraph;
  return {
    line: line.number,
    lastLine: line.number,
    otherLines: [],
    runs,
    base,
    proposed,
    printed: line.text,
    styles: [style.id, style.name].flatMap((name) => (name === null ? [] : [name.toLowerCase().replaceAll(' ', '')])),
    number,
    revised: mark.length > 0 || runs.some((run) => run.change !== 'same'),
    table: line.cell?.table ?? null,
    cell: line.cell,
    afterBlank: false,
  };
}

function runsOf(line: Line): TextRun[] {
  const runs: TextRun[] = [];
  for (const run of line.paragraph.runs) {
    if (run.note !== null) continue;
    const inBase = stands(run.marks, 'base');
    const inProposed = stands(run.marks, 'proposed');
    if (inBase || inProposed) {
      runs.push({ text: run.text, change: inBase ? (inProposed ? 'same' : 'deleted') : 'inserted' });
    }
  }
  return joinRuns(runs);
}

/**
 * Lines whose paragraph marks are revised. On each side they fall into paragraphs of their own; a paragraph belongs to
 * the first line that gives it words. Words whose paragraph belongs to different lines on the two sides are shown with
 * each: deleted here, inserted there.
 */
function joined(lines: readonly Line[]): Passage[] {
  const runs = lines.map(runsOf);
  const baseOwner = owners(lines, runs, 'base');
  const proposedOwner = owners(lines, runs, 'proposed');
  const own = lines.map((): TextRun[] => []);
  runs.forEach((pieces, index) => {
    const inBaseOf = own[baseOwner[index] ?? index];
    const inProposedOf = own[proposedOwner[index] ?? index];
    for (const { text, change } of pieces) {
      if (change === 'same' && inBaseOf === inProposedOf) inBaseOf?.push({ text, change });
      else {
        if (change !== 'inserted') inBaseOf?.push({ text, change: 'deleted' });
        if (change !== 'deleted') inProposedOf?.push({ text, change: 'inserted' });
      }
    }
  });
  return lines.flatMap((line, index) => {
    const words = joinRuns(own[index] ?? []);
    const base = baseOf(words);
    const proposed = proposedOf(words);
    if (isBlank(base) && isBlank(proposed)) return [];
    const made = passage(line, words, isBlank(base) ? null : base, isBlank(proposed) ? null : proposed);
    return [{ ...made, revised: true }];
  });
}

/** For each line the index of the line that its paragraph on one side belongs to. */
function owners(lines: readonly Line[], runs: readonly TextRun[][], side: Side): number[] {
  const words = side === 'base' ? baseOf : proposedOf;
  const owner: number[] = [];
  let first = 0;
  lines.forEach((line, index) => {
    const last = index === lines.length - 1;
    if (!last && !stands(line.paragraph.mark, side)) return;
    let owning = first;
    while (owning < index && isBlank(words(runs[owning] ?? []))) owning++;
    for (let at = first; at <= index; at++) owner[at] = owning;
    first = index + 1;
  });
  return owner;
}
