import { describe, expect, test } from 'vitest';
import { borders, stroke, words, writePdf } from '../../testing/pdf.ts';
import { cellsOf, printed, tableOf, textOfBlock } from '../../testing/printed.ts';
import { linesOf, type Document } from '../document/index.ts';
import { readPdf } from './index.ts';

/** Reads pages with these drawings. */
const read = (pages: string[]): Promise<Document> =>
  readPdf(writePdf({ pages: pages.map((drawing) => ({ drawing })) }), 'x.pdf');

/** Lines of print from y on, 13 points apart. */
const prose = (x: number, y: number, lines: string[], size = 11): string =>
  lines.map((line, index) => words(x, y + index * 13, line, { size })).join('');

/** A table of two columns with its borders. */
const borderedTable = (y: number, rows: string[][]): string =>
  borders([72, 150, 300], [y, ...rows.map((_, index) => y + 20 * (index + 1))]) +
  rows
    .map(([a = '', b = ''], index) => words(76, y + 14 + 20 * index, a) + words(154, y + 14 + 20 * index, b))
    .join('');

/** A page with a header, a footer and two lines. */
const numberedPage = (number: number, body: string): string =>
  words(72, 40, 'OCU/EM-31/INF-4') +
  prose(72, 100, [body, 'and a second line']) +
  words(290, 810, `Page ${number} of 3`);

describe('lists', () => {
  test('codes and dashes before the words of items make no columns', async () => {
    const drawing =
      prose(72, 100, ['a.1', 'a.2']) +
      prose(110, 100, ['-', '-']) +
      prose(140, 100, ['More islands with a connection;', 'Lower prices.']) +
      prose(72, 160, ['D.2-a', 'D.2-b']) +
      prose(120, 160, ['Networks', 'Services']);
    expect(printed(await read([drawing])).filter((line) => line !== '')).toEqual([
      'a.1 - More islands with a connection;',
      'a.2 - Lower prices.',
      'D.2-a Networks',
      'D.2-b Services',
    ]);
  });
});

describe('columns', () => {
  const left = [
    'The Union helps its members to',
    'build networks in the islands,',
    'and asks them each year what',
    'they need for the next one.',
    'Experts travel for two weeks.',
  ];
  const right = [
    'A report is due three months',
    'after the expert has returned.',
    'It goes to the conference that',
    'meets every other year, and is',
    'published in three languages.',
  ];

  test('are read one after the other, whether their lines stand level or not', async () => {
    for (const shift of [0, 5]) {
      const document = await read([prose(72, 100, left) + prose(310, 100 + shift, right)]);
      expect(printed(document)).toEqual([...left, ...right]);
    }
  });

  test('text above and below goes over both', async () => {
    const wide = 'A heading that goes over the whole width of the page and does not stop at the gap in the middle';
    const document = await read([
      words(72, 60, wide) + prose(72, 100, left) + prose(310, 100, right) + words(72, 220, wide),
    ]);
    expect(printed(document).filter((line) => line !== '')).toEqual([wide, ...left, ...right, wide]);
  });

  test('cells beside one another whose paragraphs begin level are rows', async () => {
    const cells = [
      ['The Director shall report to the', 'members once in each year.'],
      ['The Director shall report to the', 'members in every second year.'],
    ] as const;
    const rows = [0, 1, 2].map(
      (row) => prose(72, 100 + row * 50, [...cells[0]]) + prose(310, 100 + row * 50, [...cells[1]]),
    );
    const table = tableOf(await read([rows.join('')]));
    expect(cellsOf(table)).toEqual([0, 1, 2].map(() => cells.map((lines) => lines.join(' / '))));
  });
});

