import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { annexOfAnotherText } from './annex-of-another-text.ts';

test('the annex of another text', () => {
  expect(
    found(
      annexOfAnotherText,
      resolution('resolves', 'to name them as in the Annex.', 'ANNEX TO RESOLUTION 6', 'Names', '1\tNorth reef.'),
    ),
  ).toEqual(['ANNEX TO RESOLUTION 6']);
});

test('its own annex', () => {
  expect(
    found(
      annexOfAnotherText,
      resolution(
        'resolves',
        'to name them as in the Annex.',
        'ANNEX TO RESOLUTION 5 (Rev. Oslo, 2018)',
        'Names',
        '1\tNorth reef.',
      ),
    ),
  ).toEqual([]);
});
