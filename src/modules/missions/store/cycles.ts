import type { Audience } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { Visibility } from '#modules/access/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { CycleSettings } from '../domain/cycle/cycle.ts';
import type { Form, FormKind } from '../domain/forms/form.ts';
import type { MissionsTables } from './tables.ts';

/** One cycle of a programme. */
export interface Cycle {
  id: string;
  slug: string;
  programme: string;
  year: number;
  plan: string | null;
  call: string | null;
  settings: CycleSettings;
  visibility: Visibility;
  parties: string[];
  version: number;
}

const tables = (db: Connection) => db.withTables<MissionsTables>();
const columns = [
  'id',
  'slug',
  'programme',
  'year',
  'plan',
  'call',
  'settings',
  'visibility',
  'parties',
  'version',
] as const;

/** Writes a cycle; its version begins at 1. */
export async function insertCycle(db: Connection, { settings, ...cycle }: Omit<Cycle, 'version'>): Promise<void> {
  await tables(db)
    .insertInto('missions.cycle')
    .values({ ...cycle, settings: JSON.stringify(settings) })
    .execute();
}

/** Cycles an audience may see, newest first. */
export function listCycles(db: Connection, audience: Audience): Promise<Cycle[]> {
  return tables(db)
    .selectFrom('missions.cycle as cycle')
    .select(columns)
    .where(visibleRows(audience, 'cycle'))
    .orderBy('year', 'desc')
    .orderBy('programme')
    .execute();
}

/** A cycle by its address, its id, its call, or its programme and year. */
export async function cycleBy(
  db: Connection,
  by: { slug: string } | { id: string } | { call: string } | { programme: string; year: number },
): Promise<Cycle | null> {
  let query = tables(db).selectFrom('missions.cycle').select(columns);
  if ('slug' in by) query = query.where('slug', '=', by.slug);
  else if ('id' in by) query = query.where('id', '=', by.id);
  else if ('call' in by) query = query.where('call', '=', by.call);
  else query = query.where('programme', '=', by.programme).where('year', '=', by.year);
  return (await query.executeTakeFirst()) ?? null;
}

/** @returns whether a row of this version was there to change */
export async function updateCycle(
  db: Connection,
  id: string,
  version: number,
  { settings, ...change }: Partial<Pick<Cycle, 'plan' | 'call' | 'settings' | 'visibility' | 'parties'>>,
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('missions.cycle')
    .set({ ...change, ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }) })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertForm(db: Connection, cycle: string, form: Form): Promise<void> {
  await tables(db)
    .insertInto('missions.form')
    .values({ cycle, kind: form.kind, version: form.version, definition: JSON.stringify(form) })
    .execute();
}

/** All versions of a cycle's forms of one kind, newest first. */
export async function formsOf(db: Connection, cycle: string, kind: FormKind): Promise<Form[]> {
  const rows = await tables(db)
    .selectFrom('missions.form')
    .select('definition')
    .where('cycle', '=', cycle)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => row.definition);
}

/** Nobody else changes the cycle or its forms until the transaction ends. */
export async function lockCycle(db: Connection, id: string): Promise<void> {
  await tables(db).selectFrom('missions.cycle').select('id').where('id', '=', id).forUpdate().execute();
}

/** Nobody changes the cycle, its stages among it, until the transaction ends; others may read and work in it. */
export async function holdCycle(db: Connection, id: string): Promise<void> {
  await tables(db).selectFrom('missions.cycle').select('id').where('id', '=', id).forShare().execute();
}

/** How many requests and offers of a cycle answer each version of its forms. */
export async function usesOfForms(
  db: Connection,
  cycle: string,
): Promise<{ kind: FormKind; version: number; uses: number }[]> {
  const count = async (table: 'missions.application' | 'missions.assistance_plan', kind: FormKind) => {
    const rows = await tables(db)
      .selectFrom(table)
      .select(({ fn }) => ['form_version as version', fn.countAll<string>().as('uses')])
      .where('cycle', '=', cycle)
      .groupBy('form_version')
      .execute();
    return rows.map(({ version, uses }) => ({ kind, version, uses: Number(uses) }));
  };
  return [
    ...(await count('missions.application', 'application')),
    ...(await count('missions.assistance_plan', 'assistance-plan')),
  ];
}

/** The stages in which requests and offers of a cycle stand, or will stand once a decision is told. */
export async function stagesInUse(
  db: Connection,
  cycle: string,
): Promise<{ applications: Set<string>; offers: Set<string> }> {
  const used = async (table: 'missions.application' | 'missions.assistance_plan'): Promise<Set<string>> => {
    const rows = await tables(db).selectFrom(table).select(['stage', 'pending']).where('cycle', '=', cycle).execute();
    return new Set(rows.flatMap(({ stage, pending }) => (pending === null ? [stage] : [stage, pending.stage])));
  };
  return {
    applications: await used('missions.application'),
    offers: await used('missions.assistance_plan'),
  };
}
