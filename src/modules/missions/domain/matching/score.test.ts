import { describe, expect, test } from 'vitest';
import { usualApplicationForm, usualOfferForm } from '../forms/house-forms.ts';
import { noAnswer, type ApplicationContent, type GivenAnswer, type OfferContent } from '../forms/answers.ts';
import { emptyProfile, type Profile } from '../roster/profile.ts';
import type { BarRules } from './bars.ts';
import { candidateOfActivity, candidateOfOffer, candidateOfProfile } from './candidate.ts';
import { needOf } from './need.ts';
import { mayBeProposed, rank, whyLower, type Match } from './score.ts';
import type { Candidate, Need } from './words.ts';

const weights = { theme: 50, help: 15, place: 10, time: 10, language: 5, record: 10 };
const rules: BarRules = {
  nationalsBarred: true,
  profileMonths: 12,
  ceiling: { value: '20000', currency: 'USD' },
  today: '2027-01-15',
};

const given = (text: string, more: Partial<GivenAnswer> = {}): GivenAnswer => ({
  ...noAnswer,
  state: 'given',
  text,
  ...more,
});
const months = (from: string | null, to: string | null) => ({
  printed: `${from ?? ''} to ${to ?? ''}`,
  what: null,
  precision: 'month' as const,
  from,
  to,
});

const content: ApplicationContent = {
  country: { printed: 'TONGA', iso2: 'TO' },
  organisation: 'Ministry of Tides',
  title: 'Study on spectrum for smart islands',
  answers: {
    policy_issue: given('The Ministry of Tides has no radio policy.'),
    support_action: given('A workshop in Tongan with operators.'),
    stakeholders: given('Broadcasting Board'),
    expected_outcomes: given('- Awareness\n- Training\n- Systems', { chosen: ['training'] }),
    timeline: given('', { times: [months('2027-05', '2027-08')] }),
  },
};
const form = usualApplicationForm('Mission');
const request = (more: Partial<ApplicationContent> = {}): Need =>
  needOf({
    id: 'need',
    address: '/need',
    organisation: 'ministry',
    organisationNames: [],
    content: { ...content, ...more },
    form,
  });

const expert = (profile: Partial<Profile>, more: Partial<Parameters<typeof candidateOfProfile>[0]> = {}): Candidate =>
  candidateOfProfile({
    kind: 'expert',
    id: more.name ?? 'Ana',
    name: 'Ana',
    address: '/ana',
    organisation: null,
    profile: { ...emptyProfile, ...profile },
    confirmedOn: '2026-12-01',
    missions: [],
    own: [],
    ...more,
  });

const one = (candidate: Candidate, need = request()): Match => {
  const [ranking] = rank([need], [candidate], weights, rules);
  return (ranking?.matches[0] ?? ranking?.barred[0])!;
};
const points = (match: Match): Record<string, number> =>
  Object.fromEntries(match.parts.map(({ part, points: all }) => [part, all]));

const offer = (share: number | null, state: 'given' | 'blank'): OfferContent => ({
  organisation: 'Union',
  answers: { interest: given('Spectrum in Tonga'), requested: { ...noAnswer, state } },
  costs: [
    {
      id: 'line-1',
      category: 'travel',
      text: 'Flights',
      quantity: null,
      unit: null,
      amount: { value: '50000.50', currency: 'USD' },
      payers: [{ who: 'organiser', share, basis: 'asked' }],
    },
  ],
  experts: [],
});
const offered = (what: OfferContent, withdrawn = false): Candidate =>
  candidateOfOffer({
    id: 'offer',
    name: 'Offer',
    address: '/offer',
    organisation: null,
    applications: ['need'],
    content: what,
    form: usualOfferForm('Mission', 'the Union'),
    withdrawn,
    missions: [],
  });

const told = (words: string, isActivity = true): Match =>
  one(
    candidateOfActivity({
      id: 'a',
      organisation: 'OCU',
      words,
      address: '/a',
      isActivity,
      topics: ['spectrum'],
      years: [],
    }),
  );
describe('what is read of a request', () => {
  test('its fields; stakeholders are left out, of the outcomes only what is ticked', () => {
    expect(request().fields.map(({ key, core, text }) => [key, core, text])).toEqual([
      ['title', true, 'Study on spectrum for smart islands'],
      ['country', false, 'TONGA'],
      ['policy_issue', false, 'The Ministry of Tides has no radio policy.'],
      ['support_action', true, 'A workshop in Tongan with operators.'],
      ['expected_outcomes-training', false, 'Training'],
      ['timeline-1', false, '2027-05 to 2027-08'],
    ]);
  });
});

