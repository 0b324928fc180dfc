import { expect, test } from 'vitest';
import { readDocx } from '#formats/docx/index.ts';
import { buildDocx, deleted, inserted, note, noteReference, paragraph } from '../../../../testing/docx.ts';
import { notesByLine, notesIn } from './footnotes.ts';

const typedMark = (mark: string, id: number): string =>
  `<w:r><w:footnoteReference w:id="${id}" w:customMarkFollows="1"/><w:t>${mark}</w:t></w:r>`;

const document = readDocx(
  buildDocx({
    body:
      paragraph('Cables', typedMark('1', 1), ' and buoys', deleted(typedMark('2', 2))) +
      paragraph('Ships', inserted(noteReference('footnote', 3)), ' and boats', noteReference('footnote', 4)) +
      paragraph('Reefs', noteReference('footnote', 5)),
    footnotes:
      note('footnote', 1, paragraph('1\tAlso called ', deleted('wires'), inserted('lines'), '.')) +
      note('footnote', 2, paragraph(deleted('2 Drifting ones.'))) +
      note('footnote', 3, paragraph('<w:r><w:footnoteRef/></w:r>', inserted(' Those at sea.'))) +
      note('footnote', 4, paragraph('<w:r><w:footnoteRef/></w:r>', ' 2 of them sank.')) +
      note('footnote', 5, paragraph('<w:r><w:footnoteRef/></w:r>')),
  }),
  'notes.docx',
);

test('notes of the proposed text without the typed mark, and those struck out', () => {
  const { footnotes, dropped } = notesIn(notesByLine(document), [1, 3]);
  expect(footnotes).toEqual([
    {
      mark: '1',
      text: 'Also called lines.',
      changedText: { before: 'Also called wires.', after: 'Also called lines.' },
      line: 1,
    },
    { mark: '1', text: 'Those at sea.', changedText: { before: null, after: 'Those at sea.' }, line: 2 },
    { mark: '2', text: '2 of them sank.', line: 2 },
    { mark: '3', text: '', line: 3 },
  ]);
  expect(dropped).toEqual([{ mark: '2', text: 'Drifting ones.', line: 1 }]);
});

test('only the notes of the lines asked for', () => {
  expect(notesIn(notesByLine(document), [3, 9]).footnotes.map(({ line }) => line)).toEqual([3]);
});
