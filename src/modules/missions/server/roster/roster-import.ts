/**
 * Lists of experts from spreadsheets. A list is kept as it came, shown row by row with what would become of it, and
 * only rows that a person ticks are taken. The file holds personal data: it is deleted after a year.
 */
import { openWorkbook } from '#formats/sheets/index.ts';
import { isId, newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustMay, refuseStale, together, type Context } from '#modules/access/server/index.ts';
import { monthsAfter } from '../../domain/roster/consent.ts';
import type { Details } from '../../domain/roster/details.ts';
import {
  judged,
  mergedDetails,
  readRoster,
  type ImportSheet,
  type JudgedRow,
  type KnownEntry,
} from '../../domain/roster/import/rows.ts';
import {
  entryBy,
  importById,
  insertImport,
  listEntries,
  listImports,
  updateImport,
  type StoredEntry,
  type StoredImport,
} from '../../store/roster.ts';
import { addToRoster, changeEntry, contactsOfEntry, today } from './roster.ts';

/** Months for which the file of a list is kept. */
const keptMonths = 12;
/** Rows that are taken from a list. */
const mostRows = 5_000;

/** A list with what would become of each of its rows. */
export interface RosterImport {
  id: string;
  name: string;
  madeBy: string;
  madeAt: Date;
  version: number;
  /** `null`: the file was deleted, its day has come. */
  dryRun: { sheets: (Omit<ImportSheet, 'rows'> & { rows: JudgedRow[] })[]; remarks: string[] } | null;
  /** Entries that were made or changed from it, by row. */
  accepted: Record<string, { slug: string; name: string } | null>;
}

/** Lists that were brought in, newest first. */
export async function rosterImports(context: Context): Promise<Omit<StoredImport, 'bytes'>[]> {
  mustMay(context, 'run-missions');
  return listImports(context.db);
}

/**
 * Takes a list in to be looked at; nothing on the roster changes.
 * @throws Refusal where the file is no table, or holds no list of people or organisations
 */
export async function bringInRoster(context: Context, file: { name: string; bytes: Uint8Array }): Promise<string> {
  mustMay(context, 'run-missions');
  const sheets = readRoster(openWorkbook(file.bytes, file.name));
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows === 0) {
    refuse(
      'no-table',
      'No list of experts was found in this file.',
      'Give its columns headings such as “Name”, “Organisation”, “Country”, “Topics”.',
      { file: file.name, field: 'file' },
    );
  }
  if (rows > mostRows) {
    refuse('too-large', `The list has ${rows} rows; at most ${mostRows} are taken.`, 'Split it.', { file: file.name });
  }
  const id = newId(context.now().getTime());
  await insertImport(context.db, {
    id,
    name: file.name,
    bytes: file.bytes,
    madeBy: context.viewer.name,
    madeAt: context.now(),
    deleteAfter: monthsAfter(today(context), keptMonths),
  });
  return id;
}

/** A list, read again against what is known now. @throws Refusal `not-found` */
export async function rosterImport(context: Context, id: string): Promise<RosterImport> {
  mustMay(context, 'run-missions');
  const stored = await mustBeThere(context, id);
  const { name, madeBy, madeAt, version } = stored;
  const accepted: RosterImport['accepted'] = {};
  for (const [key, entry] of Object.entries(stored.accepted)) {
    const found = await entryBy(context.db, { id: entry });
    accepted[key] = found === null ? null : { slug: found.slug, name: found.name };
  }
  return { id, name, madeBy, madeAt, version, accepted, dryRun: await dryRunOf(context, stored) };
}

/** The file of a list, as it came. @throws Refusal `not-found` */
export async function rosterImportFile(context: Context, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  mustMay(context, 'run-missions');
  const { name, bytes } = await mustBeThere(context, id);
  if (bytes === null) refuse('not-found', 'The file was deleted: it was kept for a year.', '');
  return { name, bytes };
}

