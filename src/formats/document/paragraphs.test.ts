import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '../text/reader.ts';
import { linesOf, type CellPlace, type Line } from './index.ts';
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

  test('codes begin elements, words that break off go on though the line is not full', () => {
    const paragraphs = [
      `a.3.1 Support members ${long};`,
      'a.3.2 Coordinate the frequencies;',
      `D.2-a: ${long};`,
      'D.2-b Charts',
      `2026 ${long}.`,
      `Then ${long}.`,
      `Last ${long}.`,
    ];
    expect(joined(broken(paragraphs, 70))).toEqual(paragraphs);
    const full = broken([long, long, long, long, long], 70);
    expect(
      joined(`${full}\nPlease name one issue for which your administration needs the\nOCU Expert Mission`).at(-1),
    ).toMatch(/needs the OCU Expert Mission$/);
  });

  test('typed lines of a page are put together though most lines are short; people by family name stay apart', () => {
    const people = ['MOANA, Ana (Ms.), Chief Executive Officer, Union of Island Posts', 'VAKA, Sione (Mr.), Clerk'];
    const short = [
      'Members',
      'Fiji',
      'Tonga',
      'Samoa',
      'Palau',
      'Nauru',
      'Tuvalu',
      'Niue',
      'Agenda',
      'Opening',
      'Costs',
    ];
    const text = broken([`First ${long}.`, ...short, ...people, `Then ${long}.`, ...short], 72);
    expect(joined(text)).toEqual([`First ${long}.`, ...short, ...people, `Then ${long}.`, ...short]);
    // Full lines that begin with capitals are a list.
    const list = Array.from(
      { length: 9 },
      () => 'Ministry of Posts and Telecommunications of the Outer Islands of the Sea',
    );
    expect(joined([...list, ...short].join('\n'))).toEqual([...list, ...short]);
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

/** Lines "page row column words" of one table. */
const printedCells = (...rows: string[]): Line[] =>
  rows.map((printed, index) => {
    const [, page, row, column, words = ''] = /^(\d) (\d) (\d) (.*)$/.exec(printed) ?? [];
    const [line] = linesIn(words);
    const cell: CellPlace = { table: 0, row: Number(row), column: Number(column), first: true, depth: 0 };
    return { ...line!, number: index + 1, cell, paragraph: { ...line!.paragraph, page: Number(page) } };
  });
const cells = (...rows: string[]): string[] =>
  paragraphsOf(printedCells(...rows), 'pdf').map((lines) => `${lines[0].cell?.column} ${joinedLine(lines).text}`);

describe('cells of printed pages', () => {
  test('lines that had no room in their column go on; short ones, codes and bullets begin anew', () => {
    expect(
      cells(
        '1 0 0 Outcome 1: Islanders use',
        '1 0 0 safe digital services',
        '1 0 1 Share of islanders who',
        '1 0 1 use services',
        '1 0 1 Services online',
        '1 1 0 A.1-1: Guides',
        '1 1 0 A.1-2: Help desks',
        '1 1 1 • Posters for all schools',
        '1 1 1 • Leaflets',
      ),
    ).toEqual([
      '0 Outcome 1: Islanders use safe digital services',
      '1 Share of islanders who use services',
      '1 Services online',
      '0 A.1-1: Guides',
      '0 A.1-2: Help desks',
      '1 • Posters for all schools',
      '1 • Leaflets',
    ]);
  });

  test('a row that the end of a page broke is one row; the next page may also begin with a row of its own', () => {
    const whole = ['0 A.1: Members use what the union offers them', '1 A guide in two languages'];
    expect(
      cells('1 0 0 A.1: Members use what', '1 0 1 A guide in', '2 1 0 the union offers them', '2 1 1 two languages'),
    ).toEqual(whole);
    expect(cells('1 0 0 A.1: Members use it', '1 0 1 A guide', '2 1 0 A.2: Members pay', '2 1 1 A bank')).toEqual([
      '0 A.1: Members use it',
      '1 A guide',
      '0 A.2: Members pay',
      '1 A bank',
    ]);
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
