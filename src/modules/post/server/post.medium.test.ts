import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { Context } from '#modules/access/server/index.ts';
import { historyOf } from '#modules/access/server/index.ts';
import {
  addOrganisationContact,
  forgetExpiredContacts,
  keepContact,
  organisationNamed,
  personNamed,
  contacts,
} from '#modules/directory/server/index.ts';
import { putInOutbox } from '#platform/db/index.ts';
import { openMailer, type Mailer } from '#platform/mail/index.ts';
import { useDatabase } from '../../../testing/database.ts';
import { openMailSink, type MailSink } from '../../../testing/mail-sink.ts';
import {
  clearMessages,
  collectNews,
  deliver,
  markSentByHand,
  message,
  messageFile,
  messagesOfBatch,
  noLongerNeeded,
  outbox,
  queueMessage,
  startDelivery,
  takeBackMessages,
  waitingMessages,
} from './index.ts';

const database = useDatabase();
const mailFrom = 'OCU Secretariat <office@ocu.example.int>';
const about = { kind: 'application', id: newId() } as const;
let sink: MailSink;
let mailer: Mailer;
let serial = 0;

beforeAll(async () => {
  sink = await openMailSink();
  mailer = openMailer(sink.address);
});
afterAll(async () => {
  mailer.close();
  await sink.close();
});
beforeEach(() => {
  sink.received.length = 0;
  sink.refuse = () => null;
});

/** An organisation with an address of its own. */
async function reachable(context: Context, address?: string): Promise<{ id: string; address: string }> {
  const name = `Ministry of Tides ${++serial}`;
  const { id, slug } = await organisationNamed(context, { key: name, name });
  const value = address ?? `tides${serial}@example.int`;
  await addOrganisationContact(context, slug, { kind: 'e-mail', value });
  return { id, address: value };
}

const queued = async (context: Context, organisations: string[], more = {}): Promise<string[]> => {
  const words = { kind: 'decision', about, subjectLine: 'Your request', text: 'Dear colleagues,\n\nIt is taken up.' };
  const batch = await queueMessage(context, { ...words, to: { organisations }, ...more });
  return (await messagesOfBatch(context, batch ?? '')).map(({ id }) => id);
};
const stateOf = async (context: Context, id = ''): Promise<string> =>
  (await message(context, id, mailFrom)).message.state;
const now = (context: Context) => deliver(context, { mailer, mailFrom, publicAddress: null });
const later = (context: Context, minutes: number): Context => ({
  ...context,
  now: () => new Date(Date.now() + minutes * 60_000),
});

