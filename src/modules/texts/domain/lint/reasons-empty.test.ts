import { expect, test } from 'vitest';
import { found, proposal } from '../testing/linted.ts';
import { reasonsEmpty } from './reasons-empty.ts';

const text = ['Draft New Resolution [XYZ-1]', 'Reefs', 'resolves', 'to chart them.'];

test('reasons announced and not given', () => {
  expect(found(reasonsEmpty, proposal('ADD', ...text, 'Reasons:'))).toEqual(['Reasons:']);
});

test('given, or not announced', () => {
  expect(found(reasonsEmpty, proposal('ADD', ...text, 'Reasons: They grow.'))).toEqual([]);
  expect(found(reasonsEmpty, proposal('ADD', ...text))).toEqual([]);
});
