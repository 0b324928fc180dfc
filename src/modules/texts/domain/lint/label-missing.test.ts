import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { labelMissing } from './label-missing.ts';

test('no label between 1 and 2', () => {
  expect(
    found(labelMissing, resolution('resolves', '1\tto chart reefs;', 'to mark them;', '2\tto name them.')),
  ).toEqual(['to mark them;']);
});

test('a line that leads into the list', () => {
  expect(
    found(labelMissing, resolution('resolves', 'within its means:', '1\tto chart reefs;', '2\tto name them.')),
  ).toEqual([]);
});
