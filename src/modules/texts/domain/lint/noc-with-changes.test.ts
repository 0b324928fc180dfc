import { expect, test } from 'vitest';
import { findingsOf } from '../testing/linted.ts';
import { sourceOfWord, type Piece } from '../testing/documents.ts';
import { nocWithChanges } from './noc-with-changes.ts';

const unchanged = (...words: Piece[]) =>
  sourceOfWord([
    { text: ['NOC\tXYZ/12A1/1'] },
    { text: ['RESOLUTION 5 (Lagos, 2014)'] },
    { text: ['resolves'] },
    { text: ['to chart ', ...words] },
    { text: ['Reasons: Done.'] },
  ]);

test('revisions in a text that is not to change', () => {
  expect(findingsOf(nocWithChanges, unchanged({ ins: 'all ' }, 'reefs.')).map(({ lines }) => lines)).toEqual([[4, 4]]);
});

test('a text without revisions', () => {
  expect(findingsOf(nocWithChanges, unchanged('reefs.'))).toEqual([]);
});
