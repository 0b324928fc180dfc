import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { preambleAfterOperative } from './preamble-after-operative.ts';

test('grounds behind a decision', () => {
  expect(
    found(
      preambleAfterOperative,
      resolution(
        'resolves',
        '1\tto chart reefs;',
        '2\tto name them,',
        'considering',
        'a)\tthat reefs grow;',
        'b)\tthat cables age.',
      ),
    ),
  ).toEqual(['considering']);
});

test('grounds first', () => {
  expect(
    found(
      preambleAfterOperative,
      resolution(
        'considering',
        'a)\tthat reefs grow;',
        'b)\tthat cables age,',
        'resolves',
        '1\tto chart reefs;',
        '2\tto name them.',
      ),
    ),
  ).toEqual([]);
});
