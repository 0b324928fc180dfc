/** The secretariat's work in a cycle on a real database: stages, forms, findings, questions, decisions, summary. */
import { beforeAll, describe, expect, test } from 'vitest';
import { historyOf, type Context } from '#modules/access/server/index.ts';
import { organisationNamed } from '#modules/directory/server/index.ts';
import * as missions from '#modules/missions/server/index.ts';
import { openMessages } from '#modules/post/server/index.ts';
import { SearchRequest } from '#modules/trace/index.ts';
import { exportRegister, news, search } from '#modules/trace/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const as = (role: Parameters<typeof viewerWith>[0], organisation: string | null = null): Context => ({
  ...database.context({ ...viewerWith(role), organisation }),
  now: () => new Date('2027-02-10T10:00:00Z'),
});
const staff = (): Context => as('secretariat');
const ids = { fiji: '', tonga: '' };
let year = 2040;

beforeAll(async () => {
  ids.fiji = (await organisationNamed(staff(), { key: 'MOW', name: 'Ministry of Works' })).id;
  ids.tonga = (await organisationNamed(staff(), { key: 'TRA', name: 'Tonga Regulatory Authority' })).id;
});

const answers = {
  policy_issue: 'Warnings reach too few people.',
  support_action: 'Draft the rules',
  policy_contribution: 'The rules become law.',
  policy_situation: 'The present plan is attached herewith.',
  timeline: 'At the earliest',
};

/** A cycle with a request of Fiji and one of Tonga, both sent in. */
async function opened(): Promise<{ cycle: string; fiji: string; tonga: string }> {
  const cycle = await missions.openCycle(staff(), {
    programme: 'OCU Expert Mission',
    year: ++year,
    organiser: 'Oceanic Communications Union',
    plan: null,
    visibility: 'members',
    deadlines: { applications: '2027-02-28', offers: '2027-03-31', completion: '2027-12' },
  });
  const sent = async (organisation: string, country: string, title: string): Promise<string> => {
    const context = as('member', organisation);
    const slug = await missions.openApplication(context, cycle, { organisation: null, body: '', country, title });
    const { application } = await missions.application(context, slug);
    await missions.changeApplication(context, slug, {
      head: [],
      answers: [
        ...Object.entries(answers).map(([key, text]) => ({ key, text, chosen: [], other: '', revision: 0, was: null })),
        { key: 'expected_outcomes', text: '', chosen: ['training'], other: '', revision: 0, was: null },
      ],
    });
    const { version } = (await missions.application(context, slug)).application;
    expect(version).toBeGreaterThanOrEqual(application.version);
    await missions.moveApplication(context, slug, version, 'submitted');
    return slug;
  };
  return {
    cycle,
    fiji: await sent(ids.fiji, 'Fiji', 'Rules for early warning'),
    tonga: await sent(ids.tonga, 'Tonga', 'Licences for ferries'),
  };
}

const at = async (slug: string) => (await missions.application(staff(), slug)).application;

