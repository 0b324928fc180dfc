import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { deadlinePast } from './deadline-past.ts';

test('dates before the conference', () => {
  expect(
    found(
      deadlinePast,
      resolution(
        'resolves',
        '1\tto chart reefs by the end of 2016;',
        '2\tto report to the 2017 session of the Council.',
      ),
    ),
  ).toEqual(['1 to chart reefs by the end of 2016;', '2 to report to the 2017 session of the Council.']);
});

test('dates to come, texts adopted before, grounds', () => {
  expect(
    found(
      deadlinePast,
      resolution(
        'noting',
        'that reefs were to be charted by 2016,',
        'resolves',
        '1\tto chart reefs by 2020;',
        '2\tto keep the plan adopted by 2016 and reported to the 2017 session of the Council.',
      ),
    ),
  ).toEqual([]);
});
