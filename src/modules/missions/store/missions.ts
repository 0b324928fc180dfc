import type { Audience } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { AssistancePlan, MissionApplication } from '#kernel/reading/index.ts';
import type { Origin } from '#kernel/register.ts';
import type { Connection } from '#platform/db/index.ts';
import type { CallFrame, MissionsTables } from './tables.ts';

interface Kept {
  id: string;
  slug: string;
  source: string;
  visibility: Origin['visibility'];
  parties: string[];
}

export type Call = Kept & { programme: string; year: number; frame: CallFrame; version: number };

export type Application = Kept & {
  call: string | null;
  position: number;
  country: string | null;
  organisation: string | null;
  title: string;
  record: MissionApplication;
  version: number;
};

export type StoredAssistancePlan = Kept & { title: string; record: AssistancePlan; version: number };

const tables = (db: Connection) => db.withTables<MissionsTables>();
const kept = ['id', 'slug', 'source', 'visibility', 'parties', 'version'] as const;
const ofCall = [...kept, 'programme', 'year', 'frame'] as const;
const ofApplication = [...kept, 'call', 'position', 'country', 'organisation', 'title', 'record'] as const;
const ofPlan = [...kept, 'title', 'record'] as const;

export async function insertCall(db: Connection, call: Omit<Call, 'version'>): Promise<void> {
  await tables(db)
    .insertInto('missions.call')
    .values({ ...call, frame: JSON.stringify(call.frame) })
    .execute();
}

export async function insertApplication(db: Connection, application: Omit<Application, 'version'>): Promise<void> {
  await tables(db)
    .insertInto('missions.application')
    .values({ ...application, record: JSON.stringify(application.record) })
    .execute();
}

export async function insertAssistancePlan(db: Connection, plan: Omit<StoredAssistancePlan, 'version'>): Promise<void> {
  await tables(db)
    .insertInto('missions.assistance_plan')
    .values({ ...plan, record: JSON.stringify(plan.record) })
    .execute();
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

/** Applications an audience may see: of one call, or (`null`) all. */
export function listApplications(db: Connection, audience: Audience, call: string | null): Promise<Application[]> {
  let query = tables(db)
    .selectFrom('missions.application as application')
    .select(ofApplication)
    .where(visibleRows(audience, 'application'));
  if (call !== null) query = query.where('call', '=', call);
  return query.orderBy('call').orderBy('position').orderBy('title').execute();
}

export async function applicationBySlug(db: Connection, slug: string): Promise<Application | null> {
  const query = tables(db).selectFrom('missions.application').select(ofApplication).where('slug', '=', slug);
  return (await query.executeTakeFirst()) ?? null;
}

export function listAssistancePlans(db: Connection, audience: Audience): Promise<StoredAssistancePlan[]> {
  return tables(db)
    .selectFrom('missions.assistance_plan as plan')
    .select(ofPlan)
    .where(visibleRows(audience, 'plan'))
    .orderBy('made_at', 'desc')
    .execute();
}

export async function assistancePlanBySlug(db: Connection, slug: string): Promise<StoredAssistancePlan | null> {
  const query = tables(db).selectFrom('missions.assistance_plan').select(ofPlan).where('slug', '=', slug);
  return (await query.executeTakeFirst()) ?? null;
}
