/** One sheet of a workbook (ECMA-376 part 1, 18.3), row by row: what it claims of its size is never believed. */
import { refuse } from '#kernel/problem.ts';
import type { Package } from '../docx/package/package.ts';
import { child, type Element } from '../docx/xml/element.ts';
import { dateOfSerial, type DateSystem } from '../sheets/serial.ts';
import {
  cellAt,
  columnLetters,
  mostColumns,
  mostRows,
  type Merged,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type SheetValue,
} from '../sheets/workbook.ts';
import { limits } from './limits.ts';
import { unescaped, wordsOf } from './strings.ts';

/** What all sheets of a workbook share. */
export interface Shared {
  source: Package;
  system: DateSystem;
  strings: readonly string[];
  /** By number of a style: whether it shows days or times. */
  dates: readonly boolean[];
  /** What all sheets hold together so far. */
  counted: { cells: number; characters: number };
}

const isOn = (value: string | undefined): boolean => /^(?:1|true|on)$/i.test(value ?? '');

export function readSheet(shared: Shared, part: string): Pick<Sheet, 'rows' | 'merged' | 'hiddenColumns'> {
  const { source } = shared;
  const rows: SheetRow[] = [];
  const merged: Merged[] = [];
  const links: { range: Merged; to: string }[] = [];
  const hiddenColumns: { first: number; last: number }[] = [];
  const targets = source.relationships(part);
  let last = 0;
  const path = ['x:worksheet', 'x:cols|x:sheetData|x:mergeCells|x:hyperlinks'];
  source.readXml(part, path, (element) => {
    const { name, attributes } = element;
    if (name === 'x:row') {
      const row = readRow(shared, element, last, part);
      last = row.number;
      if (row.cells.length > 0) rows.push(row);
    } else if (name === 'x:col' && isOn(attributes['hidden'])) {
      hiddenColumns.push({ first: Number(attributes['min'] ?? 0), last: Number(attributes['max'] ?? 0) });
    } else if (name === 'x:mergeCell') {
      const range = rangeOf(attributes['ref'] ?? '');
      if (range !== null) merged.push(range);
    } else if (name === 'x:hyperlink') {
      const range = rangeOf(attributes['ref'] ?? '');
      const target = targets.get(attributes['r:id'] ?? '');
      if (range !== null && target?.external === true) links.push({ range, to: target.target });
    }
    if (merged.length + links.length + hiddenColumns.length > limits.ranges) tooLarge(shared, part, 'merged cells');
  });
  putLinks(rows, links);
  return { rows, merged, hiddenColumns };
}

function tooLarge({ source }: Shared, part: string, what: string): never {
  refuse('too-large', `The workbook has more ${what} than are read.`, 'Split it into several files.', {
    file: source.file,
    part,
  });
}

/** "A1:C2" or "A1". */
function rangeOf(ref: string): Merged | null {
  const [from = '', to = from] = ref.split(':');
  const first = cellAt(from);
  const end = cellAt(to);
  if (first === null || end === null) return null;
  return { firstRow: first.row, lastRow: end.row, firstColumn: first.column, lastColumn: end.column };
}

function readRow(shared: Shared, element: Element, last: number, part: string): SheetRow {
  const printed = Number(element.attributes['r'] ?? last + 1);
  const number = Number.isInteger(printed) && printed >= 1 ? printed : last + 1;
  if (number > mostRows) tooLarge(shared, part, 'rows');
  const cells: SheetCell[] = [];
  let column = 0;
  for (const one of element.children) {
    if (one.name !== 'x:c') continue;
    column = cellAt(one.attributes['r'] ?? '')?.column ?? column + 1;
    if (column > mostColumns) tooLarge(shared, part, 'columns');
    const value = valueOf(shared, one);
    if (value === null) continue;
    const { counted } = shared;
    counted.characters += value.kind === 'text' ? value.text.length : 0;
    if (++counted.cells > limits.cells) tooLarge(shared, part, 'cells');
    if (counted.characters > limits.characters) tooLarge(shared, part, 'characters');
    const computed = child(one, 'x:f') !== undefined;
    cells.push({ address: `${columnLetters(column)}${number}`, column, value, computed, link: null });
  }
  return { number, hidden: isOn(element.attributes['hidden']), cells };
}

const text = (words: string): SheetValue | null => (words === '' ? null : { kind: 'text', text: words });

/** What a cell holds by its type (18.18.11); `null` for a blank one. */
function valueOf({ strings, dates, system }: Shared, cell: Element): SheetValue | null {
  const { t: type = 'n', s: style = '0' } = cell.attributes;
  const printed = child(cell, 'x:v')?.text;
  if (type === 'inlineStr') {
    const inline = child(cell, 'x:is');
    return inline === undefined ? null : text(wordsOf(inline));
  }
  // Programs that do not compute leave the result of a formula out, or empty.
  if (printed === undefined || (printed === '' && type === 'n')) {
    return child(cell, 'x:f') === undefined ? null : { kind: 'unknown' };
  }
  switch (type) {
    case 's':
      return text(strings[Number(printed)] ?? '');
    case 'str':
      return text(unescaped(printed));
    case 'b':
      return { kind: 'truth', truth: isOn(printed.trim()) };
    case 'e':
      return { kind: 'error', error: printed.trim() };
    case 'd':
      return {
        kind: 'date',
        date: printed
          .trim()
          .replace(/\.\d+|Z$/g, '')
          .replace(/T00:00:00$/, ''),
      };
    default: {
      const trimmed = printed.trim();
      if (trimmed === '') return null;
      const number = Number(trimmed);
      if (!Number.isFinite(number)) return text(printed);
      const date = dates[Number(style)] === true ? dateOfSerial(number, system) : null;
      return date === null ? { kind: 'number', number } : { kind: 'date', date };
    }
  }
}

/** Links stand at the end of a sheet, by range; only cells that say something get one. */
function putLinks(rows: readonly SheetRow[], links: readonly { range: Merged; to: string }[]): void {
  if (links.length === 0) return;
  const single = new Map<string, string>();
  for (const { range, to } of links) single.set(`${columnLetters(range.firstColumn)}${range.firstRow}`, to);
  for (const { cells } of rows) for (const cell of cells) cell.link = single.get(cell.address) ?? null;
}
