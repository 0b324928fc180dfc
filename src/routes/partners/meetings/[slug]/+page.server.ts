import { originsOf } from '#modules/intake/server/index.ts';
import { meeting } from '#modules/partners/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const {
    meeting: found,
    participants,
    outcomes,
    activities,
    organisations,
  } = await meeting(locals.context, params.slug);
  const [outcome] = outcomes;
  const origins = await originsOf(
    locals.context,
    outcome === undefined ? { kind: 'meeting', id: found.id } : { kind: 'outcome', id: outcome.id },
  );
  return {
    series: found.series,
    number: found.number,
    date: found.date,
    place: found.place,
    host: found.host,
    agenda: found.frame.agenda,
    next: found.frame.next,
    participants: participants.map(({ printed, organisationName, role, online, contacts, line }) => ({
      printed,
      organisationName,
      role,
      online,
      contacts,
      line,
    })),
    outcomes: outcomes.map(({ number, words, kind, organisations, line }) => ({
      number,
      words,
      kind,
      organisations,
      line,
    })),
    activities: Map.groupBy(
      activities.map((activity) => ({
        anchor: `activity-${activity.position + 1}`,
        key: activity.key,
        organisation: activity.organisation_key,
        address:
          activity.organisation === null
            ? null
            : `/partners/organisations/${organisations.get(activity.organisation)?.slug ?? ''}`,
        words: activity.words,
        isActivity: activity.is_activity,
        topics: activity.topics,
        countries: activity.countries,
        line: activity.line,
      })),
      (activity) => activity.organisation,
    ),
    source: origins[0] === undefined ? null : `/sources/${origins[0].source}`,
  };
};
