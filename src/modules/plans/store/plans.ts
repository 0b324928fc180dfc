import type { Audience } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { PlanNode } from '#kernel/reading/index.ts';
import type { Origin } from '#kernel/register.ts';
import type { Connection } from '#platform/db/index.ts';
import type { PlanFrame, PlansTables } from './tables.ts';

/** A plan as its list shows it. */
export interface PlanSummary {
  id: string;
  slug: string;
  title: string;
  from: number | null;
  to: number | null;
  source: string;
  visibility: Origin['visibility'];
  parties: string[];
  version: number;
}

/** An element of a plan in the register: with its permanent id beside the plan's own. */
export type StoredNode = PlanNode & { uuid: string; version: number };

const tables = (db: Connection) => db.withTables<PlansTables>();
const columns = [
  'id',
  'slug',
  'title',
  'from_year as from',
  'to_year as to',
  'source',
  'visibility',
  'parties',
  'version',
] as const;

export async function insertPlan(
  db: Connection,
  plan: Omit<PlanSummary, 'version'> & { frame: PlanFrame },
  nodes: readonly (PlanNode & { uuid: string })[],
): Promise<void> {
  await tables(db)
    .insertInto('plans.plan')
    .values({
      id: plan.id,
      slug: plan.slug,
      title: plan.title,
      from_year: plan.from,
      to_year: plan.to,
      frame: JSON.stringify(plan.frame),
      source: plan.source,
      visibility: plan.visibility,
      parties: plan.parties,
    })
    .execute();
  for (let from = 0; from < nodes.length; from += 500) {
    await tables(db)
      .insertInto('plans.node')
      .values(
        nodes.slice(from, from + 500).map((node, index) => ({
          id: node.uuid,
          plan: plan.id,
          position: from + index,
          key: node.id,
          level: node.level,
          parent: node.parent,
          code_printed: node.code?.printed ?? null,
          code: node.code?.canonical ?? null,
          words: node.text,
          bracketed: node.bracketed,
          supports: node.supports === undefined ? null : JSON.stringify(node.supports),
          line: node.line,
        })),
      )
      .execute();
  }
}

/** Plans an audience may see, newest period first. */
export function listPlans(db: Connection, audience: Audience): Promise<PlanSummary[]> {
  return tables(db)
    .selectFrom('plans.plan as plan')
    .select(columns)
    .where(visibleRows(audience, 'plan'))
    .orderBy('from_year', (order) => order.desc().nullsLast())
    .orderBy('title')
    .execute();
}

export async function planBySlug(
  db: Connection,
  slug: string,
): Promise<(PlanSummary & { frame: PlanFrame; nodes: StoredNode[] }) | null> {
  const plan = await tables(db)
    .selectFrom('plans.plan')
    .select([...columns, 'frame'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (plan === undefined) return null;
  const rows = await tables(db)
    .selectFrom('plans.node')
    .selectAll()
    .where('plan', '=', plan.id)
    .orderBy('position')
    .execute();
  const nodes = rows.map((row) => ({
    uuid: row.id,
    version: row.version,
    id: row.key,
    level: row.level,
    parent: row.parent,
    code: row.code === null ? null : { printed: row.code_printed ?? row.code, canonical: row.code },
    text: row.words,
    bracketed: row.bracketed,
    line: row.line,
    ...(row.supports === null || row.supports === undefined ? {} : { supports: row.supports }),
  }));
  return { ...plan, nodes };
}

/** @returns whether a row of this version was there to change */
export async function updateNode(db: Connection, id: string, version: number, words: string): Promise<boolean> {
  const result = await tables(db)
    .updateTable('plans.node')
    .set({ words })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
