import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { fold, linesOf, textOf } from '../document/index.ts';
import { textReader } from './index.ts';
import { readText } from './reader.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-16 units as bytes, the lower first. */
const utf16 = (text: string): number[] =>
  Array.from({ length: text.length }, (_, at) => [text.charCodeAt(at) & 0xff, text.charCodeAt(at) >> 8]).flat();

async function refusal(content: Uint8Array): Promise<{ code: string; line: number | undefined }> {
  try {
    await textReader.read(content, 'x.txt');
  } catch (error) {
    if (error instanceof Refusal) return { code: error.problem.code, line: error.problem.place.line };
    throw error;
  }
  throw new Error('was read');
}

describe('lines', () => {
  test('keep the numbers of the file, blank lines and table cells included', () => {
    const lines = linesOf(readText('one\n\n\tcell a\nmore of a\n\tcell b\n\n\tnext row\n\n\nafter\n', 'x.txt'));
    expect(lines.map((line) => [line.number, line.text])).toEqual([
      [1, 'one'],
      [2, ''],
      [3, 'cell a'],
      [4, 'more of a'],
      [5, 'cell b'],
      [6, ''],
      [7, 'next row'],
      [8, ''],
      [9, ''],
      [10, 'after'],
    ]);
    expect(lines[4]?.cell).toEqual({ table: 0, row: 0, column: 1, first: true, depth: 0 });
    expect(lines[3]?.cell?.first).toBe(false);
    expect(lines[6]?.cell).toEqual({ table: 0, row: 1, column: 0, first: true, depth: 0 });
    expect(lines[9]?.cell).toBeNull();
  });

  test('end with \\n, \\r\\n or nothing', () => {
    expect(linesOf(readText('a\r\nb\r\nc', 'x.txt')).map((line) => line.text)).toEqual(['a', 'b', 'c']);
  });

  test('end with \\r where a text knows no other end', () => {
    expect(linesOf(readText('a\rb\r\rc\r', 'x.txt')).map((line) => line.text)).toEqual(['a', 'b', '', 'c']);
    expect(linesOf(readText('a\r\r\nb\rstill b\n', 'x.txt')).map((line) => line.text)).toEqual(['a', 'b\rstill b']);
  });

  test('count pages by form feed', () => {
    const lines = linesOf(readText('first\n\fsecond\nstill', 'x.txt'));
    expect(lines.map((line) => [line.text, line.paragraph.page])).toEqual([
      ['first', null],
      ['second', 2],
      ['still', 2],
    ]);
  });
});

