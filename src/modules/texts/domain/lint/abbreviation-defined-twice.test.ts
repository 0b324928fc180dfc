import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { abbreviationDefinedTwice } from './abbreviation-defined-twice.ts';

test('explained again in another clause', () => {
  expect(
    found(
      abbreviationDefinedTwice,
      resolution(
        'noting',
        'a)\tthe Register of Reefs (RR);',
        'b)\tthat the Register of Reefs (RR) grows,',
        'resolves',
        'to keep it.',
      ),
    ),
  ).toEqual(['b) that the Register of Reefs (RR) grows,']);
});

test('a longer name, a place with its year, an abbreviation that stands alone', () => {
  expect(
    found(
      abbreviationDefinedTwice,
      resolution(
        'noting',
        'a)\tthe Register of Reefs (RR);',
        'b)\tthe Register of Reefs (RR) Handbook;',
        'c)\tthat RR (Oslo, 2018) grows,',
        'resolves',
        'to keep it.',
      ),
    ),
  ).toEqual([]);
});
