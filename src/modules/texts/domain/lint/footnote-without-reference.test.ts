import { expect, test } from 'vitest';
import { found, resolution } from '../testing/linted.ts';
import { sourceOfText } from '../testing/documents.ts';
import { footnoteWithoutReference } from './footnote-without-reference.ts';

const text = sourceOfText(resolution('resolves', 'to chart reefs.'));
const [block] = text.document.blocks;
const note = (line: number | null) => ({
  kind: 'footnote' as const,
  id: '2',
  mark: '2',
  blocks: block === undefined ? [] : [block],
  line,
});

test('a note that nothing refers to', () => {
  const stray = { ...text, document: { ...text.document, notes: [note(null)] } };
  expect(found(footnoteWithoutReference, stray)).toEqual([
    'Nothing refers to footnote 2: "RESOLUTION 5 (Rev. Oslo, 2018)"',
  ]);
});

test('a note with its reference', () => {
  expect(found(footnoteWithoutReference, { ...text, document: { ...text.document, notes: [note(5)] } })).toEqual([]);
});
