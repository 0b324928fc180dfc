/**
 * Lists that remember what was asked in their address: words to look for, choices, order, page. The page and the export
 * are made by the same function from the same address, so the export holds what is shown.
 */

/** A value in a column; `null`: not said. */
export type Cell = string | number | null;

export interface Column<Row> {
  /** Short name for the address and for exports. */
  key: string;
  /** Heading. */
  name: string;
  /** What is sorted by, searched and exported. */
  value: (row: Row) => Cell;
  /** Offers the values that occur as a choice. */
  choice?: boolean;
  /** Where a row has several values in the column: each is a choice of its own; `value` says all of them. */
  each?: (row: Row) => readonly string[];
}

export interface ListDefinition<Row> {
  /** Name of the list, also of the exported file. */
  name: string;
  columns: readonly Column<Row>[];
  /** Where the page of a row is, without the server's name. */
  address: (row: Row) => string;
  /** Order where none was asked for: a column's key, with a minus in front for the other way; `null`: as given. */
  order: string | null;
  /** When a row was last changed, where the list can be followed as a feed; a few words say what it is about. */
  feed?: (row: Row) => { changed: Date; category: string; summary: string };
}

/** A choice that is offered, with the values that occur and how often, and the one that was chosen. */
export interface Choice {
  key: string;
  name: string;
  chosen: string;
  values: { value: string; count: number }[];
}

/** A list as one page shows it. */
export interface Listing<Row> {
  name: string;
  columns: { key: string; name: string; number: boolean }[];
  rows: Row[];
  /** Rows that fit what was asked, on all pages. */
  total: number;
  /** Rows there are, whatever was asked. */
  all: number;
  page: number;
  pages: number;
  words: string;
  choices: Choice[];
  /** Key of the column in whose order the rows are; `null`: as they came. */
  sort: string | null;
  descending: boolean;
  /** Whether anything was asked that leaves rows out. */
  filtered: boolean;
  /** Whether it can be followed as a feed. */
  feed: boolean;
}

const pageSize = 50;
/** Shown for a row that says nothing in a column with a choice. */
export const notSaid = 'not said';

/** One page of a list, as its address asks. What makes no sense in an address is left aside. */
export function listing<Row>(
  definition: ListDefinition<Row>,
  rows: readonly Row[],
  asked: URLSearchParams,
): Listing<Row> {
  const { found, sort, descending, words } = selected(definition, rows, asked);
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const wanted = Number(asked.get('page') ?? 1);
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pages) : 1;
  return {
    name: definition.name,
    columns: definition.columns.map(({ key, name, value }) => ({
      key,
      name,
      number: rows.length > 0 && rows.every((row) => typeof (value(row) ?? 0) === 'number'),
    })),
    rows: found.slice((page - 1) * pageSize, page * pageSize),
    total: found.length,
    all: rows.length,
    page,
    pages,
    words,
    choices: choicesOf(definition, rows, asked),
    sort,
    descending,
    filtered: found.length < rows.length,
    feed: definition.feed !== undefined,
  };
}

/** All rows that an address asks for, on all pages, in its order. */
export function selected<Row>(
  definition: ListDefinition<Row>,
  rows: readonly Row[],
  asked: URLSearchParams,
): { found: Row[]; sort: string | null; descending: boolean; words: string } {
  const words = (asked.get('words') ?? '').trim().slice(0, 200);
  const wanted = folded(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  const chosen = definition.columns.flatMap((column) => {
    const value = column.choice === true ? (asked.get(column.key) ?? '') : '';
    return value === '' ? [] : [{ column, value }];
  });
  const found = rows.filter((row) => {
    if (!chosen.every(({ column, value }) => choosable(column, row).includes(value))) return false;
    if (wanted.length === 0) return true;
    const all = folded(definition.columns.map((column) => column.value(row) ?? '').join(' '));
    return wanted.every((word) => all.includes(word));
  });
  const order = orderOf(definition, asked.get('sort'));
  if (order === null) return { found, sort: null, descending: false, words };
  const { column, descending } = order;
  return { found: sorted(found, column, descending), sort: column.key, descending, words };
}

function orderOf<Row>(
  definition: ListDefinition<Row>,
  asked: string | null,
): { column: Column<Row>; descending: boolean } | null {
  for (const order of [asked, definition.order]) {
    if (order === null) continue;
    const column = definition.columns.find(({ key }) => key === order.replace(/^-/, ''));
    if (column !== undefined) return { column, descending: order.startsWith('-') };
  }
  return null;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** In the order of a column; what is not said stands last whichever way; equal rows stay in the order they came in. */
function sorted<Row>(rows: readonly Row[], column: Column<Row>, descending: boolean): Row[] {
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      const order =
        typeof a.value === 'number' && typeof b.value === 'number'
          ? a.value - b.value
          : collator.compare(String(a.value), String(b.value));
      return descending ? -order : order;
    })
    .map(({ row }) => row);
}

function choicesOf<Row>(definition: ListDefinition<Row>, rows: readonly Row[], asked: URLSearchParams): Choice[] {
  return definition.columns
    .filter((column) => column.choice === true)
    .map((column) => {
      const counts = new Map<string, number>();
      for (const row of rows) {
        for (const value of choosable(column, row)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const chosen = asked.get(column.key) ?? '';
      if (chosen !== '' && !counts.has(chosen)) counts.set(chosen, 0);
      return {
        key: column.key,
        name: column.name,
        chosen,
        values: [...counts]
          .map(([value, count]) => ({ value, count }))
          .sort((a, b) => collator.compare(a.value, b.value)),
      };
    })
    .filter((choice) => choice.values.length > 1 || choice.chosen !== '');
}

/** Values of a row by which it can be chosen in a column. */
const choosable = <Row>(column: Column<Row>, row: Row): readonly string[] => {
  const several = column.each?.(row) ?? [inWords(column.value(row))];
  return several.length === 0 ? [notSaid] : [...new Set(several)];
};

const inWords = (value: Cell): string => (value === null || value === '' ? notSaid : String(value));

/** Without case and accents, so that "Samoa" is found by "samoa" and "Curaçao" by "curacao". */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The address of a list with one thing asked differently; the page starts again. */
export function asking(search: string, change: Record<string, string>): string {
  const parameters = new URLSearchParams(search);
  parameters.delete('page');
  for (const [key, value] of Object.entries(change)) {
    if (value === '') parameters.delete(key);
    else parameters.set(key, value);
  }
  return `?${parameters}`;
}

/** Rows as a table to take along: headings, and the cells of each row with its address last. */
export function asTable<Row>(
  definition: ListDefinition<Row>,
  rows: readonly Row[],
  origin: string,
): { heads: string[]; rows: { cells: Cell[]; address: string }[] } {
  return {
    heads: [...definition.columns.map((column) => column.name), 'Address'],
    rows: rows.map((row) => ({
      cells: definition.columns.map((column) => column.value(row)),
      address: new URL(definition.address(row), origin).href,
    })),
  };
}

/** Rows as plain objects, for JSON. */
export function asObjects<Row>(
  definition: ListDefinition<Row>,
  rows: readonly Row[],
  origin: string,
): Record<string, Cell>[] {
  return rows.map((row) => ({
    ...Object.fromEntries(definition.columns.map((column) => [column.key, column.value(row)])),
    address: new URL(definition.address(row), origin).href,
  }));
}
