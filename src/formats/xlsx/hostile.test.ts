/** Workbooks made to break a reader: refused with a reason, or read, in time; and nothing but a Refusal is thrown. */
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal, type Problem } from '#kernel/problem.ts';
import { buildDocx, paragraph, run } from '../../testing/docx.ts';
import { buildXlsx, xlsxParts } from '../../testing/xlsx.ts';
import { openWorkbook } from '../sheets/index.ts';
import { readXlsx } from './index.ts';

function problemOf(bytes: Uint8Array, name = 'x.xlsx'): Problem {
  const began = performance.now();
  try {
    openWorkbook(bytes, name);
  } catch (error) {
    expect(performance.now() - began).toBeLessThan(4000);
    expect(error).toBeInstanceOf(Refusal);
    const { problem } = error as Refusal;
    expect(problem.place.file).toBe(name);
    expect(problem.remedy).not.toBe('');
    expect(`${problem.message} ${problem.remedy}`).not.toMatch(/Word(?! document \(\.docx\))/);
    return problem;
  }
  throw new Error('was read');
}

const withSheet = (xml: string): Uint8Array => buildXlsx({ sheets: [{ name: 'A', xml }] });

describe('refused', () => {
  test('a bomb of blanks', () => {
    const xml = `<sheetData><row>${' '.repeat(60 * 1024 * 1024)}</row></sheetData>`;
    expect(problemOf(withSheet(xml)).code).toBe('zip-bomb');
  });

  test('short texts that stand in very many cells', () => {
    const strings = `<si><t>${'lagoon '.repeat(30_000)}</t></si>`;
    const cells = '<c t="s"><v>0</v></c>'.repeat(1_000);
    const bytes = buildXlsx({ sheets: [{ name: 'A', xml: `<sheetData><row>${cells}</row></sheetData>` }], strings });
    expect(bytes.length).toBeLessThan(50_000);
    expect(problemOf(bytes)).toMatchObject({ code: 'too-large' });
  });

  test.each([
    ['<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>', 'dtd'],
    ['<!DOCTYPE x SYSTEM "file:///etc/passwd">', 'dtd'],
  ])('a document type: %s', (doctype, code) => {
    const sheet = `${doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`;
    for (const part of ['xl/worksheets/s1.xml', 'xl/sharedStrings.xml', 'xl/theme/theme1.xml']) {
      const bytes = buildXlsx({ sheets: [{ name: 'A', xml: '' }], parts: { [part]: sheet } });
      expect(problemOf(bytes)).toMatchObject({ code, place: { part } });
    }
  });

  test('broken XML, with part and line', () => {
    expect(problemOf(withSheet('<sheetData>\n<row><c></row>'))).toMatchObject({
      code: 'malformed-xml',
      place: { part: 'xl/worksheets/s1.xml', line: 2 },
    });
  });

  test('elements in elements without end', () => {
    expect(problemOf(withSheet(`<sheetData>${'<row>'.repeat(1_000)}`)).code).toBe('too-deep');
  });

  test('rows and columns that no sheet has', () => {
    expect(problemOf(withSheet('<sheetData><row r="1048577"/></sheetData>')).code).toBe('too-large');
    const wide = `<sheetData><row>${'<c><v>1</v></c>'.repeat(16_385)}</row></sheetData>`;
    expect(problemOf(withSheet(wide)).code).toBe('too-large');
  });

  test('other files under this name, each by what it is', () => {
    const word = buildDocx({ body: paragraph(run('x')) });
    expect(problemOf(word, 'a.xlsx').message).toBe('The file is a Word document (.docx), not a workbook (.xlsx).');
    expect(problemOf(strToU8('%PDF-1.7'), 'a.xlsx').message).toContain('a PDF document');
    expect(problemOf(new Uint8Array(), 'a.xlsx').code).toBe('empty');
    expect(problemOf(zipSync({ 'a.txt': strToU8('x') }), 'a.xlsx').code).toBe('not-workbook');
    const compound = new Uint8Array(512);
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(problemOf(compound, 'a.xls').message).toContain('not a workbook (.xlsx).');
  });

  test('macros', () => {
    const parts = xlsxParts({ sheets: [{ name: 'A', xml: '' }], parts: { 'xl/vbaProject.bin': 'x' } });
    expect(problemOf(zipSync(parts)).code).toBe('macro-enabled');
  });
});

describe('read in time and memory', () => {
  test('a sheet that claims a million rows, and merges all of them', () => {
    const xml =
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>' +
      '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    const began = performance.now();
    const [sheet] = readXlsx(withSheet(xml), 'x.xlsx').sheets;
    expect(sheet?.rows.map((row) => row.cells.map((cell) => cell.address))).toEqual([['XFD1048576']]);
    expect(performance.now() - began).toBeLessThan(500);
  });

  test('a hundred thousand cells with links and shared texts', () => {
    const strings = Array.from({ length: 20_000 }, (_, at) => `<si><t>atoll ${at}</t></si>`).join('');
    const rows = Array.from({ length: 20_000 }, (_, at) => `<row>${`<c t="s"><v>${at}</v></c>`.repeat(5)}</row>`).join(
      '',
    );
    const began = performance.now();
    const book = readXlsx(
      buildXlsx({ sheets: [{ name: 'A', xml: `<sheetData>${rows}</sheetData>` }], strings }),
      'x.xlsx',
    );
    expect(book.sheets[0]?.rows.length).toBe(20_000);
    expect(performance.now() - began).toBeLessThan(4000);
  });

  test('links and sheets that point nowhere or outside are told, not followed', () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="https://ocu.example/sheet.xml" TargetMode="External"/></Relationships>';
    const bytes = buildXlsx({ sheets: [{ name: 'A', xml: '' }], parts: { 'xl/_rels/workbook.xml.rels': rels } });
    expect(readXlsx(bytes, 'x.xlsx')).toMatchObject({ sheets: [], remarks: [expect.stringContaining('“A”')] });
  });

  test('bytes changed at random are read or refused', () => {
    const whole = withSheet('<sheetData><row><c t="inlineStr"><is><t>Apia</t></is></c></row></sheetData>');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }), (changes) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        try {
          openWorkbook(bytes, 'x.xlsx');
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 400 },
    );
  });
});
