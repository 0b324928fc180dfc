/**
 * What a plan is read from, in order: lines, and rows of tables whose columns are named. Tables without named columns,
 * and single cells between rows, are only a way of laying out lines.
 */
import type { Block as Node, Document, Line, Table } from '#formats/document/index.ts';
import { columnsOf, type Column } from './columns.ts';
import { noOwnWords, wordedLine } from './element.ts';
import { opened, planLines, type PlanLine } from './lines.ts';
import { levelsOfHeading } from './words.ts';

export interface CellLines {
  /** First column of the grid, 0-based, and how many it spans. */
  column: number;
  span: number;
  lines: PlanLine[];
}

/** A row under a heading row. */
export interface RowUnit {
  kind: 'row';
  table: number;
  cells: CellLines[];
  columns: readonly Column[];
  /** Where the row begins, also when its first cell is empty. */
  line: number;
}

/** The row that names the columns of the rows that follow; their lines are in the columns. */
export interface HeaderUnit {
  kind: 'header';
  table: number;
  columns: readonly Column[];
}

export type Unit =
  | { kind: 'line'; table: number | null; line: PlanLine }
  | { kind: 'blank-row'; table: number; line: number }
  | { kind: 'label-row'; table: number; label: PlanLine; lines: PlanLine[] }
  | RowUnit
  | HeaderUnit;

interface GridRow {
  table: number;
  line: number;
  /** Cells that the row has, empty ones included. */
  width: number;
  header: boolean;
  cells: CellLines[];
}

/** Lines outside of tables, or the rows of one table. */
type Block = { kind: 'loose'; lines: PlanLine[] } | { kind: 'rows'; rows: GridRow[] };

/** Cuts lines into units. The document is asked only how its tables are built. */
export function unitsOf(document: Document, lines: readonly Line[]): Unit[] {
  const tables = tablesOf(document.blocks);
  const blocks = blocksOf(lines).map<Block>((block) =>
    block.table === null
      ? { kind: 'loose', lines: planLines(block.lines) }
      : { kind: 'rows', rows: gridOf(block.lines, tables[block.table]) },
  );
  const units: Unit[] = [];
  const carried: Carried = { columns: null, width: 0 };
  for (const block of document.media === 'text' ? mended(blocks) : blocks) {
    if (block.kind === 'loose') {
      if (block.lines.length > 0) carried.columns = null;
      for (const unit of looseUnits(block.lines)) units.push(unit);
    } else {
      for (const unit of tableUnits(block.rows, carried)) units.push(unit);
    }
  }
  return units;
}

/**
 * Text cannot tell a blank paragraph inside a cell from the end of the row. A row that lacks cells and goes on after
 * blank lines, with as many cells as it lacks at most, is one row; then lines after it, a single blank line apart, are
 * still its last cell.
 */
function mended(blocks: readonly Block[]): Block[] {
  const made: Block[] = [];
  let at = 0;
  for (const block of blocks) {
    const index = at++;
    const broken = block.kind === 'rows' ? made.at(-1) : undefined;
    const between = broken?.kind === 'loose' ? broken : undefined;
    const before = between === undefined ? undefined : made.at(-2);
    if (block.kind === 'rows' && between !== undefined && before?.kind === 'rows' && goesOn(before, between, block)) {
      made.pop();
      const row = joinRows(before.rows, between.lines, block.rows);
      const next = blocks[index + 1];
      if (row !== undefined && next?.kind === 'loose') takeTail(row, next.lines);
      continue;
    }
    made.push(block);
  }
  return made;
}

function goesOn(
  before: Block & { kind: 'rows' },
  between: Block & { kind: 'loose' },
  after: Block & { kind: 'rows' },
): boolean {
  const width = before.rows.reduce((widest, row) => Math.max(widest, row.width), 0);
  const row = before.rows.at(-1);
  const rest = after.rows[0];
  if (row === undefined || rest === undefined || row.width < 2 || row.width + rest.width > width) return false;
  return followsClosely(lastLineOf(row), between.lines) === between.lines.length;
}

