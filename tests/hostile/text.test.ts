/** Texts made to break their reader: each is read or refused with a reason, in time and memory in proportion. */
import { describe, expect, test, vi } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { linesOf } from '#formats/document/index.ts';
import { openDocument } from '#formats/readers.ts';
import { textReader } from '#formats/text/index.ts';
import { readText } from '#formats/text/reader.ts';

vi.setConfig({ testTimeout: 60_000 });

const megabyte = 1024 * 1024;

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    await textReader.read(bytes, 'x.txt');
    return 'read';
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Lines that invite a reader to look at the rest of the line again and again. */
const traps: Record<string, (count: number) => string> = {
  'bookmarks that never end': (count) => '[bookmark: '.repeat(count),
  'open brackets': (count) => `[footnoteRef:1]${'['.repeat(10 * count)}`,
  'closed brackets': (count) => `[footnoteRef:1]${']'.repeat(10 * count)}`,
  'nested notes': (count) => `[footnoteRef:1]${'[1: '.repeat(count)}${']'.repeat(count)}`,
  'nested notes, each referred to': (count) =>
    `${Array.from({ length: count }, (_, id) => `[footnoteRef:${id}][${id}: `).join('')}${']'.repeat(count)}`,
  'references without notes': (count) => Array.from({ length: count }, (_, id) => `w[footnoteRef:${id}]1`).join(' '),
  'references with notes': (count) =>
    Array.from({ length: count }, (_, id) => `w[footnoteRef:${id}]1 [${id}: 1 n]`).join(' '),
  'references with notes that never end': (count) =>
    Array.from({ length: count }, (_, id) => `w[footnoteRef:${id}]1 [${id}: `).join(''),
  'one note, referred to by all': (count) => `${'[footnoteRef:1]'.repeat(count)}[1: n]`,
  'one reference, many notes': (count) => `[footnoteRef:1]${'[1: n]'.repeat(count)}`,
  'blanks before what is no note': (count) => `[footnoteRef:1]${' '.repeat(10 * count)}x`,
  'stars that open': (count) => ' *a'.repeat(count),
  'stars that pair': (count) => ' *a*'.repeat(count),
  'a star before blanks': (count) => ` *a${' '.repeat(10 * count)}*`,
  stars: (count) => '*'.repeat(10 * count),
  'digits of a note': (count) => `[footnoteRef:${'1'.repeat(10 * count)}`,
  'carriage returns': (count) => `a\n${'\r'.repeat(10 * count)}b`,
  tabs: (count) => '\t'.repeat(10 * count),
  'form feeds': (count) => '\f'.repeat(10 * count),
  'no-break spaces': (count) => '\u00a0'.repeat(10 * count),
};

describe('a line takes time in proportion to its length', () => {
  test.each(Object.entries(traps))('%s', (_, trap) => {
    // Quadratic time would be minutes for 200,000 marks; a busy machine may take seconds.
    expect(milliseconds(() => readText(`visible\n${trap(200_000)}`, 'x.txt'))).toBeLessThan(15_000);
  });
});

describe('size', () => {
  test('100 MB are refused at once', async () => {
    const bytes = new Uint8Array(100 * megabyte).fill(0x61);
    const before = process.memoryUsage().rss;
    const start = performance.now();
    expect(await outcome(bytes)).toBe('too-large');
    expect(performance.now() - start).toBeLessThan(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(20 * megabyte);
  });

  test('a line of 40 MB is read', async () => {
    for (const content of [
      'word '.repeat(8 * megabyte),
      ` *${'a'.repeat(40 * megabyte)}`,
      `[bookmark: ${'a'.repeat(40 * megabyte)}`,
    ]) {
      const bytes = new TextEncoder().encode(content);
      const start = performance.now();
      const document = await textReader.read(bytes, 'x.txt');
      expect(performance.now() - start).toBeLessThan(15_000);
      expect(linesOf(document).map((line) => line.text.length)).toEqual([content.length]);
    }
  });

  test('more than a million lines are refused before anything is made of them', async () => {
    const bytes = new Uint8Array(60 * megabyte).fill(0x0a);
    bytes[0] = 0x61;
    const start = performance.now();
    expect(await outcome(bytes)).toBe('too-many-lines');
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test('the place of a byte that is not UTF-8 is found in a file of line ends', async () => {
    const bytes = new Uint8Array(30 * megabyte).fill(0x0a);
    bytes[bytes.length - 1] = 0xff;
    const start = performance.now();
    expect(await outcome(bytes)).toBe('wrong-encoding');
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('characters', () => {
  test('direction marks, zero-width characters and odd blanks are kept and read', () => {
    const content = '\u200e\u202aleft\u202c\u2066x\u2069 \u061c\u200b\u2060soft\u00adhyphen\u2028\u2029\u0085\u000bend';
    expect(linesOf(readText(content, 'x.txt')).map((line) => line.text)).toEqual([content]);
  });

  test('combining marks without end', () => {
    const content = `a${'\u0301'.repeat(2 * megabyte)}`;
    expect(milliseconds(() => readText(content, 'x.txt'))).toBeLessThan(6000);
  });

  test('UTF-16 without a byte order mark is named, not read as letters between NULs', async () => {
    const bytes = new Uint8Array(Array.from('Resolution 5 of the Union', (letter) => [letter.charCodeAt(0), 0]).flat());
    await expect(openDocument(bytes, 'x.txt')).rejects.toThrow('UTF-16 text without a byte order mark');
  });
});
