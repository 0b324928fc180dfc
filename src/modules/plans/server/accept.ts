import { newId } from '#kernel/ids.ts';
import type { PlanNode, PlanRecord } from '#kernel/reading/index.ts';
import type { Accepted, Origin, Written } from '#kernel/register.ts';
import { freeSlug, mustMay, remember, together, type Context } from '#modules/access/server/index.ts';
import { insertPlan } from '../store/plans.ts';

/** The anchor of a plan's element on the plan's page. */
export function anchorOf(node: Pick<PlanNode, 'id'>): string {
  return node.id.replace(/[^A-Za-z0-9.-]+/g, '-').toLowerCase();
}

/**
 * Writes a plan with its elements into the register.
 * @param name what to call a plan whose source gives no title
 */
export async function acceptPlan(
  context: Context,
  record: PlanRecord,
  origin: Origin,
  name: string,
): Promise<Accepted> {
  mustMay(context, 'accept-readings');
  return together(context, async (context) => {
    const now = context.now().getTime();
    const { nodes, ...frame } = record;
    const title = record.title ?? name;
    const plan = {
      id: newId(now),
      slug: await freeSlug(context.db, 'plans.plan', title),
      title,
      from: record.period?.from ?? null,
      to: record.period?.to ?? null,
      source: origin.source,
      visibility: origin.visibility,
      parties: [...origin.parties],
    };
    const stored = nodes.map((node) => ({ ...node, uuid: newId(now) }));
    await insertPlan(context.db, { ...plan, frame }, stored);
    await remember(context, 'accepted', { kind: 'plan', id: plan.id }, { after: { ...plan, nodes: nodes.length } });

    const address = `/plans/${plan.slug}`;
    const common = { year: plan.from, organisation: null, visibility: plan.visibility, parties: plan.parties };
    const levelNames = new Map(record.levels.map((level) => [level.key, level.name]));
    const main: Written = {
      kind: 'plan',
      id: plan.id,
      address,
      title,
      body: record.emptyChapters.map((chapter) => chapter.heading).join('\n'),
      ...common,
      passages: [],
    };
    const others = stored.map((node): Written => ({
      kind: 'plan-node',
      id: node.uuid,
      address: `${address}#${anchorOf(node)}`,
      title: [levelNames.get(node.level) ?? node.level, node.code?.printed]
        .filter((part) => part !== undefined)
        .join(' '),
      body: node.text,
      ...common,
      passages: [{ field: 'text', lines: [node.line, node.line] }],
    }));
    const ids = new Map(stored.map((node) => [node.id, node.uuid]));
    const ties = stored.flatMap((node): Accepted['ties'] => {
      const from = { kind: 'plan-node', id: node.uuid } as const;
      const parent = node.parent === null ? undefined : ids.get(node.parent);
      const supported = Array.isArray(node.supports) ? node.supports.flatMap((key) => ids.get(key) ?? []) : [];
      const lines: [number, number] = [node.line, node.line];
      return [
        {
          from,
          to: parent === undefined ? { kind: 'plan', id: plan.id } : { kind: 'plan-node', id: parent },
          type: 'part-of',
          lines,
        },
        ...supported.map((id) => ({ from, to: { kind: 'plan-node', id } as const, type: 'supports' as const, lines })),
      ];
    });
    return { main, others, ties };
  });
}
