/** What the matching asks of the roster. */
import { organisationNames } from '#modules/directory/server/index.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustMay, type Context } from '#modules/access/server/index.ts';
import { passagesOf, type Candidate } from '../domain/roster/candidate.ts';
import { consentState, isStale } from '../domain/roster/consent.ts';
import { listEntries } from '../store/roster.ts';
import { today } from './roster.ts';

export type { Candidate };

/**
 * Everybody on the roster who can be weighed: active, with consent that has not ended. Stale entries are among them,
 * marked: they are barred, and the page says so.
 */
export async function rosterForMatching(context: Context): Promise<Candidate[]> {
  mustMay(context, 'run-missions');
  const now = today(context);
  const entries = (await listEntries(context.db, audienceOf(context.viewer))).filter(
    ({ active, consent }) => active && ['given', 'ending'].includes(consentState(consent, now)),
  );
  const named = await organisationNames(
    context,
    entries.map(({ organisation }) => organisation),
  );
  return entries.map(({ id, slug, kind, name, organisation, organisationName, country, profile, confirmedOn }) => ({
    id,
    slug,
    kind,
    name,
    organisation,
    organisationName: named.get(organisation ?? '')?.name ?? organisationName,
    country,
    profile,
    passages: passagesOf(profile),
    confirmedOn,
    stale: isStale(confirmedOn, now),
  }));
}
