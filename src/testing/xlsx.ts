/** Workbooks made by hand for tests: parts as XML, put into a package. */
import { strToU8, zipSync, type Zippable } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface RawWorkbook {
  /** XML inside x:worksheet, by sheet. */
  sheets: readonly { name: string; xml: string; state?: string }[];
  /** XML inside x:sst. */
  strings?: string;
  /** XML inside x:styleSheet. */
  styles?: string;
  /** XML of x:workbookPr. */
  properties?: string;
  /** Further parts, or other content for parts. */
  parts?: Record<string, string | Uint8Array>;
}

/** The parts of a workbook by name. */
export function xlsxParts({ sheets, strings = '', styles = '', properties = '', parts = {} }: RawWorkbook): Zippable {
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>` +
      sheets
        .map(
          ({ name, state = 'visible' }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${packages}/relationships">` +
      sheets
        .map(
          (_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/s${at + 1}.xml"/>`,
        )
        .join('') +
      `<Relationship Id="strings" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>` +
      `<Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
  };
  sheets.forEach(({ xml }, at) => {
    files[`xl/worksheets/s${at + 1}.xml`] = `<worksheet xmlns="${main}" xmlns:r="${office}">${xml}</worksheet>`;
  });
  return Object.fromEntries(
    Object.entries({ ...files, ...parts }).map(([name, content]) => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  );
}

/** The bytes of a workbook. */
export const buildXlsx = (workbook: RawWorkbook): Uint8Array => zipSync(xlsxParts(workbook));
