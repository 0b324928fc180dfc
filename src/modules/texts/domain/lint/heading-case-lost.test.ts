import { expect, test } from 'vitest';
import { found, proposal } from '../testing/linted.ts';
import { headingCaseLost } from './heading-case-lost.ts';

test('small letters where a heading is set in capitals', () => {
  expect(
    found(
      headingCaseLost,
      proposal('MOD', 'RESOLUTION 5 (REv. Lagos, 2014dubai, 2018)', 'Reefs', 'resolves', 'to chart them.'),
    ),
  ).toEqual(['RESOLUTION 5 (REv. Lagos, 2014dubai, 2018)']);
});

test('names as names are written', () => {
  expect(
    found(
      headingCaseLost,
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
