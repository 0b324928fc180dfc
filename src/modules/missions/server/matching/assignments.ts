/** Proposals for all requests of a cycle at once: made, looked at, changed by hand with a reason. */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { propose, standing, worstServed, type HandChange, type Proposed } from '../../domain/assignment/proposal.ts';
import { keyOfCandidate } from '../../domain/matching/settings.ts';
import type { Candidate } from '../../domain/matching/words.ts';
import {
  assignmentsOf,
  changeAssignment,
  insertAssignment,
  servedLately,
  type StoredAssignment,
} from '../../store/matching.ts';
import { cycle, type Cycle } from '../cycle/cycles.ts';
import { matching, type Look } from './matching.ts';

export interface AssignmentView {
  cycle: Cycle;
  /** The newest; `null` while none was made. */
  proposal: StoredAssignment | null;
  /** Who stands where after the changes by hand. */
  standing: Proposed[];
  worst: Proposed | null;
  /** How many were made before. */
  earlier: number;
}

/** The newest proposal for a cycle. @throws Refusal `not-found` */
export async function assignment(context: Context, slug: string): Promise<AssignmentView> {
  mustMay(context, 'run-missions');
  const found = await cycle(context, slug);
  const [newest, ...earlier] = await assignmentsOf(context.db, found.id);
  const now = newest === undefined ? [] : standing(newest.proposal, newest.changes);
  return { cycle: found, proposal: newest ?? null, standing: now, worst: worstServed(now), earlier: earlier.length };
}

/**
 * Makes a new proposal from what is known now; earlier ones are kept.
 * @param look the same as for {@link matching}, so that the scores are those that its page shows
 */
export async function makeAssignment(context: Context, slug: string, { activities = [] }: Look = {}): Promise<void> {
  mustMay(context, 'run-missions');
  await together(context, async (context) => {
    const { cycle: found, rankings, settings, weights } = await matching(context, slug, { activities });
    const lately = await servedLately(context.db, found.programme, found.year, 2);
    const row = {
      id: newId(context.now().getTime()),
      cycle: found.id,
      madeWith: { weights, settings },
      proposal: propose(rankings, settings, new Set(lately)),
      changes: [],
      madeBy: context.viewer.name,
      madeAt: context.now(),
    };
    await insertAssignment(context.db, row);
    await remember(context, 'proposed who helps whom in', { kind: 'cycle', id: found.id }, { after: row });
  });
}

/** A change by hand, as it is asked for. */
export interface HandWords {
  what: HandChange['what'];
  need: string;
  candidate: string;
  reason: string;
}

/**
 * Puts somebody in or takes somebody out, with a reason that is kept. Nobody who is barred is put in.
 * @param version of the proposal as it was seen
 * @throws Refusal `not-found`, `reason-missing`, `barred`, `changed-meanwhile`
 */
export async function changeByHand(
  context: Context,
  slug: string,
  version: number,
  words: HandWords,
  { activities = [] }: Look = {},
): Promise<void> {
  mustMay(context, 'run-missions');
  const reason = words.reason.trim();
  if (reason === '') refuse('reason-missing', 'Say why.', 'The reason is kept.', { field: 'reason' });
  await together(context, async (context) => {
    const { proposal, cycle: found, standing: now } = await assignment(context, slug);
    if (proposal === null) return refuse('not-found', 'No proposal was made yet.', 'Make one first.');
    if (proposal.version !== version) refuseStale('The proposal');
    const who =
      words.what === 'taken out'
        ? now.find((one) => one.need === words.need && one.candidate === words.candidate)
        : await putIn(context, slug, words, activities);
    if (who === undefined) return refuse('not-found', 'That is not in the proposal.', 'Load the page again.');
    const change: HandChange = {
      ...who,
      what: words.what,
      reason,
      by: context.viewer.name,
      at: context.now().toISOString(),
    };
    if (!(await changeAssignment(context.db, proposal.id, version, [...proposal.changes, change]))) {
      refuseStale('The proposal');
    }
    await remember(
      context,
      'changed by hand who helps whom in',
      { kind: 'cycle', id: found.id },
      { after: change, note: reason },
    );
  });
}

async function putIn(
  context: Context,
  slug: string,
  { need, candidate }: HandWords,
  activities: readonly Candidate[],
): Promise<Proposed | undefined> {
  const { rankings } = await matching(context, slug, { activities });
  const ranking = rankings.find((one) => one.need.id === need);
  const all = [...(ranking?.matches ?? []), ...(ranking?.barred ?? [])];
  const match = all.find((one) => keyOfCandidate(one.candidate) === candidate);
  if (match === undefined) return undefined;
  const [bar] = match.bars;
  if (bar !== undefined) {
    refuse('barred', `${match.candidate.name} is barred: ${bar.why}`, 'Settle that first, or choose somebody else.', {
      field: 'candidate',
    });
  }
  return { need, candidate, score: match.score };
}
