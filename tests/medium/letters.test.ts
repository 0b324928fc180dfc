/** Letters on a real database: written, cleared, sent; recipients frozen; circulation opens requests; nothing leaks. */
import { describe, expect, test } from 'vitest';
import type { Context } from '#modules/access/server/index.ts';
import {
  addMembership,
  addOrganisationContact,
  contacts,
  importMemberships,
  memberships,
  organisationNamed,
  removeMembership,
} from '#modules/directory/server/index.ts';
import { emptyQuery, type LetterContent } from '#modules/missions/index.ts';
import {
  application,
  applications,
  changeLetter,
  cycles,
  letter,
  letterFile,
  letterRecipients,
  letters,
  moveApplication,
  openApplication,
  openCycle,
  releaseDecisions,
  sendLetter,
  settleLetter,
  writeLetter,
} from '#modules/missions/server/index.ts';
import { messagesOfBatch } from '#modules/post/server/index.ts';
import { exportRegister, search } from '#modules/trace/server/index.ts';
import { SearchRequest } from '#modules/trace/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
let serial = 0;

const content = (more: Partial<LetterContent> = {}): LetterContent => ({
  reference: `OCU/2027/${++serial}`,
  date: null,
  subject: 'Survey of needs',
  body: 'Dear colleagues,\n\nPlease answer.',
  footnotes: [],
  signatory: 'Ana Reef',
  role: 'Secretary General',
  to: [{ text: 'All Members', query: { ...emptyQuery, categories: ['member'] } }],
  cc: [],
  enclosures: [],
  ...more,
});

async function member(
  context: Context,
  terms: { fellowship?: boolean | null; category?: 'member' | 'affiliate' } = {},
) {
  const name = `Ministry of Currents ${++serial}`;
  const organisation = await organisationNamed(context, { key: name, name, country: 'FJ' });
  const { fellowship = true, category = 'member' } = terms;
  const typed = { category, fellowship, from: '2000-01-01', to: null, confirmed: true };
  await addMembership(context, organisation.slug, typed);
  const address = `bait${serial}@currents.example.int`;
  await addOrganisationContact(context, organisation.slug, { kind: 'e-mail', value: address });
  return { ...organisation, address };
}

async function aCycle(context: Context): Promise<string> {
  const year = 2040 + ++serial;
  return openCycle(context, {
    programme: 'Expert Mission',
    year,
    organiser: 'The Union',
    plan: null,
    visibility: 'members',
  });
}

const names = (all: { organisation: string | null }[]): string[] =>
  all.map(({ organisation }) => organisation ?? '').sort();
const file = (text: string) => ({ bytes: new TextEncoder().encode(text), name: 'members.csv' });
const nothing = { enclosed: [], withoutUndecided: false };

describe('a letter', () => {
  test('is sent once it is cleared; its recipients and words stand whatever becomes of the members', async () => {
    const context = database.context(viewerWith('secretariat'));
    const [one, other] = [await member(context), await member(context)];
    const slug = await writeLetter(context, {
      kind: 'survey',
      cycle: await aCycle(context),
      repliesTo: null,
      content: content(),
    });
    await expect(sendLetter(context, slug, 1, nothing)).rejects.toMatchObject({ problem: { code: 'not-cleared' } });
    await settleLetter(context, slug, 1, 'cleared');
    const batch = await sendLetter(context, slug, 2, nothing);
    const sent = (await letter(context, slug)).letter;
    expect(names(sent.frozen ?? [])).toEqual(expect.arrayContaining([one.id, other.id]));
    const before = names((await letterRecipients(context, slug)).recipients);
    const [held] = await memberships(context, one.id);
    await removeMembership(context, one.slug, { id: held?.id ?? '', version: 1 });
    await member(context);
    expect(names((await letterRecipients(context, slug)).recipients)).toEqual(before);
    const messages = await messagesOfBatch(context, batch);
    expect(names(messages)).toEqual(before);
    expect(messages[0]).toMatchObject({ state: 'waiting', kind: 'survey' });
    expect(messages[0]?.attachments.map(({ name }) => name)).toEqual([
      expect.stringMatching(/\.docx$/),
      expect.stringMatching(/\.pdf$/),
    ]);
    await expect(changeLetter(context, slug, 3, { content: content(), repliesTo: null })).rejects.toMatchObject({
      problem: { code: 'letter-closed' },
    });
    expect((await letterFile(context, slug, 'docx')).bytes.length).toBeGreaterThan(1000);
  });

  test('changed after it was cleared has to be cleared again; older versions are refused', async () => {
    const context = database.context(viewerWith('secretariat'));
    await member(context);
    const slug = await writeLetter(context, { kind: 'other', cycle: null, repliesTo: null, content: content() });
    await settleLetter(context, slug, 1, 'cleared');
    await changeLetter(context, slug, 2, { content: content({ subject: 'Another' }), repliesTo: null });
    await expect(sendLetter(context, slug, 3, nothing)).rejects.toMatchObject({ problem: { code: 'not-cleared' } });
    await expect(settleLetter(context, slug, 2, 'cleared')).rejects.toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
  });

  test('does not leave while it is not known who belongs to it, unless one says so', async () => {
    const context = database.context(viewerWith('secretariat'));
    const [sure, open] = [await member(context, { fellowship: false }), await member(context, { fellowship: null })];
    const to = [
      { text: 'Not entitled', query: { ...emptyQuery, categories: ['member' as const], fellowship: 'no' as const } },
    ];
    const slug = await writeLetter(context, { kind: 'other', cycle: null, repliesTo: null, content: content({ to }) });
    await settleLetter(context, slug, 1, 'cleared');
    await expect(sendLetter(context, slug, 2, nothing)).rejects.toMatchObject({ problem: { code: 'undecided' } });
    await sendLetter(context, slug, 2, { ...nothing, withoutUndecided: true });
    const { recipients } = await letterRecipients(context, slug);
    expect(recipients.map(({ organisation }) => organisation)).toContain(sure.id);
    expect(recipients.map(({ organisation }) => organisation)).not.toContain(open.id);
  });
});

