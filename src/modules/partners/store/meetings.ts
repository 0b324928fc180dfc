import type { Selectable } from 'kysely';
import type { Audience } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { PartnersTables } from './tables.ts';

export type Meeting = Selectable<PartnersTables['partners.meeting']>;
export type Attendance = Selectable<PartnersTables['partners.attendance']>;
export type Outcome = Selectable<PartnersTables['partners.outcome']>;
export type Activity = Selectable<PartnersTables['partners.activity']>;

const tables = (db: Connection) => db.withTables<PartnersTables>();

export async function insertMeeting(
  db: Connection,
  meeting: Omit<Meeting, 'version' | 'made_at'>,
  rows: { attendance: Attendance[]; outcomes: Outcome[]; activities: Activity[] },
): Promise<void> {
  await tables(db)
    .insertInto('partners.meeting')
    .values({ ...meeting, frame: JSON.stringify(meeting.frame) })
    .execute();
  if (rows.attendance.length > 0) await tables(db).insertInto('partners.attendance').values(rows.attendance).execute();
  if (rows.outcomes.length > 0) await tables(db).insertInto('partners.outcome').values(rows.outcomes).execute();
  if (rows.activities.length > 0) await tables(db).insertInto('partners.activity').values(rows.activities).execute();
}

/** Meetings an audience may see, latest first. */
export function listMeetings(db: Connection, audience: Audience): Promise<Meeting[]> {
  return tables(db)
    .selectFrom('partners.meeting as meeting')
    .selectAll()
    .where(visibleRows(audience, 'meeting'))
    .orderBy('date', 'desc')
    .orderBy('series')
    .execute();
}

export async function meetingBySlug(db: Connection, slug: string): Promise<Meeting | null> {
  return (
    (await tables(db).selectFrom('partners.meeting').selectAll().where('slug', '=', slug).executeTakeFirst()) ?? null
  );
}

export function attendanceOf(db: Connection, meeting: string): Promise<Attendance[]> {
  return tables(db)
    .selectFrom('partners.attendance')
    .selectAll()
    .where('meeting', '=', meeting)
    .orderBy('position')
    .execute();
}

export function outcomesOf(db: Connection, meeting: string): Promise<Outcome[]> {
  return tables(db)
    .selectFrom('partners.outcome')
    .selectAll()
    .where('meeting', '=', meeting)
    .orderBy('number')
    .orderBy('line')
    .execute();
}

export function activitiesOf(db: Connection, meeting: string): Promise<Activity[]> {
  return tables(db)
    .selectFrom('partners.activity')
    .selectAll()
    .where('meeting', '=', meeting)
    .orderBy('position')
    .execute();
}

/** Activities over all meetings an audience may see, latest first: of one organisation, or (`null`) of all. */
export function activitiesBy(
  db: Connection,
  audience: Audience,
  organisation: string | null,
): Promise<(Activity & { meetingSlug: string; meetingDate: string; series: string })[]> {
  const query = tables(db)
    .selectFrom('partners.activity as activity')
    .innerJoin('partners.meeting as meeting', 'meeting.id', 'activity.meeting')
    .selectAll('activity')
    .select(['meeting.slug as meetingSlug', 'meeting.date as meetingDate', 'meeting.series'])
    .where(visibleRows(audience, 'meeting'));
  return (organisation === null ? query : query.where('activity.organisation', '=', organisation))
    .orderBy('meeting.date', 'desc')
    .orderBy('activity.position')
    .execute();
}