describe('marks of the converter', () => {
  test('bookmarks leave the text and are listed with their line', () => {
    const document = readText('a\n\t[bookmark: xyz_1][bookmark: _Toc1]Proposal', 'x.txt');
    expect(document.bookmarks).toEqual([
      { name: 'xyz_1', line: 2 },
      { name: '_Toc1', line: 2 },
    ]);
    expect(linesOf(document)[1]?.text).toBe('Proposal');
    expect(linesOf(document)[1]?.paragraph.raw).toBe('\t[bookmark: xyz_1][bookmark: _Toc1]Proposal');
  });

  test('notes inside a line become notes, also with brackets around and inside', () => {
    const document = readText('Develop [open[footnoteRef:7]2] nets [7: 2 \tAs [agreed] before.] ', 'x.txt');
    const [line] = linesOf(document);
    expect(line?.text).toBe('Develop [open] nets');
    expect(line?.paragraph.runs.find((run) => run.note !== null)).toMatchObject({ text: '2', note: { id: '7' } });
    expect(document.notes).toHaveLength(1);
    expect(document.notes[0]).toMatchObject({ mark: '2', line: 1 });
    const block = document.notes[0]?.blocks[0];
    expect(block?.kind === 'paragraph' && textOf(block.runs)).toBe('As [agreed] before.');
  });

  test('a note inside a note is a note of the line too', () => {
    const document = readText('net[footnoteRef:1]1; [1: 1 \tSee it[footnoteRef:2]2. [2: 2 \tAnd this.]]', 'x.txt');
    expect(document.notes.map((note) => [note.id, note.mark, note.line])).toEqual([
      ['1', '1', 1],
      ['2', '2', 1],
    ]);
    const texts = document.notes.map(({ blocks: [block] }) => (block?.kind === 'paragraph' ? textOf(block.runs) : ''));
    expect(texts).toEqual(['See it.', 'And this.']);
  });

  test('a note that is never closed stays text', () => {
    const [line] = linesOf(readText('net[footnoteRef:1]1; [1: 1 open [ended]', 'x.txt'));
    expect(line?.text).toBe('net1; [1: 1 open [ended]');
  });

  test('what only looks like a mark stays text', () => {
    expect(linesOf(readText('see [2: 1] and [bookmark] and 2*3*4 and * * *', 'x.txt'))[0]?.text).toBe(
      'see [2: 1] and [bookmark] and 2*3*4 and * * *',
    );
  });

  test('paired emphasis becomes a style, a lone mark stays', () => {
    const [first, second] = linesOf(readText('by **31 March** at the *latest*.\n- Training**', 'x.txt'));
    expect(first?.text).toBe('by 31 March at the latest.');
    expect(first?.paragraph.runs.map((run) => [run.text, run.style.bold, run.style.italic])).toEqual([
      ['by ', false, false],
      ['31 March', true, false],
      [' at the ', false, false],
      ['latest', false, true],
      ['.', false, false],
    ]);
    expect(second?.text).toBe('- Training**');
  });
});

describe('encodings', () => {
  test('UTF-8 with and without byte order mark, UTF-16 with one', async () => {
    for (const content of [
      bytes('\ufeffé'),
      bytes('é'),
      new Uint8Array([0xff, 0xfe, 0xe9, 0x00]),
      new Uint8Array([0xfe, 0xff, 0x00, 0xe9]),
    ]) {
      expect(linesOf(await textReader.read(content, 'x.txt'))[0]?.text).toBe('é');
    }
  });

  test('another encoding is refused at its line', async () => {
    const content = new Uint8Array([...bytes('good\nalso good\nr'), 0xe9, ...bytes('sum\n')]);
    expect(await refusal(content)).toEqual({ code: 'wrong-encoding', line: 3 });
  });

  test('UTF-16 that is cut or broken is refused at its line', async () => {
    expect(await refusal(new Uint8Array([0xff, 0xfe, ...utf16('a\nb'), 0x00]))).toEqual({
      code: 'wrong-encoding',
      line: 2,
    });
    expect(await refusal(new Uint8Array([0xff, 0xfe, ...utf16('a\nb\n\ud800c')]))).toEqual({
      code: 'wrong-encoding',
      line: 3,
    });
  });

  test('a NUL is refused at its line', async () => {
    expect(await refusal(bytes(`${'line\n'.repeat(3000)}a\0b`))).toEqual({ code: 'not-text', line: 3001 });
  });

  test('a byte order mark in the middle is white space, lone surrogates cannot come in', async () => {
    const document = await textReader.read(bytes('one\n\ufeffResolution 5\n'), 'x.txt');
    expect(fold(linesOf(document)[1]?.text ?? '')).toBe('Resolution 5');
    expect(await refusal(new Uint8Array([0x61, 0xed, 0xa0, 0x80]))).toEqual({ code: 'wrong-encoding', line: 1 });
  });

  test('lines that turn the direction of writing by force are told', async () => {
    const document = await textReader.read(bytes('one\ntwo \u202egniht\n\u200fthree\n'), 'x.txt');
    expect(document.remarks.map((remark) => [remark.code, remark.line])).toEqual([['turned-direction', 2]]);
  });

  test('an empty file is refused', async () => {
    expect(await refusal(bytes(' \n\u00a0\n'))).toEqual({ code: 'empty', line: undefined });
  });
});
