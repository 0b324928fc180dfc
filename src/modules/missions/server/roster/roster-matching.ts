/** What the matching asks of the roster. */
import { audienceOf } from '#modules/access/index.ts';
import { mustMay, type Context } from '#modules/access/server/index.ts';
import { organisationNames } from '#modules/directory/server/index.ts';
import type { Listed } from '../../domain/matching/candidate.ts';
import { consentState, isStale } from '../../domain/roster/consent.ts';
import { listEntries } from '../../store/roster.ts';
import { today } from './roster.ts';

/** Somebody on the roster who can be weighed. */
export interface RosterCandidate extends Listed {
  /** Never confirmed, or longer than twelve months ago: barred, and the page says so. */
  stale: boolean;
}

/**
 * Everybody on the roster who can be weighed: active, with consent that has not ended. Missions that were carried out
 * are not the roster's; whoever weighs adds them.
 */
export async function rosterForMatching(context: Context): Promise<RosterCandidate[]> {
  mustMay(context, 'run-missions');
  const now = today(context);
  const entries = (await listEntries(context.db, audienceOf(context.viewer))).filter(
    ({ active, consent }) => active && ['given', 'ending'].includes(consentState(consent, now)),
  );
  const named = await organisationNames(
    context,
    entries.map(({ organisation }) => organisation),
  );
  return entries.map(({ id, slug, kind, name, organisation, organisationName, profile, confirmedOn }) => {
    const known = named.get(organisation ?? '');
    const own = known === undefined ? [organisationName] : [known.name, known.key, ...known.variants];
    return {
      kind: kind === 'person' ? 'expert' : 'organisation',
      id,
      name,
      address: `/missions/roster/${slug}`,
      organisation,
      profile,
      confirmedOn,
      own: own.filter((words) => words !== ''),
      missions: [],
      stale: isStale(confirmedOn, now),
    };
  });
}
