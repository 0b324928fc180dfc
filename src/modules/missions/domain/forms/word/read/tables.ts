/** Tables of a form: costs and experts, by the heads of their columns or the tags of their cells. */
import { rowsOf, type TableRow } from '#formats/document/rows.ts';
import { decimal, isCurrency, amountsIn } from '#kernel/money.ts';
import type { CostLine, Nomination } from '../../answers.ts';
import { categoryOf } from '../../../recognise/assistance-plan/costs.ts';
import {
  categoryNames,
  costColumnNames,
  costColumns,
  expertColumnNames,
  expertColumns,
  isUnwritten,
  readTag,
  roleNames,
  type CostColumn,
  type ExpertColumn,
} from '../names.ts';
import { payersFrom, type PayerNames } from '../payers.ts';
import type { Doubt } from './filled.ts';
import type { ReadLines } from './lines.ts';

/** One row by its columns, with the lines of its cells. */
interface ReadRow<C extends string> {
  values: Record<C, string>;
  lines: Record<C, number[]>;
}

/** The rows of a table among lines; their lines are placed. Rows that fit no column are not. */
function rowsIn<C extends string>(
  read: ReadLines,
  indices: readonly number[],
  key: string,
  columns: readonly C[],
  names: Readonly<Record<C, { name: string }>>,
): ReadRow<C>[] {
  const sources = indices.flatMap((index) => read.at(index)?.sources ?? []);
  let order: (C | null)[] | null = null;
  return rowsOf(sources, read.document.media).flatMap((row): ReadRow<C>[] => {
    const cells = row.cells.map((cell) => cellText(read, cell.text, cell.lines));
    const place = (): void => row.lines.forEach((line) => placeLine(read, line));
    const heads = cells.map((text) => columns.find((column) => sameWords(names[column].name, text)) ?? null);
    if (heads.filter((head) => head !== null).length >= Math.min(3, columns.length)) {
      order = heads;
      place();
      return [];
    }
    const tagged = row.cells.map(({ lines }) => columnOfTags(read, lines, key, columns));
    const own = tagged.some((column) => column !== null) ? tagged : order;
    const used = own ?? (cells.length === columns.length ? [...columns] : null);
    if (used === null || /^(?:grand |sub)?total\b/iu.test(cells.find((text) => text !== '') ?? '')) return [];
    place();
    const made = rowOf(columns, used, cells, row);
    return Object.values<string>(made.values).every((value) => value === '') ? [] : [made];
  });
}

function rowOf<C extends string>(
  columns: readonly C[],
  used: readonly (C | null)[],
  cells: readonly string[],
  row: TableRow,
): ReadRow<C> {
  const at = (column: C): number => used.indexOf(column);
  const entries = columns.map((column): [C, string] => [column, cells[at(column)] ?? '']);
  const lines = columns.map((column): [C, number[]] => [column, row.cells[at(column)]?.lines ?? []]);
  return {
    values: Object.fromEntries(entries) as Record<C, string>,
    lines: Object.fromEntries(lines) as Record<C, number[]>,
  };
}

const sameWords = (one: string, other: string): boolean =>
  one.toLowerCase() ===
  other
    .toLowerCase()
    .replace(/\s*[:*]+$/u, '')
    .trim();

function placeLine(read: ReadLines, line: number): void {
  const index = read.indexOf(line);
  if (index !== null) read.place(index);
}

/** The words of a cell, without prompts; a program that writes over one may leave the mark that it is one. */
function cellText(read: ReadLines, printed: string, lines: readonly number[]): string {
  // A print breaks the words of a cell over several lines of the source, which are one line here.
  const indices = new Set(lines.flatMap((line) => read.indexOf(line) ?? []));
  const inCells = [...indices].filter((index) => read.at(index)?.cell !== null);
  const text = inCells.length === 0 ? printed : inCells.map((index) => read.raw(index).trim()).join(' ');
  return isUnwritten(text) ? '' : text.trim();
}

function columnOfTags<C extends string>(
  read: ReadLines,
  lines: readonly number[],
  key: string,
  columns: readonly C[],
): C | null {
  for (const line of lines) {
    for (const index of read.at(read.indexOf(line) ?? -1)?.controls ?? []) {
      const [first, second] = readTag(read.document.controls[index]?.tag ?? null)?.path ?? [];
      const column = first === key ? columns.find((one) => one === second) : undefined;
      if (column !== undefined) return column;
    }
  }
  return null;
}

/** How names of payers are understood. */
export interface PayerWords {
  names: PayerNames;
  organiser: readonly string[];
  /** Names of the side that offers. */
  offerer?: readonly string[];
}

export function costsIn(
  read: ReadLines,
  indices: readonly number[],
  key: string,
  payers: PayerWords,
): { costs: CostLine[]; doubts: Doubt[] } {
  const doubts: Doubt[] = [];
  const costs = rowsIn(read, indices, key, costColumns, costColumnNames).map((row, at): CostLine => {
    const { kind, description, unit, payer } = row.values;
    const known = Object.entries(categoryNames).find(([, name]) => sameWords(name, kind))?.[0];
    return {
      id: `line-${at + 1}`,
      category: known === undefined ? categoryOf(`${kind} ${description}`) : (known as CostLine['category']),
      // A kind of one's own is said with the words of the line.
      text:
        known === undefined && kind !== '' ? [kind, description].filter((one) => one !== '').join(': ') : description,
      quantity: quantityOf(row, key, read, doubts),
      unit: unit === '' ? null : unit,
      amount: amountOf(row, key, read, doubts),
      payers: payersFrom(payer, payers.names, payers.organiser, payers.offerer),
    };
  });
  return { costs, doubts };
}

function quantityOf(row: ReadRow<CostColumn>, key: string, read: ReadLines, doubts: Doubt[]): string | null {
  const printed = row.values.quantity;
  const value = decimal(printed);
  if (printed === '' || value !== null) return value;
  return unread(row.lines.quantity, read, doubts, {
    rule: 'quantity-not-read',
    key,
    message: `The quantity “${printed}” is no plain number; it is left over.`,
  });
}

function amountOf(row: ReadRow<CostColumn>, key: string, read: ReadLines, doubts: Doubt[]): CostLine['amount'] {
  const { amount, currency } = row.values;
  if (amount === '') return null;
  const value = decimal(amount);
  const code = currency.toUpperCase();
  if (value !== null && isCurrency(code)) return { value, currency: code };
  const [only, ...others] = amountsIn(value === null ? amount : `${currency} ${amount}`);
  if (only !== undefined && only.amount !== null && others.length === 0) return only.amount;
  return unread(row.lines.amount, read, doubts, {
    rule: 'amount-not-read',
    key,
    message: `The amount “${`${amount} ${currency}`.trim()}” can be read in more than one way, or its currency is not told; it is left over.`,
  });
}

/** What could not be read stays in sight. */
function unread(
  lines: readonly number[],
  read: ReadLines,
  doubts: Doubt[],
  doubt: Pick<Doubt, 'rule' | 'key' | 'message'>,
): null {
  doubts.push({ ...doubt, line: lines[0] ?? null });
  for (const line of lines) read.placed.delete(line);
  return null;
}

export function expertsIn(read: ReadLines, indices: readonly number[], key: string): Nomination[] {
  return rowsIn<ExpertColumn>(read, indices, key, expertColumns, expertColumnNames).map(({ values }) => ({
    name: values.name,
    organisation: values.organisation,
    role:
      (Object.entries(roleNames).find(([, name]) => sameWords(name, values.role))?.[0] as
        Nomination['role'] | undefined) ?? null,
    person: null,
  }));
}
