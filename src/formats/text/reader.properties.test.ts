import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, type Run } from '../document/index.ts';
import { readText } from './reader.ts';

/** Pieces of lines: words, blanks of all kinds, and the marks of converters whole, nested and broken. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(
    '[',
    ']',
    '*',
    '**',
    '***',
    ' ',
    '\t',
    '\u00a0',
    ': ',
    '\ufeff',
    '\u202e',
    '\r',
    'word ',
    ' *a b* ',
    ' **c** ',
  ),
  fc.nat({ max: 4 }).map((id) => `[footnoteRef:${id}]${id}`),
  fc.nat({ max: 4 }).map((id) => ` [${id}: ${id} \tnote ${id}.]`),
  fc.nat({ max: 4 }).map((id) => `[${id}: ${id} open `),
  fc.constantFrom('[bookmark: a_1]', '[bookmark: ', '[bookmark: [bookmark: b]', '[endnoteRef:3]'),
);
const line = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('').replace(/[\n\f\0]/g, ''));
const text = fc
  .array(line, { minLength: 1, maxLength: 12 })
  .map((lines) => `visible\n${lines.join('\n')}`)
  .filter((content) => content.isWellFormed());

/** How often each visible character stands in some texts. */
function count(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of texts.join('').replace(/\s/gu, '')) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** What a converter writes around a run: the mark of its reference, or the stars of its style. */
function marksAround(run: Run): string {
  if (run.note !== null) return `[${run.note.kind}Ref:${run.note.id}]`;
  return '*'.repeat(2 * ((run.style.bold ? 2 : 0) + (run.style.italic ? 1 : 0)));
}

test('every line is there once, under its number', () => {
  fc.assert(
    fc.property(text, (content) => {
      const lines = linesOf(readText(content, 'x.txt'));
      const expected = content.split('\n');
      if (expected.at(-1) === '') expected.pop();
      expect(lines.map(({ number }) => number)).toEqual(expected.map((_, index) => index + 1));
    }),
    { numRuns: 400 },
  );
});

test('every visible character of a line is in its runs, notes, bookmarks or their marks', () => {
  fc.assert(
    fc.property(text, (content) => {
      const document = readText(content, 'x.txt');
      const raw = content.split('\n');
      for (const { number, paragraph } of linesOf(document)) {
        const notes = document.notes.filter((note) => note.line === number);
        const noteRuns = notes.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : [])),
        );
        const runs = [...paragraph.runs, ...noteRuns];
        const parts = [
          ...runs.flatMap((run) => [run.text, marksAround(run)]),
          ...notes.map((note) => `[${note.id}:${note.mark}]`),
          ...document.bookmarks.filter((bookmark) => bookmark.line === number).map(({ name }) => `[bookmark:${name}]`),
        ];
        expect(count(parts)).toEqual(count([raw[number - 1] ?? '']));
      }
    }),
    { numRuns: 400 },
  );
});

test('the raw line is kept where marks were taken out of it', () => {
  fc.assert(
    fc.property(text, (content) => {
      const raw = content.split('\n');
      for (const { number, paragraph } of linesOf(readText(content, 'x.txt'))) {
        const words = paragraph.runs.map((run) => run.text).join('');
        const original = (raw[number - 1] ?? '').replace(/\r+$/, '');
        expect(paragraph.raw ?? (original.startsWith('\t') ? `\t${words}` : words)).toBe(original);
      }
    }),
    { numRuns: 400 },
  );
});
