/** Tables as spreadsheets hold them: sheets, rows, cells with their addresses. Made by the readers of XLSX and CSV. */

/** What a cell holds. Blank cells are left out. */
export type SheetValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'truth'; truth: boolean }
  /** "2026-03-13", "2026-03-13T14:30:00" or, without a day, "14:30:00". */
  | { kind: 'date'; date: string }
  /** "#REF!" and the like: the program could not compute it. */
  | { kind: 'error'; error: string }
  /** A formula whose result the file does not hold. */
  | { kind: 'unknown' };

export interface SheetCell {
  /** "B7"; in CSV too, where the row is the line of values, not of characters. */
  address: string;
  /** 1-based. */
  column: number;
  value: SheetValue;
  /** Whether the value was computed; only the result counts, the formula is never run. */
  computed: boolean;
  /** Where a link on the cell leads; `null` where there is none. */
  link: string | null;
}

export interface SheetRow {
  /** 1-based, as the program prints it. */
  number: number;
  hidden: boolean;
  cells: SheetCell[];
}

/** Cells that are shown as one; the first holds the value. All 1-based. */
export interface Merged {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

export interface Sheet {
  name: string;
  hidden: boolean;
  /** Rows that say anything, in order. */
  rows: SheetRow[];
  merged: Merged[];
  hiddenColumns: { first: number; last: number }[];
}

export interface Workbook {
  media: 'xlsx' | 'csv';
  /** Name of the file. */
  name: string;
  sheets: Sheet[];
  /** What a person should know of how it was read, in sentences. */
  remarks: string[];
}

/** Columns that a sheet can have (ECMA-376, XFD), and rows. */
export const mostColumns = 16_384;
export const mostRows = 1_048_576;

/** 1 → "A", 28 → "AB". */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** "AB12" → column 28, row 12; `null` for what is no address of a sheet. */
export function cellAt(address: string): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (match === null) return null;
  const [, letters = '', digits = ''] = match;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(digits);
  return column <= mostColumns && row >= 1 && row <= mostRows ? { column, row } : null;
}

/** What a value says, as a person would type it; errors and what is unknown say nothing. */
export function wordsOfValue(value: SheetValue): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return String(value.number);
    case 'truth':
      return value.truth ? 'yes' : 'no';
    case 'date':
      return value.date;
    case 'error':
    case 'unknown':
      return '';
  }
}
