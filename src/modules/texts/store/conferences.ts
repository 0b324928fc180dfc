import { sql } from 'kysely';
import type { Audience } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { InstrumentKind } from '#kernel/reading/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { RevisionStatus } from '../domain/history/in-force.ts';
import type { TextsTables } from './tables.ts';

/** What people say of a conference. */
export interface ConferenceFacts {
  id: string;
  body: string;
  place: string;
  year: number;
  first_day: string | null;
  last_day: string | null;
  confirmed: boolean;
  complete: boolean;
  version: number;
}

/** A body, place and year that a text or a contribution names. */
export interface NamedConference {
  body: string;
  place: string;
  year: number;
}

/** A revision without its text, with the instrument it is of. */
export interface DatedText {
  id: string;
  slug: string;
  place: string | null;
  year: number | null;
  revised: boolean;
  status: RevisionStatus;
  title: string | null;
  held: boolean;
  version: number;
  instrument: string;
  instrument_slug: string;
  kind: InstrumentKind;
  number: string | null;
  body: string | null;
}

const tables = (db: Connection) => db.withTables<TextsTables>();

/** Conferences that texts and contributions name, as far as an audience may see those. */
export async function namedConferences(db: Connection, audience: Audience): Promise<NamedConference[]> {
  const { rows } = await sql<NamedConference>`
    select instrument.adopted_by as body, revision.place, revision.year
    from texts.revision join texts.instrument on instrument.id = revision.instrument
    where instrument.adopted_by is not null and revision.place is not null and revision.year is not null
      and ${visibleRows(audience, 'revision')} and ${visibleRows(audience, 'instrument')}
    union
    select contribution.body, contribution.place, contribution.year from texts.contribution
    where contribution.body is not null and contribution.place is not null and contribution.year is not null
      and ${visibleRows(audience, 'contribution')}`.execute(db);
  return rows;
}

export function conferenceFacts(db: Connection): Promise<ConferenceFacts[]> {
  return tables(db)
    .selectFrom('texts.conference')
    .select(['id', 'body', 'place', 'year', 'first_day', 'last_day', 'confirmed', 'complete', 'version'])
    .orderBy('made_at')
    .execute();
}

export async function insertConference(db: Connection, facts: Omit<ConferenceFacts, 'version'>): Promise<boolean> {
  const result = await tables(db)
    .insertInto('texts.conference')
    .values(facts)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** @returns whether it still was as it was seen */
export async function updateConference(
  db: Connection,
  id: string,
  version: number,
  change: Pick<ConferenceFacts, 'first_day' | 'last_day' | 'confirmed' | 'complete'>,
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('texts.conference')
    .set(change)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** All revisions an audience may see, without their texts, by instrument and year. */
export async function datedTexts(db: Connection, audience: Audience): Promise<DatedText[]> {
  const { rows } = await sql<DatedText>`
    select revision.id, revision.slug, revision.place, revision.year, revision.revised, revision.status,
      coalesce(revision.title, instrument.title) as title, revision.text is not null as held, revision.version,
      instrument.id as instrument, instrument.slug as instrument_slug, instrument.kind, instrument.number,
      instrument.adopted_by as body
    from texts.revision join texts.instrument on instrument.id = revision.instrument
    where ${visibleRows(audience, 'revision')} and ${visibleRows(audience, 'instrument')}
    order by instrument.kind, instrument.slug, revision.year nulls first, revision.slug`.execute(db);
  return rows;
}

/** Takes a suppression that was recorded by mistake away again. @returns whether there was one */
export async function deleteSuppression(db: Connection, revision: string): Promise<boolean> {
  const result = await tables(db)
    .deleteFrom('texts.revision')
    .where('id', '=', revision)
    .where('status', '=', 'suppressed')
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
