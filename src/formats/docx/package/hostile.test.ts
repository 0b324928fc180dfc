/** Files that must be refused: each with its reason, its place, in time, and by a Refusal and nothing else. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync, strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Refusal, type Problem } from '#kernel/problem.ts';
import { buildDocx, docxFiles, paragraph, run } from '../../../testing/docx.ts';
import { docxReader } from '../index.ts';
import { linesOf } from '../../document/index.ts';
import { crc32 } from './crc32.ts';

async function problemOf(bytes: Uint8Array, name = 'x.docx'): Promise<Problem> {
  const began = performance.now();
  try {
    await docxReader.read(bytes, name);
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    expect(performance.now() - began).toBeLessThan(2000);
    const { problem } = error as Refusal;
    expect(problem.place.file).toBe(name);
    expect(problem.remedy).not.toBe('');
    return problem;
  }
  throw new Error('was read');
}

interface RawEntry {
  name: string;
  data: Uint8Array;
  /** What the headers claim instead of the truth. */
  claims?: {
    stored?: boolean;
    ghost?: boolean;
    size?: number;
    crc?: number;
    flags?: number;
    method?: number;
    localName?: string;
    offset?: number;
  };
}

/** A header of a zip: its signature, its fields, the name behind them. */
function header(signature: number, fields: [bytes: 2 | 4, value: number][], name: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + fields.reduce((sum, [size]) => sum + size, 0) + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  bytes.set(name, at);
  return bytes;
}

/** A zip written by hand, so that it can lie. */
function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const { name, data, claims = {} } of entries) {
    const packed = claims.stored === true ? data : deflateSync(data);
    const usual = claims.stored === true ? 0 : 8;
    const { size = data.length, crc = crc32(data), flags = 0, method = usual, localName = name } = claims;
    const shared: [2 | 4, number][] = [
      [2, flags],
      [2, method],
      [4, 0],
      [4, crc],
      [4, packed.length],
      [4, size],
    ];
    const local = strToU8(localName);
    if (claims.ghost !== true) {
      chunks.push(header(0x04034b50, [[2, 20], ...shared, [2, local.length], [2, 0]], local), packed);
    }
    const nameBytes = strToU8(name);
    const rest: [2 | 4, number][] = [
      [2, nameBytes.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, claims.offset ?? offset],
    ];
    central.push(header(0x02014b50, [[2, 20], [2, 20], ...shared, ...rest], nameBytes));
    if (claims.ghost !== true) offset += 30 + local.length + packed.length;
  }
  const size = central.reduce((sum, one) => sum + one.length, 0);
  const count = entries.length;
  const end = header(
    0x06054b50,
    [
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, size],
      [4, offset],
      [2, 0],
    ],
    new Uint8Array(),
  );
  return Uint8Array.from([...chunks, ...central, end].flatMap((chunk) => [...chunk]));
}

/** A sound package with the main part's XML replaced. */
function withDocument(xml: string | Uint8Array): Uint8Array {
  return buildDocx({ body: '', files: { 'word/document.xml': xml } });
}

function sound(): RawEntry[] {
  return Object.entries(docxFiles({ body: paragraph('a') })).map(([name, content]) => ({
    name,
    data: typeof content === 'string' ? strToU8(content) : content,
  }));
}

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const documentXml = (body: string): string => `<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`;

describe('the hand-written zip', () => {
  test('is read when it tells the truth', async () => {
    expect(linesOf(await docxReader.read(rawZip(sound()), 'x.docx')).map((line) => line.text)).toEqual(['a']);
  });
});