describe('a message', () => {
  test('leaves once it is cleared, never before, with its subject, text and files in UTF-8', async () => {
    const context = database.context();
    const to = await reachable(context);
    const sha256 = await context.files.keep(new TextEncoder().encode('a letter'));
    const [id = ''] = await queued(context, [to.id], {
      subjectLine: 'Façade – réponse à 日本',
      text: 'Dear colleagues,\n\nMālō ’aupito.',
      attachments: [{ name: 'Letter – 日本.docx', media: 'application/msword', sha256, bytes: 8 }],
    });
    expect(await now(context)).toEqual({ sent: 0, failed: 0 });
    expect(sink.received).toEqual([]);
    expect(await clearMessages(context, [id])).toEqual({ cleared: 1, unreachable: [] });
    expect(await now(context)).toEqual({ sent: 1, failed: 0 });
    const [mail] = sink.received;
    expect(mail).toMatchObject({ to: [to.address], from: 'office@ocu.example.int' });
    const raw = mail?.raw ?? '';
    expect(decodedHeader(raw, 'Subject')).toBe('Façade – réponse à 日本');
    expect(raw).toContain(`Message-ID: <${id}@ocu.example.int>`);
    expect(raw).toContain('From: OCU Secretariat <office@ocu.example.int>');
    expect(
      Buffer.from(/base64\r\n(?:[^\r\n]+\r\n)*\r\n([\w+/=\r\n]+?)\r\n--/.exec(raw)?.[1] ?? '', 'base64').toString(),
    ).toBe('a letter');
    expect(quotedPrintable(raw)).toContain('Mālō ’aupito.');
    expect(await stateOf(context, id)).toBe('sent');
    expect(await now(context)).toEqual({ sent: 0, failed: 0 });
    const told = await historyOf(context, about);
    expect(told.map(({ action }) => action)).toEqual(expect.arrayContaining(['cleared mail about', 'sent mail about']));
    expect(JSON.stringify(told)).not.toContain(to.address);
  });

  test('that is downloaded is what leaves, byte for byte', async () => {
    const context = database.context();
    const to = await reachable(context);
    const [id = ''] = await queued(context, [to.id]);
    await clearMessages(context, [id]);
    const { name, bytes } = await messageFile(context, id, mailFrom);
    await now(context);
    expect(sink.received[0]?.raw.trimEnd()).toBe(new TextDecoder().decode(bytes).trimEnd());
    expect(name).toMatch(/^Your request – Ministry of Tides \d+\.eml$/);
  });

  test('adds no header by a line break in its subject or in a name', async () => {
    const context = database.context();
    const name = 'Ministry\r\nBcc: thief@example.org';
    const { id: organisation, slug } = await organisationNamed(context, { key: `Evil ${++serial}`, name });
    await addOrganisationContact(context, slug, { kind: 'e-mail', value: 'evil@example.int' });
    const ids = await queued(context, [organisation], { subjectLine: 'Hello\r\nBcc: thief@example.org\r\n\r\nBody' });
    await clearMessages(context, ids);
    await now(context);
    expect(sink.received[0]?.to).toEqual(['evil@example.int']);
    const [headers = ''] = (sink.received[0]?.raw ?? '').split('\r\n\r\n');
    expect(headers).not.toMatch(/^Bcc:/m);
    expect(decodedHeader(headers, 'Subject')).toBe('Hello Bcc: thief@example.org Body');
    await expect(
      addOrganisationContact(context, slug, { kind: 'e-mail', value: 'a@example.int\r\nBcc: b@example.int' }),
    ).rejects.toMatchObject({ problem: { code: 'bad-contact' } });
  });

  test('that fails for now is tried again after a pause, the same one; a refused one is left to a person', async () => {
    const context = database.context();
    const [soon, never] = [await reachable(context), await reachable(context)];
    sink.refuse = (address) => (address === soon.address ? 451 : address === never.address ? 550 : null);
    const ids = await queued(context, [soon.id, never.id]);
    await clearMessages(context, ids);
    expect(await now(context)).toEqual({ sent: 0, failed: 2 });
    const told = await Promise.all(ids.map((id) => message(context, id, mailFrom)));
    const bySoon = told.find((one) => one.message.organisation === soon.id);
    const byNever = told.find((one) => one.message.organisation === never.id);
    expect(bySoon?.message).toMatchObject({ state: 'failed', attempts: 1 });
    expect(bySoon?.message.lastError).toContain('451');
    expect(byNever?.message.nextTry).toBeNull();
    expect(await now(later(context, 0.5))).toEqual({ sent: 0, failed: 0 });
    sink.refuse = () => null;
    expect(await now(later(context, 2))).toEqual({ sent: 1, failed: 0 });
    expect(sink.received[0]?.raw).toContain(`Message-ID: <${bySoon?.message.id}@`);
    expect(await now(later(context, 100_000))).toEqual({ sent: 0, failed: 0 });
    await clearMessages(context, [byNever?.message.id ?? '']);
    expect(await now(context)).toEqual({ sent: 1, failed: 0 });
  });

  test('a server that cannot be reached is no error of the message', async () => {
    const context = database.context();
    const [id = ''] = await queued(context, [(await reachable(context)).id]);
    await clearMessages(context, [id]);
    const nobody = openMailer('smtp://127.0.0.1:1');
    expect(await deliver(context, { mailer: nobody, mailFrom, publicAddress: null })).toEqual({ sent: 0, failed: 1 });
    const { message: found } = await message(context, id, mailFrom);
    expect(found.nextTry).not.toBeNull();
    expect(found.lastError).toMatch(/^The mail server could not be used/);
    await takeBackMessages(context, [id]);
  });

  test('is sent once by two deliverers at once', async () => {
    const context = database.context();
    const organisations: string[] = [];
    for (let index = 0; index < 12; index++) organisations.push((await reachable(context)).id);
    await clearMessages(context, await queued(context, organisations));
    const both = await Promise.all([now(context), now(context)]);
    expect(both[0].sent + both[1].sent).toBe(12);
    expect(new Set(sink.received.map(({ to }) => to[0])).size).toBe(12);
    expect(sink.received).toHaveLength(12);
  });

  test('taken back never leaves; sent, it cannot be taken back', async () => {
    const context = database.context();
    const ids = await queued(context, [(await reachable(context)).id, (await reachable(context)).id]);
    await clearMessages(context, ids);
    expect(await takeBackMessages(context, ids.slice(0, 1))).toBe(1);
    expect(await now(context)).toEqual({ sent: 1, failed: 0 });
    expect(await takeBackMessages(context, ids.slice(1))).toBe(0);
    expect(await clearMessages(context, ids.slice(0, 1))).toMatchObject({ cleared: 0 });
  });

  test('without an address is not cleared, and told; sent by hand only once cleared', async () => {
    const context = database.context();
    const name = `Board without address ${++serial}`;
    const { id: silent, slug } = await organisationNamed(context, { key: name, name });
    const ids = await queued(context, [silent]);
    expect(await clearMessages(context, ids)).toEqual({ cleared: 0, unreachable: [name] });
    await expect(messageFile(context, ids[0] ?? '', mailFrom)).rejects.toMatchObject({
      problem: { code: 'no-address' },
    });
    await expect(markSentByHand(context, ids)).rejects.toMatchObject({ problem: { code: 'not-cleared' } });
    await addOrganisationContact(context, slug, { kind: 'e-mail', value: 'late@example.int' });
    expect(await clearMessages(context, ids)).toEqual({ cleared: 1, unreachable: [] });
    expect(await markSentByHand(context, ids)).toBe(1);
    expect(await now(context)).toEqual({ sent: 0, failed: 0 });
  });

  test('waits for its day; what is no longer true is taken back', async () => {
    const context = database.context();
    const to = await reachable(context);
    const due = new Date(Date.now() + 86_400_000);
    const ids = await queued(context, [to.id], { kind: 'reminder', due });
    await clearMessages(context, ids);
    expect(await now(context)).toEqual({ sent: 0, failed: 0 });
    expect(await noLongerNeeded(context, { about, kind: 'reminder', organisation: to.id })).toBe(1);
    expect(await now(later(context, 3000))).toEqual({ sent: 0, failed: 0 });
  });

  test('an attempt that was cut short is known, and the message leaves again under its own id', async () => {
    const context = database.context();
    const [id = ''] = await queued(context, [(await reachable(context)).id]);
    await clearMessages(context, [id]);
    // The mail server takes it, and then the process ends before the message is marked.
    const dying: Mailer = {
      async send(mail) {
        await mailer.send(mail);
        throw new Error('killed');
      },
      close: () => undefined,
    };
    const broken = { ...context, now: countedClock(3) };
    await expect(deliver(broken, { mailer: dying, mailFrom, publicAddress: null })).rejects.toThrow(
      'the clock stopped',
    );
    expect((await message(context, id, mailFrom)).attempts).toMatchObject([{ ended: null }]);
    expect(await now(context)).toEqual({ sent: 1, failed: 0 });
    expect(sink.received).toHaveLength(2);
    const idsSeen = sink.received.map(({ raw }) => /^Message-ID: (.+)$/m.exec(raw)?.[1]);
    expect(new Set(idsSeen).size).toBe(1);
  });
});

