import { sql, type Kysely } from 'kysely';

/** Consolidated drafts of instruments, with every state they ever had. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table texts.consolidation (
      id uuid primary key,
      slug text not null unique,
      instrument uuid not null references texts.instrument,
      /** The revision whose text is the base. */
      revision uuid not null references texts.revision,
      proposals uuid[] not null,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table texts.consolidation_state (
      consolidation uuid not null references texts.consolidation on delete cascade,
      number int not null,
      /** ConsolidatedText. */
      text jsonb not null,
      /** What led to it, in words. */
      what text not null,
      actor text not null,
      at timestamptz not null default now(),
      primary key (consolidation, number)
    )`.execute(db);
}