describe('files that are no sound package', () => {
  test('empty', async () => expect((await problemOf(new Uint8Array())).code).toBe('empty'));

  test('cut short at any place', async () => {
    const bytes = buildDocx({ body: paragraph('a') });
    for (let length = 4; length < bytes.length; length += 37) {
      expect((await problemOf(bytes.subarray(0, length))).code).toBe('damaged');
    }
  });

  test.each<[string, RawEntry['claims'], string]>([
    ['a smaller size than the truth', { size: 3 }, 'damaged'],
    ['a larger size', { size: 3_000_000_000 }, 'damaged'],
    ['a wrong checksum', { crc: 1 }, 'damaged'],
    ['an unknown method', { method: 12 }, 'damaged'],
    ['another name in front of the data', { localName: 'word/evil.xml.....' }, 'damaged'],
    ['a place outside the file', { offset: 4_000_000 }, 'damaged'],
    ['a password', { flags: 1 }, 'encrypted'],
    ['the bytes of another entry', { offset: 0, localName: '[Content_Types].xml' }, 'damaged'],
  ])('an entry that claims %s', async (_, claims, code) => {
    const entries = sound();
    entries[2] = { ...entries[2]!, claims: claims ?? {} };
    expect((await problemOf(rawZip(entries))).code).toBe(code);
  });

  test('an entry that stands inside another', async () => {
    const inner = { name: 'b.xml', data: strToU8('x') };
    const outer = { name: 'a.bin', data: rawZip([inner]), claims: { stored: true } };
    const inside = 30 + outer.name.length;
    const bytes = rawZip([outer, { ...inner, claims: { ghost: true, offset: inside } }, ...sound()]);
    expect(await problemOf(bytes)).toMatchObject({ code: 'unsafe-package', place: { part: 'b.xml' } });
  });

  test.each(['../evil.xml', '/etc/passwd', 'word\\document.xml', 'C:/x.xml', 'word/../../x', 'a\u0000b'])(
    'a name that is a path: %j',
    async (name) => {
      const problem = await problemOf(rawZip([...sound(), { name, data: strToU8('x') }]));
      expect(problem.code).toBe('unsafe-package');
    },
  );

  test('two entries of one name, whatever the case', async () => {
    const [main] = sound().filter(({ name }) => name === 'word/document.xml');
    const problem = await problemOf(rawZip([...sound(), { ...main!, name: 'Word/Document.xml' }]));
    expect(problem).toMatchObject({ code: 'unsafe-package', place: { part: 'Word/Document.xml' } });
  });

  test('more entries than a document has', async () => {
    const files: Zippable = {};
    for (let index = 0; index < 11_000; index++) files[`media/${index}.txt`] = new Uint8Array();
    expect((await problemOf(zipSync(files, { level: 0 }))).code).toBe('too-large');
  });

  test('a part that unpacks to a thousand times its size', async () => {
    const bomb = strToU8(documentXml(`<w:p><w:r><w:t>${' '.repeat(40_000_000)}</w:t></w:r></w:p>`));
    const problem = await problemOf(withDocument(bomb));
    expect(problem).toMatchObject({ code: 'zip-bomb', place: { part: 'word/document.xml' } });
  });
});

const zipOf = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

