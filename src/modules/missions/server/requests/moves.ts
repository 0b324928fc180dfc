/** Moving a request through its cycle: one way, whoever moves it and wherever it came from. */
import { refuse } from '#kernel/problem.ts';
import { may, type Viewer } from '#modules/access/index.ts';
import {
  announce,
  mustMay,
  mustSee,
  refuseStale,
  remember,
  together,
  type Context,
} from '#modules/access/server/index.ts';
import type { CycleRole, Move, Workflow } from '../../domain/cycle/cycle.ts';
import { chooseMove, lastDayToApply, stageLabel } from '../../domain/cycle/moves.ts';
import { usualSettings } from '../../domain/cycle/usual.ts';
import { missing } from '../../domain/forms/missing.ts';
import { holdBack, lockApplication, tell } from '../../store/applications.ts';
import { cycleBy, formsOf, type Cycle } from '../../store/cycles.ts';
import { applicationBy, updateApplication, type Application } from '../../store/missions.ts';
import { usualApplicationForm } from '../../domain/forms/house-forms.ts';
import type { Form } from '../../domain/forms/form.ts';
import { applicationWritten } from '../written.ts';

/** On whose behalf a person may act on a request: of its own organisation, or as the secretariat. */
export function rolesIn(viewer: Viewer, { organisation }: Pick<Application, 'organisation'>): CycleRole[] {
  const staff = may(viewer, 'run-missions').allowed;
  const own = organisation !== null && organisation === viewer.organisation;
  return [
    ...(own && may(viewer, 'apply-for-missions').allowed ? (['applicant'] as const) : []),
    ...(staff ? (['secretariat'] as const) : []),
  ];
}

/** What a request is worked on with: its cycle, where it has one, its stages, and the form that it answers. */
export interface Frame {
  cycle: Cycle | null;
  workflow: Workflow;
  form: Form;
}

/** The frame of a request; one that came without a cycle has the usual stages and questions. */
export async function frameOf(context: Context, application: Application): Promise<Frame> {
  const cycle = application.cycle === null ? null : await cycleBy(context.db, { id: application.cycle });
  const forms = cycle === null ? [] : await formsOf(context.db, cycle.id, 'application');
  return {
    cycle,
    workflow: cycle?.settings.applications ?? usualSettings('').applications,
    form: forms.find(({ version }) => version === application.formVersion) ?? forms[0] ?? usualApplicationForm(''),
  };
}

/**
 * The move that a person asks for, by the workflow. Its refusals speak of nothing but the stage that is shown.
 * @throws Refusal `not-from-here`, `not-allowed`, `reason-missing`
 */
export function mustChoose(
  workflow: Workflow,
  stage: string,
  roles: readonly CycleRole[],
  asked: { to: string; reason: string },
): { move: Move; heldBack: boolean } {
  const choice = chooseMove(workflow, stage, roles, asked);
  if (choice.move !== null) return choice;
  const here = stageLabel(workflow, stage, roles.includes('secretariat'));
  if (choice.why === 'reason-missing') {
    refuse('reason-missing', 'Say why.', 'A sentence is enough.', { field: 'reason' });
  }
  if (choice.why === 'not-yours') refuse('not-allowed', 'This step is not yours to take.', 'Ask the secretariat.');
  refuse('not-from-here', `This cannot be done in the stage “${here}”.`, 'Load the page again.');
}

/** What goes with a move. */
export interface MoveWords {
  /** Why; told to the applicant where the workflow asks for a reason, and kept in the history otherwise. */
  reason?: string;
  /** `at` of the held-back decision that the person saw and means to replace; `null` where it saw none. */
  instead?: string | null;
}

/**
 * Moves a request to another stage, as its cycle's workflow lets this person. What is to be told later is kept as
 * `pending`, seen by the secretariat only, and told by `releaseDecisions`. A move at once replaces what was held back.
 * @param version of the request as it was seen
 * @returns whether it was held back
 * @throws Refusal `not-found`, `not-from-here`, `not-allowed`, `reason-missing`, `incomplete`, `deadline-passed`,
 * `decided-already`, `changed-meanwhile`
 */
export async function moveApplication(
  context: Context,
  slug: string,
  version: number,
  to: string,
  { reason = '', instead = null }: MoveWords = {},
): Promise<{ heldBack: boolean }> {
  mustMay(context, 'apply-for-missions');
  return together(context, async (context) => {
    await lockApplication(context.db, slug);
    const before = mustSee(context, await applicationBy(context.db, { slug }), 'application');
    const frame = await frameOf(context, before);
    const roles = rolesIn(context.viewer, before);
    if (roles.length === 0) refuse('not-allowed', 'This step is not yours to take.', 'Ask the secretariat.');
    const { move, heldBack } = mustChoose(frame.workflow, before.stage, roles, { to, reason });
    if (before.version !== version) refuseStale('The request');
    if (before.stage === frame.workflow[0]?.key && to === 'submitted') {
      mustBeReady(context, before, frame, roles, reason);
    }
    const subject = { kind: 'application', id: before.id } as const;
    if (heldBack) {
      if (before.pending !== null && before.pending.at !== instead) {
        const decided = stageLabel(frame.workflow, before.pending.stage, true);
        refuse('decided-already', `${before.pending.by} has decided: “${decided}”.`, 'Load the page again.');
      }
      const pending = { stage: to, reason, by: context.viewer.name, at: context.now().toISOString() };
      await holdBack(context.db, before.id, pending);
      await remember(context, 'decided on', subject, { before: before.pending, after: pending });
      return { heldBack: true };
    }
    const change = { stage: to, pending: null };
    if (!(await updateApplication(context.db, before.id, version, change, context.now()))) refuseStale('The request');
    // A note that the workflow does not ask for is the secretariat's own.
    await tell(context.db, before.id, { stage: to, reason: move.reason ? reason : '', at: context.now() });
    await remember(context, 'moved', subject, {
      before: { stage: before.stage, pending: before.pending },
      after: { stage: to, move: move.label },
      ...(reason === '' ? {} : { note: reason }),
    });
    await announce(context, {
      written: [applicationWritten({ ...before, ...change }, frame.cycle?.year ?? null)],
    });
    return { heldBack: false };
  });
}

/** Whether the day of a deadline, to its end by universal time, is over. */
export const isPast = (context: Context, day: string | null): boolean =>
  day !== null && context.now().toISOString().slice(0, 10) > day;

/**
 * A request is sent in whole and in time; the secretariat may take one that is not, with a note that says why.
 * @throws Refusal `incomplete`, `deadline-passed`
 */
function mustBeReady(
  context: Context,
  { content }: Application,
  { cycle, form }: Frame,
  roles: readonly CycleRole[],
  note: string,
): void {
  const staff = roles.includes('secretariat');
  const gaps = missing(form, content);
  const deadline = cycle === null ? null : lastDayToApply(cycle.settings.deadlines);
  const late = isPast(context, deadline);
  if (staff && note.trim() !== '') return;
  const remedy = staff ? 'Or say in a note why it is taken as it is.' : '';
  if (gaps.length > 0) {
    const all = gaps.map(({ words }) => words).join(' ');
    refuse('incomplete', all, `Answer, then send it in. ${remedy}`.trim(), {
      field: staff ? 'reason' : (gaps[0]?.key ?? ''),
    });
  }
  if (late) {
    refuse(
      'deadline-passed',
      `Requests could be sent in until ${deadline ?? ''}.`,
      staff ? 'Say in a note why it is taken all the same.' : 'Write to the secretariat, which can still take it.',
      { field: 'reason' },
    );
  }
}
