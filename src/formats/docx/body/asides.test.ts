/** What stands beside the words of the body: notes, comments, bookmarks, headers, pages, remarks. */
import { describe, expect, test } from 'vitest';
import { linesOf, sideParagraphsOf, textOf, type Block, type Document } from '../../document/index.ts';
import {
  buildDocx,
  deleted,
  field,
  inserted,
  list,
  note,
  noteReference,
  paragraph,
  type DocxParts,
} from '../../../testing/docx.ts';
import { readDocx } from '../reader.ts';

const read = (body: string, parts: Omit<DocxParts, 'body'> = {}): Document =>
  readDocx(buildDocx({ body, ...parts }), 'x.docx');
const lines = (document: Document): [number, string][] => linesOf(document).map(({ number, text }) => [number, text]);
const wordsOf = (blocks: readonly Block[]): string[] => sideParagraphsOf(blocks, null).map(({ text }) => text);

const section = (inside: string): string => `<w:sectPr><w:footnotePr>${inside}</w:footnotePr></w:sectPr>`;
const reference = (id: number): string => noteReference('footnote', id);

describe('notes', () => {
  const footnotes =
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' +
    note('footnote', 5, paragraph('<w:r><w:footnoteRef/></w:r>', ' First note.')) +
    note('footnote', 7, paragraph('Second, ', deleted('old'), inserted('new'))) +
    note('footnote', 9, 'Nobody refers to this.');

  test('are numbered in the order of the text; marks are no words', () => {
    const document = read(paragraph('a', reference(7)) + paragraph('b', reference(5)), { footnotes });
    expect(document.notes.map(({ id, mark, line, blocks }) => [id, mark, line, wordsOf(blocks)[0]])).toEqual([
      ['7', '1', 1, 'Second, oldnew'],
      ['5', '2', 2, ' First note.'],
      ['9', '', null, 'Nobody refers to this.'],
    ]);
    const [one] = linesOf(document);
    expect(one?.text).toBe('a');
    expect(one?.paragraph.runs[1]).toMatchObject({ text: '1', note: { kind: 'footnote', id: '7' } });
  });

  test('are numbered on the proposed side; a deleted one keeps its old number', () => {
    const document = read(paragraph(deleted(reference(5)), 'a', reference(7)), { footnotes });
    expect(document.notes.slice(0, 2).map(({ id, mark }) => [id, mark])).toEqual([
      ['5', '1'],
      ['7', '1'],
    ]);
  });

  test('may have a typed mark, which takes no number and is no word', () => {
    const custom = '<w:r><w:footnoteReference w:id="5" w:customMarkFollows="1"/><w:t>*</w:t></w:r>';
    const document = read(paragraph('a', custom, ' b', reference(7)), { footnotes });
    expect(document.notes.slice(0, 2).map(({ mark }) => mark)).toEqual(['*', '1']);
    expect(linesOf(document)[0]?.text).toBe('a b');
  });

  test('follow the numbering of settings and sections', () => {
    const restart = '<w:numRestart w:val="eachSect"/>';
    const document = read(
      paragraph({ properties: section(restart) }, reference(5), reference(7)) +
        paragraph(reference(9)) +
        section(`${restart}<w:numStart w:val="3"/>`),
      { footnotes, settings: '<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>' },
    );
    expect(document.notes.map(({ mark }) => mark)).toEqual(['a', 'b', 'c']);
  });

  test('at the end are numbered in roman', () => {
    const endnotes = note('endnote', 1, 'End.');
    const document = read(paragraph('a', noteReference('endnote', 1)), { endnotes });
    expect(document.notes[0]).toMatchObject({ kind: 'endnote', mark: 'i', line: 1 });
  });
});

const mark = (name: string): string => `<w:bookmarkStart w:id="1" w:name="${name}"/><w:bookmarkEnd w:id="1"/>`;

