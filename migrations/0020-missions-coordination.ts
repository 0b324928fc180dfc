import { sql, type Kysely } from 'kysely';

/** What the secretariat, the offering side and the receiving side say while they settle an offer. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table missions.coordination_entry (
      id uuid primary key,
      /** In the order in which it was said. */
      number bigint generated always as identity,
      offer uuid not null references missions.assistance_plan on delete cascade,
      /** Id of a cost line; null for notes on the scope of the mission. */
      line text,
      side text not null check (side in ('secretariat', 'offerer', 'beneficiary')),
      /** The organisation that spoke; null for the secretariat. */
      organisation uuid,
      account uuid,
      words text not null default '',
      /** Share[] that were said, and on which ground. */
      shares jsonb,
      basis text check (basis in ('asked', 'offered', 'agreed')),
      only_secretariat boolean not null default false,
      made_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index coordination_entry_offer on missions.coordination_entry (offer, number)`.execute(db);
}
