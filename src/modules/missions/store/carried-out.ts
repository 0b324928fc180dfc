import { sql, type ColumnType, type Generated } from 'kysely';
import type { Audience, Visibility } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { Clause, Signature } from '../domain/mission/agreement.ts';
import type { MissionCosts } from '../domain/mission/costs.ts';
import type { Evaluation, EvaluationQuestion } from '../domain/mission/evaluation.ts';
import type { Milestone } from '../domain/mission/milestones.ts';
import type { Closing, FollowUp, MissionDetails, MissionStage } from '../domain/mission/mission.ts';
import type { Json, MadeAt, NullableJson } from './tables.ts';

/** A mission as it is carried out. */
export interface Mission {
  id: string;
  slug: string;
  cycle: string | null;
  application: string | null;
  /** Plans of assistance that it carries out. */
  offers: string[];
  title: string;
  /** Organisation that receives it; `null` while the directory does not know it. */
  beneficiary: string | null;
  /** ISO 3166-1, two letters. */
  country: string | null;
  offerers: string[];
  stage: MissionStage;
  details: MissionDetails;
  milestones: Milestone[];
  costs: MissionCosts;
  followUp: FollowUp;
  /** ISO day, the last on which the sides are asked to evaluate. */
  evaluationBy: string | null;
  closing: Closing | null;
  visibility: Visibility;
  parties: string[];
  version: number;
  madeAt: Date;
  changedAt: Date;
}

/** One version of a mission's agreement. */
export interface AgreementVersion {
  number: number;
  clauses: Clause[];
  signatures: Signature[];
  reason: string;
  madeBy: string;
  madeAt: Date;
}

export interface StoredEvaluation extends Evaluation {
  side: string;
  by: string;
  at: Date;
}

/** To whom a document of a mission is shown. */
export type DocumentShown = 'parties' | 'public';

/** A file of a mission. */
export interface MissionDocument {
  /** Of the attachment. */
  id: string;
  name: string;
  bytes: number;
  note: string;
  milestone: string | null;
  shown: DocumentShown;
  madeAt: Date;
}

type CarriedOutTables = {
  'missions.mission': {
    id: string;
    slug: string;
    cycle: string | null;
    application: string | null;
    offers: string[];
    title: string;
    beneficiary: string | null;
    country: string | null;
    offerers: string[];
    stage: MissionStage;
    details: Json<MissionDetails>;
    milestones: Json<Milestone[]>;
    costs: Json<MissionCosts>;
    follow_up: Json<FollowUp>;
    evaluation_by: string | null;
    closing: NullableJson<Closing>;
    visibility: Visibility;
    parties: string[];
    version: Generated<number>;
    made_at: MadeAt;
    changed_at: ColumnType<Date, Date | undefined, Date>;
  };
  'missions.agreement': {
    mission: string;
    number: number;
    clauses: Json<Clause[]>;
    signatures: Json<Signature[]>;
    reason: string;
    made_by: string;
    made_at: MadeAt;
  };
  'missions.evaluation': {
    mission: string;
    side: string;
    content: Json<Evaluation>;
    given_by: string;
    given_at: ColumnType<Date, Date | undefined, Date>;
  };
  'missions.evaluation_form': {
    cycle: string;
    questions: Json<EvaluationQuestion[]>;
    version: Generated<number>;
  };
  'missions.mission_document': { attachment: string; mission: string; milestone: string | null; shown: DocumentShown };
  'missions.attachment': {
    id: string;
    name: string;
    bytes: number;
    note: string;
    made_at: MadeAt;
    removed_at: Date | null;
  };
};

const tables = (db: Connection) => db.withTables<CarriedOutTables>();
const columns = [
  'id',
  'slug',
  'cycle',
  'application',
  'offers',
  'title',
  'beneficiary',
  'country',
  'offerers',
  'stage',
  'details',
  'milestones',
  'costs',
  'follow_up as followUp',
  'closing',
  'visibility',
  'parties',
  'version',
  'made_at as madeAt',
  'changed_at as changedAt',
] as const;
/** A day without a zone of time: the driver would make it a moment. */
const evaluationBy = sql<string | null>`evaluation_by::text`.as('evaluationBy');

export async function insertMission(
  db: Connection,
  mission: Omit<Mission, 'version' | 'madeAt' | 'changedAt'>,
): Promise<void> {
  const { details, milestones, costs, followUp, closing, evaluationBy, ...row } = mission;
  await tables(db)
    .insertInto('missions.mission')
    .values({
      ...row,
      details: JSON.stringify(details),
      milestones: JSON.stringify(milestones),
      costs: JSON.stringify(costs),
      follow_up: JSON.stringify(followUp),
      closing: closing === null ? null : JSON.stringify(closing),
      evaluation_by: evaluationBy,
    })
    .execute();
}

/** What of a mission may change. */
export type MissionChange = Partial<Omit<Mission, 'id' | 'slug' | 'version' | 'madeAt' | 'changedAt'>>;

