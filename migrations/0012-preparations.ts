import { sql, type Kysely } from 'kysely';

/** Contributions being prepared: their proposals, the members asked for support, and what they answered. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table texts.preparation (
      id uuid primary key,
      slug text not null unique,
      /** Code of the group or administration that will submit it. */
      proponent text not null,
      organisation uuid,
      conference text not null,
      place text not null,
      year int not null,
      number int,
      addendum int,
      title text not null,
      template text not null,
      stage text not null check (stage in ('drafting', 'asked', 'concluded', 'submitted')),
      /** Organisations of the group, all of which count in the thresholds. */
      members uuid[] not null default '{}',
      /** ISO date. */
      reply_by text check (reply_by ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
      rule jsonb not null,
      visibility text not null,
      parties uuid[] not null default '{}',
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table texts.prepared_proposal (
      id uuid primary key,
      preparation uuid not null references texts.preparation on delete cascade,
      serial int not null,
      symbol text not null check (symbol in ('NOC', 'MOD', '(MOD)', 'ADD', 'ADD*', 'SUP', 'SUP*')),
      /** The revision that is to change; null for a new text. */
      revision uuid references texts.revision,
      about text not null,
      title text,
      summary text not null default '',
      introduction text not null default '',
      reasons text not null default '',
      /** LegalText with its changes as they stood when it was taken from the draft; null where none is printed. */
      text jsonb,
      /** Slug of the draft that the text was taken from. */
      draft text,
      version int not null default 1,
      unique (preparation, serial) deferrable initially deferred
    )`.execute(db);
  await sql`
    create table texts.support_reply (
      id bigint generated always as identity primary key,
      proposal uuid not null references texts.prepared_proposal on delete cascade,
      organisation uuid not null,
      answer text not null check (answer in ('supporting', 'not-supporting', 'withdrawn')),
      remark text not null default '',
      account uuid,
      came_by text not null check (came_by in ('browser', 'word', 'recorded')),
      source uuid,
      at timestamptz not null default now()
    )`.execute(db);
  await sql`create index support_reply_proposal on texts.support_reply (proposal, id)`.execute(db);
}
