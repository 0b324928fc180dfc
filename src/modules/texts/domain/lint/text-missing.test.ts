import { expect, test } from 'vitest';
import { found, proposal } from '../testing/linted.ts';
import { textMissing } from './text-missing.ts';

test('a modification without a text', () => {
  expect(found(textMissing, proposal('MOD', 'RESOLUTION 5 (Lagos, 2014)', 'Reefs', 'Reasons: They grow.'))).toEqual([
    'MOD XYZ/12A1/1',
  ]);
});

test('a suppression needs no text', () => {
  expect(found(textMissing, proposal('SUP', 'RESOLUTION 5 (Lagos, 2014)', 'Reefs', 'Reasons: They grow.'))).toEqual([]);
});
