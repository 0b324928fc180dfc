/** Requests written in the browser, on a real database: opening, answering together, sending in, attachments. */
import { beforeAll, describe, expect, test } from 'vitest';
import { organisationNamed } from '#modules/directory/server/index.ts';
import { historyOf, type Context } from '#modules/access/server/index.ts';
import {
  applicationAtWork,
  applicationRows,
  attachedFile,
  attachFile,
  attachments,
  changeApplication,
  cyclesToApplyIn,
  markOf,
  moveApplication,
  myApplications,
  openApplication,
  openCycle,
  releaseDecisions,
  removeAttachment,
} from '../index.ts';
import { useDatabase, viewerWith } from '../../../../testing/database.ts';

const database = useDatabase();
let ministry = '';
let regulator = '';
const as = (
  role: Parameters<typeof viewerWith>[0],
  organisation: string | null = null,
  day = '2027-01-10',
): Context => ({
  ...database.context({ ...viewerWith(role, organisation), name: `${role} of the tests` }),
  now: () => new Date(`${day}T10:00:00Z`),
});
const refusal = (code: string) => ({ problem: { code } });
let year = 2027;

beforeAll(async () => {
  const staff = as('secretariat');
  ministry = (await organisationNamed(staff, { key: 'MOW', name: 'Ministry of Works', country: 'FJ' })).id;
  regulator = (await organisationNamed(staff, { key: 'TRA', name: 'Tonga Radio Authority', country: 'TO' })).id;
});

async function cycleOpen(): Promise<string> {
  return openCycle(as('secretariat'), {
    programme: 'OCU Expert Mission',
    year: year++,
    organiser: 'OCU',
    plan: null,
    visibility: 'members',
    deadlines: { applications: '2027-01-31', offers: '2027-03-31' },
  });
}

async function begun(context = as('member', ministry), more = {}): Promise<string> {
  const wanted = { organisation: null, body: '', country: 'Fiji', title: 'Rules for cable landings', ...more };
  return openApplication(context, await cycleOpen(), wanted);
}

const text = (key: string, words: string, revision = 0) => ({
  key,
  text: words,
  chosen: [],
  other: '',
  revision,
  was: null,
});
const title = (words: string, was: string) => ({ key: 'title' as const, text: words, was: markOf(was) });
const ticks = (key: string, chosen: string[], revision = 0) => ({ ...text(key, '', revision), chosen });
const whole = {
  head: [],
  answers: [
    text('policy_issue', 'Licences for cable landings'),
    text('support_action', 'Draft rules'),
    text('policy_contribution', 'The rules become a decree'),
    text('policy_situation', 'No rules yet'),
    ticks('expected_outcomes', ['drafting_regulations']),
    text('timeline', 'May 2027: talks with operators'),
  ],
};

/** A request that could be sent in. */
async function filled(context = as('member', ministry)): Promise<{ slug: string; version: number }> {
  const slug = await begun(context);
  await changeApplication(context, slug, whole);
  return { slug, version: (await applicationAtWork(context, slug)).application.version };
}

