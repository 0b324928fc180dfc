import { sql } from 'kysely';
import type { Connection } from '#platform/db/index.ts';
import type { DirectoryTables } from './tables.ts';

export interface Person {
  id: string;
  name: string;
  honorific: string | null;
  organisation: string | null;
}

export interface Contact {
  kind: 'e-mail' | 'telephone';
  value: string;
}

const tables = (db: Connection) => db.withTables<DirectoryTables>();

/** A person of this name in this organisation. */
export async function personByName(db: Connection, name: string, organisation: string | null): Promise<Person | null> {
  const row = await tables(db)
    .selectFrom('directory.person')
    .select(['id', 'name', 'honorific', 'organisation'])
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('organisation', 'is not distinct from', organisation)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertPerson(db: Connection, person: Person): Promise<void> {
  await tables(db).insertInto('directory.person').values(person).execute();
}

export async function insertContacts(
  db: Connection,
  person: string,
  contacts: readonly Contact[],
  source: string,
): Promise<void> {
  if (contacts.length === 0) return;
  await tables(db)
    .insertInto('directory.contact')
    .values(contacts.map((contact) => ({ person, ...contact, source })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** How to reach people. Only services that have asked the policy may call this. */
export async function contactsOf(db: Connection, people: readonly string[]): Promise<(Contact & { person: string })[]> {
  if (people.length === 0) return [];
  return tables(db)
    .selectFrom('directory.contact')
    .select(['person', 'kind', 'value'])
    .where('person', 'in', people)
    .orderBy('kind')
    .orderBy('value')
    .execute();
}
