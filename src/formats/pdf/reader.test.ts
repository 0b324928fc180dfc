import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import {
  assemble,
  latin1,
  pageHeight,
  rectangle,
  stroke,
  widthInUnicodeFont,
  words,
  writePdf,
} from '../../testing/pdf.ts';
import { cellsOf, printed, tableOf, textOfBlock } from '../../testing/printed.ts';
import { linesOf, type Document } from '../document/index.ts';
import { pdfReader, readPdf } from './index.ts';

/** Reads pages with these drawings. */
const read = (pages: string[]): Promise<Document> =>
  readPdf(writePdf({ pages: pages.map((drawing) => ({ drawing })) }), 'x.pdf');

/** Lines of print from y on, 13 points apart. */
const prose = (x: number, y: number, lines: string[], size = 11): string =>
  lines.map((line, index) => words(x, y + index * 13, line, { size })).join('');

const reversed = (word: string): string => Array.from(word).reverse().join('');

/** A check box. */
const box = (name: string, on: boolean, top: number): string =>
  `/Subtype/Widget/FT/Btn/T(${name})/TU(Training)/V/${on ? 'Yes' : 'Off'}/AS/${on ? 'Yes' : 'Off'}` +
  `/AP<</N<</Yes null/Off null>>>>${rectangle(72, top, 84, top + 12)}`;

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

test('the bytes of the caller stay as they are, also where they are a part of others', async () => {
  const whole = writePdf({ pages: [{ drawing: words(72, 72, 'A letter') }] });
  const bytes = Buffer.concat([Buffer.from('before'), whole, Buffer.from('after')]).subarray(6, 6 + whole.length);
  expect(printed(await readPdf(bytes, 'x.pdf'))).toEqual(['A letter']);
  expect(Buffer.compare(bytes, whole)).toBe(0);
});

describe('characters', () => {
  test('of fonts that are not embedded and use a known map (Chinese, Japanese, Korean)', async () => {
    const text = '\u56fd\u9645\u8054\u76df 2031';
    const codes = Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    const font = '<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>';
    const bytes = assemble([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      { dictionary: '', data: latin1(`BT /F1 12 Tf 72 700 Td <${codes}> Tj ET`) },
      '<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
      `<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo${font}/DW 1000>>`,
    ]);
    expect(printed(await readPdf(bytes, 'x.pdf'))).toEqual([text]);
  });
});

describe('directions', () => {
  test('from right to left is read in logical order, numbers and Latin words inside', async () => {
    const shalom = '\u05e9\u05dc\u05d5\u05dd';
    const olam = '\u05e2\u05d5\u05dc\u05dd';
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
    expect(document.controls[0]?.lines).toEqual([2, 2]);
    const run = linesOf(document)[1]?.paragraph.runs.find(({ control }) => control === 0);
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
