import { expect, test } from 'vitest';
import { found, proposal } from '../testing/linted.ts';
import { targetUnclear } from './target-unclear.ts';

test('nothing says which text', () => {
  expect(found(targetUnclear, proposal('MOD', 'Reefs grow.', 'Reasons: They do.'))).toEqual(['MOD XYZ/12A1/1']);
});

test('the heading says it', () => {
  expect(
    found(targetUnclear, proposal('MOD', 'RESOLUTION 5 (Lagos, 2014)', 'Reefs', 'resolves', 'to chart them.')),
  ).toEqual([]);
});
