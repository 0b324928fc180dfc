import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { abbreviationTwoMeanings } from './abbreviation-two-meanings.ts';

test('two meanings', () => {
  expect(
    found(
      abbreviationTwoMeanings,
      resolution(
        'noting',
        'a)\tthe Register of Reefs (RR);',
        'b)\tthe Rules of Repair (RR),',
        'resolves',
        'to keep both.',
      ),
    ),
  ).toEqual(['b) the Rules of Repair (RR),']);
});

test('another ending is no other meaning', () => {
  expect(
    found(
      abbreviationTwoMeanings,
      resolution(
        'noting',
        'a)\tthe Register of Reefs (RR);',
        'b)\tthe registers of reefs (RR),',
        'resolves',
        'to keep both.',
      ),
    ),
  ).toEqual([]);
});
