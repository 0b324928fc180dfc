/** Matching, proposals and the beneficiary's choice on a real database, and who learns nothing of them. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { MissionApplication } from '#kernel/reading/index.ts';
import { Refusal } from '#kernel/problem.ts';
import { Role } from '#modules/access/index.ts';
import { historyOf, type Context } from '#modules/access/server/index.ts';
import { organisationNamed } from '#modules/directory/server/index.ts';
import { emptyProfile, usualMatching, usualSettings, type Profile } from '#modules/missions/index.ts';
import {
  acceptCall,
  addToRoster,
  agreeAsItStands,
  answerOffer,
  application,
  assignment,
  changeByHand,
  changeMatching,
  changeOffer,
  cycles,
  judgeMatch,
  makeAssignment,
  matching,
  moveOffer,
  offersFor,
  offerView,
  openOffer,
  requestsThatFit,
  rosterEntry,
} from '#modules/missions/server/index.ts';
import { search } from '#modules/trace/server/index.ts';
import { SearchRequest } from '#modules/trace/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const as = (role: Parameters<typeof viewerWith>[0], organisation: string | null = null): Context => ({
  ...database.context(viewerWith(role, organisation)),
  now: () => new Date('2026-03-02T09:00:00Z'),
});
const staff = (): Context => as('secretariat');
const ids = { offerer: '', applicant: '', first: '', second: '', portability: '', tides: '' };
const slugs = { cycle: '', first: '', second: '', expert: '' };

async function code(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return 'no refusal';
}

const answer = (text: string) => ({ numberPrinted: null, question: 'x', lines: null, text: [text] });
const request = (title: string, asked: string): MissionApplication => ({
  country: { printed: 'Tonga', iso2: 'TO' },
  organisation: 'Ministry of Works (MOW)',
  title,
  answers: {
    policy_issue: answer('x'),
    support_action: answer(asked),
    policy_contribution: answer('x'),
    policy_situation: answer('x'),
    stakeholders: answer('x'),
    expected_outcomes: answer('x'),
    timeline: answer('x'),
  },
  expectedOutcomes: { state: 'given', codes: ['training'], candidate: null },
  timeline: [],
  lines: [1, 2],
});

const onRoster = async (name: string, profile: Partial<Profile>): Promise<string> =>
  addToRoster(staff(), {
    details: {
      kind: 'person',
      name,
      organisation: '',
      country: null,
      email: '',
      telephone: '',
      active: true,
      profile: { ...emptyProfile, ...profile },
    },
    consent: {
      kept: true,
      members: false,
      public: false,
      givenOn: '2026-02-01',
      expiresOn: '2027-02-01',
      by: 'person',
    },
    confirmed: true,
  });

beforeAll(async () => {
  ids.offerer = (await organisationNamed(staff(), { key: 'LHI', name: 'Lighthouse Institute' })).id;
  const accepted = await acceptCall(
    staff(),
    {
      programme: 'OCU Expert Mission',
      year: 2026,
      letter: null,
      summary: [],
      applications: [request('Number portability', 'A workshop'), request('Tariffs of operators', 'A review')],
      assistancePlanForm: null,
    },
    { source: newId(), visibility: 'parties', parties: [] },
  );
  const found = accepted.others.filter(({ kind }) => kind === 'application');
  [slugs.first = '', slugs.second = ''] = found.map(({ address }) => address.split('/').at(-1)!);
  [ids.first = '', ids.second = ''] = found.map(({ id }) => id);
  slugs.cycle = (await cycles(staff()))[0]!.slug;
  ids.applicant = (await application(staff(), slugs.first)).application.organisation!;
  await sql`update missions.application set parties = parties || array[${ids.offerer}]::uuid[]`.execute(database.db);
  slugs.expert = await onRoster('Quirina Voskuil', {
    topics: [{ code: 'numbering_ip', weight: 'core' }],
    modalities: ['training'],
  });
  ids.portability = (await rosterEntry(staff(), slugs.expert)).id;
  const barred = await onRoster('Ulu Barred', {
    topics: [{ code: 'market_competition', weight: 'core' }],
    places: [{ country: 'TO', kind: 'conflict' }],
  });
  ids.tides = (await rosterEntry(staff(), barred)).id;
});

const said = (key: string, text: string) => ({ key, text, chosen: [], other: '', revision: 0, was: null });

/** An offer in coordination for the first request. */
async function inCoordination(): Promise<string> {
  const context = as('expert', ids.offerer);
  const slug = await openOffer(context, { organisation: null, applications: [slugs.first] });
  await changeOffer(context, slug, {
    answers: [said('details', 'We port numbers.'), said('schedule', 'May 2026'), said('outcomes', 'Draft rules')],
    costs: {
      revision: 0,
      was: null,
      lines: [
        {
          id: 'line-1',
          category: 'travel',
          text: 'Flights',
          quantity: '1',
          unit: 'flight',
          price: '900',
          amount: '',
          currency: 'usd',
          shares: [],
        },
      ],
    },
    experts: {
      revision: 0,
      was: null,
      people: [{ name: 'Ana Vea', organisation: 'LHI', role: 'lead', person: null, email: '', telephone: '' }],
    },
  });
  await moveOffer(context, slug, 2, 'received');
  await moveOffer(staff(), slug, 3, 'coordination');
  return slug;
}