describe('settings of a cycle', () => {
  test('labels, moves and new stages change without code; what is used stays', async () => {
    const { cycle, fiji } = await opened();
    const version = async (): Promise<number> => (await missions.cycle(staff(), cycle)).version;
    const key = await missions.changeStage(
      staff(),
      cycle,
      await version(),
      'applications',
      {
        key: null,
        staffLabel: 'Waiting for funds',
        applicantLabel: 'Accepted, waiting for funds',
        open: false,
        to: [{ to: 'circulated', label: 'Funds are there', who: ['secretariat'], reason: false, heldBack: false }],
      },
      'screened',
    );
    expect(key).toBe('waiting-for-funds');
    const { settings } = await missions.cycle(staff(), cycle);
    expect(settings.applications.map((stage) => stage.key).slice(3, 5)).toEqual(['screened', 'waiting-for-funds']);
    await expect(missions.removeStage(staff(), cycle, await version(), 'applications', 'submitted')).rejects.toThrow(
      /stand in this stage/,
    );
    await missions.removeStage(staff(), cycle, await version(), 'applications', key);
    await expect(missions.changeCycle(staff(), cycle, 1, { settings: { organiser: 'X' } })).rejects.toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
    await expect(
      missions.changeCycle(staff(), cycle, await version(), { settings: { organiser: '' } }),
    ).rejects.toMatchObject({ problem: { code: 'bad-settings', place: { field: 'organiser' } } });
    await expect(
      missions.changeCycle(staff(), cycle, await version(), { settings: { publicPage: true } }),
    ).rejects.toMatchObject({ problem: { code: 'public-page-hidden' } });
    expect((await at(fiji)).stage).toBe('submitted');
  });

  test('a changed form is a new version; the old one stays for those who answered it', async () => {
    const { cycle, fiji } = await opened();
    const [first] = (await missions.formVersions(staff(), cycle)).application;
    if (first === undefined) throw new Error('A cycle has a form.');
    const items = first.form.items.map((item) =>
      item.key === 'policy_issue' ? { ...item, question: 'Which policy issue is it?' } : item,
    );
    await expect(missions.changeForm(staff(), cycle, 1, first.form)).rejects.toMatchObject({
      problem: { code: 'nothing-changed' },
    });
    expect(await missions.changeForm(staff(), cycle, 1, { ...first.form, items })).toBe(2);
    await expect(missions.changeForm(staff(), cycle, 1, { ...first.form, items })).rejects.toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
    const versions = (await missions.formVersions(staff(), cycle)).application;
    expect(versions.map(({ form, uses }) => [form.version, uses])).toEqual([
      [2, 0],
      [1, 2],
    ]);
    expect((await missions.formOfCycle(staff(), cycle, 'application')).items[0]?.question).toBe(
      'Which policy issue is it?',
    );
    const { requests } = await missions.screening(staff(), cycle);
    const screened = requests.find(({ application }) => application.slug === fiji);
    expect(screened?.findings.map(({ rule }) => rule)).not.toContain('answer-missing');
  });
});

describe('screening', () => {
  test('findings are on what the request says now; answers stay with who and when', async () => {
    const { cycle, fiji } = await opened();
    const rules = async (): Promise<string[]> =>
      (await missions.screeningOf(staff(), fiji)).findings.map(({ rule }) => rule);
    expect(await rules()).toEqual(['attachment-missing', 'timeline-no-date']);
    const [attachment] = (await missions.screeningOf(staff(), fiji)).findings;
    await missions.answerFinding(staff(), fiji, attachment?.key ?? '', 'It came by post.');
    const [answered] = (await missions.screeningOf(staff(), fiji)).findings;
    expect(answered?.answer).toMatchObject({ text: 'It came by post.', byName: staff().viewer.name });
    const bytes = new TextEncoder().encode('The present plan.');
    await missions.attachFile(staff(), { kind: 'application', id: (await at(fiji)).id }, { name: 'plan.txt', bytes });
    expect(await rules()).toEqual(['timeline-no-date']);
    const { settled } = await missions.screeningOf(staff(), fiji);
    expect(settled.map(({ text }) => text)).toEqual(['It came by post.']);
    const { requests } = await missions.screening(staff(), cycle);
    expect(requests.map(({ findings }) => findings.length)).toEqual([1, 2]);
  });
});

