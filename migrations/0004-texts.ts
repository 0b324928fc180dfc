import { sql, type Kysely } from 'kysely';

/** Instruments with their revisions and clauses; contributions with their proposals. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create schema texts`.execute(db);
  await sql`
    create table texts.instrument (
      id uuid primary key,
      slug text not null unique,
      /** The conference or assembly whose text it is, as far as a source says. */
      body text,
      kind text not null,
      number text,
      title text,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now(),
      unique nulls not distinct (body, kind, number)
    )`.execute(db);
  await sql`
    create table texts.revision (
      id uuid primary key,
      slug text not null unique,
      instrument uuid not null references texts.instrument,
      place text,
      year int,
      revised boolean not null default false,
      title text,
      /** LegalText; null while the revision is only known by name. */
      text jsonb,
      source uuid,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now(),
      unique nulls not distinct (instrument, place, year)
    )`.execute(db);
  await sql`
    create table texts.clause (
      id uuid primary key,
      instrument uuid not null references texts.instrument
    )`.execute(db);
  await sql`
    create table texts.clause_text (
      revision uuid not null references texts.revision on delete cascade,
      position int not null,
      clause uuid not null references texts.clause,
      /** Address within the text, e.g. "resolves-5.3". */
      path text not null,
      heading text,
      label text not null,
      words text not null,
      line int not null,
      primary key (revision, position),
      unique (revision, path)
    )`.execute(db);
  await sql`create index clause_text_clause on texts.clause_text (clause)`.execute(db);
  await sql`
    create table texts.contribution (
      id uuid primary key,
      slug text not null unique,
      proponent text,
      number int,
      addendum int,
      title text not null,
      source uuid not null,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table texts.proposal (
      id uuid primary key,
      slug text not null unique,
      contribution uuid not null references texts.contribution,
      serial int not null,
      reference text not null,
      action text not null,
      instrument uuid references texts.instrument,
      title text,
      /** Proposal, as read and corrected. */
      record jsonb not null,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index proposal_contribution on texts.proposal (contribution, serial)`.execute(db);
  await sql`create index proposal_instrument on texts.proposal (instrument)`.execute(db);
}
