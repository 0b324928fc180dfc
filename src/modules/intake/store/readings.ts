import { sql } from 'kysely';
import type { AnyRecord, LineRange, Reading, ReadingKind } from '#kernel/reading/index.ts';
import type { Written } from '#kernel/register.ts';
import { isThingKind, type Reference } from '#kernel/reference.ts';
import type { Visibility } from '#modules/access/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { IntakeTables, ReadingState } from './tables.ts';

export interface ReadingRow {
  id: string;
  source: string;
  kind: ReadingKind;
  state: ReadingState;
  reading: Reading;
  record: AnyRecord | null;
  visibility: Visibility;
  address: string | null;
  version: number;
  madeAt: Date;
}

export type HeldContacts = [line: number, contacts: { kind: 'e-mail' | 'telephone'; value: string }[]][];

const tables = (db: Connection) => db.withTables<IntakeTables>();
const columns = [
  'id',
  'source',
  'kind',
  'state',
  'reading',
  'record',
  'visibility',
  'address',
  'version',
  'made_at as madeAt',
] as const;

export async function insertReading(
  db: Connection,
  row: Pick<ReadingRow, 'id' | 'source' | 'reading' | 'visibility'> & { contacts: HeldContacts },
): Promise<void> {
  await tables(db)
    .insertInto('intake.reading')
    .values({
      id: row.id,
      source: row.source,
      kind: row.reading.kind,
      state: 'open',
      reading: json({ ...row.reading, record: null }),
      record: row.reading.record === null ? null : json(row.reading.record),
      contacts: json(row.contacts),
      visibility: row.visibility,
      address: null,
    })
    .execute();
}

/** JSON that PostgreSQL takes: its jsonb knows neither NUL characters nor halves of surrogate pairs. */
function json(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'string' ? inner.replaceAll('\0', '\ufffd').toWellFormed() : inner,
  );
}

export async function readingById(db: Connection, id: string): Promise<ReadingRow | null> {
  return (
    (await tables(db).selectFrom('intake.reading').select(columns).where('id', '=', id).executeTakeFirst()) ?? null
  );
}

export async function readingOfSource(db: Connection, source: string): Promise<ReadingRow | null> {
  const query = tables(db).selectFrom('intake.reading').select(columns).where('source', '=', source);
  return (await query.executeTakeFirst()) ?? null;
}

/** What is withheld from a reading; only for handing it to the directory. */
export async function contactsOfReading(db: Connection, id: string): Promise<HeldContacts> {
  const row = await tables(db).selectFrom('intake.reading').select('contacts').where('id', '=', id).executeTakeFirst();
  return row?.contacts ?? [];
}

export interface ReadingListItem {
  id: string;
  name: string;
  kind: ReadingKind;
  state: ReadingState;
  findings: number;
  unplaced: number;
  cameBy: string;
  cameAt: Date;
  example: boolean;
  address: string | null;
}

/** Readings with their files, newest first. */
export async function listReadings(
  db: Connection,
  filter: { state: ReadingState | null; most: number },
): Promise<ReadingListItem[]> {
  let query = tables(db)
    .selectFrom('intake.reading as reading')
    .innerJoin('intake.source as source', 'source.id', 'reading.source')
    .select([
      'reading.id',
      'source.name',
      'reading.kind',
      'reading.state',
      'reading.address',
      'source.came_by as cameBy',
      'source.came_at as cameAt',
      'source.example',
      sql<number>`(
        select count(*) from jsonb_array_elements(reading.reading -> 'findings') as finding
        where finding ->> 'level' <> 'info'
      )`.as('findings'),
      sql<number>`jsonb_array_length(reading.reading -> 'unplaced')`.as('unplaced'),
    ]);
  if (filter.state !== null) query = query.where('reading.state', '=', filter.state);
  return query.orderBy('source.came_at', 'desc').orderBy('reading.id', 'desc').limit(filter.most).execute();
}

