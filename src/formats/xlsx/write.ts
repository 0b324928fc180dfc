/**
 * Writes a workbook: several sheets, each with a frozen, set-off first row. The same cells give the same bytes. Words
 * are always words: what begins like a formula is marked so that no program computes it, not even after an edit.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { refuse } from '#kernel/problem.ts';
import { attribute, escaped } from '../docx/write/xml.ts';
import { serialOfDate } from '../sheets/serial.ts';
import { columnLetters, mostColumns, mostRows } from '../sheets/workbook.ts';

/** A value to be written; `null`: blank. A day is ISO ("2026-03-13", also with a time behind "T"). */
export type WrittenCell = string | number | boolean | null | { date: string } | { text: string; href: string };

export interface WrittenSheet {
  /** Made fit for a sheet: at most 31 characters, no brackets, colons, slashes; unlike the other names. */
  name: string;
  /** Headings; `width` in characters, from the content where it is not given. */
  columns: readonly { name: string; width?: number }[];
  rows: readonly (readonly WrittenCell[])[];
}

/** Longest text that spreadsheets take in a cell; longer ones end with an ellipsis. */
const mostCharacters = 32_767;
/** Links that a sheet may have; further ones are words only. */
const mostLinks = 65_000;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Numbers of the styles in {@link stylesXml}. */
const styles = { plain: 0, heading: 1, words: 2, asWords: 3, date: 4, moment: 5, link: 6 } as const;

