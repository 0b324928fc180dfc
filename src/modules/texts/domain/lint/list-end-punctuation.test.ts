import { expect, test } from 'vitest';
import { findingsOf, found, resolution } from '../testing/linted.ts';
import { listEndPunctuation } from './list-end-punctuation.ts';

test('signs of a list that grew, with the mend', () => {
  const text = resolution('noting', 'a)\tthat reefs grow,', 'b)\tthat cables age;', 'resolves', '1\tto chart reefs');
  expect(found(listEndPunctuation, text)).toEqual(['a) that reefs grow,', 'b) that cables age;', '1 to chart reefs']);
  expect(findingsOf(listEndPunctuation, text).map(({ mend }) => [mend?.from, mend?.to])).toEqual([
    ['grow,', 'grow;'],
    ['age;', 'age,'],
    ['reefs', 'reefs.'],
  ]);
});

test('a colon before a list, a sign before a closing quote, the end before an annex', () => {
  const text = resolution(
    'noting',
    'a)\tthat reefs grow:',
    '–\tin the north;',
    '–\tin the south;',
    'b)\tthat cables are “old;”',
    'c)\tthat cables age,',
    'resolves',
    '1\tto chart reefs as in the Annex',
    'ANNEX TO RESOLUTION 5',
    'Reefs',
    '1\tNorth reef',
  );
  expect(found(listEndPunctuation, text)).toEqual([]);
});
