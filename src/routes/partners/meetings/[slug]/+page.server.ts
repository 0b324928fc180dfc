import { meeting } from '#modules/partners/server/index.ts';
import { whereRead } from '../../../origins.ts';
import { countryName, topicName } from '../../../words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const { meeting: found, participants, outcomes, activities, organisations } = await meeting(context, params.slug);
  const { source, at } = await whereRead(context, { kind: 'meeting', id: found.id });
  const activitiesBy = Map.groupBy(
    activities.map((activity) => ({
      anchor: `activity-${activity.position + 1}`,
      organisation: activity.organisation_key,
      address:
        activity.organisation === null
          ? null
          : `/partners/organisations/${organisations.get(activity.organisation)?.slug ?? ''}`,
      words: activity.words,
      isActivity: activity.is_activity,
      about: [...activity.countries.map(countryName), ...activity.topics.map(topicName)],
      line: activity.line,
    })),
    (activity) => activity.organisation,
  );
  return {
    series: found.series,
    number: found.number,
    date: found.date,
    place: found.place,
    host: found.host,
    at: { series: at('series'), date: at('date'), place: at('place'), host: at('host') },
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
    organisations: [...activitiesBy].map(([key, list]) => ({
      key,
      anchor: `by-${key.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
      address: list[0]?.address ?? null,
      activities: list,
    })),
    activities: activities.filter((activity) => activity.is_activity).length,
    source,
  };
};
