import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { onlyFor } from '#modules/access/index.ts';
import { mustMay, remember, together, type Context } from '#modules/access/server/index.ts';
import { TypedContact, type Contact, type ContactTerms } from '../domain/contacts.ts';
import {
  contactsOf,
  deleteContact,
  deleteContactsApart,
  deleteExpiredContacts,
  deleteOrganisationContact,
  insertContacts,
  insertOrganisationContact,
  insertPerson,
  peopleById,
  personByName,
  putContact,
  putPersonApart,
  type Person,
} from '../store/people.ts';
import { organisation } from './organisations.ts';

export type { Contact, ContactTerms, Person };

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

/**
 * How to reach people and organisations, by their ids: for the secretariat; `null` for everybody else. No other function
 * reads the ways to reach anybody.
 */
export async function contacts(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, (Contact & ContactTerms)[]> | null> {
  if (onlyFor(context.viewer, 'secretariat', true) === null) return null;
  const byId = new Map<string, (Contact & ContactTerms)[]>();
  for (const { of, ...contact } of await contactsOf(context.db, ids)) {
    byId.set(of, [...(byId.get(of) ?? []), contact]);
  }
  return byId;
}

/** Names of people by their ids: for the secretariat. */
export async function peopleNamed(context: Context, ids: readonly (string | null)[]): Promise<Map<string, Person>> {
  mustMay(context, 'send-letters');
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  return new Map((await peopleById(context.db, wanted)).map((person) => [person.id, person]));
}

/** Adds a way by which official letters reach an organisation. The history says that, not which. */
export async function addOrganisationContact(context: Context, slug: string, contact: Contact): Promise<void> {
  mustMay(context, 'edit-records');
  const checked = mustBeContact(contact);
  await together(context, async (context) => {
    const { id } = await organisation(context, slug);
    await insertOrganisationContact(context.db, id, checked);
    await remember(context, `added an address (${checked.kind}) to`, { kind: 'organisation', id });
  });
}

export async function removeOrganisationContact(context: Context, slug: string, contact: Contact): Promise<void> {
  mustMay(context, 'edit-records');
  await together(context, async (context) => {
    const { id } = await organisation(context, slug);
    if (!(await deleteOrganisationContact(context.db, id, contact))) return;
    await remember(context, `removed an address (${contact.kind}) from`, { kind: 'organisation', id });
  });
}

/**
 * Keeps a way to reach a person, with what the person consents to and until when. In the caller's transaction or one of
 * its own. @throws Refusal `bad-contact`
 */
export async function keepContact(context: Context, person: string, contact: Contact & ContactTerms): Promise<void> {
  mustMay(context, 'edit-records');
  const { consent, deleteAfter } = contact;
  const checked = mustBeContact(contact);
  await together(context, async (context) => {
    await putContact(context.db, person, { ...checked, consent, deleteAfter });
    const after = { kind: checked.kind, consent, deleteAfter };
    await remember(context, 'kept an address of', { kind: 'person', id: person }, { after });
  });
}

export async function removeContact(context: Context, person: string, contact: Contact): Promise<void> {
  mustMay(context, 'edit-records');
  await together(context, async (context) => {
    if (!(await deleteContact(context.db, person, contact))) return;
    await remember(context, `removed an address (${contact.kind}) of`, { kind: 'person', id: person });
  });
}

/**
 * Keeps somebody whom one room alone knows, with ways to reach them in place of those known before: no source that names
 * somebody alike means them, so that they can be forgotten. In the caller's transaction. @throws Refusal `bad-contact`
 */
export async function keepPersonApart(
  context: Context,
  person: { id: string; name: string },
  reached: readonly Contact[],
  deleteAfter: string | null,
): Promise<void> {
  mustMay(context, 'edit-records');
  const checked = reached.map(mustBeContact);
  await putPersonApart(context.db, person.id, person.name);
  await deleteContactsApart(context.db, person.id);
  for (const contact of checked)
    await putContact(context.db, person.id, { ...contact, consent: 'nobody', deleteAfter });
}

/** Forgets the name of somebody who is kept apart, and every way to reach them. In the caller's transaction. */
export async function forgetPersonApart(context: Context, id: string, calledNow: string): Promise<void> {
  mustMay(context, 'edit-records');
  await deleteContactsApart(context.db, id);
  await putPersonApart(context.db, id, calledNow);
}

/** Deletes ways to reach people whose day has come. @returns how many people that concerned */
export async function forgetExpiredContacts(context: Context): Promise<number> {
  mustMay(context, 'edit-records');
  return together(context, async (context) => {
    const people = await deleteExpiredContacts(context.db, context.now().toISOString().slice(0, 10));
    for (const id of people) await remember(context, 'deleted expired addresses of', { kind: 'person', id });
    return people.length;
  });
}

function mustBeContact({ kind, value }: Contact): Contact {
  const checked = TypedContact.safeParse({ kind, value });
  if (checked.success) return checked.data;
  return refuse('bad-contact', checked.error.issues[0]?.message ?? 'This is no address.', '', { field: 'value' });
}