/** How many of the lines, from the first on, stand one blank line apart. */
function followsClosely(from: number, lines: readonly PlanLine[]): number {
  let previous = from;
  const end = lines.findIndex((line) => {
    const near = line.line - previous <= 2;
    previous = line.line;
    return !near;
  });
  return end === -1 ? lines.length : end;
}

function lastLineOf(row: GridRow): number {
  return row.cells.reduce((last, cell) => cell.lines.reduce((most, line) => Math.max(most, line.line), last), row.line);
}

/** Joins the last of the rows with what goes on from it; gives that row back where nothing follows it. */
function joinRows(rows: GridRow[], lines: readonly PlanLine[], rest: readonly GridRow[]): GridRow | undefined {
  const row = rows.at(-1);
  const [first, ...others] = rest;
  if (row === undefined || first === undefined) return undefined;
  row.cells.at(-1)?.lines.push(...lines);
  for (const cell of first.cells) row.cells.push({ ...cell, column: row.width + cell.column });
  row.width += first.width;
  for (const other of others) rows.push(other);
  return others.length === 0 ? row : undefined;
}

/** Moves lines that stand close to a mended row into its last cell. */
function takeTail(row: GridRow, lines: PlanLine[]): void {
  const close = followsClosely(lastLineOf(row), lines);
  row.cells.at(-1)?.lines.push(...lines.splice(0, close));
}

/** Columns that a table cut in two by a page or a blank line goes on with. */
interface Carried {
  columns: readonly Column[] | null;
  width: number;
}

function tableUnits(rows: readonly GridRow[], carried: Carried): Unit[] {
  const units: Unit[] = [];
  const width = rows.reduce((widest, row) => Math.max(widest, row.width), 0);
  let columns = carried.width === width ? carried.columns : null;
  const headings = rows.map((row) => headingOf(row));
  for (const [index, row] of rows.entries()) {
    const filled = row.cells.filter((cell) => cell.lines.length > 0);
    const named = headings[index] ?? null;
    const titles = filled.length === 1 && (headings[index + 1] ?? null) !== null;
    if (filled.length === 0) units.push({ kind: 'blank-row', table: row.table, line: row.line });
    else if (named !== null) {
      columns = named;
      units.push({ kind: 'header', table: row.table, columns });
    } else if (columns !== null && row.width > 1 && !titles) {
      units.push({ kind: 'row', table: row.table, cells: row.cells, columns, line: row.line });
    } else units.push(...unnamedRow(row.table, filled));
  }
  carried.columns = columns;
  carried.width = width;
  return units;
}

/** The columns that a row names. */
function headingOf(row: GridRow): Column[] | null {
  const filled = row.cells.filter((cell) => cell.lines.length > 0).length;
  return filled > 1 ? columnsOf(row.cells, row.header) : null;
}

/** A row without named columns: a label before its words where the first cell is one line, else lines in order. */
function unnamedRow(table: number, filled: readonly CellLines[]): Unit[] {
  const [first, ...others] = filled;
  const [label] = first?.lines ?? [];
  const lines = others.flatMap((cell) => cell.lines);
  if (label !== undefined && first?.lines.length === 1 && lines.length > 0 && isLabel(label)) {
    return [{ kind: 'label-row', table, label, lines }];
  }
  return filled.flatMap((cell) => cell.lines).map((line) => ({ kind: 'line', table, line }));
}

/** "Outputs", "Outcome 1.1:": words that name a level or an element and leave the rest to the next cell. */
function isLabel(line: PlanLine): boolean {
  return levelsOfHeading(line.text).length > 0 || wordedLine(line.raw, noOwnWords)?.text === '';
}

