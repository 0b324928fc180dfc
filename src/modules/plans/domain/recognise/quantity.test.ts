import { describe, expect, test } from 'vitest';
import { baselineYearOf, targetOf } from './quantity.ts';

const read = (words: string): unknown => {
  const target = targetOf(words, { stated: true });
  return target === null ? null : [target.value, target.unit, target.comparator, target.by, target.baselineYear];
};

describe('targets in words', () => {
  test.each([
    ['by 2027, 65% of villages with a link', [65, '%', '=', 2027, null]],
    ['by 2027, calls should be 25% cheaper (baseline year 2021)', [25, '%', '=', 2027, 2021]],
    ['by 2027, emissions should fall by 30% compared to the 2019 baseline', [30, '%', '=', 2027, 2019]],
    ['by 2027, links should cost no more than 3% of income', [3, '%', '<=', 2027, null]],
    ['Worldwide, 55% of schools should be on line by 2030', [55, '%', '=', 2030, null]],
    ['by 2027, all countries adopt a plan', [100, '%', 'all', 2027, null]],
    ['by the end of 2026 rules should be made in all Member States', [100, '%', 'all', 2026, null]],
    ['All 38 members report by 31 December 2025', [100, '%', 'all', 2025, null]],
    ['at least 20 officials trained per year', [20, 'officials', '>=', null, null]],
    ['from 40% to 60% by 2027', [60, '%', '=', 2027, null]],
    ['USD 2.5 million', [2_500_000, 'USD', '=', null, null]],
    ['1 200 participants by end-2026', [1200, 'participants', '=', 2026, null]],
    ['12,000 people', [12_000, 'people', '=', null, null]],
    ['three regional centres by December 2025', [3, 'regional centres', '=', 2025, null]],
    ['half of all schools by 2026', [50, '%', '=', 2026, null]],
    ['10+', [10, null, '>=', null, null]],
    ['≥ 80 %', [80, '%', '>=', null, null]],
    ['up to 5 days', [5, 'days', '<=', null, null]],
    ['0', [0, null, '=', null, null]],
  ])('%s', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });

  test.each(['by 2027, gender equality should be achieved', 'Yes', 'to be agreed', 'double the number', 'in 2025', ''])(
    '“%s” states no quantity',
    (words) => {
      expect(read(words)).toBeNull();
    },
  );

  test('a number in an indicator is no target until a date makes it one', () => {
    expect(targetOf('Number of courses in 6 languages', { stated: false })).toBeNull();
    expect(targetOf('Courses in 6 languages by 2026', { stated: false })).toMatchObject({ value: 6, by: 2026 });
  });

  test('the year of the column and of the baseline fill in', () => {
    expect(targetOf('400', { stated: true, year: 2027, baselineYear: 2022 })).toEqual({
      value: 400,
      unit: null,
      comparator: '=',
      by: 2027,
      baselineYear: 2022,
    });
  });

  test('baseline years', () => {
    expect(baselineYearOf('compared to 2019 levels')).toBe(2019);
    expect(baselineYearOf('120 (2020)')).toBeNull();
    expect(baselineYearOf('baseline 120 (2020)')).toBeNull();
    expect(baselineYearOf('baseline (2020)')).toBe(2020);
  });
});
