/** People whom an organisation names as experts: it says how to reach them, and only the secretariat reads it. */
import { newId } from '#kernel/ids.ts';
import { mustMay, type Context } from '#modules/access/server/index.ts';
import type { Contact } from '../domain/contacts.ts';
import { insertPerson, replaceContacts } from '../store/people.ts';

/**
 * A person named by an organisation, with the ways to reach it that this organisation gives. In the caller's
 * transaction. Ways that others gave stay as they are, and nothing of them is told.
 * @param person known from an earlier naming in the same document; `null` for somebody new
 * @param source the document that names the person
 * @returns the person's id
 */
export async function nominatedPerson(
  context: Context,
  { person, name }: { person: string | null; name: string },
  contacts: readonly Contact[],
  source: string,
): Promise<string> {
  mustMay(context, 'offer-missions');
  const id = person ?? newId(context.now().getTime());
  if (person === null) await insertPerson(context.db, { id, name, honorific: null, organisation: null });
  await replaceContacts(context.db, id, contacts, source);
  return id;
}

/** Forgets how to reach somebody, as far as this document said it; when it names the person no more. */
export async function forgetNominated(context: Context, person: string, source: string): Promise<void> {
  mustMay(context, 'offer-missions');
  await replaceContacts(context.db, person, [], source, true);
}
