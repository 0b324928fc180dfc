import { sql, type Kysely } from 'kysely';

/** Drafts of texts: each change kept as a step, so that every state can be made again. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table texts.draft (
      id uuid primary key,
      slug text not null unique,
      title text not null,
      /** The text that is changed; null for a new text. */
      revision uuid references texts.revision,
      instrument uuid references texts.instrument,
      /** The document of the base text, with the permanent ids of its clauses; null for a new text. */
      base jsonb,
      opened_by text not null,
      account uuid,
      visibility text not null,
      parties uuid[] not null default '{}',
      /** Number of steps taken so far. */
      version int not null default 0,
      made_at timestamptz not null default now(),
      changed_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table texts.draft_step (
      draft uuid not null references texts.draft on delete cascade,
      version int not null,
      step jsonb not null,
      /** The browser session it came from, by which that session knows its own steps again. */
      client text not null,
      account uuid,
      author text not null,
      note text,
      at timestamptz not null default now(),
      primary key (draft, version)
    )`.execute(db);
  await sql`
    create table texts.draft_state (
      draft uuid not null references texts.draft on delete cascade,
      version int not null,
      document jsonb not null,
      primary key (draft, version)
    )`.execute(db);
}
