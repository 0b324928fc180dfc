/** Cells of printed pages: lines broken by the width of their column, rows broken by the end of a page. */
import { fold, isBlank, type CellPlace, type Line } from './lines.ts';
import { isLabelAlone, splitLabel } from './labels.ts';
import { firstWord, widthOf } from './width.ts';

/** Tells whether a line of a cell goes on in the next one. */
export interface ColumnWidths {
  goesOn(last: Line, next: Line): boolean;
}

/**
 * Widths of the columns, told from their widest line. Rows of a single cell are left aside: they span several columns.
 */
export function widthsOfColumns(lines: readonly Line[]): ColumnWidths {
  const widths = new Map<string, number>();
  const lastColumns = new Map<string, number>();
  for (const { cell } of lines) if (cell !== null) raise(lastColumns, rowKey(cell), cell.column);
  const keyOf = (cell: CellPlace): string =>
    lastColumns.get(rowKey(cell)) === 0 ? `${cell.table} whole` : `${cell.table} ${cell.column}`;
  for (const { cell, text } of lines) if (cell !== null) raise(widths, keyOf(cell), widthOf(fold(text)));
  return {
    goesOn: (last, next) =>
      last.cell !== null && sameCell(last.cell, next.cell) && breaks(last, next, widths.get(keyOf(last.cell)) ?? 0),
  };
}

function raise(most: Map<string, number>, key: string, value: number): void {
  most.set(key, Math.max(most.get(key) ?? 0, value));
}

function rowKey({ table, row }: CellPlace): string {
  return `${table} ${row}`;
}

function sameCell(one: CellPlace, other: CellPlace | null): boolean {
  return one.table === other?.table && one.row === other.row && one.column === other.column;
}

/** Words that nothing ends with. */
export const unfinished =
  /(?:[,/&(–-]|\b(?:a|an|and|are|as|at|be|before|after|by|for|from|in|into|is|its|of|on|or|that|the|their|through|to|under|will|with|without|de|du|des|et|la|le))$/iu;
/** Check boxes, and forms of address before a name: each begins a line of its own. */
const beginning =
  /^(?:[☐☑☒□■▢◻✓✔✗✘\uf0a8\uf06f\uf0fe\uf0fd]|\[[ xX]?\]|(?:Mr|Mrs|Ms|Miss|Dr|Prof|Eng|Ir|H\.?E)\.?\s\p{Lu})/u;
/** Codes of elements, which begin something of their own ("A.1-2:", "D.2-a", "SO1.2"). */
const code = /^(?:[\p{L}]{1,4}[.–-]?\d{1,3}|\d{1,3}(?=[.–-]\d))(?:[.–-][\p{L}\d]{1,3})*(?:[:.)]|\s|$)/u;

/**
 * Whether the width of the column broke a line: the first word of the next one had no room. Widths are only estimated:
 * words that go on in small letters or break off need less of a proof than a line that filled the column.
 */
function breaks(last: Line, next: Line, width: number): boolean {
  const text = fold(last.text);
  const words = fold(next.text);
  if (code.test(words) || (beginning.test(words) && !unfinished.test(text))) return false;
  const wanted = widthOf(text) + widthOf(` ${firstWord(words)}`);
  if (unfinished.test(text) || isLabelAlone(text)) return wanted > width * 0.6;
  return /^[\p{Ll}(&]/u.test(words) ? wanted > width * 0.8 : wanted > width && widthOf(text) > width * 0.85;
}

// ---------------------------------------------------------------- rows

/**
 * The lines with rows put together that the end of a page broke: the lines of a row that only goes on with the one
 * before it get its place, and stand behind the lines of the cell that they go on with.
 */
export function wholeRows(lines: readonly Line[]): readonly Line[] {
  const rows = rowsIn(lines);
  const moved = new Map<TableRow, TableRow>();
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (before !== undefined && goesOnWith(before, row)) moved.set(row, moved.get(before) ?? before);
  });
  if (moved.size === 0) return lines;
  const behind = new Map<Line, Line[]>();
  const taken = new Set<Line>();
  for (const [row, whole] of moved) {
    for (const [column, cell] of row.cells) {
      const last = whole.cells.get(column)?.at(-1);
      if (last === undefined) continue;
      const place = last.cell;
      const following = behind.get(last) ?? [];
      behind.set(last, following);
      for (const line of cell) {
        following.push({ ...line, cell: inside(place) });
        taken.add(line);
      }
    }
  }
  return lines.flatMap((line) => (taken.has(line) ? [] : [line, ...(behind.get(line) ?? [])]));
}

function inside(place: CellPlace | null): CellPlace | null {
  return place === null ? null : { ...place, first: false };
}

interface TableRow {
  table: number;
  /** Lines by column, blank ones left out. */
  cells: Map<number, Line[]>;
  firstPage: number;
  lastPage: number;
}

function rowsIn(lines: readonly Line[]): TableRow[] {
  const rows: TableRow[] = [];
  let at: CellPlace | null = null;
  for (const line of lines) {
    const { cell } = line;
    if (cell === null || isBlank(line.text)) continue;
    const page = line.paragraph.page ?? 0;
    if (at?.table !== cell.table || at.row !== cell.row) {
      rows.push({ table: cell.table, cells: new Map(), firstPage: page, lastPage: page });
      at = cell;
    }
    const row = rows.at(-1);
    if (row === undefined) continue;
    const inCell = row.cells.get(cell.column);
    if (inCell === undefined) row.cells.set(cell.column, [line]);
    else inCell.push(line);
    row.firstPage = Math.min(row.firstPage, page);
    row.lastPage = Math.max(row.lastPage, page);
  }
  return rows;
}

/** Whether a row stands over the end of a page and each of its cells goes on with words of the row before. */
function goesOnWith(before: TableRow, row: TableRow): boolean {
  if (before.table !== row.table || row.firstPage !== before.lastPage + 1) return false;
  return [...row.cells].every(([column, [first]]) => {
    const last = before.cells.get(column)?.at(-1);
    if (first === undefined || last === undefined) return false;
    const words = fold(first.text);
    const { bullet, label } = splitLabel(words);
    if (bullet || label !== null || code.test(words)) return false;
    return /^\p{Ll}/u.test(words) || unfinished.test(fold(last.text));
  });
}
