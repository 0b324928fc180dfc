import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { borders, pageHeight, rectangle, stroke, widthInUnicodeFont, words, writePdf } from '../../testing/pdf.ts';
import { linesOf, textOf, type Block, type Document, type Table } from '../document/index.ts';
import { pdfReader, readPdf } from './index.ts';

const read = (pages: string[]): Promise<Document> =>
  readPdf(writePdf({ pages: pages.map((drawing) => ({ drawing })) }), 'x.pdf');

/** Lines as printed, the marks of notes in angle brackets, empty lines as they are. */
const printed = (document: Document): string[] =>
  linesOf(document).map((line) =>
    line.paragraph.runs.map((run) => (run.note === null ? run.text : `<${run.text}>`)).join(''),
  );

const cellsOf = (table: Table): string[][] =>
  table.rows.map((row) => row.cells.map((cell) => cell.blocks.map(textOfBlock).join(' / ')));

const textOfBlock = (block: Block): string => (block.kind === 'paragraph' ? textOf(block.runs) : '[table]');

const tableOf = (document: Document): Table => {
  const table = document.blocks.find((block) => block.kind === 'table');
  if (table === undefined) throw new Error('no table');
  return table;
};

/** Lines of print from y on, 13 points apart. */
const prose = (x: number, y: number, lines: string[], size = 11): string =>
  lines.map((line, index) => words(x, y + index * 13, line, { size })).join('');

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await pdfReader.read(bytes, 'x.pdf');
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return 'was read';
}

