/** What an offer needs beside its row: a lock, the requests it answers, and what was said in coordination. */
import { sql, type Generated } from 'kysely';
import type { Connection } from '#platform/db/index.ts';
import type { Share } from '../domain/offers/settling.ts';
import { holdCycle } from './cycles.ts';
import { applicationBy, assistancePlanBy, type Application, type StoredAssistancePlan } from './missions.ts';
import type { MadeAt, MissionsTables, NullableJson, PendingDecision } from './tables.ts';

export type CoordinationSide = 'secretariat' | 'offerer' | 'beneficiary';

/** One thing said in coordination. */
export interface CoordinationEntry {
  id: string;
  offer: string;
  /** Id of a cost line; `null` for notes on the scope. */
  line: string | null;
  side: CoordinationSide;
  organisation: string | null;
  account: string | null;
  words: string;
  shares: Share[] | null;
  basis: 'asked' | 'offered' | 'agreed' | null;
  onlySecretariat: boolean;
  madeAt: Date;
}

type OfferTables = MissionsTables & {
  'missions.coordination_entry': Omit<CoordinationEntry, 'shares' | 'onlySecretariat' | 'madeAt'> & {
    shares: NullableJson<Share[]>;
    only_secretariat: boolean;
    number: Generated<number>;
    made_at: MadeAt;
  };
};

const tables = (db: Connection) => db.withTables<OfferTables>();

/** An offer by its address; nobody else changes it, or the stages of its cycle, until the transaction ends. */
export async function lockedOffer(db: Connection, slug: string): Promise<StoredAssistancePlan | null> {
  const found = await assistancePlanBy(db, { slug });
  // The cycle first, as for requests, so that none waits for the other.
  if (found !== null && found.cycle !== null) await holdCycle(db, found.cycle);
  await sql`select id from missions.assistance_plan where slug = ${slug} for update`.execute(db);
  return assistancePlanBy(db, { slug });
}

/**
 * Writes a decision that is not yet told. Neither the version nor the day of the last change moves with it, because
 * both are shown to the offering organisation.
 */
export async function holdBackOffer(db: Connection, id: string, pending: PendingDecision): Promise<void> {
  await tables(db)
    .updateTable('missions.assistance_plan')
    .set({ pending: JSON.stringify(pending) })
    .where('id', '=', id)
    .execute();
}

/** Requests by their ids, in that order; whoever may see them. Only services that have asked the policy may call this. */
export async function requestsById(db: Connection, ids: readonly string[]): Promise<Application[]> {
  const found: Application[] = [];
  for (const id of ids) {
    const request = await applicationBy(db, { id });
    if (request !== null) found.push(request);
  }
  return found;
}

export async function insertCoordinationEntries(
  db: Connection,
  entries: readonly Omit<CoordinationEntry, 'madeAt'>[],
  at: Date,
): Promise<void> {
  if (entries.length === 0) return;
  await tables(db)
    .insertInto('missions.coordination_entry')
    .values(
      entries.map(({ shares, onlySecretariat, ...entry }) => ({
        ...entry,
        shares: shares === null ? null : JSON.stringify(shares),
        only_secretariat: onlySecretariat,
        made_at: at,
      })),
    )
    .execute();
}

/** What was said about an offer, oldest first; what is for the secretariat only when asked for. */
export function coordinationEntries(
  db: Connection,
  offer: string,
  withSecretariats: boolean,
): Promise<CoordinationEntry[]> {
  let query = tables(db)
    .selectFrom('missions.coordination_entry')
    .select(['id', 'offer', 'line', 'side', 'organisation', 'account', 'words', 'shares', 'basis'])
    .select(['only_secretariat as onlySecretariat', 'made_at as madeAt'])
    .where('offer', '=', offer);
  if (!withSecretariats) query = query.where('only_secretariat', '=', false);
  return query.orderBy('number').execute();
}
