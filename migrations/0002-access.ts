import { sql, type Kysely } from 'kysely';

/** Accounts, sessions, and the history of every write, which nobody can change afterwards. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create schema access`.execute(db);
  await sql`
    create table access.account (
      id uuid primary key,
      sign_in_name text not null unique,
      name text not null,
      password_hash text not null,
      role text not null check (role in ('member', 'expert', 'partner', 'drafter', 'secretariat', 'administrator')),
      organisation uuid,
      disabled boolean not null default false,
      made_at timestamptz not null default now(),
      version int not null default 1
    )`.execute(db);
  await sql`
    create table access.session (
      token_hash text primary key,
      account uuid not null references access.account on delete cascade,
      see_as text,
      made_at timestamptz not null default now(),
      expires_at timestamptz not null
    )`.execute(db);
  await sql`create index session_expiry on access.session (expires_at)`.execute(db);
  await sql`
    create table access.sign_in_failure (
      sign_in_name text primary key,
      failures int not null,
      last_at timestamptz not null
    )`.execute(db);
  await sql`
    create table access.history (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      account uuid,
      actor text not null,
      via text not null,
      action text not null,
      subject_kind text not null,
      subject_id text not null,
      before jsonb,
      after jsonb,
      note text
    )`.execute(db);
  await sql`create index history_subject on access.history (subject_kind, subject_id, id)`.execute(db);
  await sql`
    create function access.history_is_kept() returns trigger language plpgsql as $$
    begin
      raise exception 'The history is only ever added to.';
    end $$`.execute(db);
  await sql`
    create trigger history_is_kept before update or delete or truncate on access.history
    for each statement execute function access.history_is_kept()`.execute(db);
}
