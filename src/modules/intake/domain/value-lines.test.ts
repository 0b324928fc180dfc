import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOfValues } from './value-lines.ts';

const words = (...lines: string[]) => lines.map((line, index) => ({ number: index + 1, words: line }));
const letter = words(
  'Ref: OCU/BD/2026/17\t6 February 2026',
  'Subject: Call for\u00A0expert missions',
  'Our programme of the year 2026 begins in Fiji and the Fijian islands.',
  'Offers are expected by 31st March 2026.',
  'Programme',
  'of the year 2026',
  'Suva, Fiji',
  'Fiji',
);

describe('the lines that say a value', () => {
  test('are found for words and for dates, whatever the white space', () => {
    expect(
      linesOfValues(
        {
          letter: {
            reference: 'OCU/BD/2026/17',
            subject: 'Call for expert missions',
            date: '2026-02-06',
            deadline: '2026-03-31',
          },
        },
        letter,
      ),
    ).toEqual([
      { field: 'letter.reference', lines: [1, 1] },
      { field: 'letter.subject', lines: [2, 2] },
      { field: 'letter.date', lines: [1, 1] },
      { field: 'letter.deadline', lines: [4, 4] },
    ]);
  });

  test('are rather those that say nothing else', () => {
    expect(linesOfValues({ place: 'Fiji', programme: 'Programme of the year 2026' }, letter)).toEqual([
      { field: 'place', lines: [8, 8] },
      { field: 'programme', lines: [5, 6] },
    ]);
  });

  test('are looked for where the element stands', () => {
    expect(linesOfValues({ lines: [1, 3], title: 'Fiji' }, letter)).toEqual([{ field: 'title', lines: [3, 3] }]);
    expect(linesOfValues({ lines: [4, 6], title: 'Fiji' }, letter)).toEqual([]);
  });

  test('are not invented: no parts of words, no codes of our own, no values the source does not say', () => {
    expect(
      linesOfValues({ place: 'Fij', host: 'Tonga', kind: 'Programme', country: { iso2: 'Suva' } }, letter),
    ).toEqual([]);
  });

  test('are left to elements that have a line', () => {
    expect(linesOfValues({ nodes: [{ text: 'Suva, Fiji', line: 7 }] }, letter)).toEqual([]);
  });
});

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

test('whatever is found, the lines say it', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'É', '-'), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.array(line, { maxLength: 4 }), (source, values) => {
      const numbered = source.map((words, index) => ({ number: index * 2 + 1, words }));
      for (const { field, lines } of linesOfValues(values, numbered)) {
        const value = values[Number(field.split('.')[1])] ?? '';
        const said = numbered.filter(({ number }) => number >= lines[0] && number <= lines[1]);
        expect(fold(said.map((line) => fold(line.words)).join(' '))).toContain(fold(value));
      }
    }),
  );
});

test('an enormous file takes no enormous time', () => {
  const source = Array.from({ length: 60_000 }, (_, index) => ({
    number: index + 1,
    words: `Line ${index} says something that is long enough to be looked through.`,
  }));
  const record = Array.from({ length: 3000 }, (_, index) => `nobody says this ${index}`);
  const started = performance.now();
  expect(linesOfValues(record, source)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(5000);
});
