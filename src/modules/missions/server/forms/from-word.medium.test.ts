/** Forms in Word, out and back, on a real database: what differs, what crosses, what is taken, what becomes new. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { organisationNamed } from '#modules/directory/server/index.ts';
import { historyOf, type Context } from '#modules/access/server/index.ts';
import { takeIn, accept, reading } from '#modules/intake/server/index.ts';
import {
  applicationAtWork,
  attachedFile,
  attachments,
  bringForm,
  bringNewForm,
  changeApplication,
  changeForm,
  cycle,
  emptyFormFile,
  filledFormFile,
  formOfCycle,
  fromWord,
  layFormAside,
  assistancePlan,
  openOffer,
  newFromWord,
  openApplication,
  openCycle,
  requestFromWord,
  takeFromWord,
} from '../index.ts';
import { applicationBy, updateApplication } from '../../store/missions.ts';
import { useDatabase, viewerWith } from '../../../../testing/database.ts';

const database = useDatabase();
let ministry = '';
let regulator = '';
const as = (role: Parameters<typeof viewerWith>[0], organisation: string | null = null): Context => ({
  ...database.context({ ...viewerWith(role, organisation), name: `${role} of the tests` }),
  now: () => new Date('2027-01-10T10:00:00Z'),
});
const refusal = (code: string) => ({ problem: { code } });
let year = 2040;

beforeAll(async () => {
  const staff = as('secretariat');
  ministry = (await organisationNamed(staff, { key: 'MOW', name: 'Ministry of Works', country: 'FJ' })).id;
  regulator = (await organisationNamed(staff, { key: 'TRA', name: 'Tonga Radio Authority', country: 'TO' })).id;
});

const member = (): Context => as('member', ministry);
const openOne = (): Promise<string> =>
  openCycle(as('secretariat'), {
    programme: 'OCU Expert Mission',
    year: year++,
    organiser: 'the OCU',
    plan: null,
    visibility: 'members',
    deadlines: { applications: '2027-01-31' },
  });

const text = (key: string, words: string, revision = 0) => ({
  key,
  text: words,
  chosen: [],
  other: '',
  revision,
  was: null,
});

/** A request with two answers. */
async function request(): Promise<{ slug: string; cycleSlug: string }> {
  const cycleSlug = await openOne();
  const wanted = { organisation: null, body: '', country: 'Fiji', title: 'Rules for cable landings' };
  const slug = await openApplication(member(), cycleSlug, wanted);
  await changeApplication(member(), slug, {
    head: [],
    answers: [text('policy_issue', 'Licences for cable landings'), text('support_action', 'Draft rules')],
  });
  return { slug, cycleSlug };
}

/** Somebody writes in the file: each pair is what stands there and what stands there afterwards. */
function written(bytes: Uint8Array, ...changes: [string, string][]): { name: string; bytes: Uint8Array } {
  const files = unzipSync(bytes);
  let xml = strFromU8(files['word/document.xml']!);
  for (const [before, after] of changes) {
    expect(xml).toContain(before);
    xml = xml.replace(before, after);
  }
  files['word/document.xml'] = strToU8(xml);
  return { name: 'Form of Fiji.docx', bytes: zipSync(files) };
}

const formOf = async (slug: string, ...changes: [string, string][]) =>
  written((await filledFormFile(member(), 'application', slug)).bytes, ...changes);
const opened = async (slug: string, file: string) => (await fromWord(member(), 'application', slug, file)).open!;
const take = async (slug: string, file: string, choices: Record<string, 'file' | 'online'> = {}) => {
  const { version } = await fromWord(member(), 'application', slug, file);
  return takeFromWord(member(), 'application', slug, { file, version, choices });
};

