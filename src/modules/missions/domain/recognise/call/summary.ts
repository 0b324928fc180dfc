/** The table that sums up the applications of a call. */
import { rowsOf, type TableRow } from '#formats/document/rows.ts';
import type { Media, MissionCallRecord } from '#kernel/reading/index.ts';
import type { FormLine } from '../form-lines.ts';

type SummaryRow = MissionCallRecord['summary'][number];

export interface ReadSummary {
  rows: SummaryRow[];
  placed: number[];
}

interface Columns {
  number: number;
  country: number;
  organisation: number;
  title: number;
}

/** A row being read: its title may run over several lines, the first of which may be a heading. */
interface Draft {
  row: SummaryRow;
  titles: string[];
}

/**
 * Reads the table before the first application.
 *
 * @param titles titles of the applications, which tell a heading inside a cell from a title that runs over two lines
 */
export function readSummary(lines: readonly FormLine[], media: Media, titles: readonly string[]): ReadSummary {
  const drafts: Draft[] = [];
  const placed: number[] = [];
  let columns: Columns | null = null;
  let heading: string | null = null;
  const rows = rowsOf(
    lines.flatMap((line) => line.sources),
    media,
  );
  const rowLines = new Set(rows.flatMap((row) => row.lines));
  // Lines between the rows that are no rows: a table ends at the first of them.
  const between = lines.filter((line) => line.inked && !rowLines.has(line.number)).map((line) => line.number);
  let passed = 0;
  for (const row of rows) {
    const before = passed;
    while ((between[passed] ?? Infinity) < (row.lines[0] ?? 0)) passed++;
    const found = columnsOf(row);
    if (found !== null) {
      columns = found;
      for (const one of row.lines) placed.push(one);
    } else if (columns !== null && row.lines.length > 0) {
      if (passed > before && !isNextNumber(row, columns, drafts)) columns = null;
      else if (isHeadingRow(row, columns)) {
        heading = row.cells.find((cell) => cell.text !== '')?.text ?? null;
        for (const one of row.lines) placed.push(one);
      } else if (addRow(row, columns, heading, drafts)) {
        for (const line of row.lines) placed.push(line);
      } else columns = null;
    }
  }
  const known = new Set(titles.map((title) => title.toLowerCase()));
  return { rows: drafts.map((draft) => finished(draft, known)), placed };
}

/** A table that a page broke goes on with the next number. */
function isNextNumber(row: TableRow, columns: Columns, drafts: readonly Draft[]): boolean {
  const printed = columns.number === -1 ? '' : (row.cells[columns.number]?.text ?? '');
  return Number(printed.replace(/\W/gu, '')) === (drafts.at(-1)?.row.number ?? 0) + 1;
}

const countryWord = /\b(?:country|member|administration|economy|state)\b/iu;

/** The columns that a header row names; `null` for other rows. */
function columnsOf(row: TableRow): Columns | null {
  const texts = row.cells.map((cell) => cell.text);
  const find = (pattern: RegExp): number => texts.findIndex((text) => text.length < 60 && pattern.test(text));
  const columns = {
    number: find(/^(?:no|nr|num(?:ber)?|#|s\/?n|sl|sr|seq|item|serial)\b\.?|^#$|^№/iu),
    country: find(countryWord),
    organisation: texts.findIndex(
      (text) =>
        text.length < 60 &&
        !countryWord.test(text) &&
        /\b(?:organi[sz]ation|agency|ministry|institution|applicant|entity|authority|beneficiary)\b/iu.test(text),
    ),
    title: find(/\b(?:titles?|projects?|proposals?|topics?|subject|requests?|needs?)\b|^proposed \p{L}+$/iu),
  };
  const named = [columns.country, columns.organisation, columns.title].filter((at) => at !== -1);
  return named.length >= 2 && new Set(named).size === named.length && columns.title !== -1 ? columns : null;
}

function isHeadingRow(row: TableRow, columns: Columns): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '');
  const [only] = filled;
  if (filled.length !== 1 || only === undefined || /^\d+\W*$/u.test(only.text)) return false;
  return row.cells.length === 1 || row.cells.indexOf(only) !== columns.title;
}

/** Adds a row, or the next line of the last one; false when the row is not of this table. */
function addRow(row: TableRow, columns: Columns, heading: string | null, drafts: Draft[]): boolean {
  const at = (column: number): string => (column === -1 ? '' : (row.cells[column]?.text ?? ''));
  const last = drafts.at(-1);
  const title = at(columns.title);
  const printed = /^\(?(\d{1,4})\)?\.?$/u.exec(at(columns.number))?.[1];
  if (columns.number !== -1 && at(columns.number) === '' && at(columns.country) === '' && last !== undefined) {
    // The page's width broke the row, or the cell holds a heading above the title.
    if (at(columns.organisation) !== '') last.row.organisation = `${last.row.organisation} ${at(columns.organisation)}`;
    if (title !== '') last.titles.push(title);
    return title !== '' || at(columns.organisation) !== '';
  }
  if (columns.number !== -1 && printed === undefined) return false;
  if (row.cells.length <= Math.max(columns.title, columns.country)) return false;
  drafts.push({
    row: {
      number: printed === undefined ? drafts.length + 1 : Number(printed),
      // An empty cell means the same as above.
      country: at(columns.country) === '' ? (last?.row.country ?? '') : at(columns.country),
      organisation:
        at(columns.organisation) === '' && at(columns.country) === ''
          ? (last?.row.organisation ?? '')
          : at(columns.organisation),
      title: '',
      heading,
      line: row.lines[0] ?? 1,
    },
    titles: title === '' ? [] : [title],
  });
  return true;
}

const sector = /\b(?:related|sector|area|category|theme|cluster|field)s?\s*:?$|:$/iu;

/** Joins the lines of a title; the first ones are a heading where the rest is the title of an application, or where they say so. */
function finished({ row, titles: lines }: Draft, known: ReadonlySet<string>): SummaryRow {
  const whole = lines.join(' ');
  if (known.has(whole.toLowerCase())) return { ...row, title: whole };
  for (let at = 1; at < Math.min(lines.length, 8); at++) {
    const heading = lines.slice(0, at).join(' ');
    const title = lines.slice(at).join(' ');
    if (known.has(title.toLowerCase()) || sector.test(heading)) return { ...row, heading, title };
  }
  return { ...row, title: whole };
}
