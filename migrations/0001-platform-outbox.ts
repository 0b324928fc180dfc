import { sql, type Kysely } from 'kysely';

/** What waits to be delivered, and the extensions that search needs. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create schema if not exists platform`.execute(db);
  await sql`create extension if not exists unaccent`.execute(db);
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`
    create table platform.outbox (
      id bigint generated always as identity primary key,
      kind text not null,
      subject_kind text not null,
      subject_id uuid not null,
      payload jsonb not null,
      made_at timestamptz not null default now(),
      due_at timestamptz not null default now(),
      delivered_at timestamptz,
      attempts int not null default 0,
      last_error text
    )`.execute(db);
  await sql`create index outbox_waiting on platform.outbox (due_at) where delivered_at is null`.execute(db);
}
