import { newId } from '#kernel/ids.ts';
import { onlyFor } from '#modules/access/index.ts';
import { mustMay, type Context } from '#modules/access/server/index.ts';
import { contactsOf, insertContacts, insertPerson, personByName, type Contact, type Person } from '../store/people.ts';

export type { Contact, Person };

/** The person of a name in an organisation, known or new, with the ways to reach them that a source gives. */
export async function personNamed(
  context: Context,
  named: { name: string; honorific: string | null; organisation: string | null; contacts: readonly Contact[] },
  source: string,
): Promise<Person> {
  mustMay(context, 'accept-readings');
  const known = await personByName(context.db, named.name, named.organisation);
  const person: Person = known ?? {
    id: newId(context.now().getTime()),
    name: named.name,
    honorific: named.honorific,
    organisation: named.organisation,
  };
  if (known === null) await insertPerson(context.db, person);
  await insertContacts(context.db, person.id, named.contacts, source);
  return person;
}

/** How to reach people: by person, for the secretariat; `null` for everybody else. */
export async function contacts(context: Context, people: readonly string[]): Promise<Map<string, Contact[]> | null> {
  if (onlyFor(context.viewer, 'secretariat', true) === null) return null;
  const byPerson = new Map<string, Contact[]>();
  for (const { person, ...contact } of await contactsOf(context.db, people)) {
    byPerson.set(person, [...(byPerson.get(person) ?? []), contact]);
  }
  return byPerson;
}
