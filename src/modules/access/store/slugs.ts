import { sql } from 'kysely';
import type { Connection } from '#platform/db/index.ts';
import { slugOf } from '#kernel/ids.ts';

/**
 * A free address in a table with a column `slug`: the wanted words, with a number where they are taken. Call it in the
 * transaction that uses it: whoever wants the same words meanwhile waits for its end.
 * @param table schema and name, from our own code
 */
export async function freeSlug(db: Connection, table: string, words: string): Promise<string> {
  const wanted = slugOf(words) || 'untitled';
  await sql`select pg_advisory_xact_lock(hashtext(${table}), hashtext(${wanted}))`.execute(db);
  const { rows } = await sql<{ slug: string }>`
    select slug from ${sql.table(table)} where slug = ${wanted} or slug like ${`${wanted}-%`}`.execute(db);
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(wanted)) return wanted;
  for (let count = 2; ; count++) if (!taken.has(`${wanted}-${count}`)) return `${wanted}-${count}`;
}
