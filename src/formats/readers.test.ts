import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { buildDocx } from '../testing/docx.ts';
import { latin1, words, writePdf } from '../testing/pdf.ts';
import { linesOf } from './document/index.ts';
import { openDocument } from './readers.ts';

const pdf = writePdf({ pages: [{ drawing: words(72, 72, 'A letter') }] });
const docx = buildDocx({ body: '<w:p><w:r><w:t>A letter</w:t></w:r></w:p>' });

async function problem(bytes: Uint8Array, name = 'x'): Promise<Refusal['problem']> {
  try {
    await openDocument(bytes, name);
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  throw new Error('was read');
}

const padded = (start: string, at = 0): Uint8Array => {
  const bytes = new Uint8Array(600);
  bytes.set(latin1(start), at);
  return bytes;
};
const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const openDocumentZip = (type: string): Uint8Array =>
  zipSync({ mimetype: [strToU8(type), { level: 0 }], 'content.xml': strToU8('<x/>') });

describe('a file is read by what it holds, not by its name', () => {
  test.each([
    ['docx', docx, 'letter.pdf'],
    ['pdf', pdf, 'letter.txt'],
    ['text', strToU8('A letter'), 'letter.bin'],
  ] as const)('%s', async (media, bytes, name) => {
    const document = await openDocument(bytes, name);
    expect([document.media, document.name, linesOf(document).map((line) => line.text)]).toEqual([
      media,
      name,
      ['A letter'],
    ]);
  });

  test('a PDF that a mail program put a few lines before', async () => {
    const bytes = new Uint8Array([...latin1('Content-Type: application/pdf\r\n\r\n'), ...pdf]);
    expect((await openDocument(bytes, 'letter')).media).toBe('pdf');
  });
});

describe('what is read by nobody is named', () => {
  test.each([
    ['a PNG picture', padded('\x89PNG\r\n\x1a\n')],
    ['a JPEG picture', padded('\xff\xd8\xff\xe0')],
    ['a BMP picture', padded('BM\x10')],
    ['a HEIC picture', padded('ftypheic', 4)],
    ['a film (MP4 or MOV)', padded('ftypisom', 4)],
    ['a sound file (MP3)', padded('ID3\x04')],
    ['a RAR archive', padded('Rar!\x1a\x07')],
    ['a tar archive', padded('ustar', 257)],
    ['a zip archive', zip('minutes.docx', 'budget.xlsx')],
    ['a Windows program', padded('MZ\x90')],
    ['an RTF document', strToU8('{\\rtf1\\ansi A letter}')],
    ['an Excel workbook (.xlsx)', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['a PowerPoint presentation (.pptx)', zip('[Content_Types].xml', 'ppt/presentation.xml')],
    ['an OpenDocument text (.odt)', openDocumentZip('application/vnd.oasis.opendocument.text')],
    ['an e-book (.epub)', openDocumentZip('application/epub+zip')],
    ['a web page (HTML)', strToU8('\n<!DOCTYPE html><html><body>A letter</body></html>')],
    ['an SVG drawing', strToU8('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an XML file', strToU8('<?xml version="1.0"?><letter/>')],
    [
      'UTF-16 text without a byte order mark',
      new Uint8Array(Array.from('A letter to all members', (c) => [c.charCodeAt(0), 0]).flat()),
    ],
  ])('%s', async (what, bytes) => {
    const { code, message, remedy } = await problem(bytes);
    expect([code, message]).toEqual([
      'unsupported',
      `The file is ${what}; Word, PDF, Akoma Ntoso and plain text are read.`,
    ]);
    expect(remedy.length).toBeGreaterThan(20);
  });

  test('text that begins like a picture or a program is text', async () => {
    for (const text of [
      'BM is short for benchmark',
      'MZ writes',
      'ID3 tags',
      'PK and partners',
      'GIF pictures',
      'xml',
    ]) {
      expect((await openDocument(strToU8(text), 'x.txt')).media).toBe('text');
    }
  });

  test('old Word documents are refused by the Word reader', async () => {
    expect((await problem(padded('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'x.doc')).remedy).toContain('.docx');
  });

  test('nothing, and bytes without meaning', async () => {
    expect((await problem(new Uint8Array(0))).code).toBe('empty');
    expect((await problem(new Uint8Array([1, 0, 2, 0, 0, 0, 7, 9]))).code).toBe('unknown-format');
  });
});
