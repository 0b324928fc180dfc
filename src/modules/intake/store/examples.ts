import { sql } from 'kysely';
import type { Connection } from '#platform/db/index.ts';

/** How many sources are examples, and how many things are people's own: sources that are none, and what was made here. */
export async function countSources(db: Connection): Promise<{ examples: number; own: number }> {
  const { rows } = await sql<{ examples: number; own: number }>`
    select count(*) filter (where example) as examples,
      count(*) filter (where not example) + (select count(*) from texts.draft)
        + (select count(*) from texts.preparation) + (select count(*) from texts.consolidation)
        + (select count(*) from access.history where account is not null
            and subject_kind in ('cycle', 'application', 'assistance-plan', 'expert', 'mission', 'letter')) as own
    from intake.source`.execute(db);
  return rows[0] ?? { examples: 0, own: 0 };
}

/** Empties the register, all rooms at once; accounts, sessions and the history are no part of it. */
export async function removeEverything(db: Connection): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('directory', 'post', 'texts', 'plans', 'missions', 'partners', 'trace', 'intake')`.execute(db);
  await sql`truncate ${sql.raw(rows.map((row) => row.name).join(', '))}`.execute(db);
  await sql`delete from platform.outbox`.execute(db);
}

/** Imports that are not whole. Every import is one transaction, so there can be none; the tests and `doctor` look. */
export async function countHalfDone(db: Connection): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (
      select count(*) from intake.source as source
      where not exists (select 1 from intake.line where line.source = source.id)
         or not exists (select 1 from intake.reading where reading.source = source.id)
    ) + (
      select count(*) from intake.reading as reading
      where state = 'accepted' and not exists (select 1 from trace.entry where split_part(entry.address, '#', 1) = reading.address)
    ) as count`.execute(db);
  return rows[0]?.count ?? 0;
}
