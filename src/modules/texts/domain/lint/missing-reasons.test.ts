import { expect, test } from 'vitest';
import { found, proposal } from '../testing/linted.ts';
import { missingReasons } from './missing-reasons.ts';

test('suppression and no change without reasons', () => {
  expect(found(missingReasons, proposal('SUP', 'RESOLUTION 5 (Lagos, 2014)', 'Reefs'))).toEqual(['SUP XYZ/12A1/1']);
  expect(found(missingReasons, proposal('NOC', 'RESOLUTION 5 (Lagos, 2014)', 'Reefs', 'Reasons:'))).toEqual([
    'NOC XYZ/12A1/1',
  ]);
});

test('with reasons; a modification needs none', () => {
  expect(
    found(missingReasons, proposal('SUP', 'RESOLUTION 5 (Lagos, 2014)', 'Reefs', 'Reasons: They are gone.')),
  ).toEqual([]);
  expect(
    found(missingReasons, proposal('MOD', 'RESOLUTION 5 (Lagos, 2014)', 'Reefs', 'resolves', 'to chart them.')),
  ).toEqual([]);
});
