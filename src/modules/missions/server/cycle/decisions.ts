/** Decisions on requests: taken one by one, told together. Until then only the secretariat knows of them. */
import { refuse } from '#kernel/problem.ts';
import { audienceOf } from '#modules/access/index.ts';
import {
  announce,
  mustMay,
  mustSee,
  refuseStale,
  remember,
  together,
  type Context,
} from '#modules/access/server/index.ts';
import { movesFrom, type Move } from '../../domain/cycle/cycle.ts';
import { stageLabel } from '../../domain/cycle/moves.ts';
import { isInWork } from '../../domain/cycle/standing.ts';
import { letGo, lockApplication, tell } from '../../store/applications.ts';
import type { Cycle } from '../../store/cycles.ts';
import { applicationBy, listApplications, updateApplication, type Application } from '../../store/missions.ts';
import { paragraphs, writeToApplicant } from './applicant-mail.ts';
import { cycle } from './cycles.ts';
import { moveApplication } from '../requests/moves.ts';
import { applicationWritten } from '../written.ts';

/** A request with what the secretariat may decide on it. */
export interface Decidable {
  application: Application;
  stage: string;
  /** What was decided and is not told. */
  decided: { label: string; toApplicant: string; reason: string; by: string; at: string } | null;
  moves: Move[];
}

/** All requests of a cycle that something can be decided on. For the secretariat. @throws Refusal `not-found` */
export async function decisions(context: Context, slug: string): Promise<{ cycle: Cycle; requests: Decidable[] }> {
  mustMay(context, 'run-missions');
  const found = await cycle(context, slug);
  const workflow = found.settings.applications;
  const all = await listApplications(context.db, audienceOf(context.viewer), { cycle: found.id });
  return {
    cycle: found,
    requests: all
      .filter(({ stage, pending }) => pending !== null || isInWork(stage))
      .map((application) => {
        const { pending } = application;
        return {
          application,
          stage: stageLabel(workflow, application.stage, true),
          decided:
            pending === null
              ? null
              : {
                  label: stageLabel(workflow, pending.stage, true),
                  toApplicant: stageLabel(workflow, pending.stage, false),
                  reason: pending.reason,
                  by: pending.by,
                  at: pending.at,
                },
          moves: movesFrom(workflow, application.stage, ['secretariat']),
        };
      }),
  };
}

/** One decision as a person takes it. */
export interface Wanted {
  slug: string;
  version: number;
  /** Key of the stage that it leads to. */
  to: string;
  reason: string;
  /** Time of the decision that it replaces, as it was seen; `null` where none was seen. */
  instead: string | null;
}

/**
 * Takes several decisions, all or none. What the workflow holds back is kept until it is released; other moves are
 * made at once.
 * @returns how many were held back
 * @throws Refusal as `moveApplication`, naming the request
 */
export async function decide(context: Context, slug: string, wanted: readonly Wanted[]): Promise<number> {
  mustMay(context, 'run-missions');
  const { requests } = await decisions(context, slug);
  const known = new Set(requests.map(({ application }) => application.slug));
  if (wanted.length === 0) refuse('nothing-chosen', 'Choose a decision first.', '');
  return together(context, async (context) => {
    let held = 0;
    for (const { slug: request, version, to, reason, instead } of wanted) {
      if (!known.has(request)) refuse('not-found', 'This request is not in the cycle.', 'Load the page again.');
      const { heldBack } = await moveApplication(context, request, version, to, { reason, instead });
      if (heldBack) held++;
    }
    return held;
  });
}

/** A decision as it was seen: of which request, taken when. */
export interface Seen {
  slug: string;
  /** ISO time. */
  at: string;
}

/**
 * Tells decisions, all or some, at once: the requests move, and a message to each applicant waits in the outbox.
 * @returns how many were told
 * @throws Refusal `not-found`, `nothing-chosen`, `changed-meanwhile` when one is no longer what was seen
 */
export async function releaseDecisions(
  context: Context,
  slug: string,
  which: 'all' | readonly Seen[],
): Promise<number> {
  mustMay(context, 'run-missions');
  return together(context, async (context) => {
    const found = await cycle(context, slug);
    const waiting = (await listApplications(context.db, audienceOf(context.viewer), { cycle: found.id })).filter(
      ({ pending }) => pending !== null,
    );
    const chosen = which === 'all' ? waiting.map((one) => ({ slug: one.slug, at: one.pending?.at ?? '' })) : which;
    if (chosen.length === 0) refuse('nothing-chosen', 'There is no decision to release.', 'Choose at least one.');
    for (const seen of chosen) await release(context, found, seen);
    return chosen.length;
  });
}

async function release(context: Context, within: Cycle, { slug, at }: Seen): Promise<void> {
  await lockApplication(context.db, slug);
  const before = mustSee(context, await applicationBy(context.db, { slug }), 'application');
  const { pending } = before;
  if (before.cycle !== within.id || pending === null || pending.at !== at) refuseStale('The decision');
  const change = { stage: pending.stage, pending: null };
  if (!(await updateApplication(context.db, before.id, before.version, change, context.now()))) {
    refuseStale('The request');
  }
  await tell(context.db, before.id, { stage: pending.stage, reason: pending.reason, at: context.now() });
  const subject = { kind: 'application', id: before.id } as const;
  await remember(context, 'released the decision on', subject, {
    before: { stage: before.stage, pending },
    after: { stage: pending.stage },
    ...(pending.reason === '' ? {} : { note: pending.reason }),
  });
  await announce(context, { written: [applicationWritten({ ...before, ...change }, within.year)] });
  const label = stageLabel(within.settings.applications, pending.stage, false);
  await writeToApplicant(context, before, {
    kind: 'decision',
    subjectLine: `Your request: ${before.title}`.slice(0, 300),
    text: paragraphs(
      'Dear colleagues,',
      `Your request “${before.title}” in the ${within.programme} ${within.year} now stands as follows: ${label}.`,
      pending.reason,
      `Its page is /missions/applications/${slug} of the workbench.`,
      'The Secretariat',
    ),
  });
}

/**
 * Takes back a decision that was not told. @throws Refusal `not-found`, `changed-meanwhile`
 */
export async function takeBackDecision(context: Context, { slug, at }: Seen): Promise<void> {
  mustMay(context, 'run-missions');
  await together(context, async (context) => {
    await lockApplication(context.db, slug);
    const before = mustSee(context, await applicationBy(context.db, { slug }), 'application');
    if (before.pending === null || before.pending.at !== at) refuseStale('The decision');
    await letGo(context.db, before.id);
    await remember(
      context,
      'took back the decision on',
      { kind: 'application', id: before.id },
      { before: before.pending, after: null },
    );
  });
}
