import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '../text/reader.ts';
import { linesOf, type Line } from './index.ts';
import { joinedLine, paragraphsOf, withWholeParagraphs } from './paragraphs.ts';

const linesIn = (text: string): Line[] => linesOf(readText(text, 'x.txt'));
const joined = (text: string): string[] => paragraphsOf(linesIn(text), 'text').map((lines) => joinedLine(lines).text);

/** Breaks paragraphs as a page of so many characters does. */
function broken(paragraphs: readonly string[], width: number): string {
  return paragraphs
    .map((paragraph) => {
      const lines: string[] = [''];
      for (const word of paragraph.split(' ')) {
        const last = lines.at(-1) ?? '';
        if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
        else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
      }
      return lines.join('\n');
    })
    .join('\n');
}

const long =
  'the union and its members look at the state of the networks on the islands of the ocean once more and find that a lot has to be done before the end of the year';

describe('a page broken by its width', () => {
  test('is put together; items, headings and short lines stay apart', () => {
    const paragraphs = [
      'FIRST PART',
      `First of all ${long}.`,
      `- a) ${long}`,
      `- b) ${long}`,
      'Subject: cables',
      `Then ${long}.`,
      'SECOND PART',
      `Last ${long}.`,
    ];
    expect(joined(broken(paragraphs, 70))).toEqual(paragraphs);
  });

  test('keeps a hyphen at the end of a line in its place', () => {
    const text = `${broken([`${long} on the`], 66)}\n`;
    expect(joined(`${text}${broken([long, long, long], 66)}`)[0]?.split('\n')).toHaveLength(1);
    const [first, second] = linesIn('Asia-\nPacific');
    expect(joinedLine([first!, second!]).text).toBe('Asia-Pacific');
  });

  test('gives the numbers of all its lines', () => {
    const sources = linesIn('one\ntwo\nthree');
    expect(
      [
        ...withWholeParagraphs(new Set([1, 7]), [
          { number: 1, sources },
          { number: 4, sources: [] },
        ]),
      ].toSorted((a, b) => a - b),
    ).toEqual([1, 2, 3, 7]);
  });
});

test('lines that are paragraphs already, long or short, are left alone', () => {
  const lists = Array.from({ length: 30 }, (_, at) => `item ${'x'.repeat(at % 9)} of a list`);
  expect(joined(lists.join('\n'))).toEqual(lists);
  const paragraphs = Array.from({ length: 30 }, () => `${long} ${long}`);
  expect(joined(paragraphs.join('\n'))).toEqual(paragraphs);
});

test('no line is lost or moved, whatever the lines are', () => {
  const piece = fc.constantFrom(long, 'a) item', '', 'HEADING', '- bullet', 'short', `${long}.`);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 30, max: 100 }), (pieces, width) => {
      const lines = linesIn(`${broken(pieces, width)}\nend`);
      expect(paragraphsOf(lines, 'pdf').flat()).toEqual(lines);
      expect(paragraphsOf(lines, 'docx')).toHaveLength(lines.length);
    }),
  );
});