describe('questions', () => {
  test('the applicant is asked, answers, sends in again; others know nothing of it', async () => {
    const { fiji, tonga } = await opened();
    const { version } = await at(fiji);
    await missions.askApplicant(staff(), fiji, version, 'In which months should it take place?', ['timeline-no-date']);
    expect((await at(fiji)).stage).toBe('asked');
    expect(
      (await openMessages(staff(), { kind: 'application', id: (await at(fiji)).id })).map((one) => one.kind),
    ).toEqual(['question']);
    const member = as('member', ids.fiji);
    const [question] = (await missions.questions(member, fiji)).questions;
    expect(question?.text).toBe('In which months should it take place?');
    await expect(missions.questions(as('member', ids.tonga), fiji)).rejects.toMatchObject({
      problem: { code: 'not-found' },
    });
    await expect(missions.questions(member, tonga)).rejects.toMatchObject({ problem: { code: 'not-found' } });
    await expect(missions.sendInAgain(member, fiji, (await at(fiji)).version)).rejects.toMatchObject({
      problem: { code: 'questions-open' },
    });
    await missions.answerQuestion(member, fiji, question?.id ?? '', 'In July 2027.');
    await expect(missions.answerQuestion(member, fiji, question?.id ?? '', 'Or in May.')).rejects.toMatchObject({
      problem: { code: 'answered-already' },
    });
    await missions.sendInAgain(member, fiji, (await at(fiji)).version);
    expect((await at(fiji)).stage).toBe('submitted');
    const [answered] = (await missions.questions(staff(), fiji)).questions;
    expect(answered).toMatchObject({ answer: 'In July 2027.', answeredBy: member.viewer.name });
    const actions = (await historyOf(staff(), { kind: 'application', id: (await at(fiji)).id })).map(
      (one) => one.action,
    );
    expect(actions).toEqual(expect.arrayContaining(['asked about', 'answered a question on', 'moved']));
  });

  test('an empty question is refused, and one on a request that changed meanwhile', async () => {
    const { fiji } = await opened();
    const { version } = await at(fiji);
    await expect(missions.askApplicant(staff(), fiji, version, ' ', [])).rejects.toMatchObject({
      problem: { code: 'question-missing', place: { field: 'text' } },
    });
    await expect(missions.askApplicant(staff(), fiji, version + 1, 'When?', [])).rejects.toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
  });
});

