import { expect, test } from 'vitest';
import { found, proposal } from '../testing/linted.ts';
import { flattenedRevision } from './flattened-revision.ts';

const head = [
  'RESOLUTION 5 (Rev. Lagos, 2014OSLO, 2018)',
  'Reefs',
  'The Assembly of the Oceanic Communications Union (Lagos, 2014Oslo, 2018),',
];

test('words fused without marks', () => {
  expect(found(flattenedRevision, proposal('MOD', ...head, 'resolves', 'to fosterimprove the charts.'))).toEqual([
    'to fosterimprove the charts.',
  ]);
});

test('a text without changes', () => {
  expect(
    found(
      flattenedRevision,
      proposal('ADD', 'Draft New Resolution [XYZ-1]', 'Reefs', 'resolves', 'to improve the charts.'),
    ),
  ).toEqual([]);
});
