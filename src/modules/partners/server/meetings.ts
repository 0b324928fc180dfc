import { audienceOf } from '#modules/access/index.ts';
import { mustSee, type Context } from '#modules/access/server/index.ts';
import { contacts, organisationNames, type Contact, type Organisation } from '#modules/directory/server/index.ts';
import {
  activitiesBy,
  activitiesOf,
  attendanceOf,
  listMeetings,
  meetingBySlug,
  outcomesOf,
  type Activity,
  type Attendance,
  type Meeting,
  type Outcome,
} from '../store/meetings.ts';

export type { Activity, Meeting, Outcome };

/** A person's part in a meeting; `contacts` is `null` for everybody but the secretariat. */
export type Participant = Attendance & { organisationName: string | null; contacts: Contact[] | null };

export interface WholeMeeting {
  meeting: Meeting;
  participants: Participant[];
  outcomes: Outcome[];
  activities: Activity[];
  organisations: Map<string, Organisation>;
}

/** Meetings the viewer may see. */
export async function meetings(context: Context): Promise<Meeting[]> {
  return listMeetings(context.db, audienceOf(context.viewer));
}

/** A meeting with all that belongs to it. @throws Refusal `not-found` */
export async function meeting(context: Context, slug: string): Promise<WholeMeeting> {
  const found = mustSee(context, await meetingBySlug(context.db, slug), 'meeting');
  const [attendance, outcomes, activities] = await Promise.all([
    attendanceOf(context.db, found.id),
    outcomesOf(context.db, found.id),
    activitiesOf(context.db, found.id),
  ]);
  const organisations = await organisationNames(
    context,
    [...attendance, ...activities].map((row) => row.organisation),
  );
  const reachable = await contacts(
    context,
    attendance.map((row) => row.person),
  );
  const participants = attendance.map((row) => ({
    ...row,
    organisationName: row.organisation === null ? null : (organisations.get(row.organisation)?.name ?? null),
    contacts: reachable === null ? null : (reachable.get(row.person) ?? []),
  }));
  return { meeting: found, participants, outcomes, activities, organisations };
}

/** Everything that meetings the viewer may see were told of, whoever does it. */
export async function activities(context: Context): ReturnType<typeof activitiesBy> {
  return activitiesBy(context.db, audienceOf(context.viewer), null);
}

/** What an organisation said it does, over all meetings the viewer may see. */
export async function activitiesOfOrganisation(
  context: Context,
  organisation: string,
): ReturnType<typeof activitiesBy> {
  return activitiesBy(context.db, audienceOf(context.viewer), organisation);
}