describe('beginning a request', () => {
  test('a member begins it for its own organisation, and only it and the secretariat see it', async () => {
    const slug = await begun();
    const { application, stage, roles, vouchedBy } = await applicationAtWork(as('member', ministry), slug);
    expect(application).toMatchObject({
      organisation: ministry,
      visibility: 'parties',
      parties: [ministry],
      country: 'FJ',
      cameBy: 'browser',
      content: { organisation: 'Ministry of Works' },
    });
    expect([stage, roles, vouchedBy]).toEqual(['You are writing it', ['applicant'], null]);
    expect((await applicationAtWork(as('secretariat'), slug)).stage).toBe('Being written');
    await expect(applicationAtWork(as('member', regulator), slug)).rejects.toMatchObject(refusal('not-found'));
  });

  test('a member may not begin one for another organisation, nor without one', async () => {
    const other = begun(as('member', ministry), { organisation: regulator });
    await expect(other).rejects.toMatchObject(refusal('not-allowed'));
    await expect(begun(as('member'))).rejects.toMatchObject(refusal('no-organisation'));
    await expect(begun(as('secretariat'))).rejects.toMatchObject(refusal('no-organisation'));
  });

  test('the secretariat begins one on behalf of any organisation, and history says who did', async () => {
    const slug = await begun(as('secretariat'), { organisation: regulator, country: 'TONGA' });
    const { application } = await applicationAtWork(as('member', regulator), slug);
    expect([application.country, application.content.country.printed]).toEqual(['TO', 'TONGA']);
    const [last] = await historyOf(as('administrator'), { kind: 'application', id: application.id });
    expect([last?.action, last?.actor]).toEqual(['opened', 'secretariat of the tests']);
  });

  test('an administration vouches for another body', async () => {
    const slug = await begun(as('member', ministry), { body: 'Harbour Data Corporation' });
    const { application, vouchedBy } = await applicationAtWork(as('member', ministry), slug);
    expect(application.content.organisation).toBe('Harbour Data Corporation');
    expect(application.organisation).toBe(ministry);
    expect(vouchedBy?.name).toBe('Ministry of Works');
  });

  test('needs a title, and a cycle that still takes requests', async () => {
    await expect(begun(as('member', ministry), { title: '  ' })).rejects.toMatchObject(refusal('title-missing'));
    const late = begun(as('member', ministry, '2027-02-01'));
    await expect(late).rejects.toMatchObject(refusal('deadline-passed'));
    expect(await cyclesToApplyIn(as('member', ministry, '2027-02-01'))).toEqual([]);
    expect((await cyclesToApplyIn(as('member', ministry, '2027-01-31'))).length).toBeGreaterThan(0);
    expect(await cyclesToApplyIn(as('expert', ministry))).toEqual([]);
  });
});

describe('answering', () => {
  test('two people who change different answers do not meet', async () => {
    const slug = await begun();
    const context = as('member', ministry);
    const [one, other] = await Promise.all([
      changeApplication(context, slug, { head: [], answers: [text('policy_issue', 'Licences')] }),
      changeApplication(context, slug, { head: [], answers: [text('support_action', 'Draft rules')] }),
    ]);
    expect([one.saved, other.saved]).toEqual([['policy_issue'], ['support_action']]);
    const { answers } = (await applicationAtWork(context, slug)).application.content;
    expect([answers['policy_issue']?.text, answers['support_action']?.text]).toEqual(['Licences', 'Draft rules']);
  });

  test('of two who change the same answer the second is told, and nothing of the first is lost', async () => {
    const slug = await begun();
    const context = as('member', ministry);
    await changeApplication(context, slug, { head: [], answers: [text('policy_issue', 'Licences')] });
    const crossed = await changeApplication(context, slug, {
      head: [],
      answers: [text('policy_issue', 'Permits'), text('support_action', 'Draft rules')],
    });
    expect([crossed.saved, crossed.crossed]).toEqual([['support_action'], ['policy_issue']]);
    expect(crossed.application.content.answers['policy_issue']).toMatchObject({ text: 'Licences', revision: 1 });
    const after = await changeApplication(context, slug, { head: [], answers: [text('policy_issue', 'Permits', 1)] });
    expect(after.application.content.answers['policy_issue']).toMatchObject({ text: 'Permits', revision: 2 });
  });

  test('what was not touched is no change, though somebody else changed it meanwhile', async () => {
    const slug = await begun();
    const context = as('member', ministry);
    const seen = markOf({ text: '', chosen: [], other: '' });
    await changeApplication(context, slug, { head: [], answers: [text('policy_issue', 'Licences')] });
    const { saved, crossed, application } = await changeApplication(context, slug, {
      head: [],
      answers: [{ ...text('policy_issue', ''), was: seen }],
    });
    expect([saved, crossed, application.content.answers['policy_issue']?.text]).toEqual([[], [], 'Licences']);
  });

  test('the head is changed like answers, and the country is understood', async () => {
    const slug = await begun();
    const context = as('member', ministry);
    const first = await changeApplication(context, slug, {
      head: [title('Landing rules', 'Rules for cable landings'), { key: 'country', text: 'TONGA', was: null }],
      answers: [],
    });
    expect(first.application).toMatchObject({ title: 'Landing rules', country: 'TO' });
    const second = await changeApplication(context, slug, {
      head: [title('Cable rules', 'Rules for cable landings')],
      answers: [],
    });
    expect([second.crossed, second.application.title]).toEqual([['title'], 'Landing rules']);
  });

  test('is for its organisation and the secretariat, while the stage is open, and for questions of the form', async () => {
    const { slug, version } = await filled();
    const change = { head: [], answers: [text('policy_issue', 'x', 1)] };
    await expect(changeApplication(as('member', regulator), slug, change)).rejects.toMatchObject(refusal('not-found'));
    await expect(
      changeApplication(as('member', ministry), slug, { head: [], answers: [text('secret', 'x')] }),
    ).rejects.toMatchObject(refusal('no-question'));
    await moveApplication(as('member', ministry), slug, version, 'submitted');
    for (const context of [as('member', ministry), as('secretariat')]) {
      await expect(changeApplication(context, slug, change)).rejects.toMatchObject(refusal('not-open'));
    }
  });

  test('every change stands in the history, with only what it is about', async () => {
    const { slug } = await filled();
    const { id } = (await applicationAtWork(as('secretariat'), slug)).application;
    const [last] = await historyOf(as('secretariat'), { kind: 'application', id });
    expect(last?.action).toBe('changed');
    expect(Object.keys(last?.after as object).sort()).toEqual(whole.answers.map(({ key }) => key).sort());
  });
});

