/** The rows of a list as entries, each checked; every problem with its sheet, row and column. */
import { columnLetters, wordsOfValue, type Sheet, type SheetRow, type Workbook } from '#formats/sheets/index.ts';
import { findContacts, withholdContacts } from '#kernel/contacts.ts';
import { foldName } from '#kernel/organisation-names.ts';
import { checkDetails, nothingTyped, type Details, type TypedDetails } from '../details.ts';
import { headingsOf, type ColumnKey, type Headings } from './columns.ts';
import { awayOfCell, countriesOfCell, helpCodes, languagesWithLevel, topicCodes, type Understood } from './values.ts';

/** Something to look at in a row. */
export interface RowProblem {
  /** "B7"; the row alone where it is about all of it. */
  place: string;
  message: string;
  /** Whether the row cannot be taken as it is. */
  blocks: boolean;
}

export interface ImportRow {
  /** "Experts 7": the same as long as the file is. */
  key: string;
  sheet: string;
  row: number;
  /** What it is called, whatever else is wrong. */
  name: string;
  organisation: string;
  /** `null` where it cannot be taken. */
  details: Details | null;
  /** What the list speaks of: other parts of a known entry stay as they are. */
  fields: ColumnKey[];
  problems: RowProblem[];
}

export interface ImportSheet {
  name: string;
  /** "C" → "country"; empty where no table was found. */
  columns: { column: string; key: ColumnKey }[];
  leftOver: Headings['leftOver'];
  rows: ImportRow[];
  /** `null` where a table was found. */
  remark: string | null;
}

/** Reads all sheets of a list. */
export function readRoster(workbook: Workbook): ImportSheet[] {
  return workbook.sheets.map((sheet) => {
    const headings = headingsOf(sheet);
    const none = { name: sheet.name, columns: [], leftOver: [], rows: [] };
    if (headings === null) {
      const remark =
        sheet.rows.length === 0
          ? 'The sheet is empty.'
          : 'No table of experts was found: no row has headings such as “Name” and “Country”.';
      return { ...none, remark };
    }
    const { row, known, leftOver } = headings;
    return {
      name: sheet.name,
      columns: [...known].map(([column, key]) => ({ column: columnLetters(column), key })),
      leftOver,
      rows: sheet.rows
        .filter((one) => one.number > row && !repeatsHeadings(one, sheet, headings))
        .flatMap((one) => readRow(sheet, one, known)),
      remark: null,
    };
  });
}

const printed = (one: SheetRow | undefined): string =>
  (one?.cells ?? []).map(({ column, value }) => `${column} ${wordsOfValue(value)}`).join('\n');

/** Long tables print their headings again on every page. */
function repeatsHeadings(row: SheetRow, sheet: Sheet, { row: number }: Headings): boolean {
  const heading = sheet.rows.find((one) => one.number === number);
  return printed(row) === printed(heading);
}

function readRow(sheet: Sheet, row: SheetRow, known: ReadonlyMap<number, ColumnKey>): ImportRow[] {
  const problems: RowProblem[] = [];
  const said = new Map<ColumnKey, { words: string; place: string }>();
  for (const { column, value, address } of row.cells) {
    const key = known.get(column);
    if (key === undefined) continue;
    if (value.kind === 'error' || value.kind === 'unknown') {
      const message =
        value.kind === 'error'
          ? `The cell holds an error (${value.error}).`
          : 'The file does not hold the result of this formula.';
      problems.push({ place: address, message, blocks: false });
      continue;
    }
    const words = wordsOfValue(value).trim();
    if (words !== '') said.set(key, { words, place: address });
  }
  if (said.size === 0 && problems.length === 0) return [];
  const { typed, name, organisation } = typedFrom(said, problems);
  const { details, problems: wrong } = checkDetails(typed);
  for (const { message, place } of wrong) {
    problems.push({ place: placeOf(said, place.field ?? '', row.number), message, blocks: true });
  }
  const fields = [...said.keys()];
  const key = `${sheet.name} ${row.number}`.trim();
  return [{ key, sheet: sheet.name, row: row.number, name, organisation, details, fields, problems }];
}

/** Where a field of the form stands in the row. */
function placeOf(said: ReadonlyMap<ColumnKey, { place: string }>, field: string, row: number): string {
  const key = field === 'name' && !said.has('name') ? 'family' : (field as ColumnKey);
  return said.get(key)?.place ?? `row ${row}`;
}

type Said = ReadonlyMap<ColumnKey, { words: string; place: string }>;

