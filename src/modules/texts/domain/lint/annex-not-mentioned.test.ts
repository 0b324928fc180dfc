import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { annexNotMentioned } from './annex-not-mentioned.ts';

test('an annex that no clause mentions', () => {
  expect(
    found(
      annexNotMentioned,
      resolution(
        'resolves',
        '1\tto chart reefs;',
        '2\tto name them.',
        'ANNEX TO RESOLUTION 5',
        'Names',
        '1\tNorth reef.',
      ),
    ),
  ).toEqual(['ANNEX TO RESOLUTION 5']);
});

test('an annex that a clause mentions', () => {
  expect(
    found(
      annexNotMentioned,
      resolution(
        'resolves',
        '1\tto chart reefs;',
        '2\tto name them as in the Annex.',
        'ANNEX TO RESOLUTION 5',
        'Names',
        '1\tNorth reef.',
      ),
    ),
  ).toEqual([]);
});
