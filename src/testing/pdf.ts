/**
 * A small writer of PDF files for tests: text at places, lines, form fields, links, outlines, and the low level for
 * files that are broken on purpose (ISO 32000-1, 7.5). Not for the product: no font is embedded, nothing is compressed
 * unless the test does it.
 */
import { createHash } from 'node:crypto';

/** Size of a page in points when a test names none: A4 upright. */
export const pageWidth = 595;
export const pageHeight = 842;

/** Names of the fonts each page has: Helvetica, its bold and oblique, and one whose codes are UTF-16 units. */
export type TestFont = 'regular' | 'bold' | 'oblique' | 'unicode';

const fontNames: Record<TestFont, string> = { regular: 'F1', bold: 'F2', oblique: 'F3', unicode: 'F4' };

export interface TestPage {
  /** Operators of the content stream, from {@link words}, {@link stroke} or by hand. */
  drawing: string;
  width?: number;
  height?: number;
  /** Quarter turns clockwise when shown, in degrees. */
  rotate?: number;
  /** Bodies of annotation dictionaries; one with /FT also becomes a field of the form. */
  annotations?: string[];
}

export interface TestPdf {
  pages: TestPage[];
  /** Entries of the document information dictionary. */
  properties?: Record<string, string>;
  /** Bookmarks of the outline: title and 1-based page, with the distance from the top in points. */
  outline?: { title: string; page: number; top: number }[];
  /** Further entries of the catalogue, such as "/OpenAction<<…>>". */
  catalog?: string;
  /** Encrypts with RC4, 40 bits; an empty password is one that every reader tries by itself. */
  userPassword?: string;
}

/** How words are set; `turn` in degrees against the clock. */
export interface TestLook {
  size?: number;
  font?: TestFont;
  turn?: number;
  /** Height of the page they stand on. */
  height?: number;
}

/** Text whose baseline begins `x` from the left and `y` from the top, in points. */
export function words(
  x: number,
  y: number,
  text: string,
  { size = 11, font = 'regular', turn = 0, height = pageHeight }: TestLook = {},
): string {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)].map((n) => n.toFixed(4));
  const shown = font === 'unicode' ? `<${utf16(text)}>` : `(${escape(text)})`;
  return `BT /${fontNames[font]} ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${height - y} Tm ${shown} Tj ET\n`;
}

/** A thin line between two places, measured like {@link words}. */
export function stroke(x0: number, y0: number, x1: number, y1: number, height = pageHeight): string {
  return `0.5 w ${x0} ${height - y0} m ${x1} ${height - y1} l S\n`;
}

/** The borders of a table with these column and row edges. */
export function borders(xs: readonly number[], ys: readonly number[]): string {
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return xs.map((x) => stroke(x, top, x, bottom)).join('') + ys.map((y) => stroke(left, y, right, y)).join('');
}

/** A rectangle for an annotation, given from the top left. */
export function rectangle(left: number, top: number, right: number, bottom: number): string {
  return `/Rect[${left} ${pageHeight - bottom} ${right} ${pageHeight - top}]`;
}

/** Width of text in the `unicode` font, whose characters are all half as wide as they are high. */
export function widthInUnicodeFont(text: string, size = 11): number {
  return (text.length * size) / 2;
}

