import { sql } from 'kysely';
import type { Audience } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { Origin } from '#kernel/register.ts';
import type { Connection } from '#platform/db/index.ts';
import type { TextsTables } from './tables.ts';

/** A body with the names under which it is known, the first first. */
export interface Body {
  id: string;
  slug: string;
  merged_into: string | null;
  version: number;
  names: string[];
}

const tables = (db: Connection) => db.withTables<TextsTables>();

/** All bodies with all their names, for telling which one a source means; nothing for people to see. */
export async function allBodies(db: Connection): Promise<Body[]> {
  const { rows } = await sql<Body>`
    select body.id, body.slug, body.merged_into, body.version,
      coalesce((
        select array_agg(name order by at, name)
        from (select name, min(made_at) as at from texts.body_name where body_name.body = body.id group by name) as names
      ), '{}') as names
    from texts.body order by body.made_at, body.slug`.execute(db);
  return rows;
}

/** Bodies with those of their names that an audience may see; without such a name a body is not there. */
export async function visibleBodies(db: Connection, audience: Audience): Promise<Body[]> {
  const { rows } = await sql<Body>`
    select body.id, body.slug, body.merged_into, body.version, array_agg(name order by at, name) as names
    from texts.body join (
      select body_name.body, name, min(made_at) as at from texts.body_name
      where ${visibleRows(audience, 'body_name')} group by body_name.body, name
    ) as names on names.body = body.id
    group by body.id order by min(at), body.slug`.execute(db);
  return rows;
}

/** Two readings that name one new body at the same moment make it once. */
export async function lockBodies(db: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('texts.body'))`.execute(db);
}

export async function insertBody(db: Connection, body: { id: string; slug: string }): Promise<void> {
  await tables(db)
    .insertInto('texts.body')
    .values({ ...body, merged_into: null })
    .execute();
}

/** @returns whether the name is new to the body, for those who may see it */
export async function addBodyName(
  db: Connection,
  name: { body: string; name: string; source: string | null; visibility: Origin['visibility']; parties: string[] },
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('texts.body_name')
    .values(name)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** @returns whether the body still was as it was seen */
export async function mergeBody(db: Connection, id: string, version: number, into: string | null): Promise<boolean> {
  const result = await tables(db)
    .updateTable('texts.body')
    .set({ merged_into: into })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Kind and number of all instruments of some bodies, whoever may see them: what a merge could make two of. */
export function numbersOfBodies(db: Connection, bodies: readonly string[]) {
  return tables(db)
    .selectFrom('texts.instrument')
    .select(['kind', 'number'])
    .where('adopted_by', 'in', [...bodies])
    .execute();
}
