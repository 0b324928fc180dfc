import { sql, type Kysely } from 'kysely';

/**
 * Bodies under all their names, what people say of their conferences, which body an instrument belongs to, where a
 * contribution goes, and texts that were suppressed. Which conferences there were follows from the texts themselves.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table texts.body (
      id uuid primary key,
      slug text not null unique,
      /** The body that a person found to be the same; that one is merged into no other. */
      merged_into uuid references texts.body,
      version int not null default 1,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table texts.body_name (
      body uuid not null references texts.body,
      /** As printed; who may see one of the names may see the body. */
      name text not null,
      /** null where a person gave the name. */
      source uuid,
      visibility text not null,
      parties uuid[] not null default '{}',
      made_at timestamptz not null default now(),
      unique (body, name, visibility, parties)
    )`.execute(db);
  await sql`
    create table texts.conference (
      id uuid primary key,
      body uuid not null references texts.body,
      place text not null,
      year int not null,
      /** ISO dates. */
      first_day text check (first_day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
      last_day text check (last_day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
      /** A person checked place, year and days. */
      confirmed boolean not null default false,
      /** The register holds all that it decided: every new or revised text, and every suppression. */
      complete boolean not null default false,
      version int not null default 1,
      made_at timestamptz not null default now(),
      unique (body, place, year)
    )`.execute(db);
  await sql`alter table texts.instrument add column adopted_by uuid references texts.body`.execute(db);
  await sql`
    alter table texts.revision add column status text not null default 'adopted'
      check (status in ('adopted', 'proposed', 'suppressed'))`.execute(db);
  await sql`
    alter table texts.contribution
      add column body uuid references texts.body, add column place text, add column year int`.execute(db);
  await knownBefore(db);
  await sql`
    alter table texts.instrument
      drop constraint instrument_body_kind_number_key,
      add constraint instrument_of_body unique nulls not distinct (adopted_by, kind, number)`.execute(db);
}

/** Each printed name becomes a body of its own; people are shown those that may be one. */
async function knownBefore(db: Kysely<never>): Promise<void> {
  await sql`
    with named as (
      select body as name, gen_random_uuid() as id,
        coalesce(nullif(trim(both '-' from left(regexp_replace(lower(body), '[^a-z0-9]+', '-', 'g'), 60)), ''), 'body') as slug
      from texts.instrument where body is not null group by body
    ), numbered as (
      select *, row_number() over (partition by slug order by name) as place from named
    ), made as (
      insert into texts.body (id, slug)
      select id, case place when 1 then slug else slug || '-' || place end from numbered returning id
    )
    insert into texts.body_name (body, name, visibility, parties)
    select numbered.id, numbered.name, instrument.visibility, instrument.parties
    from numbered join texts.instrument on instrument.body = numbered.name
    group by numbered.id, numbered.name, instrument.visibility, instrument.parties`.execute(db);
  await sql`
    update texts.instrument set adopted_by = body_name.body
    from texts.body_name where body_name.name = instrument.body`.execute(db);
  await sql`
    with goes as (
      select proposal.contribution, instrument.adopted_by as body,
        proposal.record -> 'revision' -> 'after' ->> 'place' as place,
        (proposal.record -> 'revision' -> 'after' ->> 'year')::int as year, count(*) as proposals
      from texts.proposal left join texts.instrument on instrument.id = proposal.instrument
      where proposal.record -> 'revision' -> 'after' ->> 'place' is not null and instrument.adopted_by is not null
      group by 1, 2, 3, 4
    ), most as (
      select distinct on (contribution) * from goes order by contribution, proposals desc, place
    )
    update texts.contribution set body = most.body, place = most.place, year = most.year
    from most where most.contribution = contribution.id`.execute(db);
}
