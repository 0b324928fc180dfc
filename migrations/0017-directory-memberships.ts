import { sql, type Kysely } from 'kysely';

/** Who belongs to the house, as what and when; how official letters reach an organisation; what people consent to. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table directory.organisation
      add column kind text check (kind in ('administration', 'regulator', 'agency', 'united-nations', 'company', 'academia', 'other'))
  `.execute(db);
  /** The house's own words for the categories; where there is none, the usual ones are used. */
  await sql`
    create table directory.category (
      key text primary key check (key in ('member', 'associate', 'affiliate')),
      one text not null,
      many text not null
    )`.execute(db);
  await sql`
    create table directory.membership (
      id uuid primary key,
      organisation uuid not null references directory.organisation on delete cascade,
      category text not null check (category in ('member', 'associate', 'affiliate')),
      /** Whether it is entitled to fellowships; null: not known. */
      fellowship boolean,
      /** First and last day; null: not known, or not ended. */
      from_day date,
      to_day date,
      /** Who confirmed it, and when; null: nobody yet. */
      confirmed_by text,
      confirmed_on date,
      version int not null default 1,
      made_at timestamptz not null default now(),
      check (from_day is null or to_day is null or from_day <= to_day)
    )`.execute(db);
  await sql`create index membership_organisation on directory.membership (organisation)`.execute(db);
  await sql`
    create table directory.organisation_contact (
      organisation uuid not null references directory.organisation on delete cascade,
      kind text not null check (kind in ('e-mail', 'telephone')),
      value text not null,
      made_at timestamptz not null default now(),
      primary key (organisation, kind, value)
    )`.execute(db);
  await sql`
    alter table directory.contact
      alter column source drop not null,
      /** To whom the person lets it be shown, beside the secretariat. */
      add column consent text not null default 'nobody' check (consent in ('nobody', 'participants', 'public')),
      /** Deleted after this day. */
      add column delete_after date`.execute(db);
  await sql`create index contact_expiry on directory.contact (delete_after) where delete_after is not null`.execute(db);
}
