import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseOf, proposedOf } from '../words/runs.ts';
import { mended, mendOf } from './mend.ts';

test('a place that is not the only one takes words before it along', () => {
  const words = 'to chart the reefs and the cables';
  expect(mendOf({ line: 3, words, from: 23, to: 26 }, 'all', 'All.')).toEqual({
    line: 3,
    from: 'and the',
    to: 'and all',
    why: 'All.',
  });
  expect(mendOf({ line: 3, words: 'a a', from: 0, to: 1 }, 'b', 'B.')).toBeUndefined();
});

test('a mend is a revision of just the words that differ', () => {
  expect(mended('to report by 2016.', { from: 'by 2016', to: 'by 2020' })).toEqual([
    { text: 'to report by 20', change: 'same' },
    { text: '16', change: 'deleted' },
    { text: '20', change: 'inserted' },
    { text: '.', change: 'same' },
  ]);
  expect(mended('to report by 2018.', { from: 'by 2016', to: 'by 2020' })).toBeNull();
});

test('law: a mend rejected gives the words, accepted the words with the change', () => {
  const word = fc.constantFrom('reef', 'cable', 'the', 'a');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(7), word, (list, index, put) => {
      const words = list.join(' ');
      const at = index % list.length;
      const from = list.slice(0, at).join(' ').length + (at === 0 ? 0 : 1);
      const to = from + (list[at] ?? '').length;
      const mend = mendOf({ line: 1, words, from, to }, put, '');
      if (mend === undefined) return;
      const runs = mended(words, mend) ?? [];
      expect(baseOf(runs)).toBe(words);
      expect(proposedOf(runs)).toBe(words.slice(0, from) + put + words.slice(to));
    }),
  );
});
