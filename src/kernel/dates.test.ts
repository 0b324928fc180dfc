import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDay, isoDay, monthNumber, yearsIn } from './dates.ts';

describe('the first day of a text', () => {
  test.each([
    ['Suva, 5 March 2024', '2024-03-05', '5 March 2024'],
    ['on the 5th of Sept. 2024, in Suva', '2024-09-05', '5th of Sept. 2024'],
    ['March 5, 2024', '2024-03-05', 'March 5, 2024'],
    ['held 13-15 May 2024', '2024-05-13', '13-15 May 2024'],
    ['13 – 15 May, 2024', '2024-05-13', '13 – 15 May, 2024'],
    ['30 March to 2 April 2024', '2024-03-30', '30 March to 2 April 2024'],
    ['30 December – 2 January 2024', '2023-12-30', '30 December – 2 January 2024'],
    ['30 December 2023 – 2 January 2024', '2023-12-30', '30 December 2023 – 2 January 2024'],
    ['March 30 – April 2, 2024', '2024-03-30', 'March 30 – April 2, 2024'],
    ['DATE: 2024-03-05', '2024-03-05', '2024-03-05'],
    ['05.03.2024', '2024-03-05', '05.03.2024'],
    ['25/03/2024', '2024-03-25', '25/03/2024'],
    ['03/25/2024', '2024-03-25', '03/25/2024'],
    ['before 1 May 2024 or 2024-01-01', '2024-05-01', '1 May 2024'],
  ])('%j', (text, date, printed) => {
    const day = firstDay(text);
    expect(day?.date).toBe(date);
    expect(text.slice(day?.from, day?.to)).toBe(printed);
  });

  test.each(['5 March', 'May 2024', '05/03/2024', '31 June 2024', '2024', 'marching 2024', 'Ref: 12/2023/4'])(
    'none in %j',
    (text) => {
      expect(firstDay(text)).toBeNull();
    },
  );
});

test('every day of a century, printed in three ways, is read back', () => {
  const month = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  fc.assert(
    fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      const name = month[date.getUTCMonth()] ?? '';
      for (const printed of [
        `${date.getUTCDate()} ${name} ${date.getUTCFullYear()}`,
        `${name.slice(0, 3)}. ${date.getUTCDate()}, ${date.getUTCFullYear()}`,
        iso,
      ]) {
        expect(firstDay(`Done in Suva on ${printed}.`)?.date).toBe(iso);
      }
    }),
  );
});

test('months, days of the calendar, years', () => {
  expect(['January', 'sept', 'JUL.', 'mayor', 'decade'].map(monthNumber)).toEqual([1, 9, 7, null, null]);
  expect([isoDay(2024, 2, 29), isoDay(2023, 2, 29), isoDay(2023, 13, 1)]).toEqual(['2024-02-29', null, null]);
  expect(yearsIn('Plan 2022-2026 (2022), Ref 4/2023/1, 20245 and 1,999 in 2023.')).toEqual([2022, 2026, 2023]);
});

test('long texts without a date take time in proportion to their length', () => {
  for (const unit of ['1 ', '1 to ', 'May ', '12.12.', '1 May 2 May ']) {
    const start = performance.now();
    firstDay(unit.repeat(100_000));
    expect(performance.now() - start, unit).toBeLessThan(2000);
  }
});