/** @returns whether a row of this version was there to change */
export async function updateMission(
  db: Connection,
  id: string,
  version: number,
  change: MissionChange,
  at: Date,
): Promise<boolean> {
  const { details, milestones, costs, followUp, closing, evaluationBy, ...row } = change;
  const result = await tables(db)
    .updateTable('missions.mission')
    .set({
      ...row,
      ...(details === undefined ? {} : { details: JSON.stringify(details) }),
      ...(milestones === undefined ? {} : { milestones: JSON.stringify(milestones) }),
      ...(costs === undefined ? {} : { costs: JSON.stringify(costs) }),
      ...(followUp === undefined ? {} : { follow_up: JSON.stringify(followUp) }),
      ...(closing === undefined ? {} : { closing: closing === null ? null : JSON.stringify(closing) }),
      ...(evaluationBy === undefined ? {} : { evaluation_by: evaluationBy }),
      changed_at: at,
    })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Missions that an audience may see whole, and (`summaries`) those whose public summary is shown to everybody; the
 * caller takes from the latter what everybody may see.
 */
export function listMissions(db: Connection, audience: Audience, summaries: boolean): Promise<Mission[]> {
  return tables(db)
    .selectFrom('missions.mission as mission')
    .select([...columns, evaluationBy])
    .where((eb) =>
      summaries
        ? eb.or([visibleRows(audience, 'mission'), sql<boolean>`mission.details ->> 'summaryShown' = 'true'`])
        : eb.and([visibleRows(audience, 'mission')]),
    )
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

export async function missionBy(db: Connection, by: { slug: string } | { id: string }): Promise<Mission | null> {
  const query = tables(db)
    .selectFrom('missions.mission')
    .select([...columns, evaluationBy]);
  const row = await (
    'slug' in by ? query.where('slug', '=', by.slug) : query.where('id', '=', by.id)
  ).executeTakeFirst();
  return row ?? null;
}

const ofAgreement = ['number', 'clauses', 'signatures', 'reason', 'made_by as madeBy', 'made_at as madeAt'] as const;

/** All versions of the agreement, newest first. */
export function agreementVersions(db: Connection, mission: string): Promise<AgreementVersion[]> {
  return tables(db)
    .selectFrom('missions.agreement')
    .select(ofAgreement)
    .where('mission', '=', mission)
    .orderBy('number', 'desc')
    .execute();
}

/** The newest version of each of these missions' agreements. */
export async function newestAgreements(
  db: Connection,
  missions: readonly string[],
): Promise<Map<string, AgreementVersion>> {
  if (missions.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('missions.agreement')
    .select([...ofAgreement, 'mission'])
    .distinctOn('mission')
    .where('mission', 'in', [...missions])
    .orderBy('mission')
    .orderBy('number', 'desc')
    .execute();
  return new Map(rows.map(({ mission, ...row }) => [mission, row]));
}

/** Writes a version, or writes over it while nobody signed it. */
export async function putAgreement(
  db: Connection,
  mission: string,
  { number, clauses, signatures, reason, madeBy, madeAt }: AgreementVersion,
): Promise<void> {
  const row = {
    clauses: JSON.stringify(clauses),
    signatures: JSON.stringify(signatures),
    reason,
    made_by: madeBy,
  };
  await tables(db)
    .insertInto('missions.agreement')
    .values({ mission, number, ...row, made_at: madeAt })
    .onConflict((conflict) => conflict.columns(['mission', 'number']).doUpdateSet(row))
    .execute();
}

export async function evaluationsOf(
  db: Connection,
  missions: readonly string[],
): Promise<Map<string, StoredEvaluation[]>> {
  if (missions.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('missions.evaluation')
    .select(['mission', 'side', 'content', 'given_by as by', 'given_at as at'])
    .where('mission', 'in', [...missions])
    .orderBy('given_at')
    .orderBy('side')
    .execute();
  return Map.groupBy(
    rows.map(({ content, ...row }) => ({ ...content, ...row })),
    ({ mission }) => mission,
  );
}

export async function putEvaluation(
  db: Connection,
  mission: string,
  { side, by, at, ...content }: StoredEvaluation,
): Promise<void> {
  const row = { content: JSON.stringify(content), given_by: by, given_at: at };
  await tables(db)
    .insertInto('missions.evaluation')
    .values({ mission, side, ...row })
    .onConflict((conflict) => conflict.columns(['mission', 'side']).doUpdateSet(row))
    .execute();
}

/** The questions of a cycle; `null` while it asks the usual ones. */
export async function evaluationQuestionsOf(
  db: Connection,
  cycle: string,
): Promise<{ questions: EvaluationQuestion[]; version: number } | null> {
  const row = await tables(db)
    .selectFrom('missions.evaluation_form')
    .select(['questions', 'version'])
    .where('cycle', '=', cycle)
    .executeTakeFirst();
  return row ?? null;
}

/** @param version 0 for a cycle that asked the usual ones until now @returns whether it still was as it was seen */
export async function putEvaluationQuestions(
  db: Connection,
  cycle: string,
  version: number,
  questions: readonly EvaluationQuestion[],
): Promise<boolean> {
  const definition = JSON.stringify(questions);
  if (version === 0) {
    const made = await tables(db)
      .insertInto('missions.evaluation_form')
      .values({ cycle, questions: definition })
      .onConflict((conflict) => conflict.column('cycle').doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await tables(db)
    .updateTable('missions.evaluation_form')
    .set({ questions: definition })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('cycle', '=', cycle)
    .where('version', '=', version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function insertDocument(
  db: Connection,
  row: { attachment: string; mission: string; milestone: string | null; shown: DocumentShown },
): Promise<void> {
  await tables(db).insertInto('missions.mission_document').values(row).execute();
}

/** Files of a mission that were not removed, in the order in which they came. */
export function documentsOf(db: Connection, mission: string): Promise<MissionDocument[]> {
  return tables(db)
    .selectFrom('missions.mission_document as document')
    .innerJoin('missions.attachment as attachment', 'attachment.id', 'document.attachment')
    .select(['attachment.id', 'name', 'bytes', 'note', 'milestone', 'shown', 'attachment.made_at as madeAt'])
    .where('mission', '=', mission)
    .where('removed_at', 'is', null)
    .orderBy('attachment.made_at')
    .orderBy('attachment.id')
    .execute();
}
