/** Finds tables without borders: neighbouring lines whose words stand under one another. */
import { splitLabel } from '../document/labels.ts';
import { enclosing, fragmentOf, type Fragment, type PrintLine } from './lines.ts';

/** A table made of lines. */
export interface LineTable {
  /** Index of the line after its last. */
  to: number;
  /** By row and column; each cell holds its lines from the top down. */
  rows: Fragment[][][];
  /** Left edges of the columns. */
  xs: number[];
}

/** Edges that differ by less stand under one another, in points. */
const aligned = 2.5;
/** Rows of one table are at most this many times the size of the font apart. */
const farthestRow = 4;
/** A gap this many times the size of the font may part two columns; wider ones are known to (see `lines.ts`). */
const possibleGap = 0.55;
/** More lines than a page has, and more columns. */
const mostLines = 400;
const mostColumns = 100;

/**
 * Lines side by side, cut at every gap that may part columns: one line, or several that stand less than a line apart,
 * as the words of cells do that are set in the middle of their row.
 */
interface Candidate {
  lines: PrintLine[];
  /** Of the first and of the last line. */
  base: number;
  lastBase: number;
  size: number;
  left: number;
  /** What wide gaps part, from left to right. */
  fragments: Fragment[];
  pieces: Fragment[];
}

interface Column {
  left: number;
  right: number;
  /** Whether in some line the gap before it is too wide to be a blank. */
  apart: boolean;
}

/** The table that begins with this line, or `null`. */
export function findTable(lines: readonly PrintLine[], from: number): LineTable | null {
  const rows: Candidate[] = [];
  let columns: Column[] = [];
  let complete = 0;
  for (let at = from; at < lines.length && at - from < mostLines;) {
    const candidate = candidateAt(lines, at);
    if (candidate === null || (rows.length === 0 && candidate.fragments.length < 2)) break;
    const next = fits(candidate, rows.at(-1), columns) ? widened(columns, candidate) : null;
    if (next === null) break;
    columns = next;
    rows.push(candidate);
    at += candidate.lines.length;
    if (candidate.fragments.length > 1) complete = rows.length;
    else if (lengthWithTail(rows, complete) < rows.length) break;
  }
  const kept = rows.slice(0, lengthWithTail(rows, complete));
  return isTable(kept, columns) ? tableOf(kept, knownColumns(columns), from) : null;
}

function candidateAt(lines: readonly PrintLine[], at: number): Candidate | null {
  const first = lines[at];
  if (first === undefined || first.fragments.length > mostColumns) return null;
  const band = [first];
  for (let line = lines[at + 1], last = first; line !== undefined; last = line, line = lines[at + band.length]) {
    if (band.length > mostColumns || line.fragments.length > mostColumns) return null;
    const beside = line.left >= last.right || line.right <= last.left || isBetween(line, last);
    if (line.base - last.base > 0.75 * last.size || !beside) break;
    band.push(line);
  }
  const fragments = band.flatMap((line) => line.fragments).sort((a, b) => a.left - b.left);
  if (fragments.length > mostColumns) return null;
  return {
    lines: band,
    base: first.base,
    lastBase: band.at(-1)?.base ?? first.base,
    size: first.size,
    left: fragments[0]?.left ?? first.left,
    fragments,
    pieces: fragments.flatMap(cutAtGaps),
  };
}

/** Whether no words of one line stand over words of the other. */
function isBetween(line: PrintLine, other: PrintLine): boolean {
  return line.fragments.every((a) => other.fragments.every((b) => a.right <= b.left || a.left >= b.right));
}

function cutAtGaps(fragment: Fragment): Fragment[] {
  const pieces: Fragment[] = [];
  let from = 0;
  fragment.spans.forEach((span, index) => {
    const before = fragment.spans[index - 1];
    if (before === undefined || span.left - before.right < possibleGap * fragment.size) return;
    pieces.push(fragmentOf(fragment.spans.slice(from, index), fragment.base, fragment.size));
    from = index;
  });
  pieces.push(fragmentOf(fragment.spans.slice(from), fragment.base, fragment.size));
  return pieces;
}

