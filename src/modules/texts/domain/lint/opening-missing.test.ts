import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { openingMissing } from './opening-missing.ts';

test('nobody speaks', () => {
  const text = ['RESOLUTION 5', 'Reefs', 'noting', 'that reefs grow,', 'resolves', 'to chart them.'].join('\n');
  expect(found(openingMissing, text)).toEqual(['No line says which body speaks.']);
});

test('somebody speaks', () => {
  expect(found(openingMissing, resolution('resolves', 'to chart them.'))).toEqual([]);
});
