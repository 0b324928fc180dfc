/**
 * Delivery: news of other rooms becomes mail that waits, and what was cleared leaves, one message at a time. A message is
 * sent at least once: each attempt is written down before it begins, so that one that was cut short is known, and the id
 * that receivers see stays the same, so that they can drop a twin.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '#kernel/ids.ts';
import { mustMay, remember, together, type Context } from '#modules/access/server/index.ts';
import { forgetExpiredContacts } from '#modules/directory/server/index.ts';
import { takeDueNews } from '#platform/db/index.ts';
import { MailFailure, type Mailer } from '#platform/mail/index.ts';
import { nextTry } from '../domain/message.ts';
import { mailedNews, mailOfNews } from '../domain/news-words.ts';
import { beginAttempt, endAttempt, endMessage, lockNext, type Message } from '../store/messages.ts';
import { aboutOf, mailOf, recipientsOf } from './composing.ts';
import { queueMessage } from './queue.ts';

/** What delivery is told from outside. */
export interface Delivery {
  /** `null`: no mail server is set, nothing leaves by itself. */
  mailer: Mailer | null;
  mailFrom: string | null;
  /** Where people reach the workbench; `null`: mail names pages only. */
  publicAddress: string | null;
}

/** News whose day has come becomes mail that waits to be looked at. @returns how many messages */
export async function collectNews(context: Context, publicAddress: string | null): Promise<number> {
  mustMay(context, 'send-letters');
  return together(context, async (context) => {
    const news = await takeDueNews(context.db, mailedNews, context.now(), 500);
    const batches = new Map<
      string,
      { first: (typeof news)[number]; mail: NonNullable<ReturnType<typeof mailOfNews>>; to: string[] }
    >();
    for (const item of news) {
      const mail = mailOfNews(item.kind, item.payload, publicAddress);
      if (mail === null) continue;
      const key = [item.kind, item.subject.id, mail.subjectLine].join('\n');
      const batch = batches.get(key) ?? { first: item, mail, to: [] };
      batch.to.push(mail.to);
      batches.set(key, batch);
    }
    let made = 0;
    for (const { first, mail, to } of batches.values()) {
      const about = aboutOf({ aboutKind: first.subject.kind, aboutId: first.subject.id });
      if (about === null) continue;
      const { subjectLine, text } = mail;
      await queueMessage(context, { kind: first.kind, to: { organisations: to }, about, subjectLine, text });
      made += to.length;
    }
    return made;
  });
}

/** Sends what was cleared until nothing is left to send now. @returns how many were sent and how many failed */
export async function deliver(context: Context, delivery: Delivery): Promise<{ sent: number; failed: number }> {
  mustMay(context, 'send-letters');
  const told = { sent: 0, failed: 0 };
  const { mailer } = delivery;
  if (mailer === null) return told;
  for (;;) {
    const outcome = await deliverOne(context, mailer, delivery.mailFrom);
    if (outcome === null) return told;
    told[outcome]++;
  }
}

/** One message, locked while it is handed over, so that two deliverers never send the same. */
async function deliverOne(
  outside: Context,
  mailer: Mailer,
  mailFrom: string | null,
): Promise<'sent' | 'failed' | null> {
  return together(outside, async (context) => {
    const message = await lockNext(context.db, context.now());
    if (message === null) return null;
    const attempt = { id: newId(context.now().getTime()), message: message.id, at: context.now() };
    // Outside the transaction: it stands even where this process ends before the message is marked.
    await beginAttempt(outside.db, attempt);
    const failure = await handOver(context, message, mailer, mailFrom);
    const at = context.now();
    const attempts = message.attempts + 1;
    await endAttempt(outside.db, attempt.id, at, failure?.message ?? null);
    await endMessage(context.db, message.id, {
      state: failure === null ? 'sent' : 'failed',
      attempts,
      at,
      nextTry: failure?.passing === true ? nextTry(attempts, at) : null,
      error: failure?.message ?? null,
    });
    const about = aboutOf(message);
    if (failure === null && about !== null)
      await remember(context, 'sent mail about', about, { after: { message: message.id } });
    return failure === null ? 'sent' : 'failed';
  });
}

async function handOver(
  context: Context,
  message: Message,
  mailer: Mailer,
  mailFrom: string | null,
): Promise<MailFailure | null> {
  const to = (await recipientsOf(context, [message])).get(message.id);
  if (to === undefined || to.address === null) {
    return new MailFailure('No e-mail address is known.', false);
  }
  try {
    await mailer.send(await mailOf(context, message, { name: to.name, address: to.address }, mailFrom));
    return null;
  } catch (cause) {
    return cause instanceof MailFailure ? cause : new MailFailure('The message could not be put together.', false);
  }
}

/** Seconds between two looks at what is due. */
const pause = 5;

/**
 * Delivers for as long as the process lives: first what waits is collected and sent, then it looks again.
 * @param report told of what went wrong; it gets no addresses
 * @returns a function that stops it, after the message that is being sent
 */
export function startDelivery(
  context: Context,
  delivery: Delivery,
  report: (cause: unknown) => void,
): () => Promise<void> {
  mustMay(context, 'send-letters');
  const stopping = new AbortController();
  const { signal } = stopping;
  const work = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await collectNews(context, delivery.publicAddress);
        await deliver(context, delivery);
        await forgetExpiredContacts(context);
      } catch (cause) {
        if (!signal.aborted) report(cause);
      }
      // The pause ends at once when it is told to stop, and does not keep the process alive.
      await wait(pause * 1000, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const working = work();
  return async () => {
    stopping.abort();
    await working;
    delivery.mailer?.close();
  };
}
