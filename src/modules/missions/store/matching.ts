/** Tables of matching: settings, judgements, proposals, choices among offers. */
import type { ColumnType, Generated } from 'kysely';
import type { Connection } from '#platform/db/index.ts';
import type { Weights } from '../domain/cycle/cycle.ts';
import type { HandChange, Proposal } from '../domain/assignment/proposal.ts';
import type { MatchingSettings } from '../domain/matching/settings.ts';
import type { Json, MadeAt, MissionsTables } from './tables.ts';

export interface MadeWith {
  weights: Weights;
  settings: MatchingSettings;
}

type MatchingTables = {
  'missions.matching': { cycle: string; settings: Json<MatchingSettings>; version: Generated<number> };
  'missions.match_judgement': {
    cycle: string;
    application: string;
    candidate: string;
    account: string;
    actor: string;
    grade: number;
    note: string;
    made_at: ColumnType<Date, Date, Date>;
  };
  'missions.assignment': {
    id: string;
    cycle: string;
    made_with: Json<MadeWith>;
    proposal: Json<Proposal>;
    changes: Json<HandChange[]>;
    made_by: string;
    version: Generated<number>;
    made_at: MadeAt;
  };
  'missions.offer_choice': {
    id: string;
    application: string;
    offer: string;
    answer: 'chosen' | 'declined';
    reason: string;
    letter: string;
    organisation: string | null;
    account: string | null;
    actor: string;
    made_at: MadeAt;
  };
};

const tables = (db: Connection) => db.withTables<MatchingTables & MissionsTables>();

/** What a cycle lays down for matching, with its version; `null` until somebody changed it. */
export async function matchingOf(
  db: Connection,
  cycle: string,
): Promise<{ settings: MatchingSettings; version: number } | null> {
  const row = await tables(db)
    .selectFrom('missions.matching')
    .select(['settings', 'version'])
    .where('cycle', '=', cycle)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes the settings. @param version 0 where there are none yet @returns whether they were as they were seen */
export async function writeMatching(
  db: Connection,
  cycle: string,
  version: number,
  settings: MatchingSettings,
): Promise<boolean> {
  const json = JSON.stringify(settings);
  if (version === 0) {
    const made = await tables(db)
      .insertInto('missions.matching')
      .values({ cycle, settings: json })
      .onConflict((oc) => oc.column('cycle').doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await tables(db)
    .updateTable('missions.matching')
    .set({ settings: json })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('cycle', '=', cycle)
    .where('version', '=', version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export interface Judgement {
  application: string;
  candidate: string;
  account: string;
  actor: string;
  grade: number;
  note: string;
  madeAt: Date;
}

/** Everything that people said of the matches of a cycle, the newest last. */
export function judgementsOf(db: Connection, cycle: string): Promise<Judgement[]> {
  return tables(db)
    .selectFrom('missions.match_judgement')
    .select(['application', 'candidate', 'account', 'actor', 'grade', 'note', 'made_at as madeAt'])
    .where('cycle', '=', cycle)
    .orderBy('made_at')
    .orderBy('account')
    .execute();
}

/** Keeps a judgement; the last of each person counts. */
export async function writeJudgement(
  db: Connection,
  cycle: string,
  { madeAt, ...judgement }: Judgement,
): Promise<void> {
  const { grade, note, actor } = judgement;
  await tables(db)
    .insertInto('missions.match_judgement')
    .values({ cycle, ...judgement, made_at: madeAt })
    .onConflict((oc) =>
      oc.columns(['application', 'candidate', 'account']).doUpdateSet({ grade, note, actor, made_at: madeAt }),
    )
    .execute();
}

export interface StoredAssignment {
  id: string;
  cycle: string;
  madeWith: MadeWith;
  proposal: Proposal;
  changes: HandChange[];
  madeBy: string;
  version: number;
  madeAt: Date;
}

/** Proposals for a cycle, the newest first. */
export function assignmentsOf(db: Connection, cycle: string): Promise<StoredAssignment[]> {
  return tables(db)
    .selectFrom('missions.assignment')
    .select(['id', 'cycle', 'made_with as madeWith', 'proposal', 'changes', 'made_by as madeBy', 'version'])
    .select('made_at as madeAt')
    .where('cycle', '=', cycle)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function insertAssignment(db: Connection, one: Omit<StoredAssignment, 'version'>): Promise<void> {
  await tables(db)
    .insertInto('missions.assignment')
    .values({
      id: one.id,
      cycle: one.cycle,
      made_with: JSON.stringify(one.madeWith),
      proposal: JSON.stringify(one.proposal),
      changes: JSON.stringify(one.changes),
      made_by: one.madeBy,
      made_at: one.madeAt,
    })
    .execute();
}

/** @returns whether the proposal was as it was seen */
export async function changeAssignment(
  db: Connection,
  id: string,
  version: number,
  changes: readonly HandChange[],
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('missions.assignment')
    .set({ changes: JSON.stringify(changes) })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface OfferChoice {
  id: string;
  application: string;
  offer: string;
  answer: 'chosen' | 'declined';
  reason: string;
  letter: string;
  organisation: string | null;
  account: string | null;
  actor: string;
  madeAt: Date;
}

/** What was said of the offers for a request, the newest last. */
export function choicesOf(db: Connection, application: string): Promise<OfferChoice[]> {
  return tables(db)
    .selectFrom('missions.offer_choice')
    .select(['id', 'application', 'offer', 'answer', 'reason', 'letter', 'organisation', 'account', 'actor'])
    .select('made_at as madeAt')
    .where('application', '=', application)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

export async function insertChoice(db: Connection, { madeAt, ...choice }: OfferChoice): Promise<void> {
  await tables(db)
    .insertInto('missions.offer_choice')
    .values({ ...choice, made_at: madeAt })
    .execute();
}

/**
 * Countries with a mission, under way or done, in the last cycles of a programme before a year.
 * @param years how many years back
 */
export async function servedLately(
  db: Connection,
  programme: string,
  before: number,
  years: number,
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('missions.application as application')
    .innerJoin('missions.cycle as cycle', 'cycle.id', 'application.cycle')
    .select('application.country')
    .distinct()
    .where('cycle.programme', '=', programme)
    .where('cycle.year', '<', before)
    .where('cycle.year', '>=', before - years)
    .where('application.stage', 'in', ['in-mission', 'completed'])
    .execute();
  return rows.flatMap(({ country }) => country ?? []);
}
