import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { emptyClause } from './empty-clause.ts';

test('a label without words', () => {
  expect(found(emptyClause, resolution('resolves', '1\tto chart reefs;', '2\t', '3\tto name them.'))).toEqual(['2']);
});

test('a label over sub-clauses', () => {
  expect(
    found(
      emptyClause,
      resolution('resolves', '1\tto chart reefs:', 'a)\tnear ones;', 'b)\tfar ones;', '2\tto name them.'),
    ),
  ).toEqual([]);
});