test('recipients named twice get it once; a copy is no second one', async () => {
  const context = database.context();
  const [one, other] = [await reachable(context), await reachable(context)];
  const batch = await queueMessage(context, {
    kind: 'letter',
    about,
    subjectLine: 'Letter',
    text: 'Words',
    to: { organisations: [one.id, one.id], copies: [one.id, other.id] },
  });
  const made = await messagesOfBatch(context, batch ?? '');
  expect(made.map(({ organisation, copy }) => [organisation, copy])).toEqual([
    [one.id, false],
    [other.id, true],
  ]);
  expect(await queueMessage(context, { kind: 'letter', about, subjectLine: 'x', text: 'y', to: {} })).toBeNull();
});

test('news that asks for support becomes mail that waits, once; other news does not', async () => {
  const context = database.context();
  const { id: member } = await reachable(context);
  const subject = { kind: 'preparation', id: newId() };
  const payload = { member, title: 'Common proposals', replyBy: '2031-05-01', address: '/texts/preparations/x/reply' };
  await putInOutbox(context.db, [
    { kind: 'support-asked', subject, payload },
    { kind: 'support-reminder', subject, payload, due: new Date(Date.now() + 86_400_000) },
    { kind: 'accepted', subject, payload: {} },
  ]);
  const before = (await waitingMessages(context))?.waiting ?? 0;
  const [first, second] = await Promise.all([
    collectNews(context, 'https://ocu.example.int'),
    collectNews(context, null),
  ]);
  expect(first + second).toBe(1);
  expect((await waitingMessages(context))?.waiting).toBe(before + 1);
  const batch = (await outbox(context)).find(({ aboutId }) => aboutId === subject.id);
  expect(batch).toMatchObject({
    kind: 'support-asked',
    subject: 'Your answer by 1 May 2031: Common proposals',
    waiting: 1,
  });
  expect(await collectNews(later(context, 3000), null)).toBe(1);
});