describe('comments, bookmarks, headers, properties', () => {
  test('comments know author, date and the lines they are about', () => {
    const comments =
      '<w:comment w:id="3" w:author="R. Viewer" w:initials="RV" w:date="2026-01-02T00:00:00Z"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>' +
      '<w:comment w:id="4"><w:p/></w:comment>';
    const document = read(
      paragraph('a') +
        '<w:commentRangeStart w:id="3"/>' +
        paragraph('b') +
        paragraph('c', '<w:commentRangeEnd w:id="3"/>', '<w:r><w:commentReference w:id="3"/></w:r>'),
      { comments },
    );
    expect(document.comments[0]).toMatchObject({
      id: '3',
      author: 'R. Viewer',
      initials: 'RV',
      date: '2026-01-02T00:00:00Z',
      lines: [2, 3],
    });
    expect(wordsOf(document.comments[0]?.blocks ?? [])).toEqual(['Why?']);
    expect(document.comments[1]).toMatchObject({ author: null, lines: null });
  });

  test('bookmarks stand at their line', () => {
    expect(read(paragraph('a', mark('in')) + mark('between') + paragraph('b')).bookmarks).toEqual([
      { name: 'in', line: 1 },
      { name: 'between', line: 2 },
    ]);
  });

  test('headers and footers are margins, without lines of the body', () => {
    const document = read(paragraph('a'), {
      headers: [paragraph('ACP/64', field('PAGE', '1'))],
      footers: [paragraph('f')],
    });
    expect(document.margins.map(({ kind, blocks }) => [kind, wordsOf(blocks)])).toEqual([
      ['header', ['ACP/641']],
      ['footer', ['f']],
    ]);
    expect(lines(document)).toEqual([[1, 'a']]);
  });

  test("the file's own properties are read", () => {
    const core =
      '<dc:title>Plan</dc:title><dc:creator>A. Drafter</dc:creator><dcterms:modified>2026-01-02</dcterms:modified><cp:revision>7</cp:revision>';
    expect(read('', { core }).properties).toEqual({
      title: 'Plan',
      creator: 'A. Drafter',
      modified: '2026-01-02',
      revision: '7',
    });
  });

  test('lists in notes count for themselves', () => {
    const numbered = paragraph({ numbering: { id: 1, level: 0 } }, 'x');
    const document = read(numbered + paragraph(noteReference('footnote', 1)), {
      numbering: list(1, [{ format: 'decimal', text: '%1.' }]),
      footnotes: note('footnote', 1, numbered),
    });
    const [block] = document.notes[0]?.blocks ?? [];
    expect(block?.kind === 'paragraph' && [block.number.proposed, block.line, textOf(block.runs)]).toEqual([
      '1.',
      2,
      'x',
    ]);
  });
});

const pages = (body: string): (number | null)[] => linesOf(read(body)).map((line) => line.paragraph.page);

describe('pages', () => {
  const rendered = '<w:r><w:lastRenderedPageBreak/><w:t>x</w:t></w:r>';
  const set = '<w:r><w:br w:type="page"/></w:r>';

  test('are where Word last began them, whatever breaks are set', () => {
    expect(
      pages(paragraph('a') + paragraph('b ', rendered) + paragraph(rendered) + paragraph(set, 'c') + paragraph('d')),
    ).toEqual([1, 1, 3, 3, 3]);
  });

  test('are where breaks are set, when Word left no note', () => {
    const before = '<w:pageBreakBefore/>';
    expect(pages(paragraph('a', set) + paragraph('b') + paragraph({ properties: before }, 'c'))).toEqual([1, 2, 3]);
  });

  test('are unknown without any break', () => expect(pages(paragraph('a'))).toEqual([null]));
});

describe('what is not read is remarked at its line', () => {
  const picture =
    '<w:drawing><wp:inline><wp:docPr id="1" name="P" descr="A mast"/><a:graphic><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphicData></a:graphic></wp:inline></w:drawing>';
  test.each([
    ['image', `<w:r>${picture}</w:r>`, 'A mast'],
    ['embedded-object', '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>', 'Excel.Sheet.12'],
    ['sub-document', '<w:subDoc r:id="r9"/>', 'linked'],
    [
      'diagram',
      '<w:r><w:drawing><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></w:drawing></w:r>',
      'chart',
    ],
  ])('%s', (code, xml, words) => {
    const [, remark] = [null, ...read(paragraph('a') + paragraph('b', xml)).remarks];
    expect(remark).toMatchObject({ code, line: 2 });
    expect(remark?.message).toContain(words);
  });

  test('a chunk in another format', () => {
    expect(read(`${paragraph('a')}<w:altChunk r:id="r9"/>`).remarks).toMatchObject([
      { code: 'alternative-chunk', line: 1 },
    ]);
  });

  test('a hundred pictures do not make a hundred remarks', () => {
    const { remarks } = read(paragraph(`<w:r>${picture}</w:r>`.repeat(100)));
    expect(remarks).toHaveLength(51);
    expect(remarks.at(-1)).toEqual({ code: 'image', message: '50 more of this kind.', line: null });
  });
});
