/**
 * How the rooms above let mail wait: one message a recipient, that somebody of the secretariat looks at before it
 * leaves. Nothing here is a service of its own: it runs in the transaction of a service that has asked the policy.
 */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import type { Reference } from '#kernel/reference.ts';
import { remember, together, type Context } from '#modules/access/server/index.ts';
import { MessageWords, openStates, type MessageAttachment } from '../domain/message.ts';
import { insertMessages, messagesBy, moveMessages } from '../store/messages.ts';

/** Whom a message is for, by ids of the directory. Their addresses are looked up when it leaves. */
export interface Recipients {
  organisations?: readonly string[];
  persons?: readonly string[];
  /** Organisations that get a copy. */
  copies?: readonly string[];
}

export interface NewMessages {
  /** Stable kebab-case name: "letter", "question", "decision", "invitation", "reminder". */
  kind: string;
  to: Recipients;
  /** What it is about; its history tells what left. */
  about: Reference;
  subjectLine: string;
  text: string;
  attachments?: readonly MessageAttachment[];
  /** Not to leave before; now, unless said. */
  due?: Date;
}

/**
 * Lets a message wait in the outbox for each recipient; who is named twice gets it once. In the caller's transaction.
 * @returns the batch, whose page is `/outbox/<batch>`; `null` when there is nobody to write to
 * @throws Refusal `bad-message`
 */
export async function queueMessage(context: Context, wanted: NewMessages): Promise<string | null> {
  const words = MessageWords.safeParse(wanted);
  if (!words.success) {
    const [issue] = words.error.issues;
    refuse('bad-message', issue?.message ?? 'The message cannot be sent.', '', {
      field: String(issue?.path[0] ?? 'text'),
    });
  }
  const recipients = recipientsOf(wanted.to);
  if (recipients.length === 0) return null;
  return together(context, async (context) => {
    const at = context.now();
    const batch = newId(at.getTime());
    const { kind, subjectLine, text } = words.data;
    await insertMessages(
      context.db,
      recipients.map((recipient) => ({
        id: newId(at.getTime()),
        batch,
        kind,
        aboutKind: wanted.about.kind,
        aboutId: wanted.about.id,
        ...recipient,
        subject: subjectLine,
        text,
        attachments: [...(wanted.attachments ?? [])],
        due: wanted.due ?? at,
        madeBy: context.viewer.name,
        madeAt: at,
      })),
    );
    return batch;
  });
}

function recipientsOf({ organisations = [], persons = [], copies = [] }: Recipients) {
  const first = new Set(organisations);
  return [
    ...[...first].map((organisation) => ({ organisation, person: null, copy: false })),
    ...[...new Set(persons)].map((person) => ({ organisation: null, person, copy: false })),
    ...[...new Set(copies)]
      .filter((organisation) => !first.has(organisation))
      .map((organisation) => ({ organisation, person: null, copy: true })),
  ];
}

/**
 * Takes back what is no longer true and has not left: a reminder to somebody who has answered. In the caller's
 * transaction. @returns how many
 */
export async function noLongerNeeded(
  context: Context,
  { about, kind, organisation }: { about: Reference; kind: string; organisation?: string },
): Promise<number> {
  const by = {
    aboutKind: about.kind,
    aboutId: about.id,
    kind,
    ...(organisation === undefined ? {} : { organisation }),
  };
  return together(context, async (context) => {
    const open = (await messagesBy(context.db, by)).filter(({ state }) => openStates.includes(state));
    const endedAt = context.now();
    const ids = open.map(({ id }) => id);
    const taken = await moveMessages(context.db, ids, openStates, { state: 'taken-back', endedAt });
    if (taken.length > 0)
      await remember(context, 'took back mail about', about, { after: { kind, messages: taken.length } });
    return taken.length;
  });
}

/** What has not left yet about a thing, without any words or addresses. The caller has asked the policy. */
export async function openMessages(
  context: Context,
  about: Reference,
): Promise<{ kind: string; organisation: string | null; due: Date }[]> {
  const all = await messagesBy(context.db, { aboutKind: about.kind, aboutId: about.id });
  return all
    .filter(({ state }) => openStates.includes(state))
    .map(({ kind, organisation, due }) => ({ kind, organisation, due }));
}
