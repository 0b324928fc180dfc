import { expect, test } from 'vitest';
import { found, proposal } from '../testing/linted.ts';
import { newTextNumbered } from './new-text-numbered.ts';

test('a number that only the conference gives', () => {
  expect(
    found(
      newTextNumbered,
      proposal(
        'ADD',
        'RESOLUTION 212 (Oslo, 2018)',
        'Reefs',
        'The Assembly of the Oceanic Communications Union (Oslo, 2018),',
        'resolves',
        'to chart reefs.',
      ),
    ),
  ).toEqual(['RESOLUTION 212 (Oslo, 2018)']);
});

test('a working number', () => {
  expect(
    found(
      newTextNumbered,
      proposal(
        'ADD',
        'Draft New Resolution [XYZ-1] (Oslo, 2018)',
        'Reefs',
        'The Assembly of the Oceanic Communications Union (Oslo, 2018),',
        'resolves',
        'to chart reefs.',
      ),
    ),
  ).toEqual([]);
});