describe('decisions', () => {
  const bait = 'Xylographic marmalade';

  test('are held back, then told together; one alone can be told or taken back', async () => {
    const { cycle, fiji, tonga } = await opened();
    const wanted = async (slug: string, to: string) => ({
      slug,
      version: (await at(slug)).version,
      to,
      reason: bait,
      instead: null,
    });
    expect(
      await missions.decide(staff(), cycle, [await wanted(fiji, 'screened'), await wanted(tonga, 'declined')]),
    ).toBe(2);
    expect([(await at(fiji)).stage, (await at(tonga)).stage]).toEqual(['submitted', 'submitted']);
    const { requests } = await missions.decisions(staff(), cycle);
    expect(requests.map(({ decided }) => decided?.label)).toEqual(['Accepted for circulation', 'Not taken up']);
    const seen = (slug: string) => ({
      slug,
      at: requests.find(({ application }) => application.slug === slug)?.decided?.at ?? '',
    });
    await expect(
      missions.releaseDecisions(staff(), cycle, [{ slug: fiji, at: '2020-01-01T00:00:00.000Z' }]),
    ).rejects.toMatchObject({ problem: { code: 'changed-meanwhile' } });
    expect(await missions.releaseDecisions(staff(), cycle, [seen(fiji)])).toBe(1);
    expect([(await at(fiji)).stage, (await at(tonga)).stage]).toEqual(['screened', 'submitted']);
    await missions.takeBackDecision(staff(), seen(tonga));
    expect((await at(tonga)).pending).toBeNull();
    await expect(missions.releaseDecisions(staff(), cycle, 'all')).rejects.toMatchObject({
      problem: { code: 'nothing-chosen' },
    });
    const told = async (slug: string) =>
      (await openMessages(staff(), { kind: 'application', id: (await at(slug)).id })).map(({ kind }) => kind);
    expect([await told(fiji), await told(tonga)]).toEqual([['decision'], []]);
  });

  test('either all of several are taken, or none', async () => {
    const { cycle, fiji, tonga } = await opened();
    const { version } = await at(fiji);
    await expect(
      missions.decide(staff(), cycle, [
        { slug: fiji, version, to: 'screened', reason: '', instead: null },
        { slug: tonga, version: 99, to: 'screened', reason: '', instead: null },
      ]),
    ).rejects.toMatchObject({ problem: { code: 'changed-meanwhile' } });
    expect((await at(fiji)).pending).toBeNull();
  });

  test('nobody but the secretariat learns of one that is not told', async () => {
    const { cycle, fiji } = await opened();
    const { version } = await at(fiji);
    await missions.decide(staff(), cycle, [{ slug: fiji, version, to: 'declined', reason: bait, instead: null }]);
    const request = SearchRequest.parse({ words: bait });
    const ways = (context: Context): Record<string, () => Promise<unknown>> => ({
      application: () => missions.application(context, fiji),
      applications: () => missions.applications(context),
      cycleView: () => missions.cycleView(context, cycle),
      questions: () => missions.questions(context, fiji),
      publicSummary: () => missions.publicSummary(context, cycle),
      atWork: () => missions.applicationAtWork(context, fiji),
      mine: () => missions.myApplications(context),
      decisions: () => missions.decisions(context, cycle),
      screening: () => missions.screening(context, cycle),
      summary: () => missions.summaryTable(context, cycle),
      search: async () => search(context, request),
      news: async () => news(context, 50),
      export: async () => exportRegister(context),
      history: async () => historyOf(context, { kind: 'application', id: (await at(fiji)).id }),
    });
    const leaks = async (context: Context): Promise<string[]> => {
      const found: string[] = [];
      for (const [name, way] of Object.entries(ways(context))) {
        const told = await way().then(
          (value) => JSON.stringify(value, (_, inner: unknown) => (inner instanceof Map ? [...inner] : inner)),
          (cause: unknown) => String(cause),
        );
        if (told.includes(bait) || told.includes('"declined"')) found.push(name);
      }
      return found;
    };
    const others = [
      as('member', ids.fiji),
      as('member', ids.tonga),
      as('public'),
      as('expert'),
      as('partner', ids.tonga),
    ];
    // The settings of a cycle name the stage, which is no secret; what is decided is.
    for (const other of others) {
      const leaked = (await leaks(other)).filter((name) => name !== 'cycleView' && name !== 'atWork');
      expect([other.viewer.role, leaked]).toEqual([other.viewer.role, []]);
      for (const name of ['cycleView', 'atWork'] as const) {
        const way = ways(other)[name];
        const told = JSON.stringify((await way?.().catch(() => null)) ?? null);
        expect(told).not.toContain(bait);
        expect(told).not.toMatch(/"pending":\{/);
      }
    }
    expect(await leaks(staff())).toEqual(expect.arrayContaining(['application', 'decisions', 'history']));
  });
});

describe('the summary', () => {
  test('keeps headings, order and other words; the public reads what was sent round', async () => {
    const { cycle, fiji, tonga } = await opened();
    const row = async (slug: string, change: Partial<missions.SummaryChange> = {}) => {
      const { id, content, title } = await at(slug);
      const { country, organisation } = content;
      return { application: id, heading: '', country: country.printed, organisation, title, ...change };
    };
    const rows = [await row(fiji, { organisation: 'Works Office' }), await row(tonga, { heading: 'Telecom related' })];
    await missions.changeSummary(staff(), cycle, 0, rows, { application: (await at(tonga)).id, by: -1 });
    const { rows: table, version } = await missions.summaryTable(staff(), cycle);
    expect(table.map(({ number, heading, country, organisation }) => [number, heading, country, organisation])).toEqual(
      [
        [1, 'Telecom related', 'Tonga', 'Tonga Regulatory Authority'],
        [2, null, 'Fiji', 'Works Office'],
      ],
    );
    expect(version).toBe(1);
    await expect(missions.changeSummary(staff(), cycle, 0, rows)).rejects.toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
    expect((await missions.screeningOf(staff(), fiji)).findings.map(({ rule }) => rule)).toContain('summary-differs');
    expect(await missions.publicSummary(as('member', ids.tonga), cycle)).toEqual([]);
    const decided = [{ slug: fiji, version: (await at(fiji)).version, to: 'screened', reason: '', instead: null }];
    await missions.decide(staff(), cycle, decided);
    await missions.releaseDecisions(staff(), cycle, 'all');
    await missions.moveApplication(staff(), fiji, (await at(fiji)).version, 'circulated');
    expect(await missions.publicSummary(as('member', ids.tonga), cycle)).toEqual([]);
    const { version: seen } = await missions.cycle(staff(), cycle);
    await missions.changeCycle(staff(), cycle, seen, { visibility: 'public', settings: { publicPage: true } });
    expect(await missions.publicSummary(as('public'), cycle)).toEqual([
      {
        number: 1,
        heading: null,
        country: 'Fiji',
        organisation: 'Works Office',
        title: 'Rules for early warning',
        sameCountry: false,
        slug: null,
      },
    ]);
  });
});