/** Whether a line is near enough, and is a row or begins where a column does. */
function fits(row: Candidate, before: Candidate | undefined, columns: readonly Column[]): boolean {
  if (before === undefined) return true;
  if (row.base - before.lastBase > farthestRow * Math.max(row.size, before.size)) return false;
  return row.fragments.length > 1 || columns.some((column) => Math.abs(column.left - row.left) < aligned);
}

/** The columns with this line in them; `null` when it reaches over a gap that is known to part columns. */
function widened(columns: readonly Column[], { fragments, pieces }: Candidate): Column[] | null {
  let result = [...columns];
  for (const piece of pieces) {
    const over = result.filter(({ left, right }) => left < piece.right && right > piece.left);
    if (over.slice(1).some((column) => column.apart)) return null;
    const { left, right } = enclosing([piece, ...over.map((column) => ({ ...piece, ...column }))]);
    result = [...result.filter((column) => !over.includes(column)), { left, right, apart: over[0]?.apart ?? false }];
    result.sort((a, b) => a.left - b.left);
  }
  fragments.forEach((fragment, index) => {
    const before = fragments[index - 1];
    const column = result.find(({ left, right }) => left < fragment.right && right > fragment.left);
    if (before === undefined || column === undefined || before.right > column.left) return;
    result = result.map((other) => (other === column ? { ...column, apart: true } : other));
  });
  return result;
}

/** Columns between which no wide gap was ever seen are one. */
function knownColumns(columns: readonly Column[]): Column[] {
  const known: Column[] = [];
  for (const column of columns) {
    const last = known.at(-1);
    if (last === undefined || column.apart) known.push({ ...column });
    else last.right = column.right;
  }
  return known;
}

/** Length of the table with the lines after its last complete row that still belong to it. */
function lengthWithTail(rows: readonly Candidate[], complete: number): number {
  let length = complete;
  while (length < rows.length) {
    const [row, before] = [rows[length], rows[length - 1]];
    if (row === undefined || before === undefined || row.base - before.lastBase > 1.35 * row.size) break;
    length++;
  }
  return length;
}

function isTable(rows: readonly Candidate[], columns: readonly Column[]): boolean {
  if (rows.filter(({ fragments }) => fragments.length > 1).length < 2) return false;
  const apart = columns.filter((column) => column.apart);
  return !isList(rows, apart) && apart.some((column) => stands(column, rows));
}

/** Whether the cells of a column stand under one another by their left, right or middle. */
function stands(column: Column, rows: readonly Candidate[]): boolean {
  const cells = rows.flatMap(({ pieces }) =>
    pieces.filter((piece) => piece.left >= column.left - 0.1 && piece.right <= column.right + 0.1),
  );
  if (cells.length < 2) return false;
  return [
    cells.map((cell) => cell.left),
    cells.map((cell) => cell.right),
    cells.map((cell) => (cell.left + cell.right) / 2),
  ].some((edges) => largestGroup(edges) >= Math.max(2, 0.6 * cells.length));
}

function largestGroup(edges: readonly number[]): number {
  const sorted = edges.toSorted((a, b) => a - b);
  let [best, from] = [0, 0];
  sorted.forEach((edge, index) => {
    while (edge - (sorted[from] ?? edge) > aligned) from++;
    best = Math.max(best, index - from + 1);
  });
  return best;
}

/** Columns of which all but the last hold nothing but numbers and bullets are a list. */
function isList(rows: readonly Candidate[], apart: readonly Column[]): boolean {
  const text = apart.at(-1);
  if (text === undefined || apart.length > 2) return false;
  return rows.every(({ fragments }) => {
    const before = fragments.filter((fragment) => fragment.left < text.left - 0.1);
    return before.length === 0 || leadingLabels([...before, ...fragments.slice(before.length)]) === before.length;
  });
}

/** How many fragments of a line are the number and the bullet of an item, rather than cells: at most two. */
export function leadingLabels(fragments: readonly Fragment[]): number {
  const [first, second] = fragments;
  if (first === undefined || !isLabel(first)) return 0;
  return second !== undefined && fragments.length > 2 && isBullet(second) ? 2 : 1;
}