/** @throws Refusal `too-large` where a sheet would have more rows or columns than the format knows */
export function writeXlsx(sheets: readonly WrittenSheet[], title = ''): Uint8Array {
  for (const { name, columns, rows } of sheets) {
    const widest = rows.reduce((most, row) => Math.max(most, row.length), columns.length);
    if (rows.length >= mostRows || widest > mostColumns) {
      refuse('too-large', `“${name}” has more rows or columns than a workbook holds.`, 'Narrow the list first.');
    }
  }
  const names = sheetNames(sheets.map(({ name }) => name));
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([
      { id: 'rId1', type: `${office}/officeDocument`, target: 'xl/workbook.xml' },
      { id: 'rId2', type: `${packages}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
    ]),
    'docProps/core.xml':
      `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties"` +
      ` xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`,
    'xl/workbook.xml':
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
      names.map((name, at) => `<sheet name="${attribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_, at) => ({
        id: `rId${at + 1}`,
        type: `${office}/worksheet`,
        target: `worksheets/sheet${at + 1}.xml`,
      })),
      { id: 'rIdStyles', type: `${office}/styles`, target: 'styles.xml' },
    ]),
    'xl/styles.xml': stylesXml,
  };
  sheets.forEach((sheet, at) => {
    const { xml, links } = sheetXml(sheet);
    files[`xl/worksheets/sheet${at + 1}.xml`] = xml;
    if (links.length > 0) {
      files[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relationships(
        links.map((target, index) => ({
          id: `rId${index + 1}`,
          type: `${office}/hyperlink`,
          target,
          external: true,
        })),
      );
    }
  });
  const zipped: Zippable = {};
  for (const [name, content] of Object.entries(files)) zipped[name] = strToU8(content);
  // Zip files keep local times: a local midnight is the same bytes wherever this runs.
  return zipSync(zipped, { level: 6, mtime: new Date(2000, 0, 1) });
}

/** Names that a workbook takes, no two alike without regard to case. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, at) => {
    const clean = escapedAway(name)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim();
    const base = clean === '' ? `Sheet ${at + 1}` : clean;
    for (let copy = 1; ; copy++) {
      const end = copy === 1 ? '' : ` (${copy})`;
      const candidate = `${base.slice(0, 31 - end.length).trimEnd()}${end}`;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

const escapedAway = (name: string): string => name.replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, ' ');

function sheetXml({ columns, rows }: WrittenSheet): { xml: string; links: string[] } {
  const links: string[] = [];
  const places: string[] = [];
  const heading = columns.map(({ name }, at) => cellXml(`${columnLetters(at + 1)}1`, name, styles.heading)).join('');
  const lines = rows.map((row, index) => {
    const number = index + 2;
    const cells = row.map((cell, at) => {
      const address = `${columnLetters(at + 1)}${number}`;
      const href = cell !== null && typeof cell === 'object' && 'href' in cell ? cell.href : null;
      if (href === null || !isWebAddress(href) || links.length >= mostLinks) return cellXml(address, cell);
      links.push(href);
      places.push(`<hyperlink ref="${address}" r:id="rId${links.length}"/>`);
      return cellXml(address, cell, styles.link);
    });
    return `<row r="${number}">${cells.join('')}</row>`;
  });
  const widths = columns.map((column, at) => {
    const width = column.width ?? widthOf(column.name, rows, at);
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return {
    links,
    xml:
      `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}">` +
      `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
      (widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '') +
      `<sheetData><row r="1">${heading}</row>${lines.join('')}</sheetData>` +
      (places.length > 0 ? `<hyperlinks>${places.join('')}</hyperlinks>` : '') +
      '</worksheet>',
  };
}

/** Only what leads to the web or to a mailbox becomes a link. */
function isWebAddress(href: string): boolean {
  return URL.canParse(href) && ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol) && href.length <= 2000;
}

/** Wide enough for nine of ten cells' first lines, within reason. */
function widthOf(name: string, rows: readonly (readonly WrittenCell[])[], at: number): number {
  const lengths = rows
    .slice(0, 1000)
    .map((row) => shownLength(row[at] ?? null))
    .sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return Math.min(60, Math.max(8, name.length + 2, usual + 2));
}

function shownLength(cell: WrittenCell): number {
  if (cell === null) return 0;
  if (typeof cell !== 'object') return (String(cell).split('\n')[0] ?? '').length;
  return 'date' in cell ? 17 : cell.text.length;
}

function cellXml(address: string, cell: WrittenCell, style: number | null = null): string {
  if (cell === null || cell === '') return style === null ? '' : `<c r="${address}" s="${style}"/>`;
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'object' && 'date' in cell) {
    const serial = serialOfDate(cell.date);
    if (serial === null) return wordsXml(address, cell.date, style);
    return `<c r="${address}" s="${cell.date.includes('T') ? styles.moment : styles.date}"><v>${serial}</v></c>`;
  }
  return wordsXml(address, typeof cell === 'object' ? cell.text : String(cell), style);
}

function wordsXml(address: string, words: string, style: number | null): string {
  const text = words.length > mostCharacters ? `${words.slice(0, mostCharacters - 1)}…` : words;
  const usual = /^\s*[=+\-@＝＋－＠\t\r]/.test(text) ? styles.asWords : styles.words;
  return `<c r="${address}" s="${style ?? usual}" t="inlineStr"><is><t xml:space="preserve">${escaped(encoded(text))}</t></is></c>`;
}

/** Characters that XML cannot hold, or would change, as "_x001F_" (ST_Xstring, 22.9.2.19); so is what looks like one. */
function encoded(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /(?![\t\n])[\p{Cc}\ufffe\uffff]|\p{Cs}/gu,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

function contentTypes(sheets: number): string {
  const overrides = Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return (
    `${declaration}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${overrides.join('')}` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
  );
}

function relationships(all: readonly { id: string; type: string; target: string; external?: boolean }[]): string {
  const entries = all.map(
    ({ id, type, target, external = false }) =>
      `<Relationship Id="${id}" Type="${type}" Target="${attribute(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${entries.join('')}</Relationships>`;
}

const wrapped = '<alignment vertical="top" wrapText="1"/>';
const top = '<alignment vertical="top"/>';
const format = (number: number, font: number, rest: string): string =>
  `<xf numFmtId="${number}" fontId="${font}" fillId="${font === 1 ? 2 : 0}" borderId="${font === 1 ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${rest}</xf>`;
const stylesXml =
  `${declaration}<styleSheet xmlns="${main}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="d\\ mmmm\\ yyyy"/>' +
  '<numFmt numFmtId="165" formatCode="d\\ mmmm\\ yyyy\\ hh:mm"/></numFmts>' +
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font>' +
  '<font><u/><sz val="11"/><color rgb="FF0B4F8A"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE9EEF3"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF5B6B7B"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="7">' +
  [
    format(0, 0, `>${top}`),
    format(49, 1, `>${wrapped}`),
    format(0, 0, `>${wrapped}`),
    format(49, 0, ` quotePrefix="1">${wrapped}`),
    format(164, 0, `>${top}`),
    format(165, 0, `>${top}`),
    format(0, 2, `>${wrapped}`),
  ].join('') +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
