import { expect, test } from 'vitest';
import { periodsIn } from './title.ts';
import { readPlanText } from './testing/read-text.ts';

const page = (text: string): unknown => {
  const { title, period } = readPlanText(`${text}\nObjective 1: Open the ports\n`).record;
  return [title, period === null ? null : `${period.from}-${period.to}`];
};

test.each([
  [
    '(Draft) Strategic Plan of the Union for 2024-2027 (2nd version)',
    '(Draft) Strategic Plan of the Union for 2024-2027 (2nd version)',
    '2024-2027',
  ],
  ['STRATEGIC PLAN\n2024 – 2027', 'STRATEGIC PLAN', '2024-2027'],
  ['Ocean Strategy 2024/27', 'Ocean Strategy 2024/27', '2024-2027'],
  ['Action Plan 2025', 'Action Plan 2025', '2025-2025'],
  ['Annual Work Programme\n2025', 'Annual Work Programme', '2025-2025'],
  ['Strategy 2030', 'Strategy 2030', null],
  ['Strategic plan for 2016-2019 2020-2023', 'Strategic plan for 2016-2019 2020-2023', null],
  ['Strategic Plan\nThis plan covers the period 2025 to 2028.', 'Strategic Plan', '2025-2028'],
  ['The Council met in 2024-2025.', null, null],
])('%s', (text, title, period) => {
  expect(page(text)).toEqual([title, period]);
});

test('periods run forwards and are no longer than a plan', () => {
  expect(periodsIn('1990-2100, 2027-2024, 2024-27')).toEqual([{ from: 2024, to: 2027 }]);
});
