import { sql, type Kysely } from 'kysely';

/** Lists of experts that were brought in. The file holds personal data, so it stands where it can be deleted. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table missions.roster_import (
      id uuid primary key,
      name text not null,
      bytes bytea,
      /** Rows that were accepted, as "sheet row", with the entries they became. */
      accepted jsonb not null default '{}',
      made_by text not null,
      made_at timestamptz not null,
      /** The file is deleted after this day. */
      delete_after date not null,
      version int not null default 1
    )`.execute(db);
}
