import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { titleMissing } from './title-missing.ts';

const text = resolution('resolves', '1\tto chart reefs;', '2\tto name them.');

test('the opening follows the heading', () => {
  const untitled = text.split('\n').filter((line) => line !== 'Reefs and cables');
  expect(found(titleMissing, untitled.join('\n'))).toEqual(['RESOLUTION 5 (Rev. Oslo, 2018)']);
});

test('a title between them', () => {
  expect(found(titleMissing, text)).toEqual([]);
});
