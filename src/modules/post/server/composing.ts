/** A message with its address, its bytes and its files, as it would leave now. */
import { isThingKind, type Reference } from '#kernel/reference.ts';
import type { Context } from '#modules/access/server/index.ts';
import { contacts, organisationNames, peopleNamed } from '#modules/directory/server/index.ts';
import { addressIn, isAddress, type Mail } from '#platform/mail/index.ts';
import type { Message } from '../store/messages.ts';

/** Whom a message is for. */
export interface Recipient {
  name: string;
  /** Its first e-mail address; `null`: none is known. For the secretariat only. */
  address: string | null;
}

/** The recipients of messages, by the ids of the messages. The caller has asked the policy. */
export async function recipientsOf(context: Context, messages: readonly Message[]): Promise<Map<string, Recipient>> {
  const ids = messages.flatMap(({ organisation, person }) => [organisation, person].filter((id) => id !== null));
  const [named, people, reachable] = await Promise.all([
    organisationNames(
      context,
      messages.map(({ organisation }) => organisation),
    ),
    peopleNamed(
      context,
      messages.map(({ person }) => person),
    ),
    contacts(context, [...new Set(ids)]),
  ]);
  return new Map(
    messages.map(({ id, organisation, person }): [string, Recipient] => {
      const of = organisation ?? person ?? '';
      const name = named.get(of)?.name ?? people.get(of)?.name ?? 'Somebody who is no longer in the directory';
      const address = reachable?.get(of)?.find(({ kind, value }) => kind === 'e-mail' && isAddress(value))?.value;
      return [id, { name, address: address ?? null }];
    }),
  );
}

/** Who mail is from where nobody has been set: a file to send by hand takes the sender's own address. */
const nobodySet = 'Secretariat <secretariat@example.invalid>';

/** A message as mail. Its id follows from the message's, so that a receiver can drop a twin (RFC 5322, 3.6.4). */
export async function mailOf(
  context: Context,
  message: Message,
  to: { name: string; address: string },
  mailFrom: string | null,
): Promise<Mail> {
  const from = mailFrom ?? nobodySet;
  const attachments = await Promise.all(
    message.attachments.map(async ({ name, media, sha256 }) => {
      const bytes = await context.files.get(sha256);
      if (bytes === null) throw new Error(`The file ${sha256} of a message is not kept.`);
      return { name, media, bytes };
    }),
  );
  return {
    from,
    to,
    subject: message.subject,
    text: message.text,
    messageId: `<${message.id}@${addressIn(from).split('@')[1] ?? 'example.invalid'}>`,
    date: message.clearedAt ?? message.madeAt,
    attachments,
  };
}

/** What a message is about, for the history; `null` for what has no history. */
export function aboutOf({ aboutKind, aboutId }: Pick<Message, 'aboutKind' | 'aboutId'>): Reference | null {
  return isThingKind(aboutKind) ? { kind: aboutKind, id: aboutId } : null;
}
