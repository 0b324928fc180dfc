import { sql } from 'kysely';
import type { Connection } from '#platform/db/index.ts';
import type { Category, CategoryWords, Membership } from '../domain/memberships.ts';
import type { DirectoryTables } from './tables.ts';

const tables = (db: Connection) => db.withTables<DirectoryTables>();

const columns = [
  'id',
  'organisation',
  'category',
  'fellowship',
  sql<string | null>`from_day::text`.as('from'),
  sql<string | null>`to_day::text`.as('to'),
  'confirmed_by as confirmedBy',
  sql<string | null>`confirmed_on::text`.as('confirmedOn'),
  'version',
] as const;

/** Memberships of one organisation, or of all, the latest first. */
export function listMemberships(db: Connection, organisation: string | null): Promise<Membership[]> {
  let query = tables(db).selectFrom('directory.membership').select(columns);
  if (organisation !== null) query = query.where('organisation', '=', organisation);
  return query
    .orderBy(sql`from_day desc nulls last`)
    .orderBy('id')
    .execute();
}

/** Memberships of an organisation, locked: nobody adds one that crosses them meanwhile. */
export async function lockMemberships(db: Connection, organisation: string): Promise<Membership[]> {
  await sql`select pg_advisory_xact_lock(hashtext('directory.membership'), hashtext(${organisation}))`.execute(db);
  return listMemberships(db, organisation);
}

const row = ({
  from,
  to,
  confirmedBy,
  confirmedOn,
}: Pick<Membership, 'from' | 'to' | 'confirmedBy' | 'confirmedOn'>) => ({
  from_day: from,
  to_day: to,
  confirmed_by: confirmedBy,
  confirmed_on: confirmedOn,
});

export async function insertMembership(db: Connection, membership: Omit<Membership, 'version'>): Promise<void> {
  const { id, organisation, category, fellowship } = membership;
  await tables(db)
    .insertInto('directory.membership')
    .values({ id, organisation, category, fellowship, ...row(membership) })
    .execute();
}

/** @returns whether a row of this version was there to change */
export async function updateMembership(db: Connection, membership: Membership): Promise<boolean> {
  const { id, category, fellowship, version } = membership;
  const result = await tables(db)
    .updateTable('directory.membership')
    .set({ category, fellowship, ...row(membership) })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** @returns whether a row of this version was there to remove */
export async function deleteMembership(db: Connection, id: string, version: number): Promise<boolean> {
  const result = await tables(db)
    .deleteFrom('directory.membership')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** The house's own words for categories. */
export function listCategories(db: Connection): Promise<(CategoryWords & { key: Category })[]> {
  return tables(db).selectFrom('directory.category').select(['key', 'one', 'many']).execute();
}

export async function putCategory(db: Connection, category: CategoryWords & { key: Category }): Promise<void> {
  const { one, many } = category;
  await tables(db)
    .insertInto('directory.category')
    .values(category)
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ one, many }))
    .execute();
}
