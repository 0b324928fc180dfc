import { describe, expect, test } from 'vitest';
import { linesOf, sideParagraphs, type Document, type Side } from '../../document/index.ts';
import {
  buildDocx,
  cell,
  deleted,
  inserted,
  movedFrom,
  movedTo,
  paragraph,
  row,
  run,
  table,
} from '../../../testing/docx.ts';
import { readDocx } from '../reader.ts';

const read = (body: string, strict = false): Document => readDocx(buildDocx({ body, strict }), 'x.docx');
const words = (document: Document, side: Side | null): string[] =>
  sideParagraphs(document, side).map(({ text }) => text);
const marksOf = (document: Document, line: number): string[][] =>
  linesOf(document)[line - 1]?.paragraph.runs.map(({ text, marks }) => [text, ...marks.map(({ kind }) => kind)]) ?? [];

describe('insertions and deletions', () => {
  test('carry kind, author and date, and make the two sides', () => {
    const document = read(paragraph('The Union ', deleted('may'), inserted('shall'), ' meet.'));
    expect(words(document, 'base')).toEqual(['The Union may meet.']);
    expect(words(document, 'proposed')).toEqual(['The Union shall meet.']);
    expect(words(document, null)).toEqual(['The Union mayshall meet.']);
    expect(linesOf(document)[0]?.paragraph.runs[1]?.marks).toEqual([
      { kind: 'deleted', author: 'A. Drafter', date: '2026-01-02T03:04:05Z', move: null },
    ]);
  });

  test('nest: what was inserted and deleted again is in neither side', () => {
    const document = read(paragraph('a ', inserted('new ', deleted('gone ')), deleted('old ')));
    expect(marksOf(document, 1)).toEqual([
      ['a '],
      ['new ', 'inserted'],
      ['gone ', 'inserted', 'deleted'],
      ['old ', 'deleted'],
    ]);
    expect(words(document, 'base')).toEqual(['a old ']);
    expect(words(document, 'proposed')).toEqual(['a new ']);
  });

  test('deleted words that lost the element around them are deleted all the same', () => {
    const document = read(paragraph('a ', run('stray ', '', 'delText'), 'b'));
    expect(words(document, 'base')).toEqual(['a stray b']);
    expect(words(document, 'proposed')).toEqual(['a b']);
    expect(linesOf(document)[0]?.paragraph.runs[1]?.marks[0]).toMatchObject({ kind: 'deleted', author: null });
  });

  test('around whole paragraphs count for words and mark', () => {
    const document = read(`${paragraph('a')}<w:ins w:id="1" w:author="x">${paragraph('b')}</w:ins>${paragraph('c')}`);
    expect(words(document, 'base')).toEqual(['a', 'c']);
    expect(words(document, 'proposed')).toEqual(['a', 'b', 'c']);
  });

  test('neighbours with the same revision and look become one run, others do not', () => {
    const document = read(paragraph(inserted('one '), inserted('two '), inserted(run('three', '<w:b/>')), run('four')));
    expect(marksOf(document, 1)).toEqual([['one two ', 'inserted'], ['three', 'inserted'], ['four']]);
  });

  test('are read from strict Open XML too', () => {
    const document = read(paragraph('a ', deleted('old'), inserted('new')), true);
    expect([words(document, 'base'), words(document, 'proposed')]).toEqual([['a old'], ['a new']]);
  });
});

const range = (half: string, id: number): [string, string] => [
  `<w:${half}RangeStart w:id="${id}" w:name="m"/>`,
  `<w:${half}RangeEnd w:id="${id}"/>`,
];
const moved = (half: 'moveFrom' | 'moveTo'): string =>
  paragraph({ mark: [half] }, `<w:${half} w:id="9">${run('words')}</w:${half}>`);

describe('moves', () => {
  test('share the name of their range markers in both halves, words and mark', () => {
    const document = read(
      paragraph({ mark: ['moveFrom'] }, movedFrom('move7', 20, 'carried')) +
        paragraph('stays') +
        paragraph({ mark: ['moveTo'] }, movedTo('move7', 30, 'carried')) +
        paragraph('end'),
    );
    expect(words(document, 'base')).toEqual(['carried', 'stays', 'end']);
    expect(words(document, 'proposed')).toEqual(['stays', 'carried', 'end']);
    const [from, , to] = linesOf(document).map((line) => line.paragraph);
    expect([from?.mark[0], from?.runs[0]?.marks[0]].map((mark) => [mark?.kind, mark?.move])).toEqual([
      ['moved-from', 'move7'],
      ['moved-from', 'move7'],
    ]);
    expect([to?.mark[0]?.move, to?.runs[0]?.marks[0]?.move]).toEqual(['move7', 'move7']);
  });

  test('whose range opens between paragraphs are named as well', () => {
    const [fromStart, fromEnd] = range('moveFrom', 1);
    const [toStart, toEnd] = range('moveTo', 2);
    const document = read(fromStart + moved('moveFrom') + fromEnd + toStart + moved('moveTo') + toEnd + paragraph('z'));
    expect(linesOf(document).map((line) => line.paragraph.mark[0]?.move)).toEqual(['m', 'm', undefined]);
  });

  test('with edits inside keep both halves whole', () => {
    const document = read(
      paragraph(movedTo('m', 1, 'carried ', inserted('and more '), deleted('or less'))) +
        paragraph(movedFrom('m', 5, 'carried or less')),
    );
    expect(words(document, 'base')).toEqual(['', 'carried or less']);
    expect(words(document, 'proposed')).toEqual(['carried and more ', '']);
  });

  test('with one half only lose the name, and it is remarked', () => {
    const document = read(paragraph('a ', movedFrom('lost', 1, 'b')));
    expect(linesOf(document)[0]?.paragraph.runs[1]?.marks[0]).toMatchObject({ kind: 'moved-from', move: null });
    expect(document.remarks.map(({ code }) => code)).toEqual(['move-unpaired']);
  });
});

describe('changes of format', () => {
  const change = '<w:pPrChange w:id="1" w:author="x"><w:pPr/></w:pPrChange>';
  test.each([
    ['of the paragraph', paragraph({ properties: change }, 'a')],
    ['of a run', paragraph(run('a', '<w:b/><w:rPrChange w:id="1" w:author="x"><w:rPr/></w:rPrChange>'))],
    ['of the mark', paragraph({ properties: '<w:rPr><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr>' }, 'a')],
    ['of a section', paragraph({ properties: '<w:sectPr><w:sectPrChange w:id="1"/></w:sectPr>' }, 'a')],
    ['of numbering', paragraph({ properties: '<w:numPr><w:numberingChange w:original="1."/></w:numPr>' }, 'a')],
    ['of a cell', table(row([cell('a', '<w:tcPrChange w:id="1"><w:tcPr/></w:tcPrChange>')]))],
    ['of a table', table(row([cell('a')])).replace('<w:tblPr/>', '<w:tblPr><w:tblPrChange w:id="1"/></w:tblPr>')],
  ])('%s are noted, and the words are the same on both sides', (_, body) => {
    const document = read(body);
    expect(linesOf(document)[0]?.paragraph.formatChanged).toBe(true);
    expect([words(document, 'base'), words(document, 'proposed')]).toEqual([['a'], ['a']]);
  });

  test('are not noted where there are none', () => {
    expect(linesOf(read(paragraph({ properties: '<w:jc w:val="left"/>' }, 'a')))[0]?.paragraph.formatChanged).toBe(
      false,
    );
  });
});