describe('packages that are something else', () => {
  const openDocument = { mimetype: 'application/vnd.oasis', 'META-INF/manifest.xml': '<a/>', 'content.xml': '<a/>' };
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const office = (main: string, type: string): Record<string, string> => ({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${relationships}/officeDocument" Target="${main}"/></Relationships>`,
    [main]: '<a/>',
  });

  test.each([
    ['Excel workbook', office('xl/workbook.xml', 'spreadsheetml.sheet.main+xml')],
    ['PowerPoint', office('ppt/presentation.xml', 'presentationml.presentation.main+xml')],
    ['OpenDocument', openDocument],
    ['a zip archive', { 'a.txt': 'x' }],
    ['without a main document part', { '[Content_Types].xml': office('x', 'y')['[Content_Types].xml'] ?? '' }],
  ])('%s', async (what, files) => {
    const problem = await problemOf(zipOf(files));
    expect(problem.code).toBe('not-word');
    expect(problem.message).toContain(what);
  });

  test('a Word type around something else', async () => {
    expect((await problemOf(withDocument('<html/>'))).code).toBe('not-word');
  });

  test('a document with macros, by its type or by its parts', async () => {
    const files = docxFiles({ body: paragraph('a') });
    const types = String(files['[Content_Types].xml']);
    const macroType = types.replace(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      'application/vnd.ms-word.document.macroEnabled.main+xml',
    );
    for (const extra of [{ '[Content_Types].xml': macroType }, { 'word/vbaProject.bin': 'x' }]) {
      expect((await problemOf(buildDocx({ body: paragraph('a'), files: extra }))).code).toBe('macro-enabled');
    }
  });

  test.each([
    ['a PNG picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]],
    ['a JPEG picture', [0xff, 0xd8, 0xff, 0xe0, 0, 0x10]],
    ['a PDF document', [...strToU8('%PDF-1.7')]],
    ['plain text', [...strToU8('Dear all,')]],
    ['a web page (HTML)', [...strToU8('<!DOCTYPE html><html>')]],
  ])('%s called .docx', async (what, bytes) => {
    const problem = await problemOf(Uint8Array.from(bytes));
    expect(problem.code).toBe('not-word');
    expect(problem.message).toContain(what);
  });
});

/** The smallest compound file with a directory that names one stream. */
function compound(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 3);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(0x1e, 9, true);
  view.setUint32(0x30, 1, true);
  view.setUint32(0x4c, 0, true);
  view.setUint32(512, 0xfffffffd, true);
  view.setUint32(516, 0xfffffffe, true);
  streams.forEach((name, index) => {
    const at = 1024 + index * 128;
    Array.from(name).forEach((character, place) => view.setUint16(at + place * 2, character.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
  });
  return bytes;
}

describe('compound files', () => {
  test.each([
    ['encrypted', 'encrypted', ['Root Entry', 'EncryptionInfo', 'EncryptedPackage']],
    ['.doc', 'not-word', ['Root Entry', 'WordDocument']],
    ['.xls', 'not-word', ['Root Entry', 'Workbook']],
    ['.msg', 'not-word', ['Root Entry', '__properties_version1.0']],
    ['old Office format', 'not-word', []],
  ])('%s', async (what, code, streams) => {
    const problem = await problemOf(compound(...streams));
    expect(problem.code).toBe(code);
    expect(problem.message).toContain(what);
  });

  test('with a directory that runs in a circle', async () => {
    const bytes = compound('Root Entry');
    new DataView(bytes.buffer).setUint32(516, 1, true);
    expect((await problemOf(bytes)).code).toBe('not-word');
  });
});

describe('XML that is refused', () => {
  test.each([
    ['mismatched tags', 'malformed-xml', '<w:p><w:r></w:p>'],
    ['unclosed tags', 'malformed-xml', '<w:p>'],
    ['an undeclared prefix', 'malformed-xml', '<x:p/>'],
    ['an undeclared entity', 'malformed-xml', '<w:p>&evil;</w:p>'],
    ['a repeated attribute', 'malformed-xml', '<w:p w:a="1" w:a="2"/>'],
    ['a control character', 'malformed-xml', '<w:p>\u0001</w:p>'],
    ['deep nesting', 'too-deep', '<w:ins>'.repeat(5000)],
    ['5,000 nested tables', 'too-deep', '<w:tbl><w:tr><w:tc>'.repeat(5000)],
    ['nested controls', 'too-deep', '<w:sdt><w:sdtContent>'.repeat(60) + '</w:sdtContent></w:sdt>'.repeat(60)],
    ['attributes without end', 'too-large', `<w:p ${Array.from({ length: 5000 }, (_, n) => `a${n}=""`).join(' ')}/>`],
    ['one huge attribute', 'too-large', `<w:p w:a="${'x'.repeat(5_000_000)}"/>`],
    ['paragraphs without end', 'too-large', '<w:p/>'.repeat(600_000)],
  ])('%s', async (_, code, body) => {
    const problem = await problemOf(withDocument(documentXml(body)));
    expect(problem.code).toBe(code);
    if (code === 'malformed-xml') expect(problem.place).toMatchObject({ part: 'word/document.xml', line: 1 });
  });

  test('names the line', async () => {
    const problem = await problemOf(withDocument(documentXml('\n\n<w:p>\n</w:q>')));
    expect(problem.place).toEqual({ file: 'x.docx', part: 'word/document.xml', line: 4 });
  });

  test('a document type anywhere, also in parts that are not read', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    expect((await problemOf(withDocument(doctype + documentXml('<w:p>&a;</w:p>')))).code).toBe('dtd');
    for (const part of ['word/theme/theme1.xml', 'word/_rels/document.xml.rels', 'docProps/app.xml']) {
      const problem = await problemOf(
        buildDocx({ body: '', files: { [part]: `<?xml version="1.0"?>${doctype}<x/>` } }),
      );
      expect(problem).toMatchObject({ code: 'dtd', place: { part } });
    }
  });

  test('bytes that are no characters, and other encodings', async () => {
    const bytes = strToU8(documentXml('<w:p><w:r><w:t>rXsum</w:t></w:r></w:p>'));
    bytes[bytes.indexOf('X'.charCodeAt(0))] = 0xe9;
    expect((await problemOf(withDocument(bytes))).code).toBe('wrong-encoding');
    const latin = `<?xml version="1.0" encoding="iso-8859-1"?>${documentXml('')}`;
    expect((await problemOf(withDocument(latin))).code).toBe('wrong-encoding');
  });

  test('but UTF-16 is read', async () => {
    const text = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${documentXml(paragraph('é').replace(/ xml:space="preserve"/, ''))}`;
    const bytes = new Uint8Array(text.length * 2);
    for (let at = 0; at < text.length; at++) new DataView(bytes.buffer).setUint16(at * 2, text.charCodeAt(at), true);
    expect(linesOf(await docxReader.read(withDocument(bytes), 'x.docx'))[0]?.text).toBe('é');
  });
});

const move = (xml: unknown): string => String(xml).replaceAll('word/document.xml', 'here/main.xml');

describe('what may look hostile and is read', () => {
  test('links and templates outside are named, never fetched', async () => {
    const bytes = buildDocx({
      body: paragraph(`<w:hyperlink r:id="r1">${run('x')}</w:hyperlink>`),
      relationships: [
        { id: 'r1', type: 'hyperlink', target: 'http://127.0.0.1:1/', external: true },
        { id: 'r2', type: 'attachedTemplate', target: 'http://127.0.0.1:1/evil.dotm', external: true },
        { id: 'r3', type: 'footnotes', target: 'http://127.0.0.1:1/notes.xml', external: true },
      ],
    });
    const document = await docxReader.read(bytes, 'x.docx');
    expect(linesOf(document)[0]?.paragraph.runs[0]?.link).toBe('http://127.0.0.1:1/');
  });

  test('a main part under another name and prefix', async () => {
    const files = docxFiles({ body: '' });
    const bytes = zipSync({
      '[Content_Types].xml': strToU8(move(files['[Content_Types].xml'])),
      '_rels/.rels': strToU8(move(files['_rels/.rels'])),
      'here/main.xml': strToU8(
        `<document xmlns="${w}" xmlns:q="${w}"><body><q:p><r><q:t>a</q:t></r></q:p></body></document>`,
      ),
    });
    expect(linesOf(await docxReader.read(bytes, 'x.docx')).map((line) => line.text)).toEqual(['a']);
  });
});

describe('accepts', () => {
  const bytes = buildDocx({ body: paragraph('a') });
  test.each<[string, Uint8Array, string, boolean]>([
    ['a Word file under any name', bytes, 'x', true],
    ['a cut Word file', bytes.subarray(0, 200), 'x', true],
    ['a compound file', compound('WordDocument'), 'x.doc', true],
    ['a picture called .docx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), 'x.docx', true],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), 'x.png', false],
    ['an empty file called .docx', new Uint8Array(), 'x.docx', true],
    ['text called .docx', strToU8('plain words'), 'x.docx', false],
    ['a PDF called .docx', strToU8('%PDF-1.7 x'), 'x.docx', false],
    ['a zip', zipSync({ 'a.txt': strToU8('x') }), 'x.zip', false],
    ['a zip called .docx', zipSync({ 'a.txt': strToU8('x') }), 'x.docx', true],
    ['a workbook', zipSync({ '[Content_Types].xml': strToU8('x'), 'xl/workbook.xml': strToU8('x') }), 'x.xlsx', false],
  ])('%s', (_, content, name, answer) => expect(docxReader.accepts(content, name)).toBe(answer));
});

const corpus = path.resolve('../shared/corpus/docx');
describe.skipIf(!existsSync(corpus))('real hostile files (../shared is absent when skipped)', () => {
  test.each([
    ['poi-truncated62886.docx', 'damaged'],
    ['poi-ExternalEntityInText.docx', 'dtd'],
    ['poi-deep-table-cell.docx', 'too-deep'],
  ])('%s is refused as %s', async (name, code) => {
    expect((await problemOf(readFileSync(path.join(corpus, name)), name)).code).toBe(code);
  });
});
