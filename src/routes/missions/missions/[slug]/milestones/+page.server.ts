import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import {
  detailOf,
  inOrder,
  MilestoneKind,
  milestoneNames,
  milestoneStateNames,
  originallyOn,
  stateOn,
} from '#modules/missions/index.ts';
import {
  addMilestone,
  doneMilestone,
  dropMilestone,
  mission,
  missionSummary,
  moveMilestone,
  proposeMilestones,
} from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { headOf } from '../../names.ts';
import { mustBeOnASide } from '../../side.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const { mission: found, side } = await mission(context, params.slug);
  const today = context.now().toISOString().slice(0, 10);
  const over = found.stage === 'closed' || found.stage === 'cancelled';
  const wanted = url.searchParams.get('step');
  return {
    head: headOf(await missionSummary(context, params.slug)),
    version: found.version,
    today,
    mayChange: side !== null && !over,
    mayAdd: (side === 'secretariat' || side === 'offerer') && !over,
    kinds: MilestoneKind.options.map((kind) => ({ kind, name: milestoneNames[kind] })),
    chosen: found.milestones.some(({ id }) => id === wanted) ? wanted : null,
    steps: inOrder(found.milestones).map((step) => ({
      id: step.id,
      name: milestoneNames[step.kind],
      what: detailOf(step),
      on: step.on,
      original: originallyOn(step),
      state: milestoneStateNames[stateOn(step, today)],
      doneOn: step.doneOn,
      dropped: step.dropped,
      moves: step.moves,
      open: step.doneOn === null && step.dropped === null,
    })),
  };
};

const change = (
  work: (context: App.Locals['context'], slug: string, version: number, form: FormData) => Promise<void>,
) =>
  (async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await work(locals.context, params.slug, numberField(form, 'version'), form);
      redirect(303, `/missions/missions/${params.slug}/milestones`);
    });
  }) satisfies Actions[string];

export const actions: Actions = {
  add: change(async (context, slug, version, form) => {
    await mustBeOnASide(context, slug);
    const kind = MilestoneKind.safeParse(field(form, 'kind'));
    if (!kind.success) return refuse('bad-step', 'Choose what kind of step it is.', '', { field: 'kind' });
    const step = { kind: kind.data, what: field(form, 'what'), on: field(form, 'on').trim() };
    await addMilestone(context, slug, version, step);
  }),
  propose: change((context, slug, version) => proposeMilestones(context, slug, version)),
  move: change((context, slug, version, form) => {
    const to = field(form, 'to').trim();
    return moveMilestone(context, slug, version, field(form, 'id'), { to, reason: field(form, 'reason') });
  }),
  done: change((context, slug, version, form) =>
    doneMilestone(context, slug, version, field(form, 'id'), field(form, 'doneOn').trim()),
  ),
  drop: change((context, slug, version, form) =>
    dropMilestone(context, slug, version, field(form, 'id'), { reason: field(form, 'reason') }),
  ),
  again: change((context, slug, version, form) => dropMilestone(context, slug, version, field(form, 'id'), null)),
};
