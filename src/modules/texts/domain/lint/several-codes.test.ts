import { expect, test } from 'vitest';
import { found, proposal } from '../testing/linted.ts';
import { severalCodes } from './several-codes.ts';

test('two codes on one line', () => {
  expect(found(severalCodes, 'MOD\tXYZ/12A1/7, XYZ/12A1/8\nRESOLUTION 5 (Lagos, 2014)\nReefs')).toEqual([
    'MOD XYZ/12A1/7, XYZ/12A1/8',
  ]);
});

test('one code', () => {
  expect(found(severalCodes, proposal('NOC', 'RESOLUTION 5 (Lagos, 2014)', 'Reefs'))).toEqual([]);
});
