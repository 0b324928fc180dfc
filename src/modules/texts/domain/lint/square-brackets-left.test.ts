import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { squareBracketsLeft } from './square-brackets-left.ts';

test('words not agreed', () => {
  expect(found(squareBracketsLeft, resolution('resolves', '1\tto chart [all] reefs;', '2\tto name them.'))).toEqual([
    '1 to chart [all] reefs;',
  ]);
});

test('working numbers and remarks', () => {
  expect(
    found(
      squareBracketsLeft,
      resolution('resolves', '1\tto act under Resolution [XYZ-1] and [sic] Annex;', '2\tto name them […] well.'),
    ),
  ).toEqual([]);
});
