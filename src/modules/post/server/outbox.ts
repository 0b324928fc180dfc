/** The outbox: looking at what waits before it leaves, clearing it, taking it back, sending it by hand. */
import { isId } from '#kernel/ids.ts';
import type { Reference } from '#kernel/reference.ts';
import { refuse } from '#kernel/problem.ts';
import { may } from '#modules/access/index.ts';
import { mustMay, remember, together, type Context } from '#modules/access/server/index.ts';
import { composed, type Mail } from '#platform/mail/index.ts';
import { openStates, type MessageState } from '../domain/message.ts';
import {
  attemptsOn,
  countMessages,
  listBatches,
  messagesBy,
  moveMessages,
  type Attempt,
  type Batch,
  type Message,
} from '../store/messages.ts';
import { aboutOf, mailOf, recipientsOf, type Recipient } from './composing.ts';

export type { Attempt, Batch, Message, Recipient };

/** What waits and what left, by batch: those with something to do first. */
export async function outbox(context: Context): Promise<Batch[]> {
  mustMay(context, 'send-letters');
  return listBatches(context.db);
}

/** How many messages wait to be looked at, and how many failed; `null` for those who do not send letters. */
export async function waitingMessages(context: Context): Promise<{ waiting: number; failed: number } | null> {
  if (!may(context.viewer, 'send-letters').allowed) return null;
  const counts = await countMessages(context.db);
  return { waiting: counts.get('waiting') ?? 0, failed: counts.get('failed') ?? 0 };
}

/** The batches of messages about a thing, oldest first. */
export async function batchesAbout(context: Context, about: Reference): Promise<string[]> {
  mustMay(context, 'send-letters');
  const all = await messagesBy(context.db, { aboutKind: about.kind, aboutId: about.id });
  return [...new Set(all.map(({ batch }) => batch))].sort();
}

export type AddressedMessage = Message & { to: Recipient };

/** The messages of a batch with their addresses as they are now. @throws Refusal `not-found` */
export async function messagesOfBatch(context: Context, batch: string): Promise<AddressedMessage[]> {
  mustMay(context, 'send-letters');
  const found = isId(batch) ? await messagesBy(context.db, { batch }) : [];
  if (found.length === 0) notThere();
  const to = await recipientsOf(context, found);
  return found
    .map((message) => ({ ...message, to: to.get(message.id) ?? { name: '', address: null } }))
    .sort((one, other) => Number(one.copy) - Number(other.copy) || one.to.name.localeCompare(other.to.name));
}

/** A message as it would leave now, with the attempts that were made. @throws Refusal `not-found` */
export async function message(
  context: Context,
  id: string,
  mailFrom: string | null,
): Promise<{ message: AddressedMessage; mail: Mail; attempts: Attempt[] }> {
  mustMay(context, 'send-letters');
  const [found] = isId(id) ? await messagesBy(context.db, { id }) : [];
  if (found === undefined) return notThere();
  const to = (await recipientsOf(context, [found])).get(id) ?? { name: '', address: null };
  return {
    message: { ...found, to },
    mail: await mailOf(context, found, { name: to.name, address: to.address ?? '' }, mailFrom),
    attempts: await attemptsOn(context.db, id),
  };
}

/** A message as a file that mail programs open: the very bytes that would be sent. @throws Refusal `no-address` */
export async function messageFile(
  context: Context,
  id: string,
  mailFrom: string | null,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { message: found, mail } = await message(context, id, mailFrom);
  if (found.to.address === null) noAddress(found.to.name);
  return { name: `${found.subject} – ${found.to.name}.eml`.replaceAll('/', '-'), bytes: await composed(mail) };
}

/** One of a message's files. @throws Refusal `not-found` */
export async function messageAttachment(
  context: Context,
  id: string,
  index: number,
): Promise<{ name: string; media: string; bytes: Uint8Array }> {
  mustMay(context, 'send-letters');
  const [found] = isId(id) ? await messagesBy(context.db, { id }) : [];
  const attachment = found?.attachments[index];
  const bytes = attachment === undefined ? null : await context.files.get(attachment.sha256);
  if (attachment === undefined || bytes === null) return notThere();
  return { name: attachment.name, media: attachment.media, bytes };
}

/**
 * Clears messages: from now on they may leave. Those that nobody can be reached by stay as they are and are told, unless
 * they are to go by post.
 * @returns how many were cleared, and the names of those without an address
 */
export async function clearMessages(
  context: Context,
  ids: readonly string[],
  { byPost = false }: { byPost?: boolean } = {},
): Promise<{ cleared: number; unreachable: string[] }> {
  mustMay(context, 'send-letters');
  return together(context, async (context) => {
    const found = await mustFind(context, ids);
    const to = await recipientsOf(context, found);
    const reachable = found.filter(({ id }) => byPost || (to.get(id)?.address ?? null) !== null);
    const cleared = await moveAll(context, reachable, ['waiting', 'failed'], {
      state: 'cleared',
      clearedBy: context.viewer.name,
      clearedAt: context.now(),
      afresh: true,
    });
    const unreachable = found.filter(
      ({ id, state }) => !byPost && state !== 'taken-back' && to.get(id)?.address === null,
    );
    return { cleared, unreachable: unreachable.map(({ id }) => to.get(id)?.name ?? '') };
  });
}

/** Takes messages back that have not left. One that is just being sent has left. @returns how many */
export async function takeBackMessages(context: Context, ids: readonly string[]): Promise<number> {
  mustMay(context, 'send-letters');
  return together(context, async (context) =>
    moveAll(context, await mustFind(context, ids), openStates, { state: 'taken-back', endedAt: context.now() }),
  );
}

/** Records that a person sent messages that were cleared, by post or from their own mail program. @returns how many */
export async function markSentByHand(context: Context, ids: readonly string[]): Promise<number> {
  mustMay(context, 'send-letters');
  return together(context, async (context) => {
    const found = await mustFind(context, ids);
    const moved = await moveAll(context, found, ['cleared', 'failed'], { state: 'by-hand', endedAt: context.now() });
    if (moved === 0) refuse('not-cleared', 'It has not been cleared, or has left already.', 'Clear it first.');
    return moved;
  });
}

async function moveAll(
  context: Context,
  messages: readonly Message[],
  from: readonly MessageState[],
  change: Parameters<typeof moveMessages>[3],
): Promise<number> {
  const ids = messages.map(({ id }) => id);
  const moved = new Set(await moveMessages(context.db, ids, from, change));
  const deeds: Partial<Record<MessageState, string>> = {
    cleared: 'cleared mail about',
    'taken-back': 'took back mail about',
    'by-hand': 'sent mail by hand about',
  };
  const [first] = messages.filter(({ id }) => moved.has(id));
  const about = first === undefined ? null : aboutOf(first);
  if (about !== null) {
    await remember(context, deeds[change.state] ?? 'changed mail about', about, { after: { messages: moved.size } });
  }
  return moved.size;
}

async function mustFind(context: Context, ids: readonly string[]): Promise<Message[]> {
  const found = await Promise.all(ids.filter(isId).map((id) => messagesBy(context.db, { id })));
  return found.flat();
}

function notThere(): never {
  return refuse('not-found', 'There is no such message.', 'Look in the outbox.');
}

function noAddress(name: string): never {
  return refuse('no-address', `No e-mail address of ${name} is known.`, 'Add one on the page of the organisation.');
}
