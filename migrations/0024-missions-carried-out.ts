import { sql, type Kysely } from 'kysely';

/** Missions as they are carried out: agreement, milestones, costs, documents, evaluation, what became of the advice. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table missions.mission (
      id uuid primary key,
      slug text not null unique,
      cycle uuid references missions.cycle,
      application uuid references missions.application,
      offers uuid[] not null default '{}',
      title text not null,
      beneficiary uuid,
      /** ISO 3166-1, two letters. */
      country text,
      /** Organisations whose experts go. */
      offerers uuid[] not null default '{}',
      stage text not null check (stage in ('agreement', 'agreed', 'under-way', 'reported', 'closed', 'cancelled')),
      /** MissionDetails. */
      details jsonb not null,
      /** Milestone[], each with every change of its date. */
      milestones jsonb not null default '[]',
      /** MissionCosts: the plan and what was paid. */
      costs jsonb not null,
      /** FollowUp: the advice, and what became of it. */
      follow_up jsonb not null,
      /** ISO date until which the sides are asked to evaluate; empty while nobody is asked. */
      evaluation_by date,
      /** Closing: when, by whom, with which note. */
      closing jsonb,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now(),
      changed_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index mission_cycle on missions.mission (cycle)`.execute(db);
  await sql`create index mission_application on missions.mission (application)`.execute(db);
  await sql`
    create table missions.agreement (
      mission uuid not null references missions.mission on delete cascade,
      number int not null,
      /** Clause[]. */
      clauses jsonb not null,
      /** Signature[]: a version that somebody signed is never changed. */
      signatures jsonb not null default '[]',
      /** Why it was made, where it follows a signed one. */
      reason text not null default '',
      made_by text not null,
      made_at timestamptz not null default now(),
      primary key (mission, number)
    )`.execute(db);
  await sql`
    create table missions.evaluation (
      mission uuid not null references missions.mission on delete cascade,
      /** Id of the organisation, or 'secretariat'. */
      side text not null,
      /** Evaluation. */
      content jsonb not null,
      given_by text not null,
      given_at timestamptz not null default now(),
      primary key (mission, side)
    )`.execute(db);
  await sql`
    create table missions.evaluation_form (
      cycle uuid primary key references missions.cycle on delete cascade,
      /** EvaluationQuestion[]. */
      questions jsonb not null,
      version int not null default 1
    )`.execute(db);
  await sql`
    create table missions.mission_document (
      attachment uuid primary key references missions.attachment on delete cascade,
      mission uuid not null references missions.mission on delete cascade,
      /** Id of the milestone that it belongs to; empty for one of the whole mission. */
      milestone text,
      shown text not null check (shown in ('parties', 'public'))
    )`.execute(db);
  await sql`create index mission_document_mission on missions.mission_document (mission)`.execute(db);
}
