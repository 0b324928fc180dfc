import { expect, test } from 'vitest';
import { findingsOf } from '../testing/linted.ts';
import { sourceOfWord, type Piece } from '../testing/documents.ts';
import { referenceNotFollowed } from './reference-not-followed.ts';

const renumbered = (...reference: Piece[]) =>
  sourceOfWord([
    { text: ['MOD\tXYZ/12A1/1'] },
    { text: ['RESOLUTION 5 (Lagos, 2014)'] },
    { text: ['Reefs'] },
    { text: ['noting'] },
    { text: ['a)\tthat reefs grow;'] },
    { text: [{ ins: 'b)\tthat reefs are many;' }], mark: 'ins' },
    { text: [{ del: 'b' }, { ins: 'c' }, ')\tthat cables age,'] },
    { text: ['resolves'] },
    { text: ['to act under noting ', ...reference, ' above.'] },
  ]);

test('the reference kept its label, the clause did not', () => {
  const [finding] = findingsOf(referenceNotFollowed, renumbered('b)'));
  expect(finding?.message).toBe(
    '"noting b)" was kept, but noting b of the base text is now c; the label now belongs to "that reefs are many;".',
  );
  expect(finding?.mend).toEqual({ line: 9, from: 'b)', to: 'c)', why: 'noting b is now c.' });
});

test('the reference followed, or was written anew', () => {
  expect(findingsOf(referenceNotFollowed, renumbered({ del: 'b' }, { ins: 'c' }, ')'))).toEqual([]);
  expect(findingsOf(referenceNotFollowed, renumbered('a)', { ins: ' and b)' }))).toEqual([]);
});
