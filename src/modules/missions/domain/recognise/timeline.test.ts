import { describe, expect, test } from 'vitest';
import { timesIn } from './timeline.ts';

const one = (text: string) => {
  const [when, ...more] = timesIn([{ text, what: null }]);
  expect(more).toEqual([]);
  return when === undefined ? null : [when.from, when.to, when.precision, when.what];
};

describe('one time', () => {
  test.each([
    ['May 2024', ['2024-05', '2024-05', 'month', null]],
    ['Feb–Apr 2024', ['2024-02', '2024-04', 'month', null]],
    ['Feb - Apr 2024: feasibility study', ['2024-02', '2024-04', 'month', 'feasibility study']],
    ['July – August 2024: data analysis', ['2024-07', '2024-08', 'month', 'data analysis']],
    ['November–February 2025', ['2024-11', '2025-02', 'month', null]],
    ['December 2024 to January 2025', ['2024-12', '2025-01', 'month', null]],
    ['June 2024 – first draft of the roadmap', ['2024-06', '2024-06', 'month', 'first draft of the roadmap']],
    ['First draft: June 2024', ['2024-06', '2024-06', 'month', 'First draft']],
    ['from November 2024 to September 2024', ['2024-11', '2024-09', 'month', null]],
    ['Q2 2024', ['2024-04', '2024-06', 'quarter', null]],
    ['2024 Q4', ['2024-10', '2024-12', 'quarter', null]],
    ['Q2–Q3 2024', ['2024-04', '2024-09', 'quarter', null]],
    ['third quarter of 2024', ['2024-07', '2024-09', 'quarter', null]],
    ['first half of 2024', ['2024-01', '2024-06', 'quarter', null]],
    ['The course opens in Q3 2024 (July onwards)', ['2024-07', null, 'onwards', null]],
    ['from July 2024', ['2024-07', null, 'onwards', null]],
    ['July 2024 onwards', ['2024-07', null, 'onwards', null]],
    ['Beginning of the year 2024', ['2024-01', null, 'start-of-year', null]],
    ['early 2024', ['2024-01', null, 'start-of-year', null]],
    ['mid-2024', ['2024-01', '2024-12', 'year', null]],
    ['end of 2024', [null, '2024-12', 'year', null]],
    ['by the end of June 2024', [null, '2024-06', 'month', null]],
    ['before June 2024', [null, '2024-05', 'month', null]],
    ['before January 2024', [null, '2023-12', 'month', null]],
    ['any time in 2024', ['2024-01', '2024-12', 'flexible', null]],
    ['We are flexible, preferably finished by November 2024.', [null, '2024-11', 'flexible', null]],
    ['2024', ['2024-01', '2024-12', 'year', null]],
    ['2024-2025', ['2024-01', '2025-12', 'year', null]],
    ['2024-05', ['2024-05', '2024-05', 'month', null]],
    ['05/2024', ['2024-05', '2024-05', 'month', null]],
    ["May '24", ['2024-05', '2024-05', 'month', null]],
    ['13–17 May 2024', ['2024-05', '2024-05', 'day', null]],
    ['30 May - 3 June 2024, Suva', ['2024-05', '2024-06', 'day', null]],
    ['28 December to 3 January 2025', ['2024-12', '2025-01', 'day', null]],
    ['1 – 2 weeks', [null, null, 'duration', null]],
    ['ten working days', [null, null, 'duration', null]],
    ['Duration: 3 months', [null, null, 'duration', null]],
    ['two weeks in May 2024', ['2024-05', '2024-05', 'month', null]],
    ['As soon as possible', [null, null, 'asap', null]],
    ['At the earliest', [null, null, 'asap', null]],
    ['ASAP, before September 2024', [null, '2024-08', 'asap', null]],
    ['to be agreed', [null, null, 'flexible', null]],
    ['March', [null, null, 'month', null]],
  ])('%j', (text, expected) => {
    expect(one(text)).toEqual(expected);
  });

  test.each(['Experts may visit three sites', 'Draft report and comments', 'Resolution 12/2024/4', ''])(
    'no time in %j',
    (text) => {
      expect(one(text)).toBeNull();
    },
  );
});

test('several times in one line and over lines, years taken from the only year there is', () => {
  const lines = ['April: kick-off', 'June 2024: workshop; August 2024: report', 'September', 'Final report'].map(
    (text) => ({ text, what: null }),
  );
  expect(timesIn(lines).map((when) => [when.printed, when.from, when.what])).toEqual([
    ['April', '2024-04', 'kick-off'],
    ['June 2024', '2024-06', 'workshop'],
    ['August 2024', '2024-08', 'report'],
    ['September', '2024-09', 'Final report'],
  ]);
});

test('a month without a year stays without dates where two years are named', () => {
  const lines = ['May 2024', 'May 2025', 'July'].map((text) => ({ text, what: null }));
  expect(timesIn(lines).map((when) => when.from)).toEqual(['2024-05', '2025-05', null]);
});

test('a row of a table keeps time and deliverable apart', () => {
  expect(timesIn([{ text: 'Q1 2025', what: 'Gap analysis: report' }])).toEqual([
    { printed: 'Q1 2025', from: '2025-01', to: '2025-03', precision: 'quarter', what: 'Gap analysis: report' },
  ]);
});