describe('the parts', () => {
  test('theme: two shared topics of two that are spoken of by all, core on both sides', () => {
    const match = one(
      expert({
        topics: [
          { code: 'spectrum', weight: 'core' },
          { code: 'smart_cities', weight: 'side' },
        ],
      }),
    );
    // Both speak of both: 4 of 50 each, the core one double.
    expect(points(match)['theme']).toBe(12);
    expect(match.parts[0]!.reasons.map(({ points: own, sentence }) => [own, sentence])).toEqual([
      [8, 'Both speak of spectrum.'],
      [4, 'Both speak of smart cities, villages and islands; the other side only in passing.'],
    ]);
    expect(match.parts[0]!.reasons[0]!.need).toEqual([
      { field: 'title', name: 'Title', from: 9, to: 17, quote: 'spectrum' },
    ]);
  });

  test('a rare topic says more, a broader one half', () => {
    const others = Array.from({ length: 30 }, (_, at) => expert({}, { name: `Other ${at}` }));
    const candidates = [
      expert({ topics: [{ code: 'spectrum', weight: 'core' }] }, { name: 'Rare' }),
      expert({ topics: [{ code: 'digital_transformation', weight: 'core' }] }, { name: 'Broad' }),
      ...others,
    ];
    const [ranking] = rank([request()], candidates, weights, rules);
    expect(ranking!.matches.slice(0, 2).map(({ candidate, parts }) => [candidate.name, parts[0]!.points])).toEqual([
      ['Rare', 24],
      ['Broad', 12],
    ]);
    expect(ranking!.matches[1]!.parts[0]!.reasons[0]!.sentence).toBe(
      'The request speaks of smart cities, villages and islands, which is a part of what the other side speaks of, digital transformation: half of the points.',
    );
    expect(mayBeProposed(ranking!.matches[0]!)).toBe(true);
    expect(mayBeProposed(ranking!.matches[2]!)).toBe(false);
  });

  test('kind of help: offered 8, done before 5, at most 15', () => {
    expect(points(one(expert({ modalities: ['training'] })))['help']).toBe(8);
    expect(points(one(expert({ experience: 'Seminars in Suva' })))['help']).toBe(5);
    expect(points(one(expert({ modalities: ['training', 'workshop', 'study'] })))['help']).toBe(15);
  });

  test.each([
    ['the country', 'TO', 10],
    ['its sub-region', 'WS', 6],
    ['its group', 'FJ', 4],
    ['elsewhere', 'NO', 0],
  ])('place: %s', (_, country, expected) => {
    expect(points(one(expert({ places: [{ country, kind: 'worked' }] })))['place']).toBe(expected);
  });

  test('time: the share of the months asked for; unknown is half and says so', () => {
    const away = (from: string, to: string): Match => one(expert({ unavailable: [{ from, to }] }));
    expect(points(away('2027-01', '2027-02'))['time']).toBe(10);
    expect(points(away('2027-01', '2027-05'))['time']).toBe(7);
    const unknown = one(expert({})).parts.find(({ part }) => part === 'time')!;
    expect(unknown).toMatchObject({ points: 5, reasons: [], assumed: { points: 5 } });
  });

  test('language and track record', () => {
    const match = one(
      expert(
        { languages: [{ code: 'to', level: 'work' }] },
        {
          missions: [
            { words: 'Mission on tides, 2025', grade: 80 },
            { words: 'Mission on harbours, 2024', grade: null },
          ],
        },
      ),
    );
    expect(points(match)).toMatchObject({ language: 5, record: 7 });
  });
});

describe('bars stand apart', () => {
  test.each([
    ['conflict', expert({ places: [{ country: 'TO', kind: 'conflict' }] })],
    ['conflict', expert({ places: [{ country: 'TO', kind: 'barred' }] })],
    ['conflict', expert({}, { organisation: 'ministry' })],
    ['conflict', expert({ interests: ['MINISTRY OF TIDES'] })],
    ['conflict', expert({}, { own: ['Ministry of Tides'] })],
    ['national', expert({ nationality: 'TO' })],
    ['unavailable', expert({ unavailable: [{ from: '2027-04', to: '2027-09' }] })],
    ['old-profile', expert({}, { confirmedOn: '2026-01-14' })],
    ['old-profile', expert({}, { confirmedOn: null })],
  ])('%s', (rule, candidate) => {
    const [ranking] = rank([request()], [candidate], weights, rules);
    expect(ranking).toMatchObject({ matches: [], barred: [{ bars: [{ rule }] }] });
  });

  test.each([
    expert({ nationality: 'WS' }),
    expert({ unavailable: [{ from: '2027-04', to: '2027-07' }] }),
    expert({}, { confirmedOn: '2026-01-15' }),
  ])('no bar: %#', (candidate) => {
    expect(one(candidate).bars).toEqual([]);
  });

  test('costs over the ceiling that nobody bears', () => {
    expect(one(offered(offer(4000, 'given'))).bars.map(({ rule }) => rule)).toEqual(['cost']);
    expect(one(offered(offer(7000, 'given'))).bars).toEqual([]);
  });

  test('an offer taken back', () => {
    expect(one(offered(offer(10_000, 'given'), true)).bars.map(({ rule }) => rule)).toEqual(['withdrawn']);
  });
});

describe('penalties', () => {
  test('a statement, only the country, an open list', () => {
    expect(told('Spectrum is scarce.', false).penalties).toMatchObject([{ rule: 'statement', points: 10 }]);
    expect(told('OCU feeds Tonga.')).toMatchObject({ penalties: [{ rule: 'only-country', points: 10 }], score: 5 });
    expect(told('Spectrum in Tonga, Samoa and so on.').penalties).toMatchObject([
      { rule: 'open-list', points: 5, at: [{ quote: 'and so on' }] },
    ]);
    expect(told('Spectrum in Tonga.').penalties).toEqual([]);
  });
});

test('why the next ranks lower, and what is missing', () => {
  const [ranking] = rank(
    [request({ answers: { ...content.answers, timeline: noAnswer } })],
    [
      expert({ topics: [{ code: 'spectrum', weight: 'core' }] }, { name: 'Ana' }),
      expert({ topics: [{ code: 'spectrum', weight: 'side' }], modalities: ['study'] }, { name: 'Ben' }),
    ],
    weights,
    rules,
  );
  const [first, second] = ranking!.matches;
  expect(first!.candidate.name).toBe('Ben');
  expect(whyLower(first!, second!)).toBe('Kind of help: 0 of the 8 points that Ben has.');
  expect(second!.missing).toEqual([
    'No date given by TONGA: Study on spectrum for smart islands.',
    'No date given by Ana.',
    'No kind of help given by Ana.',
    'No language given by Ana.',
  ]);
});
