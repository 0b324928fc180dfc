/** Steps of a mission: entered, moved with a reason, done, dropped; and what it costs. Every change is kept. */
import { refuse } from '#kernel/problem.ts';
import type { Context } from '#modules/access/server/index.ts';
import { ActualLine } from '../../domain/mission/costs.ts';
import { Day, Planned } from '../../domain/mission/days.ts';
import { Milestone, nextId, proposedBy, type MilestoneKind } from '../../domain/mission/milestones.ts';
import { assistancePlanBy } from '../../store/missions.ts';
import { changeMission, mustTakePart, today, type Mission } from './carried-out.ts';

const everybody = ['beneficiary', 'offerer', 'secretariat'] as const;
const doers = ['offerer', 'secretariat'] as const;

function mustBeOpen({ stage }: Mission): void {
  if (stage === 'closed' || stage === 'cancelled') {
    refuse('mission-over', 'The mission is over; its record stands.', 'The secretariat can open it again.');
  }
}

/** Adds a step. @throws Refusal `bad-step` */
export async function addMilestone(
  context: Context,
  slug: string,
  version: number,
  step: { kind: MilestoneKind; what: string; on: string },
): Promise<void> {
  mustTakePart(context);
  await changeMission(context, slug, version, { sides: doers, action: 'added a step to' }, (mission) => {
    mustBeOpen(mission);
    const checked = Milestone.safeParse({
      ...step,
      id: nextId('step', mission.milestones),
      moves: [],
      doneOn: null,
      dropped: null,
    });
    if (!checked.success) {
      const [issue] = checked.error.issues;
      refuse('bad-step', issue?.message ?? 'The step cannot be kept like this.', '', {
        field: String(issue?.path[0] ?? 'on'),
      });
    }
    return { milestones: [...mission.milestones, checked.data] };
  });
}

/** Adds the steps that the schedules of the offers name and the mission lacks. */
export async function proposeMilestones(context: Context, slug: string, version: number): Promise<void> {
  mustTakePart(context);
  const asked = { sides: doers, action: 'took over the schedule of the offers into' };
  await changeMission(context, slug, version, asked, async (mission, _, context) => {
    mustBeOpen(mission);
    let milestones = mission.milestones;
    for (const id of mission.offers) {
      const offer = await assistancePlanBy(context.db, { id });
      milestones = [...milestones, ...proposedBy(offer?.content.answers['schedule']?.times ?? [], milestones)];
    }
    if (milestones.length === mission.milestones.length) {
      refuse('nothing-new', 'The schedules name no step that is not here already.', 'Add a step by hand.');
    }
    return { milestones };
  });
}

/** Moves a step to another day or month. @throws Refusal `bad-step`, `reason-missing`, `not-found` */
export async function moveMilestone(
  context: Context,
  slug: string,
  version: number,
  id: string,
  { to, reason }: { to: string; reason: string },
): Promise<void> {
  mustTakePart(context);
  const why = reason.trim();
  await changeMission(context, slug, version, { sides: everybody, action: 'moved a step of', note: why }, (mission) => {
    mustBeOpen(mission);
    const on = Planned.safeParse(to);
    if (!on.success) refuse('bad-step', on.error.issues[0]?.message ?? 'Enter a day.', '', { field: 'to' });
    if (why === '') refuse('reason-missing', 'Say why it moves.', 'A sentence is enough.', { field: 'reason' });
    return withStep(mission, id, (step) => {
      mustBeAhead(step);
      if (step.on === on.data) refuse('bad-step', 'It is planned for that time already.', '', { field: 'to' });
      const at = context.now().toISOString();
      const move = { from: step.on, to: on.data, reason: why, by: context.viewer.name, at };
      return { ...step, on: on.data, moves: [...step.moves, move] };
    });
  });
}

