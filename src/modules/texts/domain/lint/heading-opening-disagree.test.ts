import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { headingOpeningDisagree } from './heading-opening-disagree.ts';

const body = ['resolves', '1\tto chart reefs;', '2\tto name them.'];

test('heading and opening of two conferences', () => {
  const text = resolution(...body).replace('Union (Oslo, 2018)', 'Union (Lagos, 2014)');
  expect(found(headingOpeningDisagree, text)).toEqual([
    'The Assembly of the Oceanic Communications Union (Lagos, 2014),',
  ]);
});

test('"Rev." and a misspelt place are no other conference', () => {
  expect(found(headingOpeningDisagree, resolution(...body))).toEqual([]);
  expect(found(headingOpeningDisagree, resolution(...body).replace('Union (Oslo', 'Union (Olso'))).toEqual([]);
});
