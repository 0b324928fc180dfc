import type { Audience, Visibility } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { ConsolidatedText } from '#kernel/reading/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { TextsTables } from './tables.ts';

/** A consolidated draft of one instrument. */
export interface Consolidation {
  id: string;
  slug: string;
  instrument: string;
  revision: string;
  /** Ids of the proposals in it. */
  proposals: string[];
  visibility: Visibility;
  parties: string[];
  version: number;
  openedAt: Date;
}

/** One of its states; the highest number is the present one. */
export interface ConsolidationState {
  number: number;
  /** What led to it, in words. */
  what: string;
  actor: string;
  at: Date;
}

const tables = (db: Connection) => db.withTables<TextsTables>();
const columns = [
  'id',
  'slug',
  'instrument',
  'revision',
  'proposals',
  'visibility',
  'parties',
  'version',
  'made_at as openedAt',
] as const;

export async function insertConsolidation(
  db: Connection,
  row: Omit<Consolidation, 'version' | 'openedAt'>,
): Promise<void> {
  await tables(db).insertInto('texts.consolidation').values(row).execute();
}

/** Consolidated drafts an audience may see, newest first; of one instrument where it is named. */
export function listConsolidations(
  db: Connection,
  audience: Audience,
  instrument: string | null,
): Promise<Consolidation[]> {
  let query = tables(db)
    .selectFrom('texts.consolidation as consolidation')
    .select(columns)
    .where(visibleRows(audience, 'consolidation'));
  if (instrument !== null) query = query.where('instrument', '=', instrument);
  return query.orderBy('made_at', 'desc').execute();
}

export async function consolidationBySlug(db: Connection, slug: string): Promise<Consolidation | null> {
  const query = tables(db).selectFrom('texts.consolidation').select(columns).where('slug', '=', slug);
  return (await query.executeTakeFirst()) ?? null;
}

/** All states without their texts, oldest first. */
export function statesOf(db: Connection, consolidation: string): Promise<ConsolidationState[]> {
  return tables(db)
    .selectFrom('texts.consolidation_state')
    .select(['number', 'what', 'actor', 'at'])
    .where('consolidation', '=', consolidation)
    .orderBy('number')
    .execute();
}

/** The text of one state; of the present one where no number is given. */
export async function stateOf(
  db: Connection,
  consolidation: string,
  number: number | null,
): Promise<{ number: number; text: ConsolidatedText } | null> {
  let query = tables(db)
    .selectFrom('texts.consolidation_state')
    .select(['number', 'text'])
    .where('consolidation', '=', consolidation);
  if (number !== null) query = query.where('number', '=', number);
  return (await query.orderBy('number', 'desc').executeTakeFirst()) ?? null;
}

export async function insertState(
  db: Connection,
  consolidation: string,
  state: Omit<ConsolidationState, 'at'> & { text: ConsolidatedText },
): Promise<void> {
  await tables(db)
    .insertInto('texts.consolidation_state')
    .values({ ...state, consolidation, text: JSON.stringify(state.text) })
    .execute();
}

/** Counts the version up, if it still is as it was seen. @returns whether it was */
export async function touchConsolidation(db: Connection, id: string, version: number): Promise<boolean> {
  const result = await tables(db)
    .updateTable('texts.consolidation')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
