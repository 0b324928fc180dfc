import { sql, type Kysely } from 'kysely';

/** Calls for expert missions, applications, plans of assistance. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create schema missions`.execute(db);
  await sql`
    create table missions.call (
      id uuid primary key,
      slug text not null unique,
      programme text not null,
      year int not null,
      /** MissionCallRecord without its applications. */
      frame jsonb not null,
      source uuid not null,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table missions.application (
      id uuid primary key,
      slug text not null unique,
      call uuid references missions.call,
      position int not null,
      country text check (country ~ '^[A-Z]{2}$'),
      organisation uuid,
      title text not null,
      /** MissionApplication, as read and corrected. */
      record jsonb not null,
      source uuid not null,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index application_call on missions.application (call, position)`.execute(db);
  await sql`
    create table missions.assistance_plan (
      id uuid primary key,
      slug text not null unique,
      title text not null,
      record jsonb not null,
      source uuid not null,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
}