describe('a form of a request that is online', () => {
  test('is looked at, taken over, kept byte for byte, and remembered', async () => {
    const { slug } = await request();
    const form = await formOf(slug, ['Draft rules', 'Draft rules and a workshop']);
    const file = await bringForm(member(), 'application', slug, form);
    const { fields, leftOver, doubts } = await opened(slug, file);
    expect(fields.filter(({ differs }) => differs)).toMatchObject([
      {
        field: 'support_action',
        online: ['Draft rules'],
        file: ['Draft rules and a workshop'],
        conflict: false,
        preset: 'file',
        how: 'word-control',
      },
    ]);
    expect([leftOver, doubts]).toEqual([[], []]);
    expect(await take(slug, file)).toEqual(['support_action']);
    const { application } = await applicationAtWork(member(), slug);
    expect(application.content.answers['support_action']).toMatchObject({
      state: 'given',
      text: 'Draft rules and a workshop',
      how: 'word-control',
      revision: 2,
    });
    expect(application.content.answers['policy_issue']).toMatchObject({ how: 'typed', revision: 1 });
    const { files } = await attachments(member(), { kind: 'application', id: application.id });
    expect(files.map(({ name }) => name)).toEqual(['Form of Fiji.docx']);
    expect(files[0]!.id).toBe(application.content.answers['support_action']!.source);
    expect(new Uint8Array((await attachedFile(member(), files[0]!.id)).bytes)).toEqual(form.bytes);
    const [last] = await historyOf(as('administrator'), { kind: 'application', id: application.id });
    expect(last).toMatchObject({ action: 'took over a form of', note: 'From Form of Fiji.docx' });
    await expect(opened(slug, file)).rejects.toMatchObject(refusal('not-found'));
  });

  test('where the online copy was changed after the form was made, a person has to choose', async () => {
    const { slug } = await request();
    const form = await formOf(
      slug,
      ['Draft rules', 'Draft rules by Word'],
      ['Licences for cable', 'Permits for cable'],
    );
    await changeApplication(member(), slug, { head: [], answers: [text('support_action', 'Draft rules online', 1)] });
    const file = await bringForm(member(), 'application', slug, form);
    const fields = (await opened(slug, file)).fields.filter(({ differs }) => differs);
    expect(fields.map(({ field, conflict, preset }) => [field, conflict, preset])).toEqual([
      ['policy_issue', false, 'file'],
      ['support_action', true, null],
    ]);
    await expect(take(slug, file)).rejects.toMatchObject(refusal('choose-one'));
    expect(await take(slug, file, { support_action: 'online' })).toEqual(['policy_issue']);
    const { application } = await applicationAtWork(member(), slug);
    expect(application.content.answers['support_action']?.text).toBe('Draft rules online');
    expect(application.content.answers['policy_issue']?.text).toBe('Permits for cable landings');
  });

  test('a form that does not say when it was made never wins by itself', async () => {
    const { slug, cycleSlug } = await request();
    const { bytes } = await emptyFormFile(member(), cycleSlug, 'application');
    const form = written(bytes, ['Click here and write.', 'Fiji'], ['Click here and write.', 'Ministry of Works']);
    const file = await bringForm(member(), 'application', slug, form);
    const { fields } = await opened(slug, file);
    // Empty boxes take nothing away, and what is the same is the same.
    expect(fields.filter(({ preset }) => preset !== 'online').map(({ field }) => field)).toEqual([
      'policy_issue',
      'support_action',
    ]);
    expect(fields.find(({ field }) => field === 'head.country')).toMatchObject({ differs: false });
  });

  test('whoever looked at an older state is told; a file that is laid aside is gone', async () => {
    const { slug } = await request();
    const file = await bringForm(member(), 'application', slug, await formOf(slug, ['Draft rules', 'Other rules']));
    const { version } = await fromWord(member(), 'application', slug, file);
    await changeApplication(member(), slug, { head: [], answers: [text('timeline', 'May 2027: talks')] });
    const late = takeFromWord(member(), 'application', slug, { file, version, choices: {} });
    await expect(late).rejects.toMatchObject(refusal('changed-meanwhile'));
    await layFormAside(member(), 'application', slug, file);
    expect((await fromWord(member(), 'application', slug, null)).waiting).toEqual([]);
    await expect(take(slug, file)).rejects.toMatchObject(refusal('not-found'));
  });

  test('is nobody else’s business, and a file that is no document is refused', async () => {
    const { slug } = await request();
    const form = await formOf(slug);
    const other = as('member', regulator);
    await expect(bringForm(other, 'application', slug, form)).rejects.toMatchObject(refusal('not-found'));
    await expect(filledFormFile(other, 'application', slug)).rejects.toMatchObject(refusal('not-found'));
    const noise = { name: 'x.docx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]) };
    await expect(bringForm(member(), 'application', slug, noise)).rejects.toThrow();
  });

  test('is read by the version of the form that it was filled in', async () => {
    const { slug, cycleSlug } = await request();
    const form = await formOf(slug, ['Draft rules', 'Draft rules and a workshop']);
    const older = await formOfCycle(member(), cycleSlug, 'application');
    const { version } = await cycle(as('secretariat'), cycleSlug);
    await changeForm(as('secretariat'), cycleSlug, version, {
      ...older,
      items: older.items.map((item) =>
        item.key === 'support_action'
          ? { ...item, question: 'Which help do you wish to receive from an expert?' }
          : item,
      ),
    });
    expect((await formOfCycle(member(), cycleSlug, 'application')).version).toBe(2);
    const file = await bringForm(member(), 'application', slug, form);
    const { fields, doubts } = await opened(slug, file);
    expect(fields.find(({ differs }) => differs)?.label).toBe('2) Please specify the support action that you need.');
    expect(doubts).toEqual([]);
    const { bytes } = await emptyFormFile(member(), cycleSlug, 'application');
    const newer = await bringForm(member(), 'application', slug, written(bytes));
    const labels = (await opened(slug, newer)).fields.map(({ label }) => label);
    expect(labels).toContain('2) Which help do you wish to receive from an expert?');
  });
});

describe('a form without a request', () => {
  const lines: [string, string][] = [
    ['Click here and write.', 'Fiji'],
    ['Click here and write.', 'Harbour Data Corporation'],
    ['Click here and write.', 'Cables of the harbour'],
    ['Click here and write.', 'Nobody may land a cable.'],
  ];

  test('becomes a draft of the organisation of whoever sends it in', async () => {
    const slug = await openOne();
    const { bytes } = await emptyFormFile(member(), slug, 'application');
    const address = await bringNewForm(member(), slug, written(bytes, ...lines));
    const file = /file=(.+)$/.exec(address)?.[1] ?? '';
    expect(address).toBe(`/missions/${slug}/send-in?file=${file}`);
    const { open } = await newFromWord(member(), slug, file);
    expect(open?.head).toEqual({
      country: 'Fiji',
      organisation: 'Harbour Data Corporation',
      title: 'Cables of the harbour',
    });
    const made = await requestFromWord(member(), slug, file, {
      organisation: null,
      body: 'Harbour Data Corporation',
      country: 'Fiji',
      title: 'Cables of the harbour',
    });
    const { application } = await applicationAtWork(member(), made);
    expect(application).toMatchObject({
      organisation: ministry,
      stage: 'draft',
      cameBy: 'word',
      title: 'Cables of the harbour',
      content: { organisation: 'Harbour Data Corporation', country: { iso2: 'FJ' } },
    });
    expect(application.content.answers['policy_issue']).toMatchObject({
      text: 'Nobody may land a cable.',
      how: 'word-control',
    });
    await expect(newFromWord(member(), slug, file)).rejects.toMatchObject(refusal('not-found'));
  });

  test('a form of a request goes to that request', async () => {
    const { slug, cycleSlug } = await request();
    const address = await bringNewForm(member(), cycleSlug, await formOf(slug));
    expect(address).toMatch(new RegExp(`^/missions/applications/${slug}/from-word\\?file=`));
  });

  test('a plan of assistance is told where it belongs', async () => {
    const slug = await openOne();
    const { bytes } = await emptyFormFile(member(), slug, 'assistance-plan');
    await expect(bringNewForm(member(), slug, written(bytes))).rejects.toMatchObject(refusal('is-an-offer'));
  });
});

test('a form that intake accepts makes no twin of the request it is of', async () => {
  const { slug } = await request();
  const staff = as('secretariat');
  const form = await formOf(slug, ['Draft rules', 'Draft rules, by post']);
  const taken = await takeIn(staff, form);
  if (taken.state !== 'new') throw new Error('known already');
  const before = await reading(staff, taken.reading);
  expect(before.reading.kind).toBe('mission-application');
  const address = await accept(staff, taken.reading, before.reading.version);
  expect(address).toMatch(new RegExp(`^/missions/applications/${slug}/from-word\\?file=`));
  const { waiting } = await fromWord(staff, 'application', slug, null);
  expect(waiting.map(({ name }) => name)).toEqual(['Form of Fiji.docx']);
  const { application } = await applicationAtWork(staff, slug);
  expect(application.content.answers['support_action']?.text).toBe('Draft rules');
});

test('a plan of assistance comes back with its costs; a blank answer keeps its meaning', async () => {
  const { slug } = await request();
  const { db } = as('secretariat');
  const sent = (await applicationBy(db, { slug }))!;
  await updateApplication(db, sent.id, sent.version, { stage: 'circulated', visibility: 'members' }, new Date());
  const expert = as('member', regulator);
  const offer = await openOffer(expert, { organisation: null, applications: [slug] });
  const line = {
    category: 'travel',
    text: 'Air fares',
    quantity: '2',
    unit: 'persons',
    amount: '5200',
    currency: 'USD',
  };
  const { version } = await assistancePlan(expert, offer);
  expect(version).toBe(1);
  const { bytes } = await filledFormFile(expert, 'assistance-plan', offer);
  const form = written(
    bytes,
    ['What for', line.text],
    ['How many', line.quantity],
    ['Of what', line.unit],
    ['How much', line.amount],
    ['USD, …', line.currency],
    ['Name of the expert', 'Ms Ana Moana'],
  );
  const file = await bringForm(expert, 'assistance-plan', offer, form);
  const { open } = await fromWord(expert, 'assistance-plan', offer, file);
  expect(open?.fields.filter(({ differs }) => differs).map(({ field, conflict }) => [field, conflict])).toEqual([
    ['cost', false],
    ['experts', false],
  ]);
  expect(await takeFromWord(expert, 'assistance-plan', offer, { file, version, choices: {} })).toEqual([
    'cost',
    'experts',
  ]);
  const { content } = await assistancePlan(expert, offer);
  expect(content.costs).toMatchObject([
    {
      category: 'travel',
      text: 'Air fares',
      quantity: '2',
      amount: { value: '5200', currency: 'USD' },
      payers: [{ who: 'offerer', share: 10_000, basis: 'implied-by-blank' }],
    },
  ]);
  expect(content.experts).toMatchObject([{ name: 'Ms Ana Moana' }]);
  // What only follows from the blank answer is not printed, and the form of today says the same as what is online.
  const again = await filledFormFile(expert, 'assistance-plan', offer);
  expect(strFromU8(unzipSync(again.bytes)['word/document.xml']!)).not.toContain('Offering organisation');
  const same = await bringForm(expert, 'assistance-plan', offer, { name: 'Same.docx', bytes: again.bytes });
  const unchanged = (await fromWord(expert, 'assistance-plan', offer, same)).open!;
  expect(unchanged.fields.filter(({ differs }) => differs)).toEqual([]);
});