/** Lines outside of tables; lines with tabs after a line of column headings are the rows of a table. */
function looseUnits(lines: readonly PlanLine[]): Unit[] {
  const units: Unit[] = [];
  let columns: readonly Column[] | null = null;
  for (const line of lines) {
    const cells = line.raw.includes('\t') ? tabbedCells(line) : [];
    const named = cells.length > 1 ? columnsOf(cells, false) : null;
    if (named !== null) {
      columns = named;
      units.push({ kind: 'header', table: -1, columns });
    } else if (columns !== null && cells.length > 1 && !standsBetween(line, cells, columns)) {
      units.push({ kind: 'row', table: -1, cells, columns, line: line.line });
    } else {
      if (cells.length < 2) columns = null;
      units.push({ kind: 'line', table: null, line });
    }
  }
  return units;
}

/** "Strategy 1.2 <tab> Mend the quay" behind a blank line stands between two tables, and is no row of many columns. */
function standsBetween(line: PlanLine, cells: readonly CellLines[], columns: readonly Column[]): boolean {
  return line.gap && cells.length === 2 && columns.length >= 4;
}

function tabbedCells(line: PlanLine): CellLines[] {
  return line.raw.split('\t').map((words, column) => ({
    column,
    span: 1,
    lines: words.trim() === '' ? [] : [{ ...line, ...opened(words) }],
  }));
}

/** Runs of lines of one table, nested tables set apart, and runs of lines outside. */
function blocksOf(lines: readonly Line[]): { table: number | null; lines: Line[] }[] {
  const blocks: { table: number | null; lines: Line[] }[] = [];
  const open = new Map<number, Line[]>();
  for (const line of lines) {
    const table = line.cell?.table ?? null;
    const known = table === null ? undefined : open.get(table);
    if (known !== undefined) known.push(line);
    else if (table === null && blocks.at(-1)?.table === null) blocks.at(-1)?.lines.push(line);
    else {
      const block = { table, lines: [line] };
      blocks.push(block);
      if (table !== null) open.set(table, block.lines);
    }
  }
  return blocks;
}

/** The rows of one table with the columns of its grid. In a PDF an empty cell has no line at all. */
function gridOf(lines: readonly Line[], table: Table | undefined): GridRow[] {
  const byPlace = new Map<number, Map<number, Line[]>>();
  for (const line of lines) {
    if (line.cell === null) continue;
    const row = byPlace.get(line.cell.row) ?? new Map<number, Line[]>();
    byPlace.set(line.cell.row, row);
    const cell = row.get(line.cell.column);
    if (cell === undefined) row.set(line.cell.column, [line]);
    else cell.push(line);
  }
  const number = lines[0]?.cell?.table ?? 0;
  const rows: GridRow[] = [];
  let last = lines[0]?.number ?? 0;
  for (const at of rowsIn(byPlace, table)) {
    const shape = table?.rows[at];
    const own = byPlace.get(at) ?? new Map<number, Line[]>();
    const [first = []] = own.values();
    last = first[0]?.number ?? last;
    const width = shape?.cells.length ?? 1;
    const row: GridRow = { table: number, line: last, width, header: shape?.header ?? false, cells: [] };
    let column = 0;
    for (let index = 0; index < width; index++) {
      const span = shape?.cells[index]?.span ?? 1;
      row.cells.push({ column, span, lines: planLines(own.get(index) ?? []) });
      column += span;
    }
    rows.push(row);
  }
  return rows;
}

/** The rows that hold one of the lines, and those behind the first that hold none at all. */
function rowsIn(byPlace: ReadonlyMap<number, unknown>, table: Table | undefined): number[] {
  const [first = 0] = byPlace.keys();
  if (table === undefined) return [...byPlace.keys()];
  return table.rows.flatMap(({ cells }, index) => {
    const isEmpty = index > first && cells.every((cell) => cell.blocks.length === 0);
    return byPlace.has(index) || isEmpty ? [index] : [];
  });
}

/** Every table in the order in which lines number them. */
function tablesOf(blocks: readonly Node[]): Table[] {
  const tables: Table[] = [];
  const waiting: Node[] = [...blocks].reverse();
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    if (block.kind !== 'table') continue;
    tables.push(block);
    const inside = block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks));
    for (const inner of inside.reverse()) waiting.push(inner);
  }
  return tables;
}
