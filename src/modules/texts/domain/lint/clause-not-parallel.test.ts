import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { clauseNotParallel } from './clause-not-parallel.ts';

test('one clause does not go on from its heading', () => {
  expect(
    found(
      clauseNotParallel,
      resolution('resolves', '1\tto chart reefs;', '2\tto mark them;', '3\tthe reefs are named;', '4\tto draw them.'),
    ),
  ).toEqual(['3 the reefs are named;']);
});

test('a clause may begin with when or how', () => {
  expect(
    found(
      clauseNotParallel,
      resolution(
        'resolves',
        '1\tto chart reefs;',
        '2\tto mark them;',
        '3\tjointly with members, to name them;',
        '4\tto draw them.',
      ),
    ),
  ).toEqual([]);
});
