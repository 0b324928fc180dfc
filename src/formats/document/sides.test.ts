import { describe, expect, test } from 'vitest';
import {
  buildDocx,
  cell,
  cellRevision,
  control,
  deleted,
  inserted,
  paragraph,
  row,
  table,
} from '../../testing/docx.ts';
import { readDocx } from '../docx/index.ts';
import { readText } from '../text/reader.ts';
import { plainText, sideParagraphs, type Side } from './index.ts';

const read = (body: string): ReturnType<typeof readDocx> => readDocx(buildDocx({ body }), 'x.docx');
const text = (body: string, side: Side | null): string => plainText(read(body), side);

describe('paragraphs whose mark is not in a side', () => {
  test('run on into the next one; the line is where the words begin', () => {
    const document = read(paragraph({ mark: ['del'] }, 'one ') + paragraph('two') + paragraph('three'));
    expect(sideParagraphs(document, 'proposed')).toEqual([
      { line: 1, text: 'one two', cell: null },
      { line: 3, text: 'three', cell: null },
    ]);
    expect(sideParagraphs(document, 'base').map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  test('run on through paragraphs that are gone', () => {
    const body =
      paragraph({ mark: ['del'] }, 'one ') + paragraph({ mark: ['del'] }, deleted('gone')) + paragraph('two');
    expect(text(body, 'proposed')).toBe('one two\n');
    expect(text(body, 'base')).toBe('one \ngone\ntwo\n');
  });

  test('leave the line to the next one when they have no words of their own', () => {
    const document = read(paragraph({ mark: ['ins'] }, inserted('new')) + paragraph('two'));
    expect(sideParagraphs(document, 'base')).toEqual([{ line: 2, text: 'two', cell: null }]);
  });

  test('stay paragraphs before a table and at the end, if they have words', () => {
    const grid = table(row([cell('x')]));
    expect(text(paragraph({ mark: ['del'] }, 'kept') + grid, 'proposed')).toBe('kept\n\tx\n');
    expect(text(paragraph({ mark: ['del'] }, deleted('gone')) + grid, 'proposed')).toBe('\tx\n');
    expect(text(paragraph('a') + paragraph({ mark: ['del'] }, 'b'), 'proposed')).toBe('a\nb\n');
    expect(text(paragraph('a') + paragraph({ mark: ['del'] }, deleted('b')), 'proposed')).toBe('a\n');
  });

  test('run on over a table that is not in the side', () => {
    const body = paragraph({ mark: ['del'] }, 'one ') + table(row([cell('x')], { mark: 'del' })) + paragraph('end');
    expect(text(body, 'proposed')).toBe('one end\n');
    expect(text(body, 'base')).toBe('one \n\tx\nend\n');
  });

  test('run on into and out of content controls', () => {
    const body =
      paragraph({ mark: ['del'] }, 'a ') + control({ tag: 't' }, paragraph({ mark: ['del'] }, 'b ')) + paragraph('c');
    expect(text(body, 'proposed')).toBe('a b c\n');
  });

  test('that were inserted and deleted are in neither side', () => {
    const body = paragraph('a') + paragraph({ mark: ['ins', 'del'] }, inserted(deleted('never'))) + paragraph('b');
    expect([text(body, 'base'), text(body, 'proposed')]).toEqual(['a\nb\n', 'a\nb\n']);
  });
});

describe('cells', () => {
  const gone = paragraph({ mark: ['del'] }, deleted('gone'));

  test('keep one paragraph when all of theirs are gone', () => {
    expect(text(table(row([cell(gone), cell('b')])), 'proposed')).toBe('\t\n\tb\n');
    expect(text(table(row([cell(gone + gone), cell('b')])), 'proposed')).toBe('\t\n\tb\n');
    expect(text(table(row([cell(paragraph('a') + gone)])), 'proposed')).toBe('\ta\n');
  });

  test('do not run on into each other', () => {
    expect(text(table(row([cell(paragraph({ mark: ['del'] }, 'a')), cell('b')])), 'proposed')).toBe('\ta\n\tb\n');
  });

  test('and rows that are not in a side are left out; the others keep their places', () => {
    const body = table(
      row([cell('a'), cell('b', cellRevision('cellDel')), cell('c')]),
      row([cell('d')], { mark: 'ins' }),
      row([cell('e', cellRevision('cellIns'))]),
    );
    expect(text(body, 'base')).toBe('\ta\n\tb\n\tc\n');
    expect(text(body, 'proposed')).toBe('\ta\n\tc\n\td\n\te\n');
    expect(sideParagraphs(read(body), 'proposed').map((one) => [one.cell?.row, one.cell?.column])).toEqual([
      [0, 0],
      [0, 2],
      [1, 0],
      [2, 0],
    ]);
  });

  test('that are left out do not change the numbers of later tables', () => {
    const inner = table(row([cell('inner')]));
    const body =
      table(row([cell(inner + paragraph(''))], { mark: 'del' })) + paragraph('between') + table(row([cell('z')]));
    const last = (side: Side | null): number | undefined => sideParagraphs(read(body), side).at(-1)?.cell?.table;
    expect([last('base'), last('proposed'), last(null)]).toEqual([2, 2, 2]);
  });
});

describe('as it stands', () => {
  test('every paragraph is one, with the words of both sides', () => {
    const body = paragraph({ mark: ['del'] }, 'a', deleted('b')) + table(row([cell('c')], { mark: 'del' }));
    expect(text(body, null)).toBe('ab\n\tc\n');
  });

  test('breaks are blanks and tabs stay', () => {
    expect(text('<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>', null)).toBe('a b\tc\n');
  });

  test('a plain text is the same on all sides', () => {
    const document = readText('one\n\tcell\n\ntwo\n', 'x.txt');
    expect([plainText(document, 'base'), plainText(document, null)]).toEqual([
      'one\n\tcell\n\ntwo\n',
      'one\n\tcell\n\ntwo\n',
    ]);
  });
});
