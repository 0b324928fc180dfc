import { sql, type Kysely } from 'kysely';

/** Everything that leaves the house, one message a recipient; and the letters of the missions' cycles. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create schema post`.execute(db);
  await sql`
    create table post.message (
      id uuid primary key,
      /** Messages that were queued together are looked at together. */
      batch uuid not null,
      kind text not null,
      about_kind text not null,
      about_id uuid not null,
      organisation uuid,
      person uuid,
      copy boolean not null default false,
      subject text not null,
      text text not null,
      /** MessageAttachment[]. */
      attachments jsonb not null default '[]',
      state text not null default 'waiting'
        check (state in ('waiting', 'cleared', 'sent', 'by-hand', 'failed', 'taken-back')),
      /** Not to leave before. */
      due_at timestamptz not null,
      cleared_by text,
      cleared_at timestamptz,
      ended_at timestamptz,
      attempts int not null default 0,
      /** When a failed one is tried again; null: not by itself. */
      next_try_at timestamptz,
      last_error text,
      made_by text not null,
      made_at timestamptz not null default now(),
      check ((organisation is null) <> (person is null))
    )`.execute(db);
  await sql`create index message_batch on post.message (batch)`.execute(db);
  await sql`create index message_about on post.message (about_kind, about_id)`.execute(db);
  await sql`create index message_open on post.message (state, due_at) where state in ('waiting', 'cleared', 'failed')`.execute(
    db,
  );
  /** Attempts are written beside the lock of their message, so that one that was cut short is known. */
  await sql`
    create table post.attempt (
      id uuid primary key,
      message uuid not null references post.message on delete cascade,
      begun_at timestamptz not null,
      ended_at timestamptz,
      /** Why it failed; null: it did not, or it was cut short. */
      error text
    )`.execute(db);
  await sql`create index attempt_message on post.attempt (message)`.execute(db);
  await sql`
    create table missions.letter (
      id uuid primary key,
      slug text not null unique,
      cycle uuid references missions.cycle,
      kind text not null
        check (kind in ('survey', 'circulation', 'question', 'decision', 'agreement', 'reminder', 'other')),
      /** LetterContent. */
      content jsonb not null,
      replies_to uuid references missions.letter,
      state text not null default 'draft' check (state in ('draft', 'cleared', 'sent', 'withdrawn')),
      cleared_by text,
      cleared_at timestamptz,
      sent_at timestamptz,
      /** FrozenRecipient[]: to whom it was sent; null before. */
      frozen jsonb,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index letter_cycle on missions.letter (cycle)`.execute(db);
}
