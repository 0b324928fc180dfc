import { expect, test } from 'vitest';
import { found, proposal } from '../testing/linted.ts';
import { supWithText } from './sup-with-text.ts';

test('the clauses of a text to be suppressed', () => {
  expect(
    found(
      supWithText,
      proposal(
        'SUP',
        'RESOLUTION 5 (Lagos, 2014)',
        'Reefs',
        'resolves',
        '1\tto chart reefs;',
        '2\tto name them.',
        'Reasons: Done.',
      ),
    ),
  ).toEqual(['resolves']);
});

test('heading and title alone', () => {
  expect(found(supWithText, proposal('SUP', 'RESOLUTION 5 (Lagos, 2014)', 'Reefs', 'Reasons: Done.'))).toEqual([]);
});