test('a circulation opens the accepted requests to exactly those who get it, and moves them', async () => {
  const context = database.context(viewerWith('secretariat'));
  const [asks, helps, stranger] = [
    await member(context),
    await member(context, { category: 'affiliate' }),
    await member(context),
  ];
  const cycle = await aCycle(context);
  const open = async (title: string): Promise<string> => {
    const slug = await openApplication(context, cycle, { title, organisation: asks.id, country: 'Fiji', body: '' });
    const at = async (): Promise<number> => (await application(context, slug)).application.version;
    await moveApplication(context, slug, await at(), 'submitted', { reason: 'By letter.' });
    return slug;
  };
  const [accepted, waiting] = [await open('Warnings'), await open('Cables')];
  const version = (await application(context, accepted)).application.version;
  await moveApplication(context, accepted, version, 'screened', { reason: '' });
  const known = (await cycles(context)).find(({ slug }) => slug === cycle);
  await releaseDecisions(context, cycle, 'all');
  const to = [{ text: 'One affiliate', query: { ...emptyQuery, organisations: [helps.id] } }];
  const slug = await writeLetter(context, { kind: 'circulation', cycle, repliesTo: null, content: content({ to }) });
  await settleLetter(context, slug, 1, 'cleared');
  await sendLetter(context, slug, 2, nothing);
  const seenBy = async (organisation: string): Promise<string[]> =>
    (await applications(database.context(viewerWith('expert', organisation))))
      .filter((one) => one.cycle === known?.id)
      .map((one) => one.slug);
  expect(await seenBy(helps.id)).toEqual([accepted]);
  expect(await seenBy(stranger.id)).toEqual([]);
  expect((await application(context, accepted)).application.stage).toBe('circulated');
  expect((await application(context, waiting)).application.stage).toBe('submitted');
});

test('recipients read the letter, without who else got it; nobody else does; no address leaves the house', async () => {
  const context = database.context(viewerWith('secretariat'));
  const [one, other] = [await member(context), await member(context)];
  const to = [{ text: 'Two of them', query: { ...emptyQuery, organisations: [one.id, other.id] } }];
  const words = { to, subject: 'Currents and their names' };
  const slug = await writeLetter(context, { kind: 'other', cycle: null, repliesTo: null, content: content(words) });
  for (const role of ['public', 'member', 'expert', 'partner', 'drafter'] as const) {
    const outside = database.context(viewerWith(role, role === 'public' ? null : one.id));
    await expect(letter(outside, slug)).rejects.toMatchObject({ problem: { code: 'not-found' } });
  }
  await settleLetter(context, slug, 1, 'cleared');
  await sendLetter(context, slug, 2, nothing);
  const baits = [one.address, other.address, 'currents.example.int'];
  for (const role of ['member', 'expert', 'partner'] as const) {
    const reader = database.context(viewerWith(role, one.id));
    const read = await letter(reader, slug);
    expect(read.letter.content.to).toEqual([{ text: 'Two of them', query: emptyQuery }]);
    expect(read.letter).toMatchObject({ frozen: null, clearedBy: null, parties: [] });
    const stranger = database.context(viewerWith(role));
    await expect(letter(stranger, slug)).rejects.toMatchObject({ problem: { code: 'not-found' } });
    const said = [JSON.stringify([read, await letters(reader), await memberships(reader)])];
    for (const viewer of [reader, stranger]) {
      for await (const record of exportRegister(viewer)) said.push(JSON.stringify(record));
      said.push(JSON.stringify(await search(viewer, SearchRequest.parse({ words: 'currents' }))));
      expect(await contacts(viewer, [one.id, other.id])).toBeNull();
    }
    for (const bait of baits) expect(said.join('\n')).not.toContain(bait);
  }
});

test('a list of members is taken in whole or not at all, with all that is wrong', async () => {
  const context = database.context(viewerWith('secretariat'));
  const bad =
    'name;category;fellowship;from\nBoard of Spray;Member;yes;2020-01-01\nBoard of Foam;King;maybe;2020-13-01';
  const read = await importMemberships(context, file(bad), 'take');
  expect(read.problems.map(({ row }) => row)).toEqual([3, 3, 3]);
  const count = async (): Promise<number> => (await memberships(context)).length;
  const before = await count();
  const good =
    'name\tcategory\tfellowship\tremark\nBoard of Spray\tMember\tyes\tx\nBoard of Foam\tAffiliate Members\t\t';
  const taken = await importMemberships(context, file(good), 'take', true);
  expect(taken).toMatchObject({ problems: [], ignored: ['remark'] });
  expect(await count()).toBe(before + 2);
  expect((await importMemberships(context, file(good), 'check')).rows.map(({ outcome }) => outcome)).toEqual([
    'same',
    'same',
  ]);
  const other = 'name,category\nBoard of Spray,Associate Member';
  expect((await importMemberships(context, file(other), 'check')).problems).toHaveLength(1);
});
