/** Rows of tables with named columns: results, indicators, enablers. */
import { addLinks, announcedScheme } from './alignments.ts';
import { columnAt, type Column } from './columns.ts';
import { itemOf, place, report, type IndicatorDraft, type Item } from './draft.ts';
import { codeOf } from './code.ts';
import { codedElement, wordedLine } from './element.ts';
import type { PlanLine } from './lines.ts';
import { baselineYearOf, yearIn } from './quantity.ts';
import { referencesIn } from './references.ts';
import { readRiskRow } from './risks.ts';
import { addChapter, addElement, knownItem, nameLevels, nextUnit, ownerFor, type State } from './state.ts';
import type { CellLines, HeaderUnit, RowUnit } from './units.ts';
import type { LevelName } from './words.ts';

const enablerName: LevelName = { key: 'enabler', name: 'Enabler', subject: 'enabler', qualified: false, plural: false };

/** Takes note of the columns and of a table that is only a form to be filled. */
export function readHeader(state: State, header: HeaderUnit): void {
  for (const { kind, level, lines } of header.columns) {
    if (level !== null && kind === 'level') nameLevels(state, [level], lines);
    else if (kind !== 'unread') for (const line of lines) place(state.draft, line);
  }
  const unread = header.columns.filter((column) => column.kind === 'unread').map((column) => `“${column.heading}”`);
  const first = header.columns[0]?.lines[0];
  if (unread.length > 0 && first !== undefined) {
    if (header.table === -1) state.draft.partly.add(first.line);
    const message = `The reading has no place for ${unread.join(', ')}; the cells of these columns stay unplaced.`;
    report(state.draft, 'plan-column-unread', 'info', first.line, message);
  }
  startTable(state, header.table);
  state.list = null;
  readEmptyTable(state, header);
}

function startTable(state: State, table: number): void {
  if (state.above.table !== table) state.above = { table, items: new Map(), supports: '' };
}

/** A table of which only the heading row is filled announces what is still to come. */
function readEmptyTable(state: State, header: HeaderUnit): void {
  let ahead = 1;
  while (nextUnit(state, ahead)?.kind === 'blank-row') ahead++;
  const after = nextUnit(state, ahead);
  const { heading } = state;
  if (ahead === 1 || after?.table === header.table || heading === null) return;
  const measured = header.columns.some((column) => column.kind === 'indicator');
  addChapter(state, heading, heading.text);
  const chapter = state.draft.chapters.at(-1);
  if (measured && chapter?.expects === 'other') chapter.expects = 'kpi';
}

/** Reads one row under its headings. */
export function readRow(state: State, row: RowUnit): void {
  state.rows++;
  state.list = null;
  state.titled = null;
  startTable(state, row.table);
  if (row.columns.some((column) => column.kind === 'risk')) return readRiskRow(state.draft, row);
  const supports = row.columns.find((column) => column.kind === 'supports');
  if (supports !== undefined && isEnablerTable(state, row.columns, supports)) return readEnabler(state, row, supports);
  readResults(state, row);
}

// ---------------------------------------------------------------- enablers

function isEnablerTable(state: State, columns: readonly Column[], supports: Column): boolean {
  if (state.caption.some((name) => name.subject === 'enabler')) return true;
  const others = columns.filter((column) => column.kind === 'level' || column.kind === 'contribution');
  return columns[0] === supports && others.length >= 2;
}

/** A row that supports elements: the row is a node, its cells are nodes under it, a paragraph each. */
function readEnabler(state: State, row: RowUnit, supports: Column): void {
  const own = row.cells.find((cell) => columnAt(row.columns, cell.column) === supports)?.lines ?? [];
  const printed = own.map((line) => line.text).join(' ');
  if (printed !== '') state.above.supports = printed;
  const first = own[0] ?? row.cells.flatMap((cell) => cell.lines)[0];
  if (first === undefined) return;
  const level = state.caption.find((name) => name.subject === 'enabler') ?? enablerName;
  const said = { printed: state.above.supports, level: supports.level };
  const lines = own.flatMap((line) => line.lines);
  const item = itemOf(first, state.above.supports, { level, lines, row: state.rows, supports: said, bracketed: false });
  state.draft.items.push(item);
  for (const cell of row.cells) {
    const column = columnAt(row.columns, cell.column);
    if (column === null || column === supports) continue;
    for (const line of cell.lines) readEnablerCell(state, line, column, item);
  }
}

function readEnablerCell(state: State, line: PlanLine, column: Column, owner: Item): void {
  const level = enablerLevel(column);
  if (level === null) return;
  const coded = codedElement(line.raw);
  const code = coded?.listNumber === true ? coded.code : null;
  const text = code === null ? line.text : (coded?.text ?? line.text);
  state.draft.items.push(itemOf(line, text, { level, code, listNumber: code !== null, owner, row: state.rows }));
}