test('the loop delivers what is cleared and stops when it is told', async () => {
  const context = database.context();
  const [id = ''] = await queued(context, [(await reachable(context)).id]);
  await clearMessages(context, [id]);
  const wrong: unknown[] = [];
  const own = openMailer(sink.address);
  const stop = startDelivery(context, { mailer: own, mailFrom, publicAddress: null }, (cause) => wrong.push(cause));
  await expect.poll(() => sink.received.length).toBe(1);
  await stop();
  expect(wrong).toEqual([]);
  expect(await stateOf(context, id)).toBe('sent');
});

test('a contact that a person lets be kept until a day is deleted after it', async () => {
  const context = database.context();
  const person = await personNamed(
    context,
    { name: 'A. Tide', honorific: null, organisation: null, contacts: [] },
    newId(),
  );
  const kept = {
    kind: 'e-mail',
    value: 'a.tide@example.int',
    consent: 'participants',
    deleteAfter: '2030-01-31',
  } as const;
  await keepContact(context, person.id, kept);
  expect((await contacts(context, [person.id]))?.get(person.id)).toEqual([kept]);
  const on = (day: string): Context => ({ ...context, now: () => new Date(`${day}T12:00:00Z`) });
  expect(await forgetExpiredContacts(on('2030-01-31'))).toBe(0);
  expect(await forgetExpiredContacts(on('2030-02-01'))).toBe(1);
  expect((await contacts(context, [person.id]))?.get(person.id)).toBeUndefined();
});

/** A clock that stops the process at its nth look. */
function countedClock(looks: number): () => Date {
  let looked = 0;
  return () => {
    if (++looked > looks) throw new Error('the clock stopped');
    return new Date();
  };
}

/** The words of a header with its encoded words (RFC 2047) read. */
function decodedHeader(raw: string, name: string): string {
  const value = new RegExp(`^${name}: (.+(?:\\r\\n[ \\t].+)*)`, 'm').exec(raw)?.[1] ?? '';
  const joined = value.replace(/\r\n[ \t]/g, ' ').replace(/\?= =\?/g, '?==?');
  return joined.replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, way: string, words: string) =>
    way.toUpperCase() === 'B'
      ? Buffer.from(words, 'base64').toString('utf8')
      : quotedPrintable(words.replaceAll('_', ' ')),
  );
}

function quotedPrintable(words: string): string {
  const bytes = words
    .replace(/=\r\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (hex) => Buffer.from(hex.replaceAll('=', ''), 'hex').toString('utf8'));
  return bytes;
}
