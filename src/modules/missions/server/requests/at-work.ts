/** A request as whoever looks at it may know it: its stage in their words, what they may do, what is still missing. */
import { may, maySee } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { organisationNames } from '#modules/directory/server/index.ts';
import { movesFrom, type CycleRole, type Move } from '../../domain/cycle/cycle.ts';
import { isOpen, lastDayToApply, stageLabel } from '../../domain/cycle/moves.ts';
import type { Form } from '../../domain/forms/form.ts';
import { missing, type Missing } from '../../domain/forms/missing.ts';
import { lastTold } from '../../store/applications.ts';
import { cycleBy, type Cycle } from '../../store/cycles.ts';
import type { Application, Call } from '../../store/missions.ts';
import { usualSettings } from '../../domain/cycle/usual.ts';
import { cycles } from '../cycle/cycles.ts';
import { application as applicationSeen, applications } from '../missions.ts';
import { frameOf, isPast, rolesIn } from './moves.ts';

/** A request with everything that its pages show. */
export interface ApplicationAtWork {
  application: Application;
  /** Where they may be seen. */
  cycle: Cycle | null;
  call: Call | null;
  form: Form;
  /** Who runs the cycle, as letters print it; `null` without a cycle. */
  organiser: string | null;
  /** In the words of staff, or of everybody else. */
  stage: string;
  /** The secretariat's name for a decision that is taken and not yet told; `null` for everybody else. */
  heldBack: string | null;
  /** Why it stands in this stage, as its applicant was told; `null` for those who only read it. */
  why: string | null;
  /** On whose behalf the viewer may act on it; empty for those who only read it. */
  roles: CycleRole[];
  /** Whether the viewer may change what it says now. */
  mayChange: boolean;
  /** Whether it still stands where every request begins. */
  begun: boolean;
  /** Moves that the viewer may make. */
  moves: Move[];
  /** Who is to act next. */
  waitsFor: 'applicant' | 'secretariat' | 'nobody';
  missing: Missing[];
  /** The last day for members to send it in; `null` where none is set. */
  lastDay: string | null;
  late: boolean;
  /** The organisation that vouches for the body named in the request; `null` where it applies itself. */
  vouchedBy: { name: string; slug: string } | null;
}

/** A request as the viewer may know it. @throws Refusal `not-found` */
export async function applicationAtWork(context: Context, slug: string): Promise<ApplicationAtWork> {
  const { application, call } = await applicationSeen(context, slug);
  const { cycle, workflow, form } = await frameOf(context, application);
  const roles = rolesIn(context.viewer, application);
  const staff = roles.includes('secretariat');
  const lastDay = cycle === null ? null : lastDayToApply(cycle.settings.deadlines);
  const open = isOpen(workflow, application.stage);
  const { pending, stage, organisation, content } = application;
  const owner = (await organisationNames(context, [organisation])).get(organisation ?? '');
  const names = owner === undefined ? [] : [owner.key, owner.name, ...owner.variants, `${owner.name} (${owner.key})`];
  const named = names.some((name) => plain(name) === plain(content.organisation)) || content.organisation === '';
  return {
    application,
    cycle: cycle !== null && maySee(context.viewer, cycle).allowed ? cycle : null,
    call,
    form,
    organiser: cycle?.settings.organiser ?? null,
    stage: stageLabel(workflow, stage, staff),
    why: roles.length === 0 ? null : await lastTold(context.db, application.id, stage),
    heldBack: pending === null ? null : stageLabel(workflow, pending.stage, true),
    roles,
    mayChange: roles.length > 0 && open,
    begun: stage === workflow[0]?.key,
    moves: movesFrom(workflow, stage, roles),
    waitsFor: open
      ? 'applicant'
      : movesFrom(workflow, stage, ['secretariat', 'offerer']).some(({ to }) => !['withdrawn', 'declined'].includes(to))
        ? 'secretariat'
        : 'nobody',
    missing: roles.length > 0 ? missing(form, content) : [],
    lastDay,
    late: isPast(context, lastDay),
    vouchedBy: owner === undefined || named ? null : { name: owner.name, slug: owner.slug },
  };
}

const plain = (name: string): string => name.toLowerCase().replace(/\s+/gu, ' ').trim();

/** One line of the list of requests. */
export interface ApplicationRow {
  application: Application;
  cycle: { name: string; slug: string } | null;
  stage: string;
  /** Whether it is the viewer's own organisation's. */
  mine: boolean;
}

/** All requests the viewer may see, those of their own organisation first, each with its cycle and its stage. */
export async function applicationRows(context: Context): Promise<ApplicationRow[]> {
  const found = await applications(context);
  const ids = [...new Set(found.flatMap(({ cycle }) => (cycle === null ? [] : [cycle])))];
  const known = new Map(await Promise.all(ids.map(async (id) => [id, await cycleBy(context.db, { id })] as const)));
  const staff = may(context.viewer, 'run-missions').allowed;
  const own = context.viewer.organisation;
  const rows = found.map((application): ApplicationRow => {
    const cycle = known.get(application.cycle ?? '') ?? null;
    const workflow = (cycle?.settings ?? usualSettings('')).applications;
    return {
      application,
      cycle:
        cycle !== null && maySee(context.viewer, cycle).allowed
          ? { name: `${cycle.programme} ${cycle.year}`, slug: cycle.slug }
          : null,
      stage: stageLabel(workflow, application.stage, staff),
      mine: own !== null && application.organisation === own,
    };
  });
  return [...rows.filter(({ mine }) => mine), ...rows.filter(({ mine }) => !mine)];
}

/** The requests of the viewer's own organisation; none without one. */
export async function myApplications(context: Context): Promise<ApplicationRow[]> {
  return (await applicationRows(context)).filter(({ mine }) => mine);
}

/** A cycle in which one can begin a request. */
export interface ApplicableCycle {
  cycle: Cycle;
  lastDay: string | null;
  /** The day has passed: only the secretariat can still begin one. */
  late: boolean;
}

/**
 * Cycles in which the viewer can begin a request now, each with its last day, those that are open
 * to members first; none for those who may not apply.
 */
export async function cyclesToApplyIn(context: Context): Promise<ApplicableCycle[]> {
  if (!may(context.viewer, 'apply-for-missions').allowed) return [];
  const staff = may(context.viewer, 'run-missions').allowed;
  return (await cycles(context))
    .map((cycle) => {
      const lastDay = lastDayToApply(cycle.settings.deadlines);
      return { cycle, lastDay, late: isPast(context, lastDay) };
    })
    .filter(({ cycle, late }) => (staff || !late) && cycle.settings.applications[0]?.open === true)
    .sort((one, other) => Number(one.late) - Number(other.late));
}
