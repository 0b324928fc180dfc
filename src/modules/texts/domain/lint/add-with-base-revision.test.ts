import { expect, test } from 'vitest';
import { found, proposal } from '../testing/linted.ts';
import { addWithBaseRevision } from './add-with-base-revision.ts';

test('a new text named as a revision', () => {
  expect(
    found(
      addWithBaseRevision,
      proposal(
        'ADD',
        'Draft New Resolution [XYZ-1] (Rev. Oslo, 2018)',
        'Reefs',
        'The Assembly of the Oceanic Communications Union (Oslo, 2018),',
        'resolves',
        'to chart reefs.',
      ),
    ),
  ).toEqual(['Draft New Resolution [XYZ-1] (Rev. Oslo, 2018)']);
});

test('a new text with the place and year of its conference', () => {
  expect(
    found(
      addWithBaseRevision,
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