function typedFrom(said: Said, problems: RowProblem[]): { typed: TypedDetails; name: string; organisation: string } {
  const words = (key: ColumnKey): string => said.get(key)?.words ?? '';
  const several = <T>(key: ColumnKey, read: (text: string) => Understood<T>): T[] => {
    const cell = said.get(key);
    if (cell === undefined) return [];
    const { values, unknown } = read(cell.words);
    for (const part of unknown) {
      problems.push({
        place: cell.place,
        message: `“${part.slice(0, 80)}” is not understood and left out.`,
        blocks: false,
      });
    }
    return values;
  };
  const one = (key: ColumnKey, read: (text: string) => Understood<string>): string => several(key, read)[0] ?? '';
  const lines = (key: ColumnKey): string => several(key, countriesOfCell).join('\n');
  /** Texts may be shown to others: ways to reach people are taken out, and told. */
  const open = (key: ColumnKey): string => {
    const cell = said.get(key);
    if (cell === undefined) return '';
    const { text, count } = withholdContacts(cell.words);
    if (count > 0)
      problems.push({
        place: cell.place,
        message: 'An address or a telephone number was taken out of the text.',
        blocks: false,
      });
    return count > 0 ? text.replaceAll(/\s*\[contact withheld\]/g, '').trim() : text;
  };
  const full = words('name') || [words('given'), words('family')].filter((part) => part !== '').join(' ');
  const isOrganisation =
    /\borgani[sz]ation|\bcompany|\binstitution/i.test(words('kind')) || (full === '' && words('organisation') !== '');
  const name = full === '' ? words('organisation') : full;
  const organisation = full === '' ? '' : open('organisation');
  const email =
    words('email') === ''
      ? ''
      : (findContacts(words('email')).find(({ kind }) => kind === 'e-mail')?.value ?? words('email'));
  const core = several('core', topicCodes);
  const typed: TypedDetails = {
    ...nothingTyped,
    kind: isOrganisation ? 'organisation' : 'person',
    name,
    organisation,
    country: one('country', countriesOfCell),
    nationality: one('nationality', countriesOfCell),
    email,
    telephone:
      words('telephone')
        .split(/[;,\n]/)[0]
        ?.trim() ?? '',
    topics: [...new Set([...core, ...several('topics', topicCodes)])],
    core,
    modalities: [...new Set(several('modalities', helpCodes))],
    languages: several('languages', languagesWithLevel),
    worked: lines('worked'),
    barred: lines('barred'),
    conflict: lines('conflict'),
    away: several('away', awayOfCell),
    summary: open('summary'),
    experience: open('experience'),
    missions: open('missions'),
  };
  return { typed, name, organisation };
}

/** How an entry of a list stands to what is known. */
export type RowState = 'new' | 'known' | 'changed' | 'unsure' | 'twice' | 'wrong';

/** An entry that is known, as far as lists are compared with it. */
export interface KnownEntry {
  id: string;
  name: string;
  organisation: string;
  details: Details;
}

export interface JudgedRow extends ImportRow {
  state: RowState;
  /** The entry of the same name and organisation; for `unsure` those of the same name. */
  candidates: { id: string; name: string; organisation: string }[];
  /** Parts that would change. */
  changes: string[];
}

/**
 * Says of each row whether it is new. Only the same name with the same organisation is the same entry; the same name
 * with another or without one is left to a person.
 */
export function judged(rows: readonly ImportRow[], known: readonly KnownEntry[]): JudgedRow[] {
  const byName = new Map<string, KnownEntry[]>();
  for (const entry of known) {
    const name = foldName(entry.name);
    byName.set(name, [...(byName.get(name) ?? []), entry]);
  }
  const seen = new Set<string>();
  return rows.map((row) => {
    const name = foldName(row.name);
    const same = `${name}\n${foldName(row.organisation)}`;
    const alike = byName.get(name) ?? [];
    const exact = alike.filter((entry) => foldName(entry.organisation) === foldName(row.organisation));
    const candidates = (exact.length === 1 ? exact : alike).map(({ id, name: called, organisation }) => ({
      id,
      name: called,
      organisation,
    }));
    const none = { ...row, candidates, changes: [] as string[] };
    if (row.details === null) return { ...none, state: 'wrong' };
    if (seen.has(same)) return { ...none, state: 'twice' };
    seen.add(same);
    const [entry] = exact;
    if (exact.length === 1 && entry !== undefined) {
      const changes = changesOf(entry.details, mergedDetails(entry.details, row));
      return { ...none, changes, state: changes.length === 0 ? 'known' : 'changed' };
    }
    return { ...none, state: alike.length === 0 ? 'new' : 'unsure' };
  });
}

const list = <T>(said: boolean, next: T[], old: T[]): T[] => (said && next.length > 0 ? next : old);

/** What a known entry would be with the columns that the list has; a blank cell changes nothing. */
export function mergedDetails(before: Details, { details, fields }: Pick<ImportRow, 'details' | 'fields'>): Details {
  if (details === null) return before;
  const has = (...keys: ColumnKey[]): boolean => keys.some((key) => fields.includes(key));
  const { profile: was } = before;
  const { profile: is } = details;
  const places = (['worked', 'barred', 'conflict'] as const).flatMap((kind) =>
    (has(kind) && is.places.some((place) => place.kind === kind) ? is : was).places.filter(
      (place) => place.kind === kind,
    ),
  );
  return {
    ...before,
    country: details.country ?? before.country,
    email: details.email || before.email,
    telephone: details.telephone || before.telephone,
    profile: {
      ...was,
      topics: list(has('topics', 'core'), is.topics, was.topics),
      modalities: list(has('modalities'), is.modalities, was.modalities),
      languages: list(has('languages'), is.languages, was.languages),
      places,
      nationality: is.nationality ?? was.nationality,
      unavailable: list(has('away'), is.unavailable, was.unavailable),
      summary: is.summary || was.summary,
      experience: is.experience || was.experience,
      missions: is.missions || was.missions,
    },
  };
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(inOrder(a)) !== JSON.stringify(inOrder(b));

/** Lists say the same in any order. */
const inOrder = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort((a, b) => (a < b ? -1 : 1)) : value;

function changesOf(before: Details, after: Details): string[] {
  const outer = (['country', 'email', 'telephone'] as const).filter((key) => differs(before[key], after[key]));
  const inner = (Object.keys(after.profile) as (keyof Details['profile'])[]).filter((key) =>
    differs(before.profile[key], after.profile[key]),
  );
  return [...outer, ...inner];
}
