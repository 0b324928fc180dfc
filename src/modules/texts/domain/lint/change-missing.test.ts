import { expect, test } from 'vitest';
import { found, proposal } from '../testing/linted.ts';
import { changeMissing } from './change-missing.ts';

test('a modification that changes nothing', () => {
  expect(
    found(changeMissing, proposal('MOD', 'RESOLUTION 5 (Lagos, 2014)', 'Reefs', 'resolves', 'to chart them.')),
  ).toEqual(['MOD XYZ/12A1/1']);
});

test('the name alone is changed', () => {
  expect(
    found(
      changeMissing,
      proposal(
        'MOD',
        'RESOLUTION 5 (Rev. Lagos, 2014OSLO, 2018)',
        'Reefs',
        'The Assembly of the Oceanic Communications Union (Lagos, 2014Oslo, 2018),',
        'resolves',
        'to chart them.',
      ),
    ),
  ).toEqual([]);
});
