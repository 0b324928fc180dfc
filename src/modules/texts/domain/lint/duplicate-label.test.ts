import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { duplicateLabel } from './duplicate-label.ts';

test('one label twice in one list', () => {
  expect(
    found(duplicateLabel, resolution('resolves', '1\tto chart reefs;', '2\tto mark them;', '2\tto name them.')),
  ).toEqual(['2 to mark them;']);
});

test('one label in two lists', () => {
  expect(
    found(
      duplicateLabel,
      resolution(
        'noting',
        'a)\tthat reefs grow;',
        'b)\tthat cables age,',
        'recalling',
        'a)\tthe charts;',
        'b)\tthe marks.',
      ),
    ),
  ).toEqual([]);
});
