import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { operativeMissing } from './operative-missing.ts';

test('grounds alone', () => {
  expect(
    found(
      operativeMissing,
      resolution('considering', 'a)\tthat reefs grow;', 'b)\tthat cables age,', 'recalling', 'the charts.'),
    ),
  ).toEqual(['recalling']);
});

test('an invitation decides as well', () => {
  expect(
    found(
      operativeMissing,
      resolution('considering', 'a)\tthat reefs grow;', 'b)\tthat cables age,', 'invites Member States', 'to help.'),
    ),
  ).toEqual([]);
});