/** @returns whether a row of this version was there to change */
export async function updateReading(
  db: Connection,
  id: string,
  version: number,
  change: {
    record?: AnyRecord;
    state?: ReadingState;
    visibility?: Visibility;
    address?: string;
    /** What a file was read as, anew; its record is given beside it. */
    reading?: Reading;
  },
): Promise<boolean> {
  const { record, reading, ...rest } = change;
  const result = await tables(db)
    .updateTable('intake.reading')
    .set({
      ...rest,
      ...(record === undefined ? {} : { record: json(record) }),
      ...(reading === undefined ? {} : { reading: json({ ...reading, record: null }) }),
    })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface Correction {
  id: number;
  path: string;
  before: unknown;
  after: unknown;
  by: string;
  at: Date;
}

export async function insertCorrection(
  db: Connection,
  reading: string,
  correction: Omit<Correction, 'id' | 'at'> & { account: string | null },
): Promise<void> {
  await tables(db)
    .insertInto('intake.correction')
    .values({
      reading,
      path: correction.path,
      before: json(correction.before ?? null),
      after: json(correction.after ?? null),
      account: correction.account,
      corrected_by: correction.by,
    })
    .execute();
}

export async function correctionsOf(db: Connection, reading: string): Promise<Correction[]> {
  return tables(db)
    .selectFrom('intake.correction')
    .select(['id', 'path', 'before', 'after', 'corrected_by as by', 'corrected_at as at'])
    .where('reading', '=', reading)
    .orderBy('id')
    .execute();
}

/** A correction found its place in another reading of the file: there it stands now. */
export async function moveCorrection(db: Connection, id: number, path: string, before: unknown): Promise<void> {
  await tables(db)
    .updateTable('intake.correction')
    .set({ path, before: json(before ?? null) })
    .where('id', '=', id)
    .execute();
}

/** A correction has no place in the reading any more. */
export async function dropCorrection(db: Connection, id: number): Promise<void> {
  await tables(db).deleteFrom('intake.correction').where('id', '=', id).execute();
}

/** Keeps where the values of things were read. */
export async function insertPassages(db: Connection, source: string, things: readonly Written[]): Promise<void> {
  const rows = things.flatMap((thing) =>
    thing.passages.map((passage) => ({
      subject_kind: thing.kind,
      subject_id: thing.id,
      field: passage.field,
      source,
      first_line: passage.lines[0],
      last_line: passage.lines[1],
    })),
  );
  for (let from = 0; from < rows.length; from += 2000) {
    await tables(db)
      .insertInto('intake.passage')
      .values(rows.slice(from, from + 2000))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export interface StoredPassage {
  field: string;
  source: string;
  first: number;
  last: number;
}

/** Where the values of a thing were read. */
export function passagesOf(db: Connection, thing: Reference): Promise<StoredPassage[]> {
  return tables(db)
    .selectFrom('intake.passage')
    .select(['field', 'source', 'first_line as first', 'last_line as last'])
    .where('subject_kind', '=', thing.kind)
    .where('subject_id', '=', thing.id)
    .orderBy('first_line')
    .execute();
}

/** What was read from a stretch of a source: things with the field and the lines, in the order of the lines. */
export async function passagesIn(
  db: Connection,
  source: string,
  range: LineRange,
): Promise<{ thing: Reference; field: string; first: number; last: number }[]> {
  const rows = await tables(db)
    .selectFrom('intake.passage')
    .select(['subject_kind', 'subject_id', 'field', 'first_line', 'last_line'])
    .where('source', '=', source)
    .where('first_line', '<=', range[1])
    .where('last_line', '>=', range[0])
    .orderBy('first_line')
    .orderBy('last_line', 'desc')
    .execute();
  return rows.flatMap((row) =>
    isThingKind(row.subject_kind)
      ? [
          {
            thing: { kind: row.subject_kind, id: row.subject_id },
            field: row.field,
            first: row.first_line,
            last: row.last_line,
          },
        ]
      : [],
  );
}
