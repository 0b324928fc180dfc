import { sql, type Kysely } from 'kysely';

/** Meetings: who took part, what came out, who does what, the agenda. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create schema partners`.execute(db);
  await sql`
    create table partners.meeting (
      id uuid primary key,
      slug text not null unique,
      series text not null,
      number int,
      date text not null,
      place text,
      host text,
      /** Agenda and next meeting, as in MeetingRecord. */
      frame jsonb not null,
      source uuid not null,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table partners.attendance (
      meeting uuid not null references partners.meeting on delete cascade,
      position int not null,
      person uuid not null,
      organisation uuid,
      printed text not null,
      role text,
      online boolean not null,
      line int not null,
      primary key (meeting, position)
    )`.execute(db);
  await sql`
    create table partners.outcome (
      id uuid primary key,
      meeting uuid not null references partners.meeting on delete cascade,
      number int not null,
      words text not null,
      kind text not null,
      organisations text[] not null,
      line int not null
    )`.execute(db);
  await sql`
    create table partners.activity (
      id uuid primary key,
      meeting uuid not null references partners.meeting on delete cascade,
      position int not null,
      key text not null,
      organisation uuid,
      organisation_key text not null,
      words text not null,
      is_activity boolean not null,
      countries text[] not null,
      years int[] not null,
      topics text[] not null,
      partners text[] not null,
      line int not null
    )`.execute(db);
}
