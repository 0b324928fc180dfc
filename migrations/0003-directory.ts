import { sql, type Kysely } from 'kysely';

/** Organisations and people. How to reach a person stands apart: only the secretariat sees it. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create schema directory`.execute(db);
  await sql`
    create table directory.organisation (
      id uuid primary key,
      slug text not null unique,
      /** Its abbreviation, or its name where it has none. */
      key text not null,
      name text not null,
      variants text[] not null default '{}',
      country text check (country ~ '^[A-Z]{2}$'),
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table directory.organisation_name (
      folded text not null,
      organisation uuid not null references directory.organisation on delete cascade,
      primary key (folded, organisation)
    )`.execute(db);
  await sql`
    create table directory.person (
      id uuid primary key,
      name text not null,
      honorific text,
      organisation uuid references directory.organisation,
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index person_name on directory.person (lower(name), organisation)`.execute(db);
  await sql`
    create table directory.contact (
      person uuid not null references directory.person on delete cascade,
      kind text not null check (kind in ('e-mail', 'telephone')),
      value text not null,
      source uuid not null,
      primary key (person, kind, value)
    )`.execute(db);
}
