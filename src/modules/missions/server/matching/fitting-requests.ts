/** Requests that fit somebody on the roster: for the person and for the secretariat, without anybody else's score. */
import { refuse } from '#kernel/problem.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustMay, type Context } from '#modules/access/server/index.ts';
import { candidateOfProfile } from '../../domain/matching/candidate.ts';
import type { Reason } from '../../domain/matching/part.ts';
import { mayBeProposed, rank } from '../../domain/matching/score.ts';
import { usualMatching } from '../../domain/matching/settings.ts';
import { cycleBy } from '../../store/cycles.ts';
import { matchingOf } from '../../store/matching.ts';
import { listApplications, type Application } from '../../store/missions.ts';
import { needsOf } from './matching.ts';
import { rosterEntry, type RosterEntry } from '../roster/roster.ts';

export interface FittingRequest {
  slug: string;
  title: string;
  country: string;
  /** Why it fits: all that gave points, each with its passages. */
  reasons: Reason[];
}

/**
 * Requests in circulation that the viewer may see and that fit an entry of the roster, the best first. Only for the
 * person of the entry and for the secretariat.
 * @throws Refusal `not-found`
 */
export async function requestsThatFit(
  context: Context,
  slug: string,
): Promise<{ entry: RosterEntry; requests: FittingRequest[] }> {
  mustMay(context, 'offer-missions');
  const entry = await rosterEntry(context, slug);
  if (!entry.whole) {
    refuse('not-found', 'There is no such page, or it is not shown to you.', 'Open your own entry.');
  }
  const open = (await listApplications(context.db, audienceOf(context.viewer), null)).filter(
    ({ stage }) => stage === 'circulated',
  );
  const candidate = candidateOfProfile({
    kind: entry.kind === 'person' ? 'expert' : 'organisation',
    id: entry.id,
    name: entry.name,
    address: `/missions/roster/${entry.slug}`,
    organisation: entry.organisation,
    profile: entry.profile,
    confirmedOn: entry.confirmedOn,
    own: entry.organisationName === '' ? [] : [entry.organisationName],
    missions: [],
  });
  const fitting: { request: FittingRequest; score: number }[] = [];
  for (const [id, asked] of byCycle(open)) {
    const cycle = id === null ? null : await cycleBy(context.db, { id });
    if (cycle === null) continue;
    const settings = (await matchingOf(context.db, cycle.id))?.settings ?? usualMatching;
    const rankings = rank(await needsOf(context, cycle, asked), [candidate], cycle.settings.weights, {
      ...settings,
      ceiling: cycle.settings.ceiling,
      today: context.now().toISOString().slice(0, 10),
    });
    for (const { need, matches } of rankings) {
      const [match] = matches.filter(mayBeProposed);
      const application = asked.find((one) => one.id === need.id);
      if (match === undefined || application === undefined) continue;
      fitting.push({
        request: {
          slug: application.slug,
          title: application.title,
          country: application.content.country.printed,
          reasons: match.parts.flatMap(({ reasons }) => reasons.filter(({ points }) => points > 0)),
        },
        score: match.score,
      });
    }
  }
  const requests = fitting
    .toSorted((a, b) => b.score - a.score || (a.request.slug < b.request.slug ? -1 : 1))
    .map(({ request }) => request);
  return { entry, requests };
}

function byCycle(asked: readonly Application[]): Map<string | null, Application[]> {
  const groups = new Map<string | null, Application[]>();
  for (const one of asked) groups.set(one.cycle, [...(groups.get(one.cycle) ?? []), one]);
  return groups;
}
