import { refuse } from '#kernel/problem.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustMay, mustSee, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { listPlans, planBySlug, updateNode, type PlanSummary, type StoredNode } from '../store/plans.ts';
import type { PlanFrame } from '../store/tables.ts';

export type { PlanSummary, StoredNode };
export type Plan = PlanSummary & { frame: PlanFrame; nodes: StoredNode[] };

/** Plans the viewer may see. */
export async function plans(context: Context): Promise<PlanSummary[]> {
  return listPlans(context.db, audienceOf(context.viewer));
}

/** A plan by its address. @throws Refusal `not-found`, also for one that the viewer may not see */
export async function plan(context: Context, slug: string): Promise<Plan> {
  return mustSee(context, await planBySlug(context.db, slug), 'plan');
}

/** Changes the words of an element that still is as it was seen. @returns what search has to learn */
export async function rewordNode(
  context: Context,
  slug: string,
  key: string,
  version: number,
  words: string,
): Promise<StoredNode> {
  mustMay(context, 'edit-records');
  return together(context, async (context) => {
    const node = (await plan(context, slug)).nodes.find((node) => node.id === key);
    if (node === undefined) refuse('not-found', 'The plan has no such element.', 'Load the plan again.');
    if (!(await updateNode(context.db, node.uuid, version, words))) refuseStale('The element');
    await remember(
      context,
      'reworded',
      { kind: 'plan-node', id: node.uuid },
      { before: { text: node.text }, after: { text: words } },
    );
    return { ...node, text: words, version: version + 1 };
  });
}
