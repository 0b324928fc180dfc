import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { mixedListMarks } from './mixed-list-marks.ts';

test('a dash and a bullet', () => {
  expect(
    found(mixedListMarks, resolution('resolves', '1\tto mark:', '–\tnear reefs;', '•\tfar reefs;', '2\tto name them.')),
  ).toEqual(['– near reefs;']);
});

test('dashes of two lengths look alike', () => {
  expect(
    found(mixedListMarks, resolution('resolves', '1\tto mark:', '–\tnear reefs;', '-\tfar reefs;', '2\tto name them.')),
  ).toEqual([]);
});
