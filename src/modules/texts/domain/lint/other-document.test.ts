import { expect, test } from 'vitest';
import { found } from '../testing/linted.ts';
import { otherDocument } from './other-document.ts';

test('a proposal of another document', () => {
  expect(
    found(
      otherDocument,
      [
        'NOC\tXYZ/12A1/1',
        'RESOLUTION 5',
        'Reefs',
        'Reasons: Good.',
        '* * * * *',
        'NOC\tXYZ/13A1/2',
        'RESOLUTION 6',
        'Reefs',
        'Reasons: Good.',
        '* * * * *',
      ].join('\n'),
    ),
  ).toEqual(['NOC XYZ/13A1/2']);
});

test('the same document', () => {
  expect(
    found(
      otherDocument,
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
