import { describe, expect, test } from 'vitest';
import { readText } from '../text/reader.ts';
import { linesOf, plainRun, type Block, type Document, type Paragraph } from './index.ts';
import { splitLabel } from './labels.ts';
import { rowsOf } from './rows.ts';

const texts = (text: string): string[][] =>
  rowsOf(linesOf(readText(text, 'x.txt')), 'text').map((row) => row.cells.map((cell) => cell.text));

function word(blocks: Block[]): Document {
  return { ...readText('x', 'x.txt'), media: 'docx', blocks };
}

let line = 0;
function paragraph(text: string): Paragraph {
  const [block] = readText('x', 'x.txt').blocks;
  if (block?.kind !== 'paragraph') throw new Error('no paragraph');
  return { ...block, line: ++line, runs: text === '' ? [] : [plainRun(text)] };
}

describe('rows', () => {
  test('of a text whose lines hold tabs: empty first columns, lone lines', () => {
    expect(texts('No.\tCountry\tTitle\n1\tFiji\tFirst\n2\t\tSecond\n\t\tgoes on\nalone\n\nafter')).toEqual([
      ['No.', 'Country', 'Title'],
      ['1', 'Fiji', 'First'],
      ['2', '', 'Second'],
      ['', '', 'goes on'],
      ['alone'],
    ]);
  });

  test('of a text whose cells are lines', () => {
    expect(texts('\tNo.\n\tTitle\n\n\t1\n\tFirst\nmore\n\nafter')).toEqual([
      ['No.', 'Title'],
      ['1', 'First more'],
    ]);
  });

  test('of a Word table: empty cells, paragraphs joined, tabs inside a cell are no columns', () => {
    const cell = (...words: string[]) => ({ blocks: words.map(paragraph), span: 1, continuesAbove: false, marks: [] });
    const document = word([
      paragraph('before'),
      {
        kind: 'table',
        rows: [
          { header: false, marks: [], cells: [cell('a)\tone', 'two'), cell(''), cell('three')] },
          { header: false, marks: [], cells: [cell(''), cell('four'), cell('')] },
        ],
      },
      paragraph('tabbed\toutside'),
    ]);
    const rows = rowsOf(linesOf(document), 'docx');
    expect(rows.map((row) => row.cells.map((one) => one.text))).toEqual([
      ['a) one two', '', 'three'],
      ['', 'four', ''],
      ['tabbed', 'outside'],
    ]);
    expect(rows[0]?.lines).toEqual([2, 3, 5]);
  });
});

describe('labels', () => {
  test.each([
    ['1) Please say', false, '1)', 'Please say'],
    ['- a) Forum', true, 'a)', 'Forum'],
    ['• (iv) four', true, '(iv)', 'four'],
    ['1.2 Details', false, '1.2', 'Details'],
    ['2.1. Cost', false, '2.1.', 'Cost'],
    ['Question 3: When?', false, 'Question 3:', 'When?'],
    ['Q3 2024', false, null, 'Q3 2024'],
    ['Q3. When?', false, 'Q3.', 'When?'],
    ['12.', false, '12.', ''],
    ['i.e. this', false, null, 'i.e. this'],
    ['2.7 billion', false, '2.7', 'billion'],
    ['2024 plan', false, null, '2024 plan'],
    ['-5 degrees', false, null, '-5 degrees'],
  ])('%j', (text, bullet, label, words) => {
    expect(splitLabel(text)).toEqual({ bullet, label, text: words });
  });

  test('an automatic number is a label, or a bullet when it has no letter and no digit', () => {
    expect(splitLabel('Forum', 'a)')).toEqual({ bullet: false, label: 'a)', text: 'Forum' });
    expect(splitLabel('Forum', '•')).toEqual({ bullet: true, label: null, text: 'Forum' });
    expect(splitLabel('b) Forum', '•')).toEqual({ bullet: true, label: 'b)', text: 'Forum' });
  });
});