/**
 * Numbers of items beside those that all recognisers know (`labels.ts`): bare numbers ("1", "2bis") and codes ("D.2-a",
 * "a1"); a year is none.
 */
const codes = /^(?:\d{1,3}(?:bis|ter)?|(?=.*\d)[\p{L}\d]{1,3}(?:[.–-][\p{L}\d]{1,3}){0,4}[.):]?)$/u;

function isLabel(fragment: Fragment): boolean {
  const text = wordsOf(fragment);
  if (text.length > 12 || /\s/u.test(text)) return false;
  const { bullet, label, text: rest } = splitLabel(`${text} x`);
  return ((bullet || label !== null) && rest === 'x') || codes.test(text) || isBullet(fragment);
}

function isBullet(fragment: Fragment): boolean {
  return /^[-–—−•·▪▫◦●○■□◆◇‣⁃∙*➢✓☐☑☒]$/u.test(wordsOf(fragment));
}

function wordsOf({ spans }: Fragment): string {
  return spans
    .map((span) => span.text)
    .join('')
    .trim();
}

/** The cells of a row, one for each column; each holds its lines. */
type Cells = Fragment[][];

function tableOf(lines: readonly Candidate[], columns: readonly Column[], from: number): LineTable {
  const rows: Cells[] = [];
  for (const group of groupsOf(lines.map((line) => ({ ...line, cells: cellsOf(line, columns) })))) {
    const asOne = group.filter((cells) => cells[0]?.length !== 0).length < 2;
    group.forEach((cells, index) => {
      const above = group[index - 1];
      if (above === undefined || !(asOne || continues(cells, above, columns))) rows.push(columns.map(() => []));
      cells.forEach((cell, column) => rows.at(-1)?.[column]?.push(...cell));
    });
  }
  const to = from + lines.reduce((sum, line) => sum + line.lines.length, 0);
  return { to, rows, xs: columns.map((column) => column.left) };
}

function cellsOf({ lines, pieces }: Candidate, columns: readonly Column[]): Cells {
  return columns.map((column, index) => {
    const next = columns[index + 1]?.left ?? Infinity;
    const own = pieces.filter((piece) => (index === 0 || piece.left >= column.left - 0.1) && piece.left < next - 0.1);
    return lines.flatMap(({ base, size }) => {
      const spans = own.filter((piece) => piece.base === base).flatMap((piece) => piece.spans);
      return spans.length === 0 ? [] : [fragmentOf(spans, base, size)];
    });
  });
}

/** Lines that stand closer to one another than to those above and below: often the lines of one row. */
function groupsOf(lines: readonly (Candidate & { cells: Cells })[]): Cells[][] {
  const pitches = lines.slice(1).map((line, index) => line.base - (lines[index]?.lastBase ?? 0));
  const pitch = Math.min(...pitches);
  const groups: Cells[][] = [];
  lines.forEach(({ cells }, index) => {
    const last = groups.at(-1);
    if (last === undefined || (pitches[index - 1] ?? 0) > 1.12 * pitch) groups.push([cells]);
    else last.push(cells);
  });
  return groups;
}

/**
 * Whether a line goes on in the row of the line above: each of its cells had to begin a new line because its first
 * word had no room in the cell above.
 */
function continues(cells: Cells, above: Cells, columns: readonly Column[]): boolean {
  if (cells[0]?.some(isLabel) === true) return false;
  return cells.every((cell, index) => {
    const [before, column, first] = [above[index]?.at(-1), columns[index], cell[0]];
    if (first === undefined) return true;
    if (before === undefined || column === undefined || before.right + firstWordWidth(first) <= column.right)
      return false;
    // A cell much narrower than its column ends where its words end.
    const next = columns[index + 1]?.left ?? column.right;
    return before.right - column.left > 0.6 * (next - column.left);
  });
}

function firstWordWidth(cell: Fragment): number {
  const text = cell.spans.map((span) => span.text).join(' ');
  const word = /^\S*/u.exec(text)?.[0] ?? '';
  return ((cell.right - cell.left) * (word.length + 1)) / Math.max(1, text.length);
}
