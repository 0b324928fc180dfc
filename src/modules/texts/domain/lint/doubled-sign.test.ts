import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { doubledSign } from './doubled-sign.ts';

test('two signs', () => {
  expect(found(doubledSign, resolution('resolves', '1\tto chart reefs;,', '2\tto name them..'))).toEqual([
    '1 to chart reefs;,',
    '2 to name them..',
  ]);
});

test('abbreviations, dots left out, times', () => {
  expect(
    found(
      doubledSign,
      resolution('resolves', '1\tto chart reefs, cables, etc.;', '2\tto meet at 10:15, or …', '3\tto go on ...'),
    ),
  ).toEqual([]);
});
