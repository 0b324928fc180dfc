/**
 * PDF files made to break their reader: each is read or refused with a reason, in time and in bounded memory. Nothing
 * else may happen, whatever the bytes.
 */
import { deflateRawSync, deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { readPdf, standardLimits, type Limits } from '#formats/pdf/index.ts';
import { linesOf } from '#formats/document/index.ts';
import { assemble, latin1, stroke, words, writePdf, type PdfObject } from '../../src/testing/pdf.ts';

vi.setConfig({ testTimeout: 60_000 });

const megabyte = 1024 * 1024;

/** The code of the refusal, or "read". Any other error fails the test. */
async function outcome(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<string> {
  try {
    await readPdf(bytes, 'x.pdf', { ...standardLimits, ...limits });
    return 'read';
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
}

/** Runs work and fails when it takes longer than this. */
async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  expect(performance.now() - start).toBeLessThan(milliseconds);
  return result;
}

const hello = latin1('BT /F1 12 Tf 72 700 Td (Hello world) Tj ET ');
const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

/** A file of one page with this content; further objects are numbered from 6 on. */
function onePage(content: PdfObject, further: PdfObject[] = [], pageEntries = '', contents = '4 0 R'): Uint8Array {
  return assemble([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${contents}` +
      `/Resources<</Font<</F1 5 0 R>>/XObject<</X0 6 0 R>>>>${pageEntries}>>`,
    content,
    font,
    ...further,
  ]);
}

const stream = (data: Uint8Array, dictionary = ''): PdfObject => ({ dictionary, data });
const deflated = (data: Uint8Array): Uint8Array => new Uint8Array(deflateSync(data, { level: 9 }));
const blanks = (size: number): Uint8Array => new Uint8Array(size).fill(0x20);

/** LZW data of blanks: the codes of ever longer strings, begun anew when the table is full. */
function lzwOfBlanks(rounds: number): Uint8Array {
  const bytes: number[] = [];
  let [bits, held] = [0, 0];
  const put = (code: number, width: number): void => {
    bits = (bits << width) | code;
    held += width;
    while (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 0xff);
    }
    bits &= (1 << held) - 1;
  };
  for (let round = 0; round < rounds; round++) {
    put(256, round === 0 ? 9 : 12);
    put(0x20, 9);
    for (let code = 258; code < 4094; code++) {
      put(code, code < 511 ? 9 : code < 1023 ? 10 : code < 2047 ? 11 : 12);
    }
  }
  put(257, 12);
  put(0, 8);
  return Uint8Array.from(bytes);
}

/** Deflate data that holds the word after which data is believed to end, and then goes on. */
function withFalseEnd(megabytes: number): Uint8Array {
  const words = latin1('endstream\nendobj\n');
  const stored = [0x78, 0x9c, 0, words.length, 0, 0xff - words.length, 0xff, ...words];
  return Uint8Array.from([...stored, ...deflateRawSync(blanks(megabytes * megabyte), { level: 9 })]);
}

/** Forms that draw one another ten times over, ten levels deep. */
const laughs = (last: string): Uint8Array =>
  onePage(
    stream(latin1('/X0 Do')),
    Array.from({ length: 10 }, (_, level) =>
      stream(
        latin1(level === 9 ? last : `/X${level + 1} Do `.repeat(10)),
        `/Type/XObject/Subtype/Form/BBox[0 0 600 800]` +
          `/Resources<</Font<</F1 5 0 R>>/XObject<</X${level + 1} ${level + 7} 0 R>>>>`,
      ),
    ),
  );

/** A font with these widths. */
const composite = (width: string): string =>
  `<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W ${width}>>`;

/** Numbers that jump about. */
const place = (index: number, of: number): number => ((index * 7919) % of) + 1;

describe('data that unfolds without end is refused before it is unfolded', () => {
  const bomb = deflated(blanks(80 * megabyte));

  test.each([
    ['deflate', stream(bomb, '/Filter/FlateDecode')],
    ['deflate in the short form', stream(bomb, '/Filter[/Fl]')],
    ['a name written with codes', stream(bomb, '/Filter/Fl#61teDecode')],
    ['a key written with codes', stream(bomb, '/#46ilter/FlateDecode')],
    ['deflate twice', stream(deflated(deflated(blanks(megabyte))), '/Filter[/FlateDecode/FlateDecode]')],
    ['a filter named after another', stream(bomb, '/X<</Filter/DCTDecode>>/Filter/FlateDecode')],
    ['hexadecimal deflate', stream(latin1(Buffer.from(bomb).toString('hex')), '/Filter[/ASCIIHexDecode/FlateDecode]')],
    [
      'run lengths',
      stream(
        new Uint8Array(2 * megabyte).map((_, at) => (at % 2 === 0 ? 129 : 0x20)),
        '/Filter/RunLengthDecode',
      ),
    ],
    ['LZW', stream(lzwOfBlanks(12), '/Filter/LZWDecode')],
    ['a false end inside', stream(withFalseEnd(80), '/Filter/FlateDecode')],
  ])('%s', async (_, content) => {
    expect(await within(10_000, () => outcome(onePage(content)))).toBe('unfolds-too-far');
  });

  test('a picture by its name alone', async () => {
    const content = stream(deflated(blanks(20 * megabyte)), '/Subtype/Image/Filter/FlateDecode');
    expect(await outcome(onePage(content), { unfoldedPicture: 8 * megabyte })).toBe('unfolds-too-far');
  });

  test('many small streams in one array', async () => {
    const content = stream(deflated(blanks(4 * megabyte)), '/Filter/FlateDecode');
    const contents = `[${'4 0 R '.repeat(200)}]`;
    expect(await within(10_000, () => outcome(onePage(content, [], '', contents)))).toBe('unfolds-too-far');
  });

  test('an array that is hidden in a stream of objects', async () => {
    const content = stream(deflated(blanks(4 * megabyte)), '/Filter/FlateDecode');
    const hidden = `9 0 [${'4 0 R '.repeat(200)}]`;
    const objects = stream(deflated(latin1(hidden)), '/Type/ObjStm/N 1/First 4/Filter/FlateDecode');
    expect(await outcome(onePage(content, [objects]))).toBe('unfolds-too-far');
  });

  test('a large picture is not: pictures are left out before they are decoded', async () => {
    const picture = stream(
      deflated(blanks(80 * megabyte)),
      '/Type/XObject/Subtype/Image/Width 8192/Height 10240/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode',
    );
    const bytes = onePage(stream(latin1('/X0 Do BT /F1 12 Tf 72 700 Td (Hello) Tj ET')), [picture]);
    expect(await within(10_000, () => outcome(bytes))).toBe('read');
  });

  test('the decoys do what they say: LZW of blanks is read when it is small', async () => {
    const content = [...hello];
    const data = lzwOfBlanks(1);
    const contents = '[4 0 R 6 0 R]';
    const bytes = onePage(stream(Uint8Array.from(content)), [stream(data, '/Filter/LZWDecode')], '', contents);
    expect(await outcome(bytes)).toBe('read');
  });
});

describe('work without end is stopped', () => {
  test('forms within forms with words: by the number of characters', async () => {
    const bytes = laughs('BT /F1 12 Tf 72 700 Td (lol) Tj ET');
    expect(await within(8000, () => outcome(bytes, { pageCharacters: 20_000 }))).toBe('too-much-text');
  });

  test('forms within forms with words: by time', async () => {
    const bytes = laughs('BT /F1 12 Tf 72 700 Td (lol) Tj ET');
    expect(await within(8000, () => outcome(bytes, { milliseconds: 1500 }))).toBe('too-slow');
  });

  test('forms within forms without words: the drawing is given up, the text is not', async () => {
    const bytes = laughs('q Q');
    expect(await within(8000, () => outcome(bytes, { drawingMilliseconds: 300 }))).toBe('no-text');
    const document = await readPdf(
      onePage(stream(latin1(`BT /F1 12 Tf 72 700 Td (Hello) Tj ET ${'q 1 0 0 1 0 0 cm Q '.repeat(300_000)}`))),
      'x.pdf',
      { ...standardLimits, drawingMilliseconds: 20 },
    );
    expect(linesOf(document).map((line) => line.text)).toEqual(['Hello']);
    expect(document.remarks.map((remark) => remark.code)).toContain('without-lines');
  });

  test('objects that never end, written again and again', async () => {
    const bytes = latin1(`%PDF-1.7\n${'1 0 obj << '.repeat(200_000)}\nstartxref\n0\n%%EOF`);
    expect(await within(10_000, () => outcome(bytes))).toBe('damaged');
  });

  test('objects without anything in them, written again and again', async () => {
    const bytes = latin1(`%PDF-1.7\n${'1 0 obj '.repeat(400_000)}\nstartxref\n0\n%%EOF`);
    expect(await within(10_000, () => outcome(bytes))).toBe('damaged');
  });

  test('a file that was saved many times is no attack', async () => {
    const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Note(${'n'.repeat(2000)})>>`;
    const whole = Buffer.from(onePage(stream(hello))).toString('latin1');
    const [head = '', tail = ''] = whole.split(/(?=xref\n0 )/u);
    const saves = Array.from({ length: 200 }, () => `3 0 obj\n${page}\nendobj\n`).join('');
    const offset = head.length + saves.length;
    const bytes = latin1(head + saves + tail.replace(/startxref\n\d+/u, `startxref\n${offset}`));
    expect(await within(10_000, () => outcome(bytes))).toBe('read');
  });

  test('widths for more characters than there are', async () => {
    for (const widths of ['[0 2000000000 500]', '[0[500 600]3 2000000000 500]']) {
      const type0 = '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[7 0 R]>>';
      for (const further of [
        [type0, composite(widths)],
        [type0, composite('8 0 R'), widths],
      ]) {
        expect(await within(10_000, () => outcome(onePage(stream(hello), further)))).toBe('damaged');
      }
    }
  });

  test('a document that leads back to itself: pages, outline, form', async () => {
    const pages = assemble(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1000000/Kids[2 0 R]>>']);
    expect(await within(10_000, () => outcome(pages))).toBe('damaged');
    const loops = assemble([
      '<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R/AcroForm<</Fields[7 0 R]>>>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Annots[7 0 R]/Resources<</Font<</F1 5 0 R>>>>>>',
      stream(hello),
      font,
      '<</First 8 0 R/Last 8 0 R/Count 1>>',
      '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/Parent 7 0 R/Kids[7 0 R]>>',
      '<</Title(again)/Parent 6 0 R/Next 8 0 R/First 8 0 R/Dest[3 0 R/Fit]>>',
    ]);
    expect(await within(10_000, () => outcome(loops))).toBe('read');
  });
});

describe('depth', () => {
  test.each([
    ['arrays in the content', onePage(stream(latin1('['.repeat(1_000_000))))],
    ['an object of arrays', onePage(stream(hello), ['['.repeat(2_000_000) + ']'.repeat(2_000_000)], '/Metadata 6 0 R')],
    [
      'an object of dictionaries',
      onePage(stream(hello), [`${'<</A '.repeat(300_000)}1${'>>'.repeat(300_000)}`], '/Group 6 0 R'),
    ],
    ['brackets of a string', onePage(stream(latin1(`BT /F1 12 Tf (${'('.repeat(500_000)} Tj ET`)))],
  ])('%s', async (_, bytes) => {
    const result = await within(10_000, () => outcome(bytes));
    expect(['read', 'no-text', 'damaged']).toContain(result);
  });
});

describe('size', () => {
  test('more than 100 MB are refused at once', async () => {
    const bytes = new Uint8Array(100 * megabyte + 1);
    bytes.set(latin1('%PDF-1.7\n'));
    expect(await within(1000, () => outcome(bytes))).toBe('too-large');
  });

  test('more than 5,000 pages are refused', async () => {
    const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>';
    const count = 5_001;
    const bytes = assemble([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Count ${count}/Kids[${Array.from({ length: count }, (_, at) => `${at + 6} 0 R`).join(' ')}]>>`,
      'null',
      stream(hello),
      font,
      ...Array.from({ length: count }, () => page),
    ]);
    expect(await within(5000, () => outcome(bytes))).toBe('too-many-pages');
  });

  test('a count of pages that is a lie', async () => {
    const bytes = assemble([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 100000000/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      stream(hello),
      font,
    ]);
    expect(await within(10_000, () => outcome(bytes))).toBe('read');
  });

  test('crowds of words and lines on one page', async () => {
    const count = 12_000;
    const crowds = {
      words: Array.from({ length: count }, (_, at) => words(place(at, 550), place(at * 3, 830), 'word', { size: 6 })),
      lines: Array.from({ length: count }, (_, at) => words(72, 1 + (at * 840) / count, 'a word', { size: 0.01 })),
      one: Array.from({ length: count }, (_, at) => words((at * 590) / count, 100, 'ab', { size: 0.005 })),
      rules: [
        words(72, 72, 'word'),
        ...Array.from({ length: count }, (_, at) =>
          stroke(
            place(at, 400),
            place(at * 3, 800),
            place(at, 400) + (at % 2) * 90,
            place(at * 3, 800) + ((at + 1) % 2) * 90,
          ),
        ),
      ],
    };
    for (const drawing of Object.values(crowds)) {
      const bytes = writePdf({ pages: [{ drawing: drawing.join('') }] });
      expect(await within(8000, () => outcome(bytes))).toBe('read');
    }
  });
});

describe('broken bytes', () => {
  const whole = writePdf({
    pages: [
      {
        drawing: words(72, 72, 'One') + words(72, 100, 'Two'),
        annotations: ['/Subtype/Text/Contents(Note)/Rect[0 0 9 9]'],
      },
    ],
    outline: [{ title: 'One', page: 1, top: 60 }],
    properties: { Title: 'Test' },
  });
  const packed = onePage(stream(deflated(hello), '/Filter/FlateDecode'));

  test('a cut file is never read in part', async () => {
    for (let end = 0; end < whole.length - 30; end += 97) {
      expect(['cut-short', 'damaged']).toContain(await outcome(whole.subarray(0, end)));
    }
  });

  test('bytes changed anywhere: read or refused, never anything else', async () => {
    const change = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(change, fc.boolean(), async (changes, usesPacked) => {
        const bytes = (usesPacked ? packed : whole).slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        expect(await outcome(bytes, { milliseconds: 5000 })).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 250 },
    );
  });

  test('compressed data that contradicts itself is refused, not read in part', async () => {
    const data = deflated(
      latin1(
        `BT /F1 12 Tf 72 700 Td ${Array.from({ length: 400 }, (_, at) => `(word ${at * 7919}) Tj 0 -12 Td `).join('')}ET`,
      ),
    );
    const broken = data.slice();
    broken.fill(0xff, 200, 260);
    expect(await outcome(onePage(stream(data, '/Filter/FlateDecode')))).toBe('read');
    expect(await outcome(onePage(stream(broken, '/Filter/FlateDecode')))).toBe('damaged');
  });

  test('a page of which something cannot be read is told', async () => {
    const bytes = onePage(stream(latin1('BT /F1 12 Tf 72 700 Td (Hello) Tj ET /X9 Do')));
    const document = await readPdf(bytes, 'x.pdf');
    expect(linesOf(document).map((line) => line.text)).toEqual(['Hello']);
    expect(document.remarks).toEqual([
      { code: 'damaged-page', message: 'Page 1 is damaged: words may be missing.', line: 1 },
    ]);
  });

  test('what comes before and after the file does not matter, unless it is more of a file', async () => {
    const around = new Uint8Array([...latin1('junk\n'), ...whole, ...blanks(3000)]);
    expect(await outcome(around)).toBe('read');
  });
});
