import { expect, test } from 'vitest';
import type { Footnote } from '#kernel/reading/index.ts';
import { lintedText } from './linted.ts';
import { footnoteMarkTwice } from './footnote-mark-twice.ts';

const withNotes = (...footnotes: Footnote[]) =>
  lintedText({ heading: null, title: null, opening: null, sections: [], annexes: [], footnotes }, {});

test('two notes with one mark', () => {
  const text = withNotes({ mark: '*', text: 'Reefs.', line: 3 }, { mark: '*', text: 'Cables.', line: 7 });
  expect(footnoteMarkTwice.text?.(text).map(({ lines }) => lines)).toEqual([[7, 7]]);
});

test('one note that two places refer to; notes without a mark', () => {
  const text = withNotes(
    { mark: '*', text: 'Reefs.', line: 3 },
    { mark: '*', text: 'Reefs.', line: 7 },
    { mark: '', text: 'One.', line: 8 },
    { mark: '', text: 'Two.', line: 9 },
  );
  expect(footnoteMarkTwice.text?.(text)).toEqual([]);
});
