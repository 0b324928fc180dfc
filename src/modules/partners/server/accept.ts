import { newId } from '#kernel/ids.ts';
import { firstWords } from '#kernel/words.ts';
import type { MeetingRecord } from '#kernel/reading/index.ts';
import type { Accepted, Origin, Written } from '#kernel/register.ts';
import { freeSlug, mustMay, remember, together, type Context } from '#modules/access/server/index.ts';
import {
  organisationNamed,
  organisationWritten,
  personNamed,
  type Contact,
  type Organisation,
} from '#modules/directory/server/index.ts';
import { insertMeeting, type Activity, type Attendance, type Outcome } from '../store/meetings.ts';

/**
 * Writes a meeting with its participants, outcomes and activities into the register.
 * @param contacts ways to reach participants, by the line that names them; they go to the directory, where only the
 * secretariat sees them, and nowhere else
 */
export async function acceptMeeting(
  context: Context,
  record: MeetingRecord,
  origin: Origin,
  contacts: ReadonlyMap<number, readonly Contact[]>,
): Promise<Accepted> {
  mustMay(context, 'accept-readings');
  return together(context, async (context) => {
    const organisations = new Map<string, Organisation>();
    for (const named of record.organisations) organisations.set(named.key, await organisationNamed(context, named));
    const idOf = (key: string): string | null => organisations.get(key)?.id ?? null;
    const now = context.now().getTime();
    const title = record.number === null ? record.series : `${record.series}, meeting ${record.number}`;
    const meeting = {
      id: newId(now),
      slug: await freeSlug(
        context.db,
        'partners.meeting',
        `${shortSeries(record.series)} ${record.number ?? ''} ${record.date}`,
      ),
      series: record.series,
      number: record.number,
      date: record.date,
      place: record.place,
      host: record.host,
      frame: { agenda: record.agenda, next: record.next, organisations: record.organisations },
      source: origin.source,
      visibility: origin.visibility,
      parties: [...origin.parties],
    };
    const rows = {
      attendance: await attend(context, record, meeting.id, origin.source, idOf, contacts),
      outcomes: record.outcomes.map((outcome): Outcome => ({
        id: newId(now),
        meeting: meeting.id,
        number: outcome.number,
        words: outcome.text,
        kind: outcome.kind,
        organisations: outcome.organisations,
        line: outcome.line,
      })),
      activities: record.activities.map((activity, position): Activity => ({
        id: newId(now),
        meeting: meeting.id,
        position,
        key: activity.key,
        organisation: idOf(activity.organisation),
        organisation_key: activity.organisation,
        words: activity.text,
        is_activity: activity.isActivity,
        countries: activity.countries,
        years: activity.years,
        topics: activity.topics,
        partners: activity.partners,
        line: activity.line,
      })),
    };
    await insertMeeting(context.db, meeting, rows);
    const after = { ...meeting, frame: undefined, participants: rows.attendance.length };
    await remember(context, 'accepted', { kind: 'meeting', id: meeting.id }, { after });

    const address = `/partners/meetings/${meeting.slug}`;
    const common = {
      year: /^\d{4}/.test(record.date) ? Number(record.date.slice(0, 4)) : null,
      visibility: origin.visibility,
      parties: origin.parties,
    };
    const main: Written = {
      ...common,
      kind: 'meeting',
      id: meeting.id,
      address,
      title,
      body: [
        record.place,
        record.host,
        ...record.participants.map((person) => person.name),
        ...record.agenda.map((item) => item.title),
      ]
        .filter((part) => part !== null)
        .join('\n'),
      organisation: null,
      passages: record.participants.map((person, index) => ({
        field: `participants.${index}`,
        lines: [person.line, person.line],
      })),
    };
    const outcomes = rows.outcomes.map((outcome): Written => ({
      ...common,
      kind: 'outcome',
      id: outcome.id,
      address: `${address}#outcome-${outcome.number}`,
      title: `${title}: outcome ${outcome.number}`,
      body: outcome.words,
      organisation: outcome.organisations.length === 1 ? idOf(outcome.organisations[0] ?? '') : null,
      passages: [{ field: 'text', lines: [outcome.line, outcome.line] }],
    }));
    const activities = rows.activities.map((activity): Written => ({
      ...common,
      kind: 'activity',
      id: activity.id,
      address: `${address}#activity-${activity.position + 1}`,
      title: `${activity.organisation_key}: ${firstWords(activity.words, 90)}`,
      body: activity.words,
      organisation: activity.organisation,
      passages: [{ field: 'text', lines: [activity.line, activity.line] }],
    }));
    const things = [...organisations.values()].map(organisationWritten);
    const part = [...outcomes, ...activities].map((from) => ({
      from,
      to: main,
      type: 'part-of' as const,
      lines: from.passages[0]?.lines ?? null,
    }));
    const attended = things.map((from) => ({ from, to: main, type: 'took-part' as const, lines: null }));
    return { main, others: [...outcomes, ...activities, ...things], ties: [...part, ...attended] };
  });
}

async function attend(
  context: Context,
  record: MeetingRecord,
  meeting: string,
  source: string,
  idOf: (key: string) => string | null,
  contacts: ReadonlyMap<number, readonly Contact[]>,
): Promise<Attendance[]> {
  const rows: Attendance[] = [];
  for (const [position, participant] of record.participants.entries()) {
    const organisation = idOf(participant.organisation);
    const person = await personNamed(
      context,
      {
        name: participant.name,
        honorific: participant.honorific,
        organisation,
        contacts: contacts.get(participant.line) ?? [],
      },
      source,
    );
    rows.push({
      meeting,
      position,
      person: person.id,
      organisation,
      printed: [participant.honorific, participant.name].filter((part) => part !== null).join(' '),
      role: participant.role,
      online: participant.online,
      line: participant.line,
    });
  }
  return rows;
}

/** "Regional Working Group on Floods (RWGF)" is "RWGF" in an address. */
function shortSeries(series: string): string {
  return /\(([A-Z][A-Za-z0-9-]{1,14})\)/.exec(series)?.[1] ?? series;
}
