import { sql } from 'kysely';
import type { Audience } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { InstrumentKind, LegalText } from '#kernel/reading/index.ts';
import type { Origin } from '#kernel/register.ts';
import type { Connection } from '#platform/db/index.ts';
import type { RevisionStatus } from '../domain/history/in-force.ts';
import type { TextsTables } from './tables.ts';

interface Shown {
  visibility: Origin['visibility'];
  parties: string[];
}

export type Instrument = Shown & {
  id: string;
  slug: string;
  /** The body as the first source printed it. */
  body: string | null;
  /** The body itself. */
  adopted_by: string | null;
  kind: InstrumentKind;
  number: string | null;
  title: string | null;
  version: number;
};

export type Revision = Shown & {
  id: string;
  slug: string;
  instrument: string;
  place: string | null;
  year: number | null;
  revised: boolean;
  title: string | null;
  text: LegalText | null;
  source: string | null;
  status: RevisionStatus;
  version: number;
};

export interface ClauseText {
  clause: string;
  position: number;
  path: string;
  heading: string | null;
  label: string;
  words: string;
  line: number;
}

const tables = (db: Connection) => db.withTables<TextsTables>();
const ofInstrument = [
  'id',
  'slug',
  'body',
  'adopted_by',
  'kind',
  'number',
  'title',
  'visibility',
  'parties',
  'version',
] as const;
const ofRevision = [
  'id',
  'slug',
  'instrument',
  'place',
  'year',
  'revised',
  'title',
  'text',
  'source',
  'status',
  'visibility',
  'parties',
  'version',
] as const;

/**
 * An instrument by what names it. A source that does not say whose text it is means the one instrument of that kind
 * and number, if there is just one.
 * @param named `bodies`: the body with all that are the same; empty where the source does not say
 */
export async function findInstrument(
  db: Connection,
  named: { kind: InstrumentKind; number: string | null; bodies: readonly string[] },
): Promise<Instrument | null> {
  const rows = await tables(db)
    .selectFrom('texts.instrument')
    .select(ofInstrument)
    .where('kind', '=', named.kind)
    .where('number', 'is not distinct from', named.number)
    .execute();
  if (named.bodies.length === 0) return rows.length === 1 ? (rows[0] ?? null) : null;
  const ofBody = rows.find((row) => row.adopted_by !== null && named.bodies.includes(row.adopted_by));
  return ofBody ?? rows.find((row) => row.adopted_by === null) ?? null;
}

export async function insertInstrument(db: Connection, instrument: Omit<Instrument, 'version'>): Promise<void> {
  await tables(db).insertInto('texts.instrument').values(instrument).execute();
}

