import { sql, type Kysely } from 'kysely';

/** The roster of experts and of organisations that help, and the links by which they keep their entries themselves. */
export async function up(db: Kysely<never>): Promise<void> {
  /** People whom one room alone knows, so that they can be forgotten: no source that names somebody alike means them. */
  await sql`alter table directory.person add column apart boolean not null default false`.execute(db);
  await sql`
    create table missions.expert (
      id uuid primary key,
      slug text not null unique,
      kind text not null check (kind in ('person', 'organisation')),
      name text not null,
      /** Of the directory, where the name is known there. */
      organisation uuid,
      organisation_name text not null default '',
      country text check (country ~ '^[A-Z]{2}$'),
      /** Profile. */
      profile jsonb not null,
      confirmed_on date,
      active boolean not null default true,
      /** Consent; null: nobody was asked yet. */
      consent jsonb,
      /** The end of the consent, for the rule that empties entries. */
      consent_ends date,
      /** Who keeps the entry with an account of its own. */
      account uuid unique,
      /** In the directory, for ways to reach them. */
      person uuid,
      came_by text not null check (came_by in ('hand', 'import', 'self')),
      /** When its personal data were removed; what missions need is left: that there was an expert. */
      emptied_at timestamptz,
      reminded_on date,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now(),
      changed_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index expert_consent on missions.expert (consent_ends) where emptied_at is null`.execute(db);
  await sql`
    create table missions.roster_invitation (
      id uuid primary key,
      expert uuid not null references missions.expert on delete cascade,
      /** SHA-256 of the token, which is kept nowhere. */
      token_hash text not null unique,
      made_by text not null,
      made_at timestamptz not null,
      expires_at timestamptz not null,
      /** How it ended: confirmed, removed (from the roster), revoked; null while it is open. */
      ended text check (ended in ('confirmed', 'removed', 'revoked')),
      ended_at timestamptz
    )`.execute(db);
  await sql`create index roster_invitation_expert on missions.roster_invitation (expert)`.execute(db);
}
