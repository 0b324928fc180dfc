import { sql, type Kysely } from 'kysely';

/** Plans and their elements. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create schema plans`.execute(db);
  await sql`
    create table plans.plan (
      id uuid primary key,
      slug text not null unique,
      title text not null,
      from_year int,
      to_year int,
      /** PlanRecord without its nodes. */
      frame jsonb not null,
      source uuid not null,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table plans.node (
      id uuid primary key,
      plan uuid not null references plans.plan on delete cascade,
      position int not null,
      /** PlanNode's id, unique in the plan: "outcome:D.2-a". */
      key text not null,
      level text not null,
      parent text,
      code_printed text,
      code text,
      words text not null,
      bracketed boolean not null,
      supports jsonb,
      line int not null,
      version int not null default 1,
      unique (plan, key),
      unique (plan, position)
    )`.execute(db);
}
