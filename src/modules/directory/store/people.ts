import { sql } from 'kysely';
import type { Connection } from '#platform/db/index.ts';
import type { Contact, ContactTerms } from '../domain/contacts.ts';
import type { DirectoryTables } from './tables.ts';

export interface Person {
  id: string;
  name: string;
  honorific: string | null;
  organisation: string | null;
}

const tables = (db: Connection) => db.withTables<DirectoryTables>();

/** A person of this name in this organisation; not one that is kept apart. */
export async function personByName(db: Connection, name: string, organisation: string | null): Promise<Person | null> {
  const row = await tables(db)
    .selectFrom('directory.person')
    .select(['id', 'name', 'honorific', 'organisation'])
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('organisation', 'is not distinct from', organisation)
    .where('apart', '=', false)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertPerson(db: Connection, person: Person): Promise<void> {
  await tables(db).insertInto('directory.person').values(person).execute();
}

/** Writes a person that one room alone knows, or gives it another name. */
export async function putPersonApart(db: Connection, id: string, name: string): Promise<void> {
  await tables(db)
    .insertInto('directory.person')
    .values({ id, name, honorific: null, organisation: null, apart: true })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
    .execute();
}

/** Deletes all ways to reach a person that is kept apart. */
export async function deleteContactsApart(db: Connection, person: string): Promise<void> {
  await tables(db)
    .deleteFrom('directory.contact')
    .where('person', '=', person)
    .where('person', 'in', (eb) => eb.selectFrom('directory.person').select('id').where('apart', '=', true))
    .execute();
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
    .values(contacts.map(({ kind, value }) => ({ person, kind, value, source, delete_after: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Keeps a way to reach a person with what the person consents to; what was known of it gives way. */
export async function putContact(db: Connection, person: string, contact: Contact & ContactTerms): Promise<void> {
  const { kind, value, consent, deleteAfter } = contact;
  const terms = { consent, delete_after: deleteAfter };
  await tables(db)
    .insertInto('directory.contact')
    .values({ person, kind, value, source: null, ...terms })
    .onConflict((conflict) => conflict.columns(['person', 'kind', 'value']).doUpdateSet(terms))
    .execute();
}

/** @returns whether it was there */
export async function deleteContact(db: Connection, person: string, { kind, value }: Contact): Promise<boolean> {
  const result = await tables(db)
    .deleteFrom('directory.contact')
    .where('person', '=', person)
    .where('kind', '=', kind)
    .where('value', '=', value)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Deletes what is kept until a day before this one. @returns the people whose contacts those were */
export async function deleteExpiredContacts(db: Connection, today: string): Promise<string[]> {
  const rows = await tables(db)
    .deleteFrom('directory.contact')
    .where('delete_after', '<', today)
    .returning('person')
    .execute();
  return [...new Set(rows.map(({ person }) => person))];
}

export async function insertOrganisationContact(
  db: Connection,
  organisation: string,
  { kind, value }: Contact,
): Promise<void> {
  await tables(db)
    .insertInto('directory.organisation_contact')
    .values({ organisation, kind, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns whether it was there */
export async function deleteOrganisationContact(
  db: Connection,
  organisation: string,
  { kind, value }: Contact,
): Promise<boolean> {
  const result = await tables(db)
    .deleteFrom('directory.organisation_contact')
    .where('organisation', '=', organisation)
    .where('kind', '=', kind)
    .where('value', '=', value)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** How to reach people and organisations, by their ids. Only the service that has asked the policy may call this. */
export async function contactsOf(
  db: Connection,
  ids: readonly string[],
): Promise<(Contact & ContactTerms & { of: string })[]> {
  if (ids.length === 0) return [];
  const [people, organisations] = await Promise.all([
    tables(db)
      .selectFrom('directory.contact')
      .select(['person as of', 'kind', 'value', 'consent', sql<string | null>`delete_after::text`.as('deleteAfter')])
      .where('person', 'in', ids)
      .orderBy('kind')
      .orderBy('value')
      .execute(),
    tables(db)
      .selectFrom('directory.organisation_contact')
      .select(['organisation as of', 'kind', 'value'])
      .where('organisation', 'in', ids)
      .orderBy('kind')
      .orderBy('made_at')
      .orderBy('value')
      .execute(),
  ]);
  return [...people, ...organisations.map((row) => ({ ...row, consent: 'nobody' as const, deleteAfter: null }))];
}

/** People by their ids. */
export async function peopleById(db: Connection, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  return tables(db)
    .selectFrom('directory.person')
    .select(['id', 'name', 'honorific', 'organisation'])
    .where('id', 'in', ids)
    .execute();
}

/**
 * Writes the ways to reach a person that one source gives, in place of those of the same kinds that it gave before.
 * @param all whether those of other kinds go too
 */
export async function replaceContacts(
  db: Connection,
  person: string,
  contacts: readonly Contact[],
  source: string,
  all = false,
): Promise<void> {
  let query = tables(db).deleteFrom('directory.contact').where('person', '=', person).where('source', '=', source);
  if (!all) {
    query = query.where(
      'kind',
      'in',
      contacts.map(({ kind }) => kind),
    );
  }
  if (all || contacts.length > 0) await query.execute();
  await insertContacts(db, person, contacts, source);
}