const usual = usualSettings('x').weights;

describe('matching', () => {
  test('ranks the roster and the offers; bars stand apart', async () => {
    const { rankings } = await matching(staff(), slugs.cycle);
    expect(rankings.map(({ need }) => need.name)).toEqual(['Tonga: Number portability', 'Tonga: Tariffs of operators']);
    const [first, second] = rankings;
    expect(first!.matches[0]).toMatchObject({ candidate: { name: 'Quirina Voskuil' }, bars: [] });
    expect(second!.barred[0]).toMatchObject({ candidate: { name: 'Ulu Barred' }, bars: [{ rule: 'conflict' }] });
  });

  test('weights are looked at without keeping them, and kept by those who saw the newest', async () => {
    const weights = { ...usual, theme: 0 };
    const looked = await matching(staff(), slugs.cycle, { weights });
    expect(looked.rankings[0]!.matches[0]!.parts[0]).toMatchObject({ part: 'theme', points: 0, most: 0 });
    expect((await matching(staff(), slugs.cycle)).weights).toEqual(usual);
    const { cycle, version } = looked;
    const change = { cycleVersion: cycle.version, version, weights: usual, settings: { ...usualMatching, most: 3 } };
    await changeMatching(staff(), slugs.cycle, change);
    expect(await code(changeMatching(staff(), slugs.cycle, change))).toBe('changed-meanwhile');
    const bad = { ...change, weights: { ...usual, theme: 101 } };
    expect(await code(changeMatching(staff(), slugs.cycle, bad))).toBe('bad-matching');
    expect((await matching(staff(), slugs.cycle)).settings.most).toBe(3);
  });

  test('judgements are kept by person; the last one counts', async () => {
    const words = { application: ids.first, candidate: `expert:${ids.portability}`, note: 'Knows the islands.' };
    const person: Context = {
      ...staff(),
      viewer: { ...staff().viewer, account: newId() },
    };
    await judgeMatch(person, slugs.cycle, { ...words, grade: 2 });
    await judgeMatch(person, slugs.cycle, { ...words, grade: 3 });
    expect((await matching(staff(), slugs.cycle)).judgements).toMatchObject([{ grade: 3, note: 'Knows the islands.' }]);
    expect(await code(judgeMatch(person, slugs.cycle, { ...words, grade: 4 }))).toBe('bad-grade');
    expect(await code(judgeMatch(person, slugs.cycle, { ...words, application: newId(), grade: 1 }))).toBe('not-found');
  });
});

describe('the proposal', () => {
  test('says who helps whom and why nobody does; changes by hand keep their reason; no name is kept', async () => {
    await makeAssignment(staff(), slugs.cycle);
    const { proposal, standing, worst } = await assignment(staff(), slugs.cycle);
    expect(standing).toMatchObject([{ need: ids.first, candidate: `expert:${ids.portability}` }]);
    expect(worst).toEqual(standing[0]);
    expect(proposal!.proposal.nobody).toEqual([
      {
        need: ids.second,
        why: 'Whoever shares its topics is barred. Has told of a conflict of interest in this country.',
      },
    ]);
    const out = { what: 'taken out', need: ids.first, candidate: `expert:${ids.portability}` } as const;
    expect(await code(changeByHand(staff(), slugs.cycle, 1, { ...out, reason: ' ' }))).toBe('reason-missing');
    await changeByHand(staff(), slugs.cycle, 1, { ...out, reason: 'Is asked for elsewhere.' });
    expect(await code(changeByHand(staff(), slugs.cycle, 1, { ...out, reason: 'x' }))).toBe('changed-meanwhile');
    const into = { what: 'put in', need: ids.second, reason: 'x' } as const;
    expect(await code(changeByHand(staff(), slugs.cycle, 2, { ...into, candidate: `expert:${ids.tides}` }))).toBe(
      'barred',
    );
    await changeByHand(staff(), slugs.cycle, 2, { ...into, candidate: `expert:${ids.portability}` });
    const after = await assignment(staff(), slugs.cycle);
    expect(after.standing.map(({ need }) => need)).toEqual([ids.second]);
    expect(after.proposal!.changes.map(({ what, reason, by }) => [what, reason, by])).toEqual([
      ['taken out', 'Is asked for elsewhere.', 'secretariat'],
      ['put in', 'x', 'secretariat'],
    ]);
    const { rows } = await sql<{ everything: string }>`
      select concat(proposal::text, changes::text) as everything from missions.assignment`.execute(database.db);
    expect(rows.filter(({ everything }) => everything.includes('Voskuil'))).toEqual([]);
  });
});