async function mustBeThere(context: Context, id: string): Promise<StoredImport> {
  const stored = isId(id) ? await importById(context.db, id) : null;
  return stored ?? refuse('not-found', 'There is no list at this address.', 'Look in the lists that were brought in.');
}

async function dryRunOf(context: Context, { name, bytes }: StoredImport): Promise<RosterImport['dryRun']> {
  if (bytes === null) return null;
  const workbook = openWorkbook(new Uint8Array(bytes), name);
  const sheets = readRoster(workbook);
  const rows = judged(
    sheets.flatMap((sheet) => sheet.rows),
    await knownEntries(context),
  );
  const of = (sheet: ImportSheet): JudgedRow[] => rows.filter((row) => row.sheet === sheet.name);
  return { sheets: sheets.map((sheet) => ({ ...sheet, rows: of(sheet) })), remarks: workbook.remarks };
}

async function knownEntries(context: Context): Promise<KnownEntry[]> {
  const entries = await listEntries(context.db, audienceOf(context.viewer));
  const known: KnownEntry[] = [];
  for (const entry of entries) {
    known.push({
      id: entry.id,
      name: entry.name,
      organisation: entry.organisationName,
      details: await detailsOf(context, entry),
    });
  }
  return known;
}

async function detailsOf(context: Context, entry: StoredEntry): Promise<Details> {
  const { kind, name, organisationName: organisation, country, active, profile } = entry;
  return { kind, name, organisation, country, active, profile, ...(await contactsOfEntry(context, entry)) };
}

/** Which rows are taken, and as what: a new entry, or the known one of this id. */
export type RowChoices = ReadonlyMap<string, string>;

/**
 * Takes the chosen rows of a list, all or none: "new" makes an entry, the id of a known one changes that. What the rows
 * say is not confirmed by anybody, so new entries are stale until the people were asked.
 * @returns how many entries were made and changed
 */
export async function acceptRosterRows(
  context: Context,
  id: string,
  version: number,
  choices: RowChoices,
): Promise<{ made: number; changed: number }> {
  mustMay(context, 'run-missions');
  if (choices.size === 0) refuse('nothing-chosen', 'Tick the rows to be taken.', '', { field: 'rows' });
  return together(context, async (context) => {
    const stored = await mustBeThere(context, id);
    const dryRun = await dryRunOf(context, stored);
    if (dryRun === null) refuse('not-found', 'The file was deleted: it was kept for a year.', 'Bring it in again.');
    const rows = new Map(dryRun.sheets.flatMap((sheet) => sheet.rows).map((row) => [row.key, row]));
    const accepted = { ...stored.accepted };
    const told = { made: 0, changed: 0 };
    for (const [key, as] of choices) {
      const row = rows.get(key);
      const may = row !== undefined && row.details !== null && !Object.hasOwn(stored.accepted, key);
      if (!may || (as !== 'new' && !row.candidates.some((one) => one.id === as))) {
        refuse('changed-meanwhile', `The row “${key}” can no longer be taken like this.`, 'Look at the list again.');
      }
      accepted[key] = as === 'new' ? await addRow(context, row) : await changeByRow(context, row, as);
      told[as === 'new' ? 'made' : 'changed']++;
    }
    if (!(await updateImport(context.db, id, version, accepted))) refuseStale('The list');
    return told;
  });
}

async function addRow(context: Context, { details }: JudgedRow): Promise<string> {
  if (details === null) throw new TypeError('Only rows without problems are chosen.');
  const slug = await addToRoster(context, { details, confirmed: false }, 'import');
  return (await entryBy(context.db, { slug }))?.id ?? '';
}

async function changeByRow(context: Context, row: JudgedRow, id: string): Promise<string> {
  const entry = await entryBy(context.db, { id });
  if (entry === null) refuse('changed-meanwhile', 'The entry is no longer there.', 'Look at the list again.');
  const details = mergedDetails(await detailsOf(context, entry), row);
  await changeEntry(context, entry, entry.version, { details, confirmed: false });
  return id;
}
