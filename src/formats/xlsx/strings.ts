/** Texts of a workbook (ECMA-376 part 1, 18.4): shared by cells or written in them, in one piece or in runs. */
import type { Element } from '../docx/xml/element.ts';
import type { Package } from '../docx/package/package.ts';

/** The words of an x:si or x:is: its own text or its runs; readings in small letters above (x:rPh) are left out. */
export function wordsOf(element: Element): string {
  return element.children
    .map((child) => {
      if (child.name === 'x:t') return unescaped(child.text);
      if (child.name === 'x:r') return wordsOf(child);
      return '';
    })
    .join('');
}

/** Characters that XML cannot hold stand as "_x001F_" (ST_Xstring, 22.9.2.19). */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** The texts that cells share, in the order of the part. */
export function sharedStrings(source: Package, part: string): string[] {
  const strings: string[] = [];
  source.readXml(part, ['x:sst'], (element) => {
    if (element.name === 'x:si') strings.push(wordsOf(element));
  });
  return strings;
}
