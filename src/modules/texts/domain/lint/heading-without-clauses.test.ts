import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { headingWithoutClauses } from './heading-without-clauses.ts';

test('nothing under a heading', () => {
  expect(
    found(
      headingWithoutClauses,
      resolution(
        'resolves',
        '1\tto chart reefs;',
        '2\tto name them,',
        'instructs the Secretary-General',
        'invites Member States',
        'to help.',
      ),
    ),
  ).toEqual(['instructs the Secretary-General']);
});

test('one clause without label is enough', () => {
  expect(
    found(
      headingWithoutClauses,
      resolution('resolves', '1\tto chart reefs;', '2\tto name them,', 'instructs the Secretary-General', 'to help.'),
    ),
  ).toEqual([]);
});
