import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { rangeBackwards } from './range-backwards.ts';

test('a period that ends before it begins', () => {
  expect(
    found(
      rangeBackwards,
      resolution('resolves', '1\tto chart reefs in 2022-2019;', '2\tto name them from 2021 to 2020.'),
    ),
  ).toEqual(['1 to chart reefs in 2022-2019;', '2 to name them from 2021 to 2020.']);
});

test('periods, numbers of documents', () => {
  expect(
    found(
      rangeBackwards,
      resolution('resolves', '1\tto chart reefs in 2019-2022;', '2\tto name them as in document A/2018-2017.'),
    ),
  ).toEqual([]);
});
