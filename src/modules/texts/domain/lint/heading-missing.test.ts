import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { headingMissing } from './heading-missing.ts';

test('a text without a heading', () => {
  const lines = resolution('noting', 'that reefs grow,', 'resolves', 'to chart them.').split('\n').slice(2);
  expect(found(headingMissing, lines.join('\n'))).toEqual(['No line names the text ("RESOLUTION 5 …").']);
});

test('a text with one', () => {
  expect(found(headingMissing, resolution('resolves', 'to chart them.'))).toEqual([]);
});
