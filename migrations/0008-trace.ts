import { sql, type Kysely } from 'kysely';

/**
 * Links between anything and anything, and the search over everything. The search configuration stems English and is
 * tolerant of accents; typing slips are caught by trigrams of the words that occur.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create schema trace`.execute(db);
  await sql`
    create table trace.link (
      id bigint generated always as identity primary key,
      from_kind text not null,
      from_id uuid not null,
      to_kind text not null,
      to_id uuid not null,
      type text not null,
      source uuid,
      first_line int,
      last_line int,
      made_at timestamptz not null default now(),
      unique nulls not distinct (from_kind, from_id, to_kind, to_id, type, first_line)
    )`.execute(db);
  await sql`create index link_to on trace.link (to_kind, to_id)`.execute(db);

  await sql`create text search configuration trace.english (copy = english)`.execute(db);
  await sql`
    alter text search configuration trace.english
      alter mapping for hword, hword_part, word with unaccent, english_stem`.execute(db);
  await sql`
    create table trace.entry (
      kind text not null,
      id uuid not null,
      address text not null,
      title text not null,
      body text not null,
      year int,
      organisation uuid,
      visibility text not null,
      parties uuid[] not null default '{}',
      found_by tsvector not null,
      made_at timestamptz not null default now(),
      primary key (kind, id)
    )`.execute(db);
  await sql`create index entry_found_by on trace.entry using gin (found_by)`.execute(db);
  await sql`create index entry_news on trace.entry (made_at desc)`.execute(db);
  await sql`create index entry_filters on trace.entry (kind, year)`.execute(db);
  await sql`
    create table trace.word (
      word text primary key,
      times int not null
    )`.execute(db);
  await sql`create index word_alike on trace.word using gin (word gin_trgm_ops)`.execute(db);
  await sql`create index word_beginning on trace.word (left(word, 1), length(word))`.execute(db);
}
