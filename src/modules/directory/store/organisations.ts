import type { Connection } from '#platform/db/index.ts';
import type { OrganisationKind } from '../domain/memberships.ts';
import type { DirectoryTables } from './tables.ts';

export interface Organisation {
  id: string;
  slug: string;
  key: string;
  name: string;
  variants: string[];
  country: string | null;
  /** What it is; `null`: not known. */
  kind: OrganisationKind | null;
  version: number;
}

const tables = (db: Connection) => db.withTables<DirectoryTables>();
const columns = ['id', 'slug', 'key', 'name', 'variants', 'country', 'kind', 'version'] as const;

/** The organisations that bear one of these folded names, longest known first. */
export async function organisationsByNames(db: Connection, folded: readonly string[]): Promise<Organisation[]> {
  if (folded.length === 0) return [];
  return tables(db)
    .selectFrom('directory.organisation_name as name')
    .innerJoin('directory.organisation as organisation', 'organisation.id', 'name.organisation')
    .select(columns.map((column) => `organisation.${column}` as const))
    .where('name.folded', 'in', folded)
    .distinct()
    .orderBy('organisation.id')
    .execute();
}

export async function organisationBySlug(db: Connection, slug: string): Promise<Organisation | null> {
  const query = tables(db).selectFrom('directory.organisation').select(columns).where('slug', '=', slug);
  return (await query.executeTakeFirst()) ?? null;
}

export async function organisationsById(db: Connection, ids: readonly string[]): Promise<Organisation[]> {
  if (ids.length === 0) return [];
  return tables(db).selectFrom('directory.organisation').select(columns).where('id', 'in', ids).execute();
}

export function listOrganisations(db: Connection): Promise<Organisation[]> {
  return tables(db).selectFrom('directory.organisation').select(columns).orderBy('key').orderBy('name').execute();
}

export async function insertOrganisation(db: Connection, organisation: Omit<Organisation, 'version'>): Promise<void> {
  await tables(db).insertInto('directory.organisation').values(organisation).execute();
}

/** Makes names lead to an organisation; several may bear one name, as ministries of different countries do. */
export async function addNames(db: Connection, organisation: string, folded: readonly string[]): Promise<void> {
  if (folded.length === 0) return;
  await tables(db)
    .insertInto('directory.organisation_name')
    .values([...folded].sort().map((name) => ({ folded: name, organisation })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns whether a row of this version was there to change */
export async function updateOrganisation(
  db: Connection,
  id: string,
  version: number,
  change: Partial<Pick<Organisation, 'key' | 'name' | 'variants' | 'country' | 'kind'>>,
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('directory.organisation')
    .set(change)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
