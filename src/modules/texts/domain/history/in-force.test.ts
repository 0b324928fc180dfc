import { describe, expect, test } from 'vitest';
import { lastDayOf, standingAt, type DatedRevision } from './in-force.ts';

const first: DatedRevision = { year: 2013, day: '2013-10-18', revised: false, status: 'adopted' };
const second: DatedRevision = { year: 2017, day: null, revised: true, status: 'adopted' };
const third: DatedRevision = { year: 2021, day: '2021-11-12', revised: true, status: 'adopted' };
const gone: DatedRevision = { year: 2025, day: '2025-11-07', revised: true, status: 'suppressed' };
const all = [third, gone, first, second];

describe('the text in force', () => {
  test('is the one adopted last, from the last day of its conference', () => {
    expect(standingAt(all, '2013-10-18')).toEqual({ state: 'stands', revision: first });
    expect(standingAt(all, '2016-12-31')).toEqual({ state: 'stands', revision: first });
    expect(standingAt(all, '2021-11-11')).toEqual({ state: 'stands', revision: second });
    expect(standingAt(all, '2025-11-06')).toEqual({ state: 'stands', revision: third });
  });

  test('is none before the first and after the suppression', () => {
    expect(standingAt(all, '2013-10-17')).toEqual({ state: 'not-yet', first });
    expect(standingAt(all, '2026-01-01')).toEqual({ state: 'suppressed', revision: gone });
  });

  test('is unknown within a year of which the day is not known, and known at its end', () => {
    expect(standingAt(all, '2017-06-01')).toEqual({
      state: 'unknown',
      why: 'The day of adoption in 2017 is not known.',
      among: [first, second],
    });
    expect(standingAt(all, '2017-12-31')).toEqual({ state: 'stands', revision: second });
  });

  test('is unknown before a revision whose older text is not in the register', () => {
    expect(standingAt([third], '2020-01-01')).toMatchObject({ state: 'unknown', among: [] });
    expect(standingAt([{ ...first, year: null, day: null }], '2020-01-01')).toMatchObject({ state: 'unknown' });
    expect(standingAt([], '2020-01-01')).toMatchObject({ state: 'unknown' });
  });

  test('is never one that is only proposed', () => {
    expect(standingAt([first, { ...third, status: 'proposed' }], '2025-01-01')).toEqual({
      state: 'stands',
      revision: first,
    });
  });
});

test.each([
  ['2019-06-30', '2019-06-30'],
  ['2019-02', '2019-02-28'],
  ['2020', '2020-12-31'],
  [' 2020-02-29 ', '2020-02-29'],
  ['2019-02-29', null],
  ['2019-13', null],
  ['2019-00-01', null],
  ['yesterday', null],
  ['', null],
  ['0000-01-01', null],
])('the day asked for by "%s" is %s', (asked, day) => {
  expect(lastDayOf(asked)).toBe(day);
});
