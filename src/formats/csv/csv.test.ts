import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { readCsv, writeCsv } from './index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const cellsOf = (data: Uint8Array | string): string[][] =>
  (readCsv(typeof data === 'string' ? bytes(data) : data, 'a.csv').sheets[0]?.rows ?? []).map((row) =>
    row.cells.map(({ address, value }) => `${address}=${value.kind === 'text' ? value.text : '?'}`),
  );

describe('reading', () => {
  test.each([
    ['commas', 'Name,Country\r\n"Tide, A.",FJ\r\n'],
    ['semicolons, as in Europe', 'Name;Country\n"Tide, A.";FJ'],
    ['tabs', 'Name\tCountry\n"Tide, A."\tFJ\n'],
    ['a line that says so', 'sep=;\r\nName;Country\r\nTide, A.;FJ\r\n'],
    ['a byte order mark and old line ends', '\uFEFFName,Country\r"Tide, A.",FJ\r'],
  ])('%s', (_, text) => {
    const rows = cellsOf(text);
    expect(rows).toEqual([
      ['A1=Name', 'B1=Country'],
      ['A2=Tide, A.', 'B2=FJ'],
    ]);
  });

  test('quotation marks, lines in values, blank cells and lines', () => {
    expect(cellsOf('a,"say ""yes""\nor no",,b\n\n,,x,\n')).toEqual([['A1=a', 'B1=say "yes"\nor no', 'D1=b'], ['C3=x']]);
  });

  test('a quotation that never ends is told, and is one value', () => {
    const book = readCsv(bytes('a,"b\nc,d'), 'a.csv');
    expect(book.sheets[0]?.rows[0]?.cells[1]?.value).toEqual({ kind: 'text', text: 'b\nc,d' });
    expect(book.remarks).toEqual(['A quotation mark is opened and never closed; all behind it is one value.']);
  });

  test('what is not UTF-8 is read and told; UTF-16 by its mark', () => {
    const book = readCsv(new Uint8Array([0xce, 0x6c, 0x65, 0x2c, 0xe9]), 'a.csv');
    expect(book.sheets[0]?.rows[0]?.cells.map(({ value }) => value)).toEqual([
      { kind: 'text', text: 'Île' },
      { kind: 'text', text: 'é' },
    ]);
    expect(book.remarks[0]).toContain('Windows-1252');
    expect(cellsOf(new Uint8Array([0xff, 0xfe, 0x41, 0, 0x2c, 0, 0x42, 0]))).toEqual([['A1=A', 'B1=B']]);
  });

  test('what is no text is refused', () => {
    for (const data of [new Uint8Array(), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1])]) {
      expect(() => readCsv(data, 'a.csv')).toThrow(Refusal);
    }
  });

  test('a million quotation marks take no longer than their length', () => {
    const began = performance.now();
    readCsv(bytes(`"${'""'.repeat(1_000_000)}`), 'a.csv');
    readCsv(bytes(`"a"${'"'.repeat(1_000_000)},b`), 'a.csv');
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('writing', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\n', '\r', '\t', ' ', 'a'),
      minLength: 1,
    }),
  );

  test('what is written is read again', () => {
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const text = writeCsv([['one', 'two', 'three'], ...rows]);
        const read = readCsv(bytes(text), 'a.csv').sheets[0]?.rows ?? [];
        expect(read.slice(1).map((row) => row.cells.map((cell) => cell.value))).toEqual(
          rows.map((row) => row.map((words) => ({ kind: 'text', text: words }))),
        );
      }),
    );
  });

  test('nothing begins as a formula would', () => {
    fc.assert(
      fc.property(value, (words) => {
        expect(writeCsv([[words]]).slice(1)).not.toMatch(/^"?\s*[=+\-@＝＋－＠]/);
      }),
    );
    expect(['=1+1', '@sum(a1)', ' +5', '-2'].map((words) => writeCsv([[words]]))).toEqual([
      `\uFEFF'=1+1\r\n`,
      `\uFEFF'@sum(a1)\r\n`,
      `\uFEFF' +5\r\n`,
      `\uFEFF'-2\r\n`,
    ]);
    expect(writeCsv([['=1+1', -4, null, 'a "b"']])).toBe(`\uFEFF'=1+1,-4,,"a ""b"""\r\n`);
  });
});
