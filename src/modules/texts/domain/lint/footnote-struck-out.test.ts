import { expect, test } from 'vitest';
import { lintedText } from './linted.ts';
import { footnoteStruckOut } from './footnote-struck-out.ts';

const text = lintedText(
  {
    heading: null,
    title: null,
    opening: null,
    sections: [],
    annexes: [],
    footnotes: [{ mark: '1', text: 'Kept.', line: 3 }],
    droppedFootnotes: [{ mark: '2', text: 'Gone.', line: 4 }],
  },
  {},
);

test('a note that goes, not one that stays', () => {
  expect(footnoteStruckOut.text?.(text).map(({ lines, message }) => [lines, message])).toEqual([
    [[4, 4], 'Footnote 2 is struck out: "Gone."'],
  ]);
});
