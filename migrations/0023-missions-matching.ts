import { sql, type Kysely } from 'kysely';

/** Matching: what a cycle lays down for it, judgements of people, proposals for all requests, choices among offers. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table missions.matching (
      cycle uuid primary key references missions.cycle on delete cascade,
      /** MatchingSettings. */
      settings jsonb not null,
      version int not null default 1
    )`.execute(db);
  await sql`
    create table missions.match_judgement (
      cycle uuid not null references missions.cycle on delete cascade,
      application uuid not null references missions.application on delete cascade,
      /** "expert:<id>", "offer:<id>", "activity:<id>". */
      candidate text not null,
      account uuid not null,
      actor text not null,
      grade int not null check (grade between 0 and 3),
      note text not null default '',
      made_at timestamptz not null default now(),
      primary key (application, candidate, account)
    )`.execute(db);
  await sql`create index match_judgement_cycle on missions.match_judgement (cycle)`.execute(db);
  await sql`
    create table missions.assignment (
      id uuid primary key,
      cycle uuid not null references missions.cycle on delete cascade,
      /** Weights and MatchingSettings it was made with. */
      made_with jsonb not null,
      /** Proposal. */
      proposal jsonb not null,
      /** HandChange[]: changes by hand, each with its reason. */
      changes jsonb not null default '[]',
      made_by text not null,
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index assignment_cycle on missions.assignment (cycle, made_at)`.execute(db);
  await sql`
    create table missions.offer_choice (
      id uuid primary key,
      application uuid not null references missions.application on delete cascade,
      offer uuid not null references missions.assistance_plan on delete cascade,
      answer text not null check (answer in ('chosen', 'declined')),
      reason text not null default '',
      /** The letter it came by; empty where it was said here. */
      letter text not null default '',
      organisation uuid,
      account uuid,
      actor text not null,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index offer_choice_application on missions.offer_choice (application, made_at)`.execute(db);
}
