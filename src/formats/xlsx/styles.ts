import type { Package } from '../docx/package/package.ts';
import { isDateFormat } from '../sheets/serial.ts';

/** Which styles of cells show their number as a day or a time, by number of the style. */
export function dateStyles(source: Package, part: string | undefined): readonly boolean[] {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  if (part !== undefined) {
    source.readXml(part, ['x:styleSheet', 'x:numFmts|x:cellXfs'], ({ name, attributes }) => {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'x:numFmt') codes.set(id, attributes['formatCode'] ?? '');
      else if (name === 'x:xf') formats.push(id);
    });
  }
  return formats.map((id) => isDateFormat(id, codes.get(id)));
}