/** What an enabler brings about is no outcome of the plan, whatever its column is called. */
function enablerLevel(column: Column): LevelName | null {
  if (column.kind === 'contribution') {
    return { key: 'contribution', name: 'Contribution', subject: 'other', qualified: false, plural: false };
  }
  if (column.kind !== 'level' || column.level === null) return null;
  return column.level.subject === 'activity' ? column.level : { ...column.level, subject: 'other' };
}

// ---------------------------------------------------------------- results and indicators

/** What has been read of the row so far. */
interface RowReading {
  /** The elements that the row is about, from left to right; a merged cell repeats those above. */
  items: Item[];
  fresh: Item | null;
  indicators: IndicatorDraft[];
  /** A code in a cell of its own, for the next cell. */
  code: string;
  /** What the numbers of the row count. */
  unit: string | null;
}

function readResults(state: State, row: RowUnit): void {
  const reading: RowReading = { items: [], fresh: null, indicators: [], code: '', unit: null };
  for (const cell of row.cells) {
    const column = columnAt(row.columns, cell.column);
    if (column === null || readElementCell(state, cell, column)) continue;
    if (column.kind === 'level' && column.level !== null) readLevelCell(state, row, cell, column, reading);
    else if (cell.lines.length > 0) readOtherCell(state, row, cell, column, reading);
  }
  const target = row.cells.findLast(
    (cell) => columnAt(row.columns, cell.column)?.kind === 'target' && cell.lines.length > 0,
  );
  if (target !== undefined) readTargets(state, row, target, reading);
}

/** A cell that prints an element with its own level ("Objective 2: …" among the indicators) heads the rows below. */
function readElementCell(state: State, cell: CellLines, column: Column): boolean {
  const [line] = cell.lines;
  const worded = line === undefined || cell.lines.length > 1 ? null : wordedLine(line.raw, state.own);
  if (line === undefined || worded === null || worded.text === '' || column.kind === 'risk') return false;
  const { level, code, text } = worded;
  if (level.subject === 'indicator' || level.subject === 'risk' || level.subject === 'target') return false;
  if (column.level?.key === level.key) return false;
  addElement(state, itemOf(line, text, { level, code, worded: true }));
  return true;
}

function readLevelCell(state: State, row: RowUnit, cell: CellLines, column: Column, reading: RowReading): void {
  const above = state.above.items.get(column.at) ?? [];
  if (cell.lines.length === 0) {
    const left = row.cells.every((other) => other.column >= cell.column || other.lines.length === 0);
    if (left) reading.items.push(...above.slice(-1));
    return;
  }
  const level = column.level;
  if (level === null) return;
  const [only] = cell.lines;
  const beside = row.cells.some(
    (other) => other.column > cell.column && other.column < column.end && other.lines.length > 0,
  );
  if (beside && only !== undefined && cell.lines.length === 1 && loneCode.test(only.text)) {
    // A heading over two columns, of which the first holds the code.
    reading.code = only.text;
    return place(state.draft, only);
  }
  const owner = reading.items.findLast((item) => item.level?.key !== level.key) ?? ownerFor(state, level);
  const items: Item[] = [];
  for (const line of cell.lines) {
    const item = cellItem(state, line, level, owner, reading);
    if (continuesAbove(line, item, items.at(-1))) continue;
    const named = item.text === '' ? knownItem(state, level, item.code) : null;
    items.push(named ?? item);
    if (named === null) state.draft.items.push(item);
    else place(state.draft, line);
  }
  state.above.items.set(column.at, items);
  reading.items.push(...items.slice(-1));
  reading.fresh = items.at(-1) ?? reading.fresh;
}

/** A code and nothing else: "a.1", "1.", "SO2". */
const loneCode = /^[A-Za-z]{0,4}\.?\d{1,3}(?:[.-][A-Za-z0-9]{1,3}){0,5}\.?$|^[A-Za-z](?:[.-]\d{1,3}){1,4}$/;

