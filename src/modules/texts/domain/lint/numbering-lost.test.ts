import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { numberingLost } from './numbering-lost.ts';

test('every item has the same number', () => {
  expect(
    found(numberingLost, resolution('resolves', '1.\tto chart reefs;', '1.\tto mark them;', '1.\tto name them.')),
  ).toEqual(['1. to chart reefs;']);
});

test('two items with one number are a slip, not lost numbers', () => {
  expect(
    found(numberingLost, resolution('resolves', '1.\tto chart reefs;', '1.\tto mark them;', '2.\tto name them.')),
  ).toEqual([]);
});