/** Says that a step was done, and when. @throws Refusal `bad-step`, `not-found` */
export async function doneMilestone(
  context: Context,
  slug: string,
  version: number,
  id: string,
  doneOn: string,
): Promise<void> {
  mustTakePart(context);
  await changeMission(context, slug, version, { sides: everybody, action: 'did a step of' }, (mission) => {
    mustBeOpen(mission);
    const on = Day.safeParse(doneOn);
    if (!on.success) refuse('bad-step', on.error.issues[0]?.message ?? 'Enter a day.', '', { field: 'doneOn' });
    if (on.data > today(context)) refuse('bad-step', 'That day is not here yet.', '', { field: 'doneOn' });
    return withStep(mission, id, (step) => {
      mustBeAhead(step);
      return { ...step, doneOn: on.data };
    });
  });
}

/** Drops a step with a reason, or takes a step that was done or dropped up again (`drop` is `null`). */
export async function dropMilestone(
  context: Context,
  slug: string,
  version: number,
  id: string,
  drop: { reason: string } | null,
): Promise<void> {
  mustTakePart(context);
  const why = drop?.reason.trim() ?? '';
  const action = drop === null ? 'took up again a step of' : 'dropped a step of';
  await changeMission(context, slug, version, { sides: doers, action, note: why }, (mission) => {
    mustBeOpen(mission);
    if (drop !== null && why === '') {
      refuse('reason-missing', 'Say why it is dropped.', 'A sentence is enough.', { field: 'reason' });
    }
    return withStep(mission, id, (step) => {
      if (drop === null) return { ...step, doneOn: null, dropped: null };
      mustBeAhead(step);
      return { ...step, dropped: { on: today(context), reason: why, by: context.viewer.name } };
    });
  });
}

function mustBeAhead({ doneOn, dropped }: Milestone): void {
  if (doneOn !== null || dropped !== null) {
    refuse('step-over', 'The step is done or dropped already.', 'Take it up again first.');
  }
}

function withStep(
  { milestones }: Mission,
  id: string,
  change: (step: Milestone) => Milestone,
): { milestones: Milestone[] } {
  if (!milestones.some((step) => step.id === id)) refuse('not-found', 'There is no such step.', 'Load the page again.');
  return { milestones: milestones.map((step) => (step.id === id ? change(step) : step)) };
}

/** Records what was paid. @throws Refusal `bad-payment`, `costs-closed` */
export async function recordPayment(
  context: Context,
  slug: string,
  version: number,
  payment: Omit<ActualLine, 'id'>,
): Promise<void> {
  mustTakePart(context);
  await changeMission(context, slug, version, { sides: doers, action: 'recorded a payment of' }, ({ costs }) => {
    mustBeUnclosed(costs.closed);
    const checked = ActualLine.safeParse({ ...payment, id: nextId('paid', costs.paid) });
    if (!checked.success) {
      const [issue] = checked.error.issues;
      const [first, second] = issue?.path ?? [];
      refuse('bad-payment', issue?.message ?? 'The payment cannot be kept like this.', '', {
        field: String(second ?? first ?? 'text'),
      });
    }
    if (checked.data.planned !== null && !costs.plan.some(({ id }) => id === checked.data.planned)) {
      refuse('bad-payment', 'There is no such line in the plan.', 'Load the page again.', { field: 'planned' });
    }
    return { costs: { ...costs, paid: [...costs.paid, checked.data] } };
  });
}

/** Takes a recorded payment back; the history keeps it. */
export async function removePayment(context: Context, slug: string, version: number, id: string): Promise<void> {
  mustTakePart(context);
  await changeMission(context, slug, version, { sides: doers, action: 'took back a payment of' }, ({ costs }) => {
    mustBeUnclosed(costs.closed);
    if (!costs.paid.some((line) => line.id === id)) {
      refuse('not-found', 'There is no such payment.', 'Load the page again.');
    }
    return { costs: { ...costs, paid: costs.paid.filter((line) => line.id !== id) } };
  });
}

/** Says that nothing more will be paid, or that something will. */
export async function closeCosts(context: Context, slug: string, version: number, closed: boolean): Promise<void> {
  mustTakePart(context);
  const action = closed ? 'closed the costs of' : 'opened the costs of';
  await changeMission(context, slug, version, { sides: ['secretariat'], action }, (mission) => {
    mustBeOpen(mission);
    return { costs: { ...mission.costs, closed } };
  });
}

function mustBeUnclosed(closed: boolean): void {
  if (closed) refuse('costs-closed', 'The costs are closed.', 'The secretariat can open them again.');
}