describe('tables', () => {
  test('with borders have their cells, merged ones too, whatever stands in them', async () => {
    const [xs, ys] = [
      [72, 120, 260, 480],
      [100, 120, 160, 180],
    ];
    const drawing =
      stroke(72, 100, 480, 100) +
      stroke(72, 120, 480, 120) +
      stroke(120, 160, 480, 160) +
      stroke(72, 180, 480, 180) +
      xs.map((x, index) => stroke(x, index === 2 ? 120 : 100, x, 180)).join('') +
      words(76, 114, 'No.') +
      words(124, 114, 'Member and need') +
      words(76, 134, '1') +
      words(124, 134, 'Arvania') +
      words(264, 134, 'Advice on the') +
      words(264, 147, 'national plan') +
      words(124, 174, 'Borland');
    const document = await read([drawing + words(72, 200, 'After the table.')]);
    const table = tableOf(document);
    expect(cellsOf(table)).toEqual([
      ['No.', 'Member and need'],
      ['1', 'Arvania', 'Advice on the / national plan'],
      ['', 'Borland', ''],
    ]);
    expect(table.rows.map((row) => row.cells.map((cell) => cell.span))).toEqual([
      [1, 2],
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(table.rows.map((row) => row.cells.map((cell) => cell.continuesAbove))).toEqual([
      [false, false],
      [false, false, false],
      [true, false, false],
    ]);
    expect(linesOf(document).at(-1)?.text).toBe('After the table.');
    expect(ys).toHaveLength(4);
  });

  test('without borders are found by words that stand under one another', async () => {
    const rows = [
      ['Code', 'Objective', 'Budget'],
      ['D.1', 'Coordination', '1 200'],
      ['D.2', 'Networks', '85'],
      ['', 'Total', '1 285'],
    ];
    const drawing = rows
      .map(([code = '', objective = '', budget = ''], row) => {
        const y = 100 + row * 18;
        return words(72, y, code) + words(120, y, objective) + words(260, y, budget);
      })
      .join('');
    expect(cellsOf(tableOf(await read([drawing])))).toEqual(rows);
  });

  test('cells of several lines stay in their row', async () => {
    const drawing =
      words(72, 100, '09:00') +
      prose(130, 100, ['Opening of the meeting by the', 'chair of the working group']) +
      words(330, 100, 'All') +
      words(72, 140, '09:30') +
      prose(130, 140, ['Reports']) +
      prose(330, 140, ['Ms Ida Rowe']) +
      words(72, 167, '10:00') +
      prose(130, 167, ['Coffee']);
    expect(cellsOf(tableOf(await read([drawing])))).toEqual([
      ['09:00', 'Opening of the meeting by the / chair of the working group', 'All'],
      ['09:30', 'Reports', 'Ms Ida Rowe'],
      ['10:00', 'Coffee', ''],
    ]);
  });

  test('go on over the page, without the head printed again', async () => {
    const document = await read([
      words(72, 80, 'List of needs') +
        borderedTable(100, [
          ['No.', 'Member'],
          ['1', 'Arvania'],
          ['2', 'Borland'],
        ]),
      borderedTable(72, [
        ['No.', 'Member'],
        ['3', 'Cadia'],
      ]) + words(72, 200, 'End of the list'),
    ]);
    expect(document.blocks.filter((block) => block.kind === 'table')).toHaveLength(1);
    expect(cellsOf(tableOf(document))).toEqual([
      ['No.', 'Member'],
      ['1', 'Arvania'],
      ['2', 'Borland'],
      ['3', 'Cadia'],
    ]);
    expect(tableOf(document).rows[0]?.header).toBe(true);
    expect(document.remarks.map((remark) => remark.code)).toEqual(['repeated-table-heads']);
  });

  test('a frame around words is no table, a single line with gaps is not one either', async () => {
    const drawing =
      borders([60, 300], [60, 110]) +
      prose(72, 80, ['Framed', 'words']) +
      words(72, 200, 'left') +
      words(300, 200, 'right');
    const document = await read([drawing]);
    expect(document.blocks.every((block) => block.kind === 'paragraph')).toBe(true);
    expect(printed(document).filter((line) => line !== '')).toEqual(['Framed', 'words', 'left\tright']);
  });
});

describe('headers and footers', () => {
  test('leave the text, once each, with a remark', async () => {
    const document = await read([numberedPage(1, 'One'), numberedPage(2, 'Two'), numberedPage(3, 'Three')]);
    expect(printed(document)).toEqual([
      'One',
      'and a second line',
      'Two',
      'and a second line',
      'Three',
      'and a second line',
    ]);
    expect(document.margins.map((margin) => [margin.kind, margin.blocks.map(textOfBlock)])).toEqual([
      ['header', ['OCU/EM-31/INF-4']],
      ['footer', ['Page 1 of 3']],
    ]);
    expect(document.remarks).toEqual([
      {
        code: 'margins',
        message: 'Read as headers and footers, not as text: “OCU/EM-31/INF-4”, “Page 1 of 3”.',
        line: null,
      },
    ]);
  });

  test('lines of the body that differ only in their numbers stay', async () => {
    const pages = [1, 2, 3].map(
      (number) => words(72, 40, 'Header') + prose(72, 80, [`Item ${number}0`, `Item ${number}1`]),
    );
    const document = await read(pages);
    expect(printed(document)).toEqual(['Item 10', 'Item 11', 'Item 20', 'Item 21', 'Item 30', 'Item 31']);
  });

  test('headers of chapters differ from chapter to chapter', async () => {
    const pages = ['Texts', 'Texts', 'Plans', 'Plans', 'Plans'].map(
      (chapter, index) => words(72, 40, `Chapter ${chapter}`) + prose(72, 100, [`Body ${'x'.repeat(index + 1)}`]),
    );
    const document = await read(pages);
    expect(printed(document)).toEqual(['Body x', 'Body xx', 'Body xxx', 'Body xxxx', 'Body xxxxx']);
    expect(document.margins.map((margin) => margin.blocks.map(textOfBlock))).toEqual([
      ['Chapter Texts'],
      ['Chapter Plans'],
    ]);
  });

  test('a title that comes back where other pages have text stays', async () => {
    const pages = [1, 2, 3, 4, 5, 6].map((number) =>
      prose(72, 72, [
        number % 2 === 1 ? 'Application form' : `Answer number ${'x'.repeat(number)}`,
        `Words of page ${number}`,
      ]),
    );
    expect(printed(await read(pages)).filter((line) => line === 'Application form')).toHaveLength(3);
  });

  test('a mark set askew over each page is no text', async () => {
    const pages = [1, 2, 3].map(
      (number) => prose(72, 200, [`Body ${'x'.repeat(number)}`]) + words(200, 500, 'DRAFT', { size: 60, turn: 45 }),
    );
    const document = await read(pages);
    expect(printed(document)).toEqual(['Body x', 'Body xx', 'Body xxx']);
    expect(document.margins.map((margin) => margin.blocks.map(textOfBlock))).toEqual([['DRAFT']]);
  });
});

describe('footnotes', () => {
  const body = prose(72, 100, ['The members of the Union', 'asked for advice in 2031.']);

  test('are tied to their marks in the text', async () => {
    const drawing =
      words(72, 87, 'A member') +
      words(118.3, 83, '1', { size: 7 }) +
      words(126, 87, 'is a state.') +
      body +
      words(72, 780, '1', { size: 6 }) +
      words(77, 783, 'See the constitution.', { size: 9 }) +
      words(72, 794, 'It lists them.', { size: 9 });
    const document = await read([drawing]);
    expect(printed(document)[0]).toBe('A member<1> is a state.');
    expect(linesOf(document)[0]?.text).toBe('A member is a state.');
    expect(document.notes.map((note) => [note.mark, note.line, note.blocks.map(textOfBlock)])).toEqual([
      ['1', 1, ['See the constitution.', 'It lists them.']],
    ]);
    expect(linesOf(document).some((line) => line.text.includes('constitution'))).toBe(false);
  });

  test('small print that no mark leads to stays text', async () => {
    const document = await read([body + words(72, 783, '1 See the constitution.', { size: 9 })]);
    expect(document.notes).toEqual([]);
    expect(printed(document).at(-1)).toBe('1 See the constitution.');
  });
});