/** Fills what was not known before; what is known stays. */
export async function completeInstrument(
  db: Connection,
  id: string,
  change: { body?: string | null; adopted_by?: string; title?: string | null; visibility?: Origin['visibility'] },
): Promise<void> {
  await tables(db)
    .updateTable('texts.instrument')
    .set(change)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function instrumentBy(db: Connection, by: { slug: string } | { id: string }): Promise<Instrument | null> {
  const query = tables(db).selectFrom('texts.instrument').select(ofInstrument);
  const row = await (
    'slug' in by ? query.where('slug', '=', by.slug) : query.where('id', '=', by.id)
  ).executeTakeFirst();
  return row ?? null;
}

/** Instruments an audience may see, with the number of proposals it may see to each. */
export function listInstruments(
  db: Connection,
  audience: Audience,
): Promise<(Instrument & { proposals: number; texts: number })[]> {
  return tables(db)
    .selectFrom('texts.instrument as instrument')
    .select(ofInstrument)
    .select([
      sql<number>`(
        select count(*) from texts.proposal as proposal
        where proposal.instrument = instrument.id and ${visibleRows(audience, 'proposal')}
      )`.as('proposals'),
      sql<number>`(
        select count(*) from texts.revision as revision
        where revision.instrument = instrument.id and revision.text is not null and ${visibleRows(audience, 'revision')}
      )`.as('texts'),
    ])
    .where(visibleRows(audience, 'instrument'))
    .orderBy('kind')
    .orderBy('slug')
    .execute();
}

export async function findRevision(
  db: Connection,
  instrument: string,
  place: string | null,
  year: number | null,
): Promise<Revision | null> {
  const row = await tables(db)
    .selectFrom('texts.revision')
    .select(ofRevision)
    .where('instrument', '=', instrument)
    .where('place', 'is not distinct from', place)
    .where('year', 'is not distinct from', year)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertRevision(db: Connection, revision: Omit<Revision, 'version'>): Promise<void> {
  await tables(db)
    .insertInto('texts.revision')
    .values({ ...revision, text: revision.text === null ? null : JSON.stringify(revision.text) })
    .execute();
}

/** Gives a revision that was only known by name its text. @returns whether it was still without one */
export async function fillRevision(
  db: Connection,
  id: string,
  change: {
    text: LegalText;
    title: string | null;
    source: string;
    visibility: Origin['visibility'];
    parties: string[];
  },
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('texts.revision')
    .set({ ...change, text: JSON.stringify(change.text), status: 'adopted' })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('text', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function revisionBySlug(db: Connection, slug: string): Promise<Revision | null> {
  return (
    (await tables(db).selectFrom('texts.revision').select(ofRevision).where('slug', '=', slug).executeTakeFirst()) ??
    null
  );
}

/** Revisions of an instrument that an audience may see, oldest first. */
export function revisionsOf(db: Connection, audience: Audience, instrument: string): Promise<Revision[]> {
  return tables(db)
    .selectFrom('texts.revision as revision')
    .select(ofRevision)
    .where('instrument', '=', instrument)
    .where(visibleRows(audience, 'revision'))
    .orderBy('year', (order) => order.asc().nullsLast())
    .orderBy('slug')
    .execute();
}

/** All revisions with a text that an audience may see, by instrument and year. */
export async function listRevisions(
  db: Connection,
  audience: Audience,
): Promise<(Omit<Revision, 'text' | 'instrument'> & { instrument: Pick<Instrument, 'id' | 'kind' | 'number'> })[]> {
  const rows = await tables(db)
    .selectFrom('texts.revision as revision')
    .innerJoin('texts.instrument as instrument', 'instrument.id', 'revision.instrument')
    .select(ofRevision.filter((column) => column !== 'text').map((column) => `revision.${column}` as const))
    .select(['instrument.kind', 'instrument.number'])
    .where('revision.text', 'is not', null)
    .where(visibleRows(audience, 'revision'))
    .orderBy('instrument.slug')
    .orderBy('revision.year', (order) => order.desc().nullsLast())
    .execute();
  return rows.map(({ kind, number, instrument, ...row }) => ({ ...row, instrument: { id: instrument, kind, number } }));
}

/** Clauses of the newest revision of an instrument before a year that has a text: what a later text's clauses are matched with. */
export async function clausesBefore(db: Connection, instrument: string, year: number | null): Promise<ClauseText[]> {
  let query = tables(db)
    .selectFrom('texts.revision')
    .select('id')
    .where('instrument', '=', instrument)
    .where('text', 'is not', null);
  if (year !== null) query = query.where((eb) => eb.or([eb('year', '<', year), eb('year', 'is', null)]));
  const revision = await query.orderBy('year', (order) => order.desc().nullsLast()).executeTakeFirst();
  return revision === undefined ? [] : clausesOf(db, revision.id);
}

/** Clauses of the oldest revision of an instrument after a year that has a text: an older text may come in after a newer one. */
export async function clausesAfter(db: Connection, instrument: string, year: number | null): Promise<ClauseText[]> {
  if (year === null) return [];
  const revision = await tables(db)
    .selectFrom('texts.revision')
    .select('id')
    .where('instrument', '=', instrument)
    .where('text', 'is not', null)
    .where('year', '>', year)
    .orderBy('year')
    .executeTakeFirst();
  return revision === undefined ? [] : clausesOf(db, revision.id);
}

export function clausesOf(db: Connection, revision: string): Promise<ClauseText[]> {
  return tables(db)
    .selectFrom('texts.clause_text')
    .select(['clause', 'position', 'path', 'heading', 'label', 'words', 'line'])
    .where('revision', '=', revision)
    .orderBy('position')
    .execute();
}

/** A clause in those of some revisions that have it. */
export function clauseTexts(
  db: Connection,
  clause: string,
  revisions: readonly string[],
): Promise<(ClauseText & { revision: string })[]> {
  return tables(db)
    .selectFrom('texts.clause_text')
    .select(['revision', 'clause', 'position', 'path', 'heading', 'label', 'words', 'line'])
    .where('clause', '=', clause)
    .where('revision', '=', sql<string>`any(${[...revisions]}::uuid[])`)
    .execute();
}

/** The texts of some revisions, by id; those without one are left out. Visibility is the caller's to ask. */
export async function textsById(db: Connection, revisions: readonly string[]): Promise<Map<string, LegalText>> {
  const rows = await tables(db)
    .selectFrom('texts.revision')
    .select(['id', 'text'])
    .where('id', '=', sql<string>`any(${[...revisions]}::uuid[])`)
    .execute();
  return new Map(rows.flatMap(({ id, text }) => (text === null ? [] : [[id, text] as const])));
}

/** Writes the clauses of a revision; those that are new to the instrument become clauses of it. */
export async function insertClauses(
  db: Connection,
  instrument: string,
  revision: string,
  clauses: readonly (ClauseText & { isNew: boolean })[],
): Promise<void> {
  const fresh = clauses.filter((clause) => clause.isNew).map((clause) => ({ id: clause.clause, instrument }));
  if (fresh.length > 0) await tables(db).insertInto('texts.clause').values(fresh).execute();
  for (let from = 0; from < clauses.length; from += 1000) {
    await tables(db)
      .insertInto('texts.clause_text')
      .values(
        clauses.slice(from, from + 1000).map((clause) => ({
          revision,
          clause: clause.clause,
          position: clause.position,
          path: clause.path,
          heading: clause.heading,
          label: clause.label,
          words: clause.words,
          line: clause.line,
        })),
      )
      .execute();
  }
}