/** A whole document. */
export function writePdf(pdf: TestPdf): Uint8Array {
  const objects: PdfObject[] = [
    '', // 1: the catalogue, written last
    '', // 2: the page tree, written last
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Oblique/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
      '/DW 500/FontDescriptor<</Type/FontDescriptor/FontName/Test/Flags 4/FontBBox[0 0 500 800]/Ascent 800/Descent -200>>>>',
    { dictionary: '', data: latin1(identityToUnicode) },
    `<<${Object.entries(pdf.properties ?? {})
      .map(([name, value]) => `/${name} <feff${utf16(value)}>`)
      .join('')}>>`,
  ];
  const add = (object: PdfObject): number => objects.push(object);
  const pages: number[] = [];
  const fields: number[] = [];
  for (const page of pdf.pages) {
    const content = add({ dictionary: '', data: latin1(page.drawing) });
    const annotations = (page.annotations ?? []).map((body) => {
      const number = add(`<</Type/Annot${body}>>`);
      if (body.includes('/FT')) fields.push(number);
      return number;
    });
    pages.push(
      add(
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${page.width ?? pageWidth} ${page.height ?? pageHeight}]` +
          `/Rotate ${page.rotate ?? 0}/Contents ${content} 0 R/Annots[${references(annotations)}]` +
          '/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R/F4 6 0 R>>>>>>',
      ),
    );
  }
  const outline = pdf.outline === undefined ? '' : `/Outlines ${addOutline(pdf.outline, pages, add)} 0 R`;
  const form = fields.length === 0 ? '' : `/AcroForm<</Fields[${references(fields)}]>>`;
  objects[0] = `<</Type/Catalog/Pages 2 0 R${outline}${form}${pdf.catalog ?? ''}>>`;
  objects[1] = `<</Type/Pages/Count ${pages.length}/Kids[${references(pages)}]>>`;
  return pdf.userPassword === undefined
    ? assemble(objects, '/Root 1 0 R/Info 9 0 R')
    : encrypted(objects, pdf.userPassword);
}

function addOutline(
  outline: NonNullable<TestPdf['outline']>,
  pages: readonly number[],
  add: (object: PdfObject) => number,
): number {
  const root = add('');
  const numbers = outline.map((item, index) =>
    add(
      `<</Title <feff${utf16(item.title)}>/Parent ${root} 0 R` +
        `/Dest[${pages[item.page - 1] ?? 0} 0 R/XYZ 0 ${pageHeight - item.top} null]` +
        `${index + 1 < outline.length ? `/Next ${root + index + 2} 0 R` : ''}>>`,
    ),
  );
  const item = `/First ${numbers[0] ?? 0} 0 R/Last ${numbers.at(-1) ?? 0} 0 R/Count ${numbers.length}`;
  return add(`<</Type/Outlines${item}>>`);
}

/** An indirect object: its text, or a stream with the further entries of its dictionary. */
export type PdfObject = string | { dictionary: string; data: Uint8Array };

/** Puts objects 1, 2, 3 … into a file with a cross-reference table. */
export function assemble(objects: readonly PdfObject[], trailer = '/Root 1 0 R'): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const push = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  push(latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'));
  const offsets = objects.map((object, index) => {
    const offset = length;
    push(latin1(`${index + 1} 0 obj\n`));
    if (typeof object === 'string') push(latin1(object));
    else {
      push(latin1(`<<${object.dictionary}/Length ${object.data.length}>>\nstream\n`));
      push(object.data);
      push(latin1('\nendstream'));
    }
    push(latin1('\nendobj\n'));
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(
    latin1(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}` +
        `trailer\n<</Size ${objects.length + 1}${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** Bytes of a string whose characters are all below 256. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}

/** The same objects with their streams encrypted (standard handler, revision 2; ISO 32000-1, 7.6). */
function encrypted(objects: readonly PdfObject[], userPassword: string): Uint8Array {
  const id = latin1('0123456789abcdef');
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(userPassword));
  const permissions = new Uint8Array([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(padded(userPassword), owner, permissions, id).subarray(0, 5);
  const closed = objects.map((object, index): PdfObject => {
    if (typeof object === 'string') return object;
    const salt = new Uint8Array([(index + 1) & 0xff, (index + 1) >> 8, 0, 0, 0]);
    return { ...object, data: rc4(md5(key, salt).subarray(0, 10), object.data) };
  });
  const user = rc4(key, padding);
  const encrypt = `<</Filter/Standard/V 1/R 2/P -4/O<${hex(owner)}>/U<${hex(user)}>>>`;
  return assemble(closed, `/Root 1 0 R/Encrypt ${encrypt}/ID[<${hex(id)}><${hex(id)}>]`);
}

const padding = Uint8Array.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a'.match(/../g) ?? [],
  (pair) => Number.parseInt(pair, 16),
);

function padded(password: string): Uint8Array {
  const bytes = new Uint8Array(32);
  bytes.set(padding.subarray(0, 32 - password.length), password.length);
  bytes.set(latin1(password));
  return bytes;
}

function md5(...parts: Uint8Array[]): Uint8Array {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return data.map((byte) => {
    i = (i + 1) & 0xff;
    j = (j + (state[i] ?? 0)) & 0xff;
    swap(i, j);
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0);
  });
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
}

function escape(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}

function references(numbers: readonly number[]): string {
  return numbers.map((number) => `${number} 0 R`).join(' ');
}

/** A character map by which every two-byte code is the UTF-16 unit it stands for. */
const identityToUnicode = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Test def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
end
end`;
