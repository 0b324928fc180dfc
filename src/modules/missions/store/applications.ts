/** What the work on requests needs beside reading and changing them. */
import type { Connection } from '#platform/db/index.ts';
import { holdCycle } from './cycles.ts';
import type { MissionsTables, PendingDecision } from './tables.ts';

type ToldTables = { 'missions.told': { application: string; stage: string; reason: string; at: Date } };

const tables = (db: Connection) => db.withTables<MissionsTables & ToldTables>();

/**
 * Keeps everybody else from changing an application, or the stages of its cycle, until the transaction ends. The cycle
 * comes first: all that lock both do so in this order, so that none waits for the other.
 */
export async function lockApplication(db: Connection, slug: string): Promise<void> {
  const within = await tables(db)
    .selectFrom('missions.application')
    .select('cycle')
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (within !== undefined && within.cycle !== null) await holdCycle(db, within.cycle);
  await tables(db).selectFrom('missions.application').select('id').where('slug', '=', slug).forUpdate().execute();
}

/**
 * Writes a decision that is not yet told. Neither the version nor the day of the last change moves with it, because
 * both are shown to the applicant.
 */
export async function holdBack(db: Connection, id: string, pending: PendingDecision): Promise<void> {
  await tables(db)
    .updateTable('missions.application')
    .set({ pending: JSON.stringify(pending) })
    .where('id', '=', id)
    .execute();
}

/** The place of the next application in a cycle. */
export async function nextPosition(db: Connection, cycle: string): Promise<number> {
  const row = await tables(db)
    .selectFrom('missions.application')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('cycle', '=', cycle)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** Takes back a decision that is not yet told; as when it was taken, nothing else moves. */
export async function letGo(db: Connection, id: string): Promise<void> {
  await tables(db).updateTable('missions.application').set({ pending: null }).where('id', '=', id).execute();
}

/** Keeps why a request moved to a stage, for its applicant to read. */
export async function tell(
  db: Connection,
  application: string,
  { stage, reason, at }: { stage: string; reason: string; at: Date },
): Promise<void> {
  await tables(db).insertInto('missions.told').values({ application, stage, reason, at }).execute();
}

/** Why a request stands in this stage, as it was told last; `null` where nothing was said. */
export async function lastTold(db: Connection, application: string, stage: string): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('missions.told')
    .select(['reason', 'stage'])
    .where('application', '=', application)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.stage === stage && row.reason !== '' ? row.reason : null;
}