describe('moving', () => {
  test('is sent in whole only: all that is missing is told', async () => {
    const slug = await begun();
    const sent = moveApplication(as('member', ministry), slug, 1, 'submitted');
    await expect(sent).rejects.toMatchObject(refusal('incomplete'));
    await expect(sent).rejects.toThrow(/Question 1 .*Question 2 .*Question 3 .*Question 4 .*Question 6 .*Question 7 /);
    await moveApplication(as('secretariat'), slug, 1, 'submitted', { reason: 'Sent by letter; the rest follows.' });
    expect((await applicationAtWork(as('member', ministry), slug)).stage).toBe('Received by the secretariat');
  });

  test('is sent in until the end of the last day; after it by the secretariat, with a note', async () => {
    const { slug, version } = await filled();
    const late = moveApplication(as('member', ministry, '2027-02-01'), slug, version, 'submitted');
    await expect(late).rejects.toMatchObject(refusal('deadline-passed'));
    const silent = moveApplication(as('secretariat', null, '2027-02-01'), slug, version, 'submitted');
    await expect(silent).rejects.toMatchObject(refusal('deadline-passed'));
    await moveApplication(as('secretariat', null, '2027-02-01'), slug, version, 'submitted', { reason: 'Storm.' });
    const another = await filled();
    await moveApplication(as('member', ministry, '2027-01-31'), another.slug, another.version, 'submitted');
  });

  test('against an older version is refused', async () => {
    const { slug, version } = await filled();
    const stale = moveApplication(as('member', ministry), slug, version - 1, 'submitted');
    await expect(stale).rejects.toMatchObject(refusal('changed-meanwhile'));
  });

  test('a decision that is held back is the secretariat’s alone: nothing the applicant sees moves with it', async () => {
    const { slug, version } = await filled();
    await moveApplication(as('member', ministry), slug, version, 'submitted');
    const before = await applicationAtWork(as('member', ministry), slug);
    const staff = as('secretariat', null, '2027-01-20');
    expect(
      await moveApplication(staff, slug, version + 1, 'declined', { reason: 'Secret: overlaps with another.' }),
    ).toEqual({ heldBack: true });
    expect(await applicationAtWork(as('member', ministry), slug)).toEqual(before);
    expect((await applicationAtWork(staff, slug)).heldBack).toBe('Not taken up');

    const again = moveApplication(staff, slug, version + 1, 'screened');
    await expect(again).rejects.toMatchObject(refusal('decided-already'));
    const instead = (await applicationAtWork(staff, slug)).application.pending?.at ?? null;
    await moveApplication(staff, slug, version + 1, 'screened', { instead });
    expect((await applicationAtWork(staff, slug)).heldBack).toBe('Accepted for circulation');

    await expect(moveApplication(as('member', ministry), slug, version + 1, 'screened')).rejects.toMatchObject({
      problem: { code: 'not-allowed', message: 'This step is not yours to take.' },
    });
    await moveApplication(as('member', ministry), slug, version + 1, 'withdrawn', { reason: 'No longer needed.' });
    const after = await applicationAtWork(staff, slug);
    expect([after.stage, after.heldBack]).toEqual(['Withdrawn', null]);
  });

  test('why it stands where it stands is told once it is told, and a note of the secretariat’s own is not', async () => {
    const { slug, version } = await filled();
    const member = as('member', ministry);
    const staff = as('secretariat', null, '2027-02-01');
    await moveApplication(staff, slug, version, 'submitted', { reason: 'Came late by post.' });
    expect((await applicationAtWork(member, slug)).why).toBeNull();
    await moveApplication(staff, slug, version + 1, 'declined', { reason: 'It overlaps with another request.' });
    expect((await applicationAtWork(member, slug)).why).toBeNull();
    const { cycle, application } = await applicationAtWork(staff, slug);
    await releaseDecisions(staff, cycle?.slug ?? '', [{ slug, at: application.pending?.at ?? '' }]);
    const told = await applicationAtWork(member, slug);
    expect([told.stage, told.why]).toEqual(['Not taken up', 'It overlaps with another request.']);
  });

  test('is withdrawn with a reason, which the history keeps', async () => {
    const slug = await begun();
    const member = as('member', ministry);
    await expect(moveApplication(member, slug, 1, 'withdrawn')).rejects.toMatchObject(refusal('reason-missing'));
    await moveApplication(member, slug, 1, 'withdrawn', { reason: 'The project has ended.' });
    const { application, why } = await applicationAtWork(member, slug);
    expect(why).toBe('The project has ended.');
    const [last] = await historyOf(as('secretariat'), { kind: 'application', id: application.id });
    expect([last?.action, last?.note]).toEqual(['moved', 'The project has ended.']);
  });
});

