import { sql, type Kysely } from 'kysely';
import { contentOfReading, offerOfReading } from '../src/modules/missions/domain/forms/of-reading.ts';

/** Cycles with their forms; requests and offers that are worked on, wherever they came from; files attached. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table missions.cycle (
      id uuid primary key,
      slug text not null unique,
      programme text not null,
      year int not null,
      /** The strategic plan it serves, in the room of plans. */
      plan uuid,
      /** The document it was sent round with, where one was read. */
      call uuid references missions.call,
      /** CycleSettings. */
      settings jsonb not null,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now(),
      unique (programme, year)
    )`.execute(db);
  await sql`
    create table missions.form (
      cycle uuid not null references missions.cycle on delete cascade,
      kind text not null check (kind in ('application', 'assistance-plan')),
      version int not null,
      /** Form. */
      definition jsonb not null,
      made_at timestamptz not null default now(),
      primary key (cycle, kind, version)
    )`.execute(db);
  for (const table of ['missions.application', 'missions.assistance_plan']) {
    await sql`
      alter table ${sql.table(table)}
        /** As read; empty for what was written here. */
        alter column record drop not null,
        alter column source drop not null,
        add column cycle uuid references missions.cycle,
        add column form_version int not null default 1,
        add column stage text not null default 'draft',
        /** ApplicationContent or OfferContent: what it says now. */
        add column content jsonb,
        /** A decision that is taken and not yet told: stage, reason, by whom, when. */
        add column pending jsonb,
        /** How it came: browser, word, call. */
        add column came_by text not null default 'word' check (came_by in ('browser', 'word', 'call')),
        add column changed_at timestamptz not null default now()`.execute(db);
  }
  await sql`
    alter table missions.assistance_plan
      /** Who offers. */
      add column organisation uuid,
      /** The requests it answers. */
      add column applications uuid[] not null default '{}'`.execute(db);
  await fillContent(db);
  for (const table of ['missions.application', 'missions.assistance_plan']) {
    await sql`alter table ${sql.table(table)} alter column content set not null`.execute(db);
  }
  await sql`update missions.application set stage = case when call is null then 'submitted' else 'circulated' end`.execute(
    db,
  );
  await sql`update missions.assistance_plan set stage = 'received'`.execute(db);
  await sql`create index application_cycle on missions.application (cycle, position)`.execute(db);
  await sql`create index assistance_plan_cycle on missions.assistance_plan (cycle)`.execute(db);
  await sql`
    create table missions.attachment (
      id uuid primary key,
      subject_kind text not null check (subject_kind in ('application', 'assistance-plan', 'mission', 'letter')),
      subject uuid not null,
      name text not null,
      media text not null,
      /** Of the file in the store of originals. */
      sha256 text not null,
      bytes int not null,
      note text not null default '',
      account uuid,
      made_at timestamptz not null default now(),
      removed_at timestamptz
    )`.execute(db);
  await sql`create index attachment_subject on missions.attachment (subject_kind, subject)`.execute(db);
}

/** What was read before there were cycles is worked on from now on. */
async function fillContent(db: Kysely<never>): Promise<void> {
  const applications = await sql<{ id: string; record: never; source: string }>`
    select id, record, source from missions.application`.execute(db);
  for (const { id, record, source } of applications.rows) {
    const content = JSON.stringify(contentOfReading(record, source));
    await sql`update missions.application set content = ${content}::jsonb where id = ${id}::uuid`.execute(db);
  }
  const plans = await sql<{ id: string; record: never; source: string }>`
    select id, record, source from missions.assistance_plan`.execute(db);
  for (const { id, record, source } of plans.rows) {
    const content = JSON.stringify(offerOfReading(record, source));
    await sql`update missions.assistance_plan set content = ${content}::jsonb where id = ${id}::uuid`.execute(db);
  }
}
