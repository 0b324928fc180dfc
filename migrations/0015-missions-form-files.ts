import { sql, type Kysely } from 'kysely';

/** Word forms that came back and wait for somebody to look at what was read. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table missions.form_file (
      id uuid primary key,
      kind text not null check (kind in ('application', 'assistance-plan')),
      /** The request or offer that it belongs to; empty for one that is to become new. */
      subject uuid,
      /** The cycle that it is to become new in. */
      cycle uuid references missions.cycle on delete cascade,
      name text not null,
      /** Of the file in the store of originals. */
      sha256 text not null,
      bytes int not null,
      /** Who brought it. */
      account uuid,
      came_by text not null,
      made_at timestamptz not null default now(),
      /** Taken over or laid aside. */
      state text not null default 'waiting' check (state in ('waiting', 'taken', 'laid-aside')),
      check (subject is not null or cycle is not null)
    )`.execute(db);
  await sql`create index form_file_subject on missions.form_file (subject) where state = 'waiting'`.execute(db);
  await sql`create index form_file_cycle on missions.form_file (cycle) where state = 'waiting'`.execute(db);
}
