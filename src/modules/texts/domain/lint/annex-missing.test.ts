import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { annexMissing } from './annex-missing.ts';

test('its own annex is not there', () => {
  expect(
    found(
      annexMissing,
      resolution('resolves', '1\tto chart reefs;', '2\tto name them as in the Annex to this resolution.'),
    ),
  ).toEqual(['2 to name them as in the Annex to this resolution.']);
});

test('the annex follows, or another text is meant', () => {
  expect(
    found(
      annexMissing,
      resolution(
        'resolves',
        '1\tto chart reefs as in the Annex to Resolution 7;',
        '2\tto name them as in the Annex to this resolution.',
        'ANNEX TO RESOLUTION 5',
        'Names',
        '1\tNorth reef.',
      ),
    ),
  ).toEqual([]);
});
