import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { availability, awayDuring } from './availability.ts';
import { conflictWith } from './conflicts.ts';
import { Consent, consentState, isStale, monthsAfter, shownTo } from './consent.ts';
import { emptyProfile } from './profile.ts';

const monthsOf = ({ from, to }: { from: string; to: string }): string[] => {
  const all: string[] = [];
  for (let year = 2026; year <= 2029; year++) {
    for (let number = 1; number <= 12; number++) all.push(`${year}-${String(number).padStart(2, '0')}`);
  }
  return all.filter((one) => one >= from && one <= to);
};

describe('availability', () => {
  const unavailable = [
    { from: '2027-03', to: '2027-04' },
    { from: '2027-12', to: '2028-01' },
  ];
  test.each([
    ['2027-05', '2027-11', 'whole'],
    ['2027-04', '2027-05', 'partly'],
    ['2027-03', '2027-04', 'none'],
    ['2027-12', '2028-01', 'none'],
    ['2027-12', '2028-02', 'partly'],
    ['2027-01', '2028-12', 'partly'],
    ['2028-02', null, 'whole'],
    ['2028-01', null, 'partly'],
    [null, '2027-02', 'whole'],
    [null, '2027-03', 'partly'],
    [null, null, 'unknown'],
    ['2027-05', '2027-04', 'unknown'],
  ])('from %s to %s: %s', (from, to, expected) => {
    expect(availability({ unavailable }, from, to)).toBe(expected);
  });

  test('absences that touch or overlap count together, in any order', () => {
    const pieces = [
      { from: '2027-05', to: '2027-06' },
      { from: '2027-03', to: '2027-05' },
      { from: '2027-07', to: '2027-07' },
    ];
    expect(availability({ unavailable: pieces }, '2027-03', '2027-07')).toBe('none');
    expect(awayDuring({ unavailable: pieces }, '2027-07', '2027-09')).toEqual([pieces[2]]);
  });

  const month = fc
    .tuple(fc.integer({ min: 2026, max: 2029 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
  const span = fc.tuple(month, month).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
  test('is what counting month by month says', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), span, (unavailable, asked) => {
        const months = monthsOf(asked);
        const away = new Set(unavailable.flatMap(monthsOf));
        const free = months.filter((one) => !away.has(one)).length;
        const expected = free === months.length ? 'whole' : free === 0 ? 'none' : 'partly';
        expect(availability({ unavailable }, asked.from, asked.to)).toBe(expected);
      }),
    );
  });
});

describe('conflicts', () => {
  test('an organisation is known with and without its abbreviation, in either spelling', () => {
    const told = { ...emptyProfile, interests: ['Agency for Digitalization'] };
    const asks = 'Agency for Digitalisation (AFD)';
    expect(conflictWith(told, null, asks).map(({ rule }) => rule)).toEqual(['interest']);
    expect(conflictWith(told, null, 'Agency for Roads (AFD)')).toEqual([]);
  });

  const profile = {
    ...emptyProfile,
    nationality: 'TO',
    interests: ['Ministry of Tides (MOT)'],
    places: [
      { country: 'FJ', kind: 'barred' as const },
      { country: 'WS', kind: 'conflict' as const },
      { country: 'VU', kind: 'worked' as const },
    ],
  };
  const rules = (...asked: [string | null, string | string[] | null, string[]?]) =>
    conflictWith(profile, ...asked).map(({ rule }) => rule);

  test('by country, by nationality, by organisation', () => {
    expect(rules('FJ', null)).toEqual(['barred']);
    expect(rules('WS', null)).toEqual(['interest']);
    expect(rules('TO', null)).toEqual(['national']);
    expect(rules('VU', 'Ministry of Works')).toEqual([]);
    expect(rules('VU', ['MoT', 'The Ministry of Tides – MOT'])).toEqual(['interest']);
    expect(rules('VU', 'Regulátor of Waves', ['regulator of waves'])).toEqual(['organisation']);
    expect(rules(null, null)).toEqual([]);
    expect(rules(null, '', [''])).toEqual([]);
  });
});

describe('consent and freshness', () => {
  const consent = Consent.parse({
    kept: true,
    members: true,
    public: false,
    givenOn: '2026-01-31',
    expiresOn: '2027-01-31',
    by: 'person',
  });

  test('an entry is stale after twelve months, and while nobody has confirmed it', () => {
    expect(isStale('2026-03-13', '2027-03-13')).toBe(false);
    expect(isStale('2026-03-13', '2027-03-14')).toBe(true);
    expect(isStale(null, '2027-03-14')).toBe(true);
    expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsAfter('2026-12-31', 12)).toBe('2027-12-31');
  });

  test('consent ends with its last day; a month before, it is ending', () => {
    expect(['2026-06-01', '2027-01-01', '2027-01-31', '2027-02-01'].map((day) => consentState(consent, day))).toEqual([
      'given',
      'ending',
      'ending',
      'expired',
    ]);
    expect(consentState(null, '2026-06-01')).toBe('none');
  });

  test('an entry is shown no further than was allowed', () => {
    expect(shownTo(consent, '2026-06-01')).toBe('members');
    expect(shownTo({ ...consent, public: true }, '2026-06-01')).toBe('public');
    expect(shownTo({ ...consent, members: false }, '2026-06-01')).toBe('secretariat');
    expect(shownTo({ ...consent, public: true }, '2027-02-01')).toBe('secretariat');
    expect(shownTo(null, '2026-06-01')).toBe('secretariat');
  });

  test('without leave to be kept there is no consent; nor with an end before its beginning', () => {
    expect(Consent.safeParse({ ...consent, kept: false }).success).toBe(false);
    expect(Consent.safeParse({ ...consent, expiresOn: '2026-01-31' }).success).toBe(false);
  });
});