/** A paragraph that goes on in lower case with the one above it, which has a code, belongs to that. */
function continuesAbove(line: PlanLine, item: Item, above: Item | undefined): boolean {
  if (above === undefined || above.code === null || item.code !== null || !/^[a-z(]/.test(line.text)) return false;
  above.text = `${above.text} ${line.text}`;
  above.lines = [...above.lines, ...line.lines];
  return true;
}

function cellItem(state: State, line: PlanLine, level: LevelName, owner: Item | null, reading: RowReading): Item {
  const raw = reading.code === '' ? line.raw : `${reading.code}\t${line.raw}`;
  reading.code = '';
  const worded = wordedLine(raw, state.own);
  const row = state.rows;
  if (worded !== null && worded.level.key === level.key) {
    return itemOf(line, worded.text, { level: worded.level, code: worded.code, worded: true, owner, row });
  }
  if (raw === line.raw && loneCode.test(line.text)) {
    return itemOf(line, '', { level, code: codeOf(line.text.replace(/\.$/, '')), owner, row });
  }
  const coded = codedElement(raw);
  if (coded === null || coded.text === '') return itemOf(line, line.text, { level, owner, row });
  return itemOf(line, coded.text, { level, code: coded.code, listNumber: coded.listNumber, owner, row });
}

function readOtherCell(state: State, row: RowUnit, cell: CellLines, column: Column, reading: RowReading): void {
  const [first] = cell.lines;
  if (first === undefined) return;
  if (column.kind === 'code') {
    reading.code = first.text;
    return place(state.draft, first);
  }
  if (column.kind === 'unit') {
    const unit = cell.lines.map((line) => line.text).join(' ');
    reading.unit = /^(?:numbers?|no\.?|nr\.?|#|counts?)$/i.test(unit) ? null : unit;
    return place(state.draft, first);
  }
  if (column.kind === 'indicator') return readIndicatorCell(state, cell, reading);
  if (column.kind === 'supports' && reading.fresh !== null) {
    reading.fresh.supports = { printed: cell.lines.map((line) => line.text).join(' '), level: column.level };
    reading.fresh.lines = [...reading.fresh.lines, ...cell.lines.flatMap((line) => line.lines)];
    return;
  }
  const scheme = ['sdg', 'wsis', 'resolution'].includes(column.kind) ? announcedScheme(column.heading) : null;
  const from = reading.fresh ?? reading.items.at(-1) ?? null;
  if (scheme !== null && from !== null) return readReferenceCell(state, cell, scheme, from);
  if (column.kind === 'text') return readTextCell(state, cell, reading);
  if (column.kind === 'baseline') return readBaseline(state, cell, column, reading);
  if (column.kind === 'unread' && row.table === -1) state.draft.partly.add(first.line);
}

function readReferenceCell(state: State, cell: CellLines, scheme: 'sdg' | 'wsis' | 'resolution', from: Item): void {
  for (const line of cell.lines) {
    const references = referencesIn(line.text, scheme);
    if (references.found.length === 0) continue;
    addLinks(state.draft, line, [from], references);
    place(state.draft, line);
  }
}

/** The words of a "Description" column: of the level that the caption names. */
function readTextCell(state: State, cell: CellLines, reading: RowReading): void {
  const level = state.caption[0];
  if (level === undefined || level.subject === 'indicator' || level.subject === 'risk') return;
  for (const line of cell.lines) {
    const item = cellItem(state, line, level, ownerFor(state, level), reading);
    item.row = state.rows;
    reading.items.push(item);
    reading.fresh = item;
    addElement(state, item);
  }
}

function readIndicatorCell(state: State, cell: CellLines, reading: RowReading): void {
  const measured = reading.items.findLast((item) => item.level?.subject !== 'activity');
  const of = measured ?? reading.items.at(-1) ?? state.open.at(-1) ?? null;
  for (const line of cell.lines) {
    const coded = codedElement(reading.code === '' ? line.raw : `${reading.code}\t${line.raw}`);
    reading.code = '';
    const words = coded?.text ?? line.text;
    const indicator = { of, code: coded?.code ?? null, text: line.text, words, line: line.line };
    reading.indicators.push({ ...indicator, target: null, baselineYear: null });
    place(state.draft, line);
  }
  state.draft.indicators.push(...reading.indicators);
}

/** The value of a baseline has no place in a reading; its year has. */
function readBaseline(state: State, cell: CellLines, column: Column, reading: RowReading): void {
  const words = cell.lines.map((line) => line.text).join(' ');
  const year = column.year ?? baselineYearOf(words) ?? yearIn(words);
  for (const indicator of reading.indicators) indicator.baselineYear = year;
  const [first] = cell.lines;
  if (first === undefined) return;
  state.draft.partly.add(first.line);
  const message = `Baseline “${words.slice(0, 200)}”: the reading keeps the year of a baseline, not its value.`;
  report(state.draft, 'plan-baseline-value', 'info', first.line, message);
}

/** The last of the target columns that is filled; targets and indicators pair up where there are as many. */
function readTargets(state: State, row: RowUnit, last: CellLines, reading: RowReading): void {
  const filled = row.cells.filter(
    (cell) => columnAt(row.columns, cell.column)?.kind === 'target' && cell.lines.length > 0,
  );
  const year = columnAt(row.columns, last.column)?.year ?? null;
  if (filled.length > 1) {
    const message = `${filled.length} targets are printed for one indicator; the last one is read.`;
    report(state.draft, 'plan-several-targets', 'info', last.lines[0]?.line ?? row.line, message);
    for (const cell of filled) if (cell !== last) for (const line of cell.lines) state.draft.partly.add(line.line);
  }
  const { indicators } = reading;
  const [only] = indicators;
  if (only !== undefined && indicators.length === 1) {
    const words = last.lines.map((line) => line.text).join(' ');
    only.target = { words, year, unit: reading.unit, lines: last.lines.flatMap((line) => line.lines) };
    for (const line of last.lines) place(state.draft, line);
    return;
  }
  if (indicators.length !== last.lines.length) return;
  last.lines.forEach((line, index) => {
    const indicator = indicators[index];
    if (indicator === undefined) return;
    indicator.target = { words: line.text, year, unit: reading.unit, lines: line.lines };
    place(state.draft, line);
  });
}