describe('the beneficiary chooses', () => {
  test('among offers in coordination; the offer is agreed and the request has its offer', async () => {
    const applicant = as('member', ids.applicant);
    const slug = await inCoordination();
    const other = await inCoordination();
    const seen = await offersFor(applicant, slugs.first);
    expect(seen.offers.map(({ open }) => open)).toEqual([true, true]);
    const say = (offer: string, offerVersion: number, more: object = {}) => ({
      offer,
      version: seen.application.version,
      offerVersion,
      answer: 'chosen' as const,
      reason: '',
      letter: '',
      ...more,
    });
    expect(await code(answerOffer(applicant, slugs.first, say(other, 4, { answer: 'declined' })))).toBe(
      'reason-missing',
    );
    await answerOffer(applicant, slugs.first, say(other, 4, { answer: 'declined', reason: 'Too late in the year.' }));
    expect(await code(answerOffer(staff(), slugs.first, say(slug, 4)))).toBe('letter-missing');
    // Nobody has agreed on the flights yet; nothing of the choice is kept.
    expect(await code(answerOffer(applicant, slugs.first, say(slug, 4)))).toBe('not-ready');
    await agreeAsItStands(staff(), slug, 4);
    await answerOffer(applicant, slugs.first, say(slug, 5, { reason: 'It fits our plan.' }));
    expect((await application(applicant, slugs.first)).application.stage).toBe('matched');
    expect((await offerView(applicant, slug)).offer.stage).toBe('agreed');
    const after = await offersFor(applicant, slugs.first);
    expect(new Map(after.offers.map(({ view, answer: given }) => [view.offer.slug, given?.answer]))).toEqual(
      new Map([
        [slug, 'chosen'],
        [other, 'declined'],
      ]),
    );
    expect(after.offers.map(({ open }) => open)).toEqual([false, false]);
    const history = await historyOf(staff(), { kind: 'application', id: ids.first });
    expect(history.slice(0, 2).map(({ action, actor }) => [action, actor])).toEqual([
      ['moved', 'member'],
      ['chose an offer for', 'member'],
    ]);
  });

  test('nobody else learns whether there are offers', async () => {
    for (const context of [as('member', newId()), as('member'), as('member', ids.offerer)]) {
      expect(await code(offersFor(context, slugs.first))).toBe('not-found');
    }
    for (const role of ['public', 'expert', 'partner', 'drafter'] as const) {
      expect(await code(offersFor(as(role, ids.applicant), slugs.first))).toBe('not-allowed');
    }
  });
});

describe('requests that fit', () => {
  test('are for the person and the secretariat, and tell no score', async () => {
    const { requests } = await requestsThatFit(staff(), slugs.expert);
    expect(requests).toEqual([]);
    await sql`update missions.application set stage = 'circulated' where id = ${ids.first}`.execute(database.db);
    const [fit] = (await requestsThatFit(staff(), slugs.expert)).requests;
    expect(fit).toMatchObject({ title: 'Number portability', country: 'Tonga' });
    expect(fit).not.toHaveProperty('score');
    for (const role of ['member', 'expert', 'partner'] as const) {
      expect(await code(requestsThatFit(as(role, ids.offerer), slugs.expert))).toBe('not-found');
    }
  });
});

test('scores, judgements and names of the roster reach nobody else, by no way', async () => {
  for (const role of Role.options.filter((one) => one !== 'secretariat' && one !== 'administrator')) {
    for (const organisation of [null, ids.applicant, ids.offerer]) {
      const context = as(role, organisation);
      const told: unknown[] = [];
      for (const ask of [
        () => matching(context, slugs.cycle),
        () => assignment(context, slugs.cycle),
        () => offersFor(context, slugs.first),
        () => requestsThatFit(context, slugs.expert),
        () => search(context, SearchRequest.parse({ words: 'Voskuil islands elsewhere' })),
        () => search(context, SearchRequest.parse({ words: 'portability' })),
      ]) {
        told.push(await ask().catch((error: Error) => error.message));
      }
      expect(JSON.stringify(told)).not.toMatch(/Voskuil|Knows the islands|asked for elsewhere/);
    }
  }
});
