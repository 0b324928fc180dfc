import { expect, test } from 'vitest';
import { findingsOf } from '../testing/linted.ts';
import { sourceOfWord, type Piece } from '../testing/documents.ts';
import { revisionWithoutRev } from './revision-without-rev.ts';

const modified = (...heading: Piece[]) =>
  sourceOfWord([
    { text: ['MOD\tXYZ/12A1/1'] },
    { text: ['RESOLUTION 5 (', ...heading, ')'] },
    { text: ['Reefs'] },
    { text: ['resolves'] },
    { text: ['to chart ', { ins: 'all ' }, 'reefs.'] },
  ]);

test('a text that is changed, named like a new one', () => {
  expect(
    findingsOf(revisionWithoutRev, modified({ del: 'Lagos, 2014' }, { ins: 'Oslo, 2018' })).map(({ lines }) => lines),
  ).toEqual([[2, 2]]);
});

test('named as a revision, or not renamed at all', () => {
  expect(findingsOf(revisionWithoutRev, modified({ del: 'Lagos, 2014' }, { ins: 'Rev. Oslo, 2018' }))).toEqual([]);
  expect(findingsOf(revisionWithoutRev, modified('Lagos, 2014'))).toEqual([]);
});
