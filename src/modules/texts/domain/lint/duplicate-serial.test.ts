import { expect, test } from 'vitest';
import { found } from '../testing/linted.ts';
import { duplicateSerial } from './duplicate-serial.ts';

test('one code twice', () => {
  expect(
    found(
      duplicateSerial,
      [
        'NOC\tXYZ/12A1/1',
        'RESOLUTION 5',
        'Reefs',
        'Reasons: Good.',
        '* * * * *',
        'NOC\tXYZ/12A1/1',
        'RESOLUTION 6',
        'Reefs',
        'Reasons: Good.',
        '* * * * *',
      ].join('\n'),
    ),
  ).toEqual(['NOC XYZ/12A1/1']);
});

test('each its own', () => {
  expect(
    found(
      duplicateSerial,
      [
        'NOC\tXYZ/12A1/1',
        'RESOLUTION 5',
        'Reefs',
        'Reasons: Good.',
        '* * * * *',
        'NOC\tXYZ/12A1/2',
        'RESOLUTION 6',
        'Reefs',
        'Reasons: Good.',
        '* * * * *',
      ].join('\n'),
    ),
  ).toEqual([]);
});
