import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conferences } from '#data/conferences.ts';
import type { Citation } from '#kernel/reading/index.ts';
import { checkCitations } from './check.ts';
import { knownTexts, type KnownInstrument } from './known.ts';

const instrument = (
  revisions: [place: string, year: number][],
  more: Partial<KnownInstrument> = {},
): KnownInstrument => ({
  kind: 'resolution',
  number: '5',
  body: 'Assembly of the Oceanic Communications Union',
  code: null,
  revisions: revisions.map(([place, year]) => ({ revision: { place, year, revised: true }, clauses: null })),
  suppressed: null,
  ...more,
});

const citation = (place: string, year: number, more: Partial<Citation> = {}): Citation => ({
  line: 1,
  text: `Resolution 5 (Rev. ${place}, ${year})`,
  kind: 'resolution',
  body: null,
  number: '5',
  revision: { place, year, revised: true },
  superseded: null,
  ...more,
});

describe('which text is meant', () => {
  test('the same instrument from two sources is one, with the revisions of both', () => {
    const known = knownTexts([instrument([['Oslo', 2018]]), instrument([['Lagos', 2014]], { body: null })], []);
    expect(known.named('resolution', '5')).toHaveLength(1);
    const [problem] = checkCitations([citation('Lagos', 2014)], known);
    expect([problem?.kind, problem?.newest?.place, problem?.certainty]).toEqual(['stale', 'Oslo', 'sure']);
  });

  test('of two bodies that both can be meant, none is', () => {
    const twice = [
      instrument([
        ['Lagos', 2014],
        ['Oslo', 2018],
      ]),
      instrument([['Lagos', 2014]], { body: 'Council of Reefs' }),
    ];
    expect(checkCitations([citation('Lagos', 2014)], knownTexts(twice, []))).toEqual([]);
  });

  test('capitals, accents and signs make no other place', () => {
    const known = knownTexts(
      [
        instrument([
          ['Yaoundé', 2014],
          ['Oslo', 2018],
        ]),
      ],
      [],
    );
    expect(checkCitations([citation('YAOUNDE', 2014)], known)).toHaveLength(1);
  });
});

const met = (confirmed: boolean) => [
  { body: 'OCU', place: 'Oslo', year: 2018, dates: null, confirmed },
  { body: 'OCU', place: 'Lagos', year: 2014, dates: null, confirmed },
];

test('a confirmed calendar is sure, an unconfirmed one is likely', () => {
  const cited = [citation('Oslo', 2016, { body: 'OCU' })];
  expect(checkCitations(cited, knownTexts([], met(true))).map(({ kind, certainty }) => [kind, certainty])).toEqual([
    ['impossible', 'sure'],
  ]);
  expect(checkCitations(cited, knownTexts([], met(false))).map(({ certainty }) => certainty)).toEqual(['likely']);
  // Before the first and after the last meeting that is known, nothing is.
  expect(checkCitations([citation('Oslo', 2020, { body: 'OCU' })], knownTexts([], met(true)))).toEqual([]);
});

test('law: whatever is cited, at most one problem each, in order; without known texts none is stale or dangling', () => {
  const place = fc.constantFrom('Oslo', 'Lagos', 'Busan', 'Dubai', 'PP', '', 'x');
  const any = fc
    .tuple(place, fc.integer({ min: 1900, max: 2100 }), fc.constantFrom(null, 'PP', 'WTDC', 'OCU'), fc.nat(9))
    .map(([where, year, body, line]) => citation(where, year, { body, line: line + 1 }));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 20 }), (all) => {
      const problems = checkCitations(all, knownTexts([], conferences));
      const at = problems.map((problem) => all.indexOf(problem.citation));
      expect(at).toEqual([...new Set(at)].toSorted((one, other) => one - other));
      expect(problems.filter(({ kind }) => kind === 'stale' || kind === 'dangling')).toEqual([]);
    }),
  );
});
