import type { AssistancePlan, MissionApplication } from '#kernel/reading/index.ts';
import type { Audience, Visibility } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { ApplicationContent, OfferContent } from '../domain/forms/answers.ts';
import type { CallFrame, MissionsTables, PendingDecision } from './tables.ts';

interface Kept {
  id: string;
  slug: string;
  visibility: Visibility;
  parties: string[];
  version: number;
}

export type Call = Kept & { source: string; programme: string; year: number; frame: CallFrame };

/** What requests and offers have in common while they are worked on. */
interface Worked<Content> {
  /** The file it was read from; `null` for what was written here. */
  source: string | null;
  cycle: string | null;
  /** Version of the cycle's form that it answers. */
  formVersion: number;
  stage: string;
  content: Content;
  /** A decision that is taken and not yet told; only the secretariat may learn of it. */
  pending: PendingDecision | null;
  cameBy: 'browser' | 'word' | 'call';
  changedAt: Date;
}

export type Application = Kept &
  Worked<ApplicationContent> & {
    call: string | null;
    position: number;
    country: string | null;
    organisation: string | null;
    title: string;
    /** As read from a file; `null` for what was written here. */
    record: MissionApplication | null;
  };

export type StoredAssistancePlan = Kept &
  Worked<OfferContent> & {
    title: string;
    record: AssistancePlan | null;
    organisation: string | null;
    /** The requests it answers. */
    applications: string[];
  };

const tables = (db: Connection) => db.withTables<MissionsTables>();
const kept = ['id', 'slug', 'source', 'visibility', 'parties', 'version'] as const;
const worked = [
  'cycle',
  'form_version as formVersion',
  'stage',
  'content',
  'pending',
  'came_by as cameBy',
  'changed_at as changedAt',
] as const;
const ofCall = [...kept, 'programme', 'year', 'frame'] as const;
const ofApplication = [...kept, ...worked, 'call', 'position', 'country', 'organisation', 'title', 'record'] as const;
const ofPlan = [...kept, ...worked, 'title', 'record', 'organisation', 'applications'] as const;

/** The columns that requests and offers share, as the database takes them. */
const workedRow = <Content>(thing: Worked<Content> & { record: unknown }) => ({
  source: thing.source,
  cycle: thing.cycle,
  form_version: thing.formVersion,
  stage: thing.stage,
  content: JSON.stringify(thing.content),
  pending: thing.pending === null ? null : JSON.stringify(thing.pending),
  came_by: thing.cameBy,
  changed_at: thing.changedAt,
  record: thing.record === null ? null : JSON.stringify(thing.record),
});

export async function insertCall(db: Connection, call: Omit<Call, 'version'>): Promise<void> {
  await tables(db)
    .insertInto('missions.call')
    .values({ ...call, frame: JSON.stringify(call.frame) })
    .execute();
}

export async function insertApplication(db: Connection, application: Omit<Application, 'version'>): Promise<void> {
  const { id, slug, visibility, parties, call, position, country, organisation, title } = application;
  await tables(db)
    .insertInto('missions.application')
    .values({
      ...workedRow(application),
      id,
      slug,
      visibility,
      parties,
      call,
      position,
      country,
      organisation,
      title,
    })
    .execute();
}

export async function insertAssistancePlan(db: Connection, plan: Omit<StoredAssistancePlan, 'version'>): Promise<void> {
  const { id, slug, visibility, parties, title, organisation, applications } = plan;
  await tables(db)
    .insertInto('missions.assistance_plan')
    .values({ id, slug, visibility, parties, title, organisation, applications, ...workedRow(plan) })
    .execute();
}

/** What of a request or an offer may change. */
type ChangeOf<T extends Worked<unknown>> = Partial<
  Omit<T, 'id' | 'slug' | 'version' | 'record' | 'source' | 'call' | 'cameBy' | 'changedAt'>
>;

const changedRow = <T extends Worked<unknown>>(change: ChangeOf<T>, at: Date): Record<string, unknown> => {
  const { content, pending, formVersion, ...rest } = change as ChangeOf<Application>;
  return {
    ...rest,
    ...(formVersion === undefined ? {} : { form_version: formVersion }),
    ...(content === undefined ? {} : { content: JSON.stringify(content) }),
    ...(pending === undefined ? {} : { pending: pending === null ? null : JSON.stringify(pending) }),
    changed_at: at,
  };
};

/** @returns whether a row of this version was there to change */
export async function updateApplication(
  db: Connection,
  id: string,
  version: number,
  change: ChangeOf<Application>,
  at: Date,
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('missions.application')
    .set(changedRow<Application>(change, at))
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** @returns whether a row of this version was there to change */
export async function updateAssistancePlan(
  db: Connection,
  id: string,
  version: number,
  change: ChangeOf<StoredAssistancePlan>,
  at: Date,
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('missions.assistance_plan')
    .set(changedRow<StoredAssistancePlan>(change, at))
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Calls an audience may see, newest first. */
export function listCalls(db: Connection, audience: Audience): Promise<Call[]> {
  return tables(db)
    .selectFrom('missions.call as call')
    .select(ofCall)
    .where(visibleRows(audience, 'call'))
    .orderBy('year', 'desc')
    .orderBy('programme')
    .execute();
}

export async function callBy(db: Connection, by: { slug: string } | { id: string }): Promise<Call | null> {
  const query = tables(db).selectFrom('missions.call').select(ofCall);
  const row = await (
    'slug' in by ? query.where('slug', '=', by.slug) : query.where('id', '=', by.id)
  ).executeTakeFirst();
  return row ?? null;
}

/** Applications an audience may see: of one call, of one cycle, or all. */
export function listApplications(
  db: Connection,
  audience: Audience,
  of: { call: string } | { cycle: string } | null,
): Promise<Application[]> {
  let query = tables(db)
    .selectFrom('missions.application as application')
    .select(ofApplication)
    .where(visibleRows(audience, 'application'));
  if (of !== null) query = 'call' in of ? query.where('call', '=', of.call) : query.where('cycle', '=', of.cycle);
  return query.orderBy('cycle').orderBy('position').orderBy('title').orderBy('id').execute();
}

export async function applicationBy(
  db: Connection,
  by: { slug: string } | { id: string },
): Promise<Application | null> {
  const query = tables(db).selectFrom('missions.application').select(ofApplication);
  const row = await (
    'slug' in by ? query.where('slug', '=', by.slug) : query.where('id', '=', by.id)
  ).executeTakeFirst();
  return row ?? null;
}

/** Plans of assistance an audience may see: of one cycle, or (`null`) all; newest first. */
export function listAssistancePlans(
  db: Connection,
  audience: Audience,
  cycle: string | null,
): Promise<StoredAssistancePlan[]> {
  let query = tables(db)
    .selectFrom('missions.assistance_plan as plan')
    .select(ofPlan)
    .where(visibleRows(audience, 'plan'));
  if (cycle !== null) query = query.where('cycle', '=', cycle);
  return query.orderBy('made_at', 'desc').orderBy('id').execute();
}

export async function assistancePlanBy(
  db: Connection,
  by: { slug: string } | { id: string },
): Promise<StoredAssistancePlan | null> {
  const query = tables(db).selectFrom('missions.assistance_plan').select(ofPlan);
  const row = await (
    'slug' in by ? query.where('slug', '=', by.slug) : query.where('id', '=', by.id)
  ).executeTakeFirst();
  return row ?? null;
}
