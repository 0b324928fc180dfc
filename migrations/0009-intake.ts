import { sql, type Kysely } from 'kysely';

/** Files that came in, their lines, what was understood of them, and where each value of the register was read. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create schema intake`.execute(db);
  await sql`
    create table intake.source (
      id uuid primary key,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      name text not null,
      media text not null,
      bytes int not null,
      /** An earlier file that this one is a new version of. */
      replaces uuid references intake.source,
      example boolean not null default false,
      account uuid,
      came_by text not null,
      came_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index source_sha256 on intake.source (sha256)`.execute(db);
  await sql`create index source_name on intake.source (name)`.execute(db);
  await sql`
    create table intake.line (
      source uuid not null references intake.source on delete cascade,
      number int not null,
      words text not null,
      /** Runs with their changes where the line has any; null for a plain line. */
      runs jsonb,
      cell int,
      primary key (source, number)
    )`.execute(db);
  await sql`
    create table intake.reading (
      id uuid primary key,
      source uuid not null unique references intake.source,
      kind text not null,
      state text not null check (state in ('open', 'accepted', 'dismissed')),
      /** The Reading as it was made; corrections are kept apart. */
      reading jsonb not null,
      /** Contacts that the reading withholds, for the directory. */
      contacts jsonb not null default '[]',
      /** The record with its corrections. */
      record jsonb,
      visibility text not null,
      /** Address of the record's page once accepted. */
      address text,
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index reading_state on intake.reading (state, made_at)`.execute(db);
  await sql`
    create table intake.correction (
      id bigint generated always as identity primary key,
      reading uuid not null references intake.reading,
      path text not null,
      before jsonb,
      after jsonb,
      account uuid,
      corrected_by text not null,
      corrected_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table intake.passage (
      subject_kind text not null,
      subject_id uuid not null,
      field text not null,
      source uuid not null references intake.source,
      first_line int not null,
      last_line int not null,
      primary key (subject_kind, subject_id, field, source, first_line)
    )`.execute(db);
  await sql`create index passage_source on intake.passage (source, first_line)`.execute(db);
}