describe('lists', () => {
  test('one’s own stand first and alone', async () => {
    const own = await begun(as('secretariat'), { organisation: regulator, title: 'Spectrum for islands' });
    const mine = await myApplications(as('member', regulator));
    expect(mine.map(({ application }) => application.organisation)).toEqual(mine.map(() => regulator));
    expect(mine.map(({ application }) => application.slug)).toContain(own);
    const rows = await applicationRows(as('secretariat'));
    expect(rows.length).toBeGreaterThan(mine.length);
    expect(rows.find(({ application }) => application.slug === own)).toMatchObject({
      stage: 'Being written',
      mine: false,
    });
    expect(await applicationRows(as('public'))).toEqual([]);
  });
});

describe('attachments', () => {
  const file = { name: 'Map of landings.pdf', bytes: new TextEncoder().encode('a map'), note: 'Chart 4' };

  test('are kept byte for byte, seen by whoever sees the request, and removed without being lost', async () => {
    const slug = await begun();
    const member = as('member', ministry);
    const subject = { kind: 'application', id: (await applicationAtWork(member, slug)).application.id } as const;
    const id = await attachFile(member, subject, file);
    expect((await attachments(member, subject)).files).toMatchObject([{ name: file.name, note: 'Chart 4', bytes: 5 }]);
    expect(Buffer.from((await attachedFile(member, id)).bytes).toString()).toBe('a map');
    for (const context of [as('member', regulator), as('expert', regulator), as('partner'), as('public')]) {
      await expect(attachedFile(context, id)).rejects.toMatchObject(refusal('not-found'));
      await expect(attachments(context, subject)).rejects.toMatchObject(refusal('not-found'));
    }
    await removeAttachment(member, subject, id);
    expect((await attachments(member, subject)).files).toEqual([]);
    await expect(attachedFile(member, id)).rejects.toMatchObject(refusal('not-found'));
    expect((await attachedFile(as('secretariat'), id)).name).toBe(file.name);
    await expect(removeAttachment(member, subject, id)).rejects.toMatchObject(refusal('not-found'));
  });

  test('are changed while the request is open, and by the secretariat after that', async () => {
    const { slug, version } = await filled();
    const member = as('member', ministry);
    const subject = { kind: 'application', id: (await applicationAtWork(member, slug)).application.id } as const;
    await moveApplication(member, slug, version, 'submitted');
    await expect(attachFile(member, subject, file)).rejects.toMatchObject(refusal('not-allowed'));
    await attachFile(as('secretariat'), subject, file);
    expect((await attachments(member, subject)).mayChange).toBe(false);
  });

  test('an empty file and one that is too large are refused', async () => {
    const slug = await begun();
    const member = as('member', ministry);
    const subject = { kind: 'application', id: (await applicationAtWork(member, slug)).application.id } as const;
    const empty = { ...file, bytes: new Uint8Array(0) };
    await expect(attachFile(member, subject, empty)).rejects.toMatchObject(refusal('empty-file'));
    const large = { ...file, bytes: new Uint8Array(20 * 1024 * 1024 + 1) };
    await expect(attachFile(member, subject, large)).rejects.toMatchObject(refusal('too-large'));
  });
});
