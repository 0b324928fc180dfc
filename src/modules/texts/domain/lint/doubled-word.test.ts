import { expect, test } from 'vitest';
import { findingsOf, resolution } from '../testing/linted.ts';
import { doubledWord } from './doubled-word.ts';

test('a word twice, with the mend', () => {
  const [finding] = findingsOf(doubledWord, resolution('resolves', 'to chart the the reefs.'));
  expect(finding?.lines).toEqual([5, 5]);
  expect(finding?.mend).toEqual({ line: 5, from: 'the the', to: 'the', why: '"the" once is enough.' });
});

test('names, words that rightly stand twice, compounds', () => {
  const near = resolution(
    'resolves',
    'to note that that reef near Pago Pago is on-on, and that what it had had is is.',
  );
  expect(findingsOf(doubledWord, near)).toEqual([]);
});
