import { expect, test } from 'vitest';
import { findingsOf, resolution } from '../testing/linted.ts';
import { sourceOfText } from '../testing/documents.ts';
import { commentsLeft } from './comments-left.ts';

const text = sourceOfText(resolution('resolves', 'to chart reefs.'));
const comment = { id: '1', author: null, initials: null, date: null, blocks: [], lines: [5, 5] as [number, number] };

test('comments in the file', () => {
  const commented = { ...text, document: { ...text.document, comments: [comment, { ...comment, id: '2' }] } };
  expect(findingsOf(commentsLeft, commented).map(({ lines, message }) => [lines, message])).toEqual([
    [[5, 5], '2 comments still stand in the file.'],
  ]);
});

test('none', () => {
  expect(findingsOf(commentsLeft, text)).toEqual([]);
});
