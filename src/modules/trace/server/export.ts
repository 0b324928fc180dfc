import type { Context } from '#modules/access/server/index.ts';
import { organisations } from '#modules/directory/server/index.ts';
import { applications, calls, offersWithBearing } from '#modules/missions/server/index.ts';
import { meeting, meetings } from '#modules/partners/server/index.ts';
import { plan, plans } from '#modules/plans/server/index.ts';
import { contribution, contributions, instrument, instruments, proposal } from '#modules/texts/server/index.ts';

/** One record of the register as open data. */
export interface ExportedRecord {
  kind: string;
  address: string;
  record: unknown;
}

/**
 * Everything the viewer may see, a record at a time. It asks the very services that the pages ask, so it can show
 * nothing that they do not show.
 */
export async function* exportRegister(context: Context): AsyncGenerator<ExportedRecord> {
  for (const { slug, key, name, variants, country } of await organisations(context)) {
    yield {
      kind: 'organisation',
      address: `/partners/organisations/${slug}`,
      record: { key, name, variants, country },
    };
  }
  yield* texts(context);
  for (const { slug } of await plans(context)) {
    const { title, from, to, frame, nodes } = await plan(context, slug);
    yield {
      kind: 'plan',
      address: `/plans/${slug}`,
      record: { ...frame, title, from, to, nodes: nodes.map(withoutInternals) },
    };
  }
  for (const { slug, frame } of await calls(context))
    yield { kind: 'call', address: `/missions/calls/${slug}`, record: frame };
  for (const { slug, content } of await applications(context)) {
    yield { kind: 'application', address: `/missions/applications/${slug}`, record: content };
  }
  for (const { slug, content, bearing } of await offersWithBearing(context)) {
    const record = { ...content, whoBears: { state: bearing.state, words: bearing.words } };
    yield { kind: 'assistance-plan', address: `/missions/assistance-plans/${slug}`, record };
  }
  for (const { slug } of await meetings(context)) yield meetingRecord(slug, await meeting(context, slug));
}

async function* texts(context: Context): AsyncGenerator<ExportedRecord> {
  for (const { slug } of await instruments(context)) {
    const { instrument: found, revisions } = await instrument(context, slug);
    const { body, kind, number, title } = found;
    yield { kind: 'instrument', address: `/texts/instruments/${slug}`, record: { body, kind, number, title } };
    for (const revision of revisions) {
      const { place, year, revised, text } = revision;
      yield {
        kind: 'text',
        address: `/texts/${revision.slug}`,
        record: { instrument: slug, place, year, revised, text },
      };
    }
  }
  for (const { slug } of await contributions(context)) {
    const { contribution: found, proposals } = await contribution(context, slug);
    const { proponent, number, addendum, title } = found;
    yield {
      kind: 'contribution',
      address: `/texts/contributions/${slug}`,
      record: { proponent, number, addendum, title },
    };
    for (const summary of proposals) {
      const { proposal: whole } = await proposal(context, summary.slug);
      yield { kind: 'proposal', address: `/texts/proposals/${summary.slug}`, record: whole.record };
    }
  }
}

function meetingRecord(slug: string, whole: Awaited<ReturnType<typeof meeting>>): ExportedRecord {
  const { series, number, date, place, host, frame } = whole.meeting;
  return {
    kind: 'meeting',
    address: `/partners/meetings/${slug}`,
    record: {
      series,
      number,
      date,
      place,
      host,
      agenda: frame.agenda,
      next: frame.next,
      participants: whole.participants.map(({ printed, organisationName, role, online, contacts }) => ({
        name: printed,
        organisation: organisationName,
        role,
        online,
        // `null` for everybody but the secretariat: then the field is left out altogether.
        ...(contacts === null ? {} : { contacts }),
      })),
      outcomes: whole.outcomes.map(({ number, words, kind, organisations }) => ({
        number,
        text: words,
        kind,
        organisations,
      })),
      activities: whole.activities.map((activity) => ({
        key: activity.key,
        organisation: activity.organisation_key,
        text: activity.words,
        isActivity: activity.is_activity,
        countries: activity.countries,
        years: activity.years,
        topics: activity.topics,
        partners: activity.partners,
      })),
    },
  };
}

function withoutInternals<T extends { uuid: string; version: number }>(node: T): Omit<T, 'uuid' | 'version'> {
  const { uuid: _uuid, version: _version, ...rest } = node;
  return rest;
}
