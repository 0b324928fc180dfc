import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { orphanTail } from './orphan-tail.ts';

test('lines behind the end', () => {
  expect(
    found(orphanTail, resolution('resolves', 'to chart them.', '', 'Chart of the north', '', 'Chart of the south')),
  ).toEqual(['Chart of the north']);
});

test('a row of stars', () => {
  expect(found(orphanTail, resolution('resolves', 'to chart them.', '', '* * * * *'))).toEqual([]);
});