describe('lines', () => {
  test('a line of print is a line, room between paragraphs an empty one, and each knows its page', async () => {
    const document = await read([
      prose(72, 72, ['The Union invites its members', 'to name an expert.']) + prose(72, 120, ['It pays the journey.']),
      prose(72, 72, ['The second page.']),
    ]);
    expect(linesOf(document).map((line) => [line.number, line.text, line.paragraph.page])).toEqual([
      [1, 'The Union invites its members', 1],
      [2, 'to name an expert.', 1],
      [3, '', 1],
      [4, 'It pays the journey.', 1],
      [5, 'The second page.', 2],
    ]);
  });

  test('pieces of a line become words by the gaps between them', async () => {
    const drawing = words(72, 72, 'Tele') + words(91, 72, 'com') + words(116, 72, 'union') + words(160, 72, 'far');
    expect(printed(await read([drawing]))).toEqual(['Telecom union\tfar']);
  });

  test('bold and italic print, exponents and links are kept', async () => {
    const drawing =
      words(72, 72, 'by ') +
      words(86, 72, '31 March', { font: 'bold' }) +
      words(136, 72, 'at', { font: 'oblique' }) +
      words(72, 100, 'CO') +
      words(88.5, 103, '2', { size: 7 }) +
      words(94, 100, 'see the site');
    const annotations = [`/Subtype/Link/A<</S/URI/URI(https://example.org/plan)>>${rectangle(94, 88, 153, 104)}`];
    const document = await readPdf(writePdf({ pages: [{ drawing, annotations }] }), 'x.pdf');
    const runs = linesOf(document).flatMap((line) => line.paragraph.runs);
    expect(runs.find((run) => run.text.startsWith('31 March'))?.style).toMatchObject({ bold: true, italic: false });
    expect(runs.find((run) => run.text === 'at')?.style).toMatchObject({ bold: false, italic: true });
    expect(runs.find((run) => run.text === '2')?.style.vertical).toBe('subscript');
    expect(runs.find((run) => run.text === 'see the site')?.link).toBe('https://example.org/plan');
  });

  test('ligatures are letters, hyphens at the end of a line stay', async () => {
    const drawing = words(72, 72, 'of\ufb01ce for devel-', { font: 'unicode' }) + words(72, 85, 'opment');
    expect(printed(await read([drawing]))).toEqual(['office for devel-', 'opment']);
  });

  test('the number of an item is parted from its words by a blank, a label by a tab', async () => {
    const drawing =
      prose(72, 72, ['1.', '2.']) +
      prose(95, 72, ['Opening', 'Election']) +
      prose(72, 150, ['Date:']) +
      prose(160, 150, ['4 May 2031']);
    expect(printed(await read([drawing]))).toEqual(['1. Opening', '2. Election', '', 'Date:\t4 May 2031']);
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
    const page = (y: number, rows: string[][]): string =>
      borders([72, 150, 300], [y, ...rows.map((_, index) => y + 20 * (index + 1))]) +
      rows
        .map(([a = '', b = ''], index) => words(76, y + 14 + 20 * index, a) + words(154, y + 14 + 20 * index, b))
        .join('');
    const document = await read([
      words(72, 80, 'List of needs') +
        page(100, [
          ['No.', 'Member'],
          ['1', 'Arvania'],
          ['2', 'Borland'],
        ]),
      page(72, [
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
  const page = (number: number, body: string): string =>
    words(72, 40, 'OCU/EM-31/INF-4') +
    prose(72, 100, [body, 'and a second line']) +
    words(290, 810, `Page ${number} of 3`);

  test('leave the text, once each, with a remark', async () => {
    const document = await read([page(1, 'One'), page(2, 'Two'), page(3, 'Three')]);
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

describe('directions', () => {
  test('from right to left is read in logical order, numbers and Latin words inside', async () => {
    const shalom = '\u05e9\u05dc\u05d5\u05dd';
    const olam = '\u05e2\u05d5\u05dc\u05dd';
    const reversed = (word: string): string => Array.from(word).reverse().join('');
    const shown = [reversed(olam), 'OCU-T', '42', reversed(shalom)];
    let x = 200;
    let drawing = '';
    for (const word of shown) {
      drawing += words(x, 100, word, { font: 'unicode' });
      x += widthInUnicodeFont(word) + 4;
    }
    const [line] = linesOf(await read([drawing]));
    expect(line?.text).toBe(`${shalom} OCU-T 42 ${olam}`);
    expect(line?.paragraph.rightToLeft).toBe(true);
  });

  test('pages turned by the file, and words turned on the page, read alike', async () => {
    const height = 595;
    const upright = words(72, 72, 'First line', { height }) + words(72, 85, 'second line', { height });
    const turned =
      words(72, pageHeight - 72, 'First line', { turn: 90 }) + words(85, pageHeight - 72, 'second line', { turn: 90 });
    const pages = [{ drawing: upright, width: 842, height }, { drawing: turned, rotate: 90 }, { drawing: turned }];
    expect(printed(await readPdf(writePdf({ pages }), 'x.pdf'))).toEqual(
      pages.flatMap(() => ['First line', 'second line']),
    );
  });

  test('words up the side come after the text', async () => {
    const drawing =
      words(40, 400, 'side note', { turn: 90 }) + prose(72, 100, ['The text of the page', 'goes on here.']);
    expect(printed(await read([drawing]))).toEqual(['The text of the page', 'goes on here.', 'side note']);
  });
});

describe('forms', () => {
  const box = (name: string, on: boolean, top: number): string =>
    `/Subtype/Widget/FT/Btn/T(${name})/TU(Training)/V/${on ? 'Yes' : 'Off'}/AS/${on ? 'Yes' : 'Off'}` +
    `/AP<</N<</Yes null/Off null>>>>${rectangle(72, top, 84, top + 12)}`;

  test('fields are controls, their values words where they lie', async () => {
    const annotations = [
      `/Subtype/Widget/FT/Tx/T(country)/V(Arvania)${rectangle(150, 90, 300, 106)}`,
      `/Subtype/Widget/FT/Tx/T(city)/V()${rectangle(150, 120, 300, 136)}`,
      box('training', true, 150),
      box('analysis', false, 170),
      `/Subtype/Widget/FT/Tx/Ff 8192/T(secret)/V(hidden)${rectangle(150, 200, 300, 216)}`,
    ];
    const drawing =
      words(72, 102, 'Country:') + words(72, 132, 'City:') + words(90, 160, 'Training') + words(90, 180, 'Analysis');
    const document = await readPdf(writePdf({ pages: [{ drawing, annotations }] }), 'x.pdf');
    expect(cellsOf(tableOf(document))).toEqual([
      ['Country:', 'Arvania'],
      ['City:', ''],
    ]);
    expect(printed(document).slice(-3)).toEqual(['☒ Training', '☐ Analysis', '']);
    const summary = document.controls.map(({ tag, kind, checked, placeholder, text }) => [
      tag,
      kind,
      checked,
      placeholder,
      text,
    ]);
    expect(summary).toEqual([
      ['country', 'text', null, false, 'Arvania'],
      ['city', 'text', null, true, ''],
      ['training', 'checkbox', true, false, '☒'],
      ['analysis', 'checkbox', false, false, '☐'],
      ['secret', 'text', null, true, ''],
    ]);
    expect(document.controls[0]?.lines).toEqual([1, 1]);
    const run = linesOf(document)[0]?.paragraph.runs.find(({ control }) => control === 0);
    expect(run?.text).toBe('Arvania');
  });
});

describe('beside the text', () => {
  test('outline, properties, comments', async () => {
    const bytes = writePdf({
      pages: [
        {
          drawing: prose(72, 100, ['Introduction']),
          annotations: [`/Subtype/Text/T(Ada)/Contents(Is this so?)/M(D:20310504120000Z)${rectangle(72, 90, 90, 105)}`],
        },
        { drawing: prose(72, 100, ['Budget', 'Words', 'more']) + prose(72, 200, ['Annex']) },
      ],
      properties: { Title: 'Plan für 2031', Author: 'Ada', CreationDate: "D:20310102030405+02'00'" },
      outline: [
        { title: 'Introduction', page: 1, top: 80 },
        { title: 'Annex', page: 2, top: 190 },
      ],
    });
    const document = await readPdf(bytes, 'x.pdf');
    expect(document.bookmarks).toEqual([
      { name: 'Introduction', line: 1 },
      { name: 'Annex', line: 6 },
    ]);
    expect(document.properties).toEqual({
      title: 'Plan für 2031',
      creator: 'Ada',
      created: '2031-01-02T03:04:05+02:00',
    });
    expect(document.comments).toMatchObject([{ author: 'Ada', date: '2031-05-04T12:00:00Z', lines: [1, 1] }]);
    expect(document.comments[0]?.blocks.map(textOfBlock)).toEqual(['Is this so?']);
  });

  test('scripts are told and not run', async () => {
    const catalog = '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>';
    const document = await readPdf(writePdf({ pages: [{ drawing: words(72, 72, 'Hello') }], catalog }), 'x.pdf');
    expect(document.remarks.map((remark) => remark.code)).toEqual(['scripts']);
  });

  test('pages without text are told', async () => {
    const document = await read([prose(72, 100, ['Some text']), stroke(10, 10, 50, 50), prose(72, 100, ['More text'])]);
    expect(document.remarks).toEqual([
      { code: 'page-without-text', message: 'Page 2 has no text: it is blank or a picture.', line: null },
    ]);
  });
});

describe('refusals', () => {
  const pages = [{ drawing: words(72, 72, 'secret words') }];

  test('a password closes a file, an empty one does not', async () => {
    expect(await refusal(writePdf({ pages, userPassword: 'key' }))).toBe('password');
    expect(printed(await readPdf(writePdf({ pages, userPassword: '' }), 'x.pdf'))).toEqual(['secret words']);
  });

  test('pictures of pages have no text', async () => {
    expect(await refusal(writePdf({ pages: [{ drawing: stroke(10, 10, 500, 500) }] }))).toBe('no-text');
  });

  test('a file that is cut is refused, wherever it is cut', async () => {
    const bytes = writePdf({ pages });
    for (const part of [0.2, 0.5, 0.8, 0.95]) {
      expect(await refusal(bytes.subarray(0, Math.floor(bytes.length * part)))).toBe('cut-short');
    }
  });

  test('fonts that do not say their characters', async () => {
    const drawing = words(72, 72, '\ue001\ue002\ue003\ue004', { font: 'unicode' });
    expect(await refusal(writePdf({ pages: [{ drawing }] }))).toBe('unreadable-text');
  });

  test('is told from the content, not from the name', () => {
    expect(pdfReader.accepts(writePdf({ pages }), 'letter.txt')).toBe(true);
    expect(pdfReader.accepts(new TextEncoder().encode('A letter about PDF'), 'letter.pdf')).toBe(false);
  });
});
