import { describe, expect, test } from 'vitest';
import { plainText, sideParagraphs } from '#formats/document/index.ts';
import { cleanClause } from '../register/sides.ts';
import { readDocx } from '#formats/docx/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import type { Clause, LegalText } from '#kernel/reading/index.ts';
import { documentOfText } from './document.ts';

const by = { author: 'OCU', date: '2026-01-02T03:04:05Z' };
const kept = (label: string, words: string, line: number): Clause => cleanClause({ label, words, line, children: [] });
const inserted = (label: string, words: string, line: number): Clause => ({
  ...kept(label, words, line),
  label: { printed: label, before: null, after: label },
  status: 'inserted',
  before: null,
  runs: [{ text: words, change: 'inserted' }],
});
const deleted = (label: string, words: string, line: number): Clause => ({
  ...kept(label, words, line),
  label: { printed: label, before: label, after: null },
  status: 'deleted',
  after: null,
  runs: [{ text: words, change: 'deleted' }],
});

function textOf(clauses: Clause[]): LegalText {
  return {
    heading: 'RESOLUTION 5 (Rev. Oslo, 2018)',
    changedHeading: { before: 'RESOLUTION 5 (Lagos, 2014)', after: 'RESOLUTION 5 (Rev. Oslo, 2018)' },
    title: 'Cables',
    opening: 'The Assembly of the Oceanic Communications Union,',
    sections: [{ kind: 'operative', heading: 'resolves', status: 'changed', clauses, line: 4 }],
    annexes: [],
    footnotes: [{ mark: '1', text: 'Reefs include atolls.', line: 5 }],
  };
}

const lines = (text: LegalText, side: 'base' | 'proposed'): string[] =>
  sideParagraphs(readDocx(writeDocx(documentOfText(text, by)), 'x.docx'), side).map((one) => one.text);
const head = ['Cables', 'The Assembly of the Oceanic Communications Union,', 'resolves'];

describe('a text as a document', () => {
  test('a clause inserted at the end is gone when all is rejected, and leaves no empty paragraph', () => {
    const text = textOf([kept('1', 'to chart reefs;', 5), inserted('2', 'to lay cables.', 6)]);
    expect(lines(text, 'base')).toEqual(['RESOLUTION 5 (Lagos, 2014)', ...head, '1\tto chart reefs;']);
    expect(lines(text, 'proposed').slice(4)).toEqual(['1\tto chart reefs;', '2\tto lay cables.']);
    const { blocks } = documentOfText(text, by);
    // The mark that comes is that of the clause before: the last mark of a document can not come or go.
    expect(
      blocks.slice(-2).map((block) => (block.kind === 'paragraph' ? block.mark.map(({ kind }) => kind) : [])),
    ).toEqual([['inserted'], []]);
  });

  test('a last clause replaced by another one gives two paragraphs in the file and one in each text', () => {
    const text = textOf([
      kept('1', 'to chart reefs;', 5),
      inserted('2', 'to lay cables.', 6),
      deleted('2', 'to rest.', 7),
    ]);
    expect(lines(text, 'base').slice(4)).toEqual(['1\tto chart reefs;', '2\tto rest.']);
    expect(lines(text, 'proposed').slice(4)).toEqual(['1\tto chart reefs;', '2\tto lay cables.']);
  });

  test('a renumbering is a deleted and an inserted label', () => {
    const clause = { ...kept('3', 'to report.', 6), label: { printed: '23', before: '2', after: '3' } };
    const text = textOf([kept('1', 'to chart reefs;', 5), inserted('2', 'to lay cables;', 6), clause]);
    const block = documentOfText(text, by).blocks.at(-1);
    expect(block?.kind === 'paragraph' ? block.runs.map(({ text, marks }) => [text, marks[0]?.kind]) : []).toEqual([
      ['2', 'deleted'],
      ['3', 'inserted'],
      ['\t', undefined],
      ['to report.', undefined],
    ]);
  });

  test('a note stands at the end of the clause that refers to it', () => {
    const { notes, blocks } = readDocx(
      writeDocx(documentOfText(textOf([kept('1', 'to chart reefs.', 5)]), by)),
      'x.docx',
    );
    expect(notes.map(({ mark, line }) => [mark, line])).toEqual([['1', 5]]);
    const [last] = blocks.slice(-1);
    expect(last?.kind === 'paragraph' ? last.runs.at(-1)?.note?.kind : null).toBe('footnote');
  });

  test('a text that is all new is empty when all is rejected', () => {
    const text: LegalText = { ...textOf([inserted('1', 'to chart reefs.', 5)]), footnotes: [] };
    const fresh = {
      ...text,
      changedHeading: { before: null, after: 'RESOLUTION' },
      changedTitle: { before: null, after: 'Cables' },
    };
    const all = { ...fresh, changedOpening: { before: null, after: 'The Assembly,' } };
    const [section] = all.sections;
    const document = documentOfText(
      { ...all, sections: section === undefined ? [] : [{ ...section, status: 'inserted' }] },
      by,
    );
    expect(plainText(document, 'base')).toBe('');
    expect(plainText(document, 'proposed')).toBe('RESOLUTION\nCables\nThe Assembly,\nresolves\n1\tto chart reefs.\n');
  });
});
