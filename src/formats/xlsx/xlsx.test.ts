import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildXlsx, type RawWorkbook } from '../../testing/xlsx.ts';
import { readCsv } from '../csv/index.ts';
import type { SheetValue } from '../sheets/index.ts';
import { dateOfSerial, isDateFormat, serialOfDate } from '../sheets/serial.ts';
import { cellAt, columnLetters } from '../sheets/workbook.ts';
import { readXlsx, writeXlsx, type WrittenCell } from './index.ts';

const read = (raw: RawWorkbook) => readXlsx(buildXlsx(raw), 'x.xlsx');
const one = (cells: string, more: Partial<RawWorkbook> = {}): SheetValue[] =>
  read({ sheets: [{ name: 'A', xml: `<sheetData><row r="1">${cells}</row></sheetData>` }], ...more }).sheets.flatMap(
    ({ rows }) => rows.flatMap((row) => row.cells.map((cell) => cell.value)),
  );
const styles =
  '<numFmts count="2"><numFmt numFmtId="170" formatCode="[$-409]d\\-mmm\\-yy;@"/><numFmt numFmtId="171" formatCode="0.0 &quot;days&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="46"/></cellXfs>';

describe('values of cells', () => {
  test('texts: shared, with runs and readings above, inline, computed', () => {
    const strings =
      '<si><t>Tarawa</t></si><si><r><t>Port </t></r><r><rPr><b/></rPr><t>Vila</t></r><rPh sb="0" eb="1"><t>above</t></rPh></si>';
    const cells =
      '<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t xml:space="preserve"> Apia </t></is></c>' +
      '<c r="D1" t="str"><f>A1&amp;B1</f><v>Port VilaTarawa</v></c><c r="E1" t="s"><v>7</v></c><c r="F1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>';
    expect(one(cells, { strings })).toEqual(
      ['Port Vila', 'Tarawa', ' Apia ', 'Port VilaTarawa', 'a\rb_x0041_'].map((text) => ({ kind: 'text', text })),
    );
  });

  test('numbers, yes and no, errors, formulas with and without a result', () => {
    const cells =
      '<c r="A1"><v>12.5</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>SUM(A1)</f><v>3</v></c><c r="E1"><f>NOW()</f></c><c><f>A1*2</f><v/></c><c r="F1" s="0"/>';
    expect(one(cells)).toEqual([
      { kind: 'number', number: 12.5 },
      { kind: 'truth', truth: true },
      { kind: 'error', error: '#DIV/0!' },
      { kind: 'number', number: 3 },
      { kind: 'unknown' },
      { kind: 'unknown' },
    ]);
  });

  test('dates by their style, in both systems; words in quotes and counted hours are no dates', () => {
    const cells = [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>46094</v></c>`).join('');
    const date = { kind: 'date', date: '2026-03-13' };
    const number = { kind: 'number', number: 46094 };
    expect(one(cells, { styles })).toEqual([number, date, date, number, number]);
    const in1904 = one('<c s="1"><v>44632</v></c><c t="d"><v>2026-03-13T00:00:00</v></c>', {
      styles,
      properties: '<workbookPr date1904="1"/>',
    });
    expect(in1904).toEqual([date, date]);
  });

  test('days of 1900 are counted as spreadsheets do', () => {
    expect([1, 59, 60, 61].map((serial) => dateOfSerial(serial, 1900))).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
    ]);
    expect(dateOfSerial(0.75, 1900)).toBe('18:00:00');
    expect(dateOfSerial(46094.5, 1900)).toBe('2026-03-13T12:00:00');
    expect(dateOfSerial(2_958_466, 1900)).toBeNull();
    expect(dateOfSerial(-1, 1900)).toBeNull();
    expect(dateOfSerial(0, 1904)).toBe('1904-01-01');
  });

  test('a day is the same after writing it as a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const date = dateOfSerial(serial, 1900) ?? '';
        expect(serialOfDate(date)).toBe(serial);
      }),
    );
    expect(serialOfDate('2026-02-30')).toBeNull();
    expect(serialOfDate('soon')).toBeNull();
  });

  test('formats that show days', () => {
    expect(
      ['yyyy-mm-dd', 'h:mm AM/PM', 'mmm "of" yy', '[$-F800]dddd, mmmm dd'].map((code) => isDateFormat(164, code)),
    ).toEqual([true, true, true, true]);
    expect(
      ['General', '0.00', '"day" 0', '[h]:mm', '#,##0 \\d', '[Red]0'].map((code) => isDateFormat(164, code)),
    ).toEqual(Array(6).fill(false));
  });
});

describe('what stands around the cells', () => {
  const sheet = {
    name: 'List &amp; more',
    xml:
      '<dimension ref="A1:XFD1048576"/><cols><col min="3" max="4" hidden="1"/></cols>' +
      '<sheetData><row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c t="inlineStr"><is><t>next</t></is></c></row><row r="9" hidden="1"><c r="AB9"><v>3</v></c></row></sheetData>' +
      '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>' +
      '<hyperlinks><hyperlink ref="B2" r:id="far"/><hyperlink ref="A3" location="List!A1"/></hyperlinks>',
  };
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="far" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://ocu.example/a?b=1" TargetMode="External"/></Relationships>';
  const book = read({
    sheets: [sheet, { name: 'Old', xml: '<sheetData/>', state: 'veryHidden' }],
    parts: { 'xl/worksheets/_rels/s1.xml.rels': rels },
  });

  test('addresses, with and without their numbers', () => {
    const [list] = book.sheets;
    expect(list?.rows.map((row) => row.cells.map((cell) => cell.address))).toEqual([['B2', 'C2'], ['A3'], ['AB9']]);
  });

  test('hidden parts are read and told; merged cells and links are kept', () => {
    const [list, old] = book.sheets;
    expect(list).toMatchObject({
      name: 'List & more',
      hidden: false,
      merged: [{ firstRow: 1, lastRow: 2, firstColumn: 1, lastColumn: 3 }],
      hiddenColumns: [{ first: 3, last: 4 }],
    });
    expect(list?.rows[2]?.hidden).toBe(true);
    expect(list?.rows[0]?.cells[0]?.link).toBe('https://ocu.example/a?b=1');
    expect(old).toMatchObject({ name: 'Old', hidden: true, rows: [] });
    expect(book.remarks).toEqual([
      '“List & more” has 1 hidden row(s); they are read all the same.',
      '“List & more” has hidden columns; they are read all the same.',
      'The sheet “Old” is hidden; it is read all the same.',
    ]);
  });

  test('columns by letters', () => {
    expect([1, 26, 27, 702, 703, 16_384].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
    expect(cellAt('$AB$9')).toEqual({ column: 28, row: 9 });
    expect([cellAt('XFE1'), cellAt('A0'), cellAt('A1048577'), cellAt('a1')]).toEqual([null, null, null, null]);
  });
});

const cell: fc.Arbitrary<WrittenCell> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '_x0041_', '\t', '\n', '\r', '<', '&', ' ', 'é', '\u0001', '\ud800'),
  }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: 61, max: 2_958_465 }).map((serial) => ({ date: dateOfSerial(serial, 1900) ?? '' })),
  fc.string({ minLength: 1, maxLength: 9 }).map((text) => ({ text, href: 'https://ocu.example/missions?a=1&b=2' })),
);

/** What a reader should find of a written cell. */
function expected(written: WrittenCell): { value: SheetValue; link: string | null } | null {
  if (written === null || written === '') return null;
  if (typeof written === 'string') return { value: { kind: 'text', text: written }, link: null };
  if (typeof written === 'number') return { value: { kind: 'number', number: written }, link: null };
  if (typeof written === 'boolean') return { value: { kind: 'truth', truth: written }, link: null };
  if ('date' in written) return { value: { kind: 'date', date: written.date }, link: null };
  return { value: { kind: 'text', text: written.text }, link: written.href };
}

describe('writing', () => {
  test('what is written is read again, whatever the cells hold', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 5 }), (rows) => {
        const columns = ['One', 'Two', '=three'].map((name) => ({ name }));
        const book = readXlsx(writeXlsx([{ name: 'A', columns, rows }]), 'a.xlsx');
        const found = new Map(
          book.sheets[0]?.rows.flatMap((row) =>
            row.cells.map(({ address, value, link }) => [address, { value, link }]),
          ),
        );
        rows.forEach((row, at) => {
          row.forEach((written, column) => {
            expect(found.get(`${columnLetters(column + 1)}${at + 2}`) ?? null).toEqual(expected(written));
          });
        });
        expect(found.get('C1')?.value).toEqual({ kind: 'text', text: '=three' });
      }),
    );
  });

  test('names of sheets are made fit and differ; the same cells give the same bytes', () => {
    const names = ['Costs [2026]: a/b', "'quoted'", '', 'costs  2026   a b', 'x'.repeat(40), `${'x'.repeat(35)}y`];
    const sheets = names.map((name) => ({ name, columns: [{ name: 'A' }], rows: [[1]] }));
    const bytes = writeXlsx(sheets);
    expect(readXlsx(bytes, 'a.xlsx').sheets.map(({ name }) => name)).toEqual([
      'Costs  2026   a b',
      'quoted',
      'Sheet 3',
      'costs  2026   a b (2)',
      'x'.repeat(31),
      `${'x'.repeat(27)} (2)`,
    ]);
    expect(writeXlsx(sheets)).toEqual(bytes);
  });

  test('links lead to the web or a mailbox only; days before March 1900 and endless texts are words', () => {
    const rows = [
      [{ text: 'bad', href: 'javascript:alert(1)' }, { date: '1850-05-01' }, 'x'.repeat(40_000), Number.NaN],
    ];
    const [row] = readXlsx(writeXlsx([{ name: 'A', columns: [], rows }]), 'a.xlsx').sheets[0]?.rows ?? [];
    expect(row?.cells.map(({ value, link }) => `${value.kind} ${link}`)).toEqual(Array(4).fill('text null'));
    expect(row?.cells[1]?.value).toEqual({ kind: 'text', text: '1850-05-01' });
    expect(row?.cells[2]?.value).toEqual({ kind: 'text', text: `${'x'.repeat(32_766)}…` });
  });

  // The part of LibreOffice that knows spreadsheets is a package of its own.
  test.skipIf(!existsSync('/usr/lib/libreoffice/program/libsclo.so'))(
    'LibreOffice reads what we write, and we read what it writes',
    { timeout: 120_000 },
    () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'xlsx-'));
      try {
        const rows: WrittenCell[][] = [
          ['=1+1', 12.5, { date: '2026-03-13' }, true, 'Île “Verte”\nnorth'],
          ['-cmd', -4, { date: '1999-12-31T18:30:00' }, false, { text: 'page', href: 'https://ocu.example/' }],
        ];
        const columns = ['Words', 'Number', 'Day', 'Yes', 'More'].map((name) => ({ name }));
        writeFileSync(path.join(folder, 'a.xlsx'), writeXlsx([{ name: 'A', columns, rows }]));
        const convert = (to: string, file: string): void => {
          const profile = `-env:UserInstallation=file://${folder}/profile`;
          execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, file], {
            stdio: 'ignore',
          });
        };
        convert('csv:Text - txt - csv (StarCalc):44,34,76', path.join(folder, 'a.xlsx'));
        const csv = readCsv(readFileSync(path.join(folder, 'a.csv')), 'a.csv');
        const words = csv.sheets[0]?.rows.map((row) =>
          row.cells.map(({ value }) => (value.kind === 'text' ? value.text : '')),
        );
        expect(words).toEqual([
          ['Words', 'Number', 'Day', 'Yes', 'More'],
          ['=1+1', '12.5', '13 March 2026', 'TRUE', 'Île “Verte”\nnorth'],
          ['-cmd', '-4', '31 December 1999 18:30', 'FALSE', 'page'],
        ]);
        convert('ods', path.join(folder, 'a.xlsx'));
        convert('xlsx:Calc MS Excel 2007 XML', path.join(folder, 'a.ods'));
        const back = readXlsx(readFileSync(path.join(folder, 'a.xlsx')), 'a.xlsx');
        const values = back.sheets[0]?.rows
          .slice(1)
          .map((row) => row.cells.map(({ value, link }) => ({ value, link })));
        expect(values?.map((row) => row.map(({ value }) => value))).toEqual(
          rows.map((row) => row.map((written) => expected(written)?.value)),
        );
        expect(values?.[1]?.[4]?.link).toBe('https://ocu.example/');
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
