import { expect, test } from 'vitest';
import { found } from '../testing/linted.ts';
import { serialGap } from './serial-gap.ts';

test('a number left out', () => {
  expect(
    found(
      serialGap,
      [
        'NOC\tXYZ/12A1/1',
        'RESOLUTION 5',
        'Reefs',
        'Reasons: Good.',
        '* * * * *',
        'NOC\tXYZ/12A1/3',
        'RESOLUTION 6',
        'Reefs',
        'Reasons: Good.',
        '* * * * *',
      ].join('\n'),
    ),
  ).toEqual(['NOC XYZ/12A1/3']);
});

test('another document counts for itself', () => {
  expect(
    found(
      serialGap,
      [
        'NOC\tXYZ/12A1/1',
        'RESOLUTION 5',
        'Reefs',
        'Reasons: Good.',
        '* * * * *',
        'NOC\tXYZ/12A2/5',
        'RESOLUTION 6',
        'Reefs',
        'Reasons: Good.',
        '* * * * *',
      ].join('\n'),
    ),
  ).toEqual([]);
});
