import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { subLabelWithoutParent } from './sub-label-without-parent.ts';

test('5.1 stands under 4', () => {
  expect(
    found(
      subLabelWithoutParent,
      resolution(
        'resolves',
        '1\tto chart reefs;',
        '2\tto mark:',
        '3.1\tnear reefs;',
        '3.2\tfar reefs;',
        '3\tto name them.',
      ),
    ),
  ).toEqual(['3.1 near reefs;']);
});

test('sub-clauses of the clause above', () => {
  expect(
    found(
      subLabelWithoutParent,
      resolution(
        'resolves',
        '1\tto chart reefs;',
        '2\tto mark:',
        '2.1\tnear reefs;',
        '2.2\tfar reefs;',
        '3\tto name them.',
      ),
    ),
  ).toEqual([]);
});
