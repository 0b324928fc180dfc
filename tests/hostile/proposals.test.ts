/** Contributions made to break their reading: it takes time in proportion to their length and never throws. */
import { describe, expect, test, vi } from 'vitest';
import { linesOf } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import { findCitations, instrumentRecogniser, proposalsRecogniser } from '#modules/texts/index.ts';

vi.setConfig({ testTimeout: 120_000 });

const head = [
  'MOD\tOCP/12A1/1',
  'RESOLUTION 5 (Rev. Lagos, 2014OSLO, 2018)',
  'Cables',
  'The Plenipotentiary Conference of the Oceanic Communications Union (Lagos, 2014Oslo, 2018),',
];
const lines = (count: number, line: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => line(index));
/** A word for each number. */
const word = (index: number): string => `w${index.toString(36).replace(/\d/g, 'z')}`;

/** Lines that invite the reading to look at all others again, with how many of them. */
const traps: Record<string, [count: number, make: (count: number) => string[]]> = {
  'one clause again and again': [
    20_000,
    (count) => [...head, 'considering', ...lines(count, () => 'a)\tthat the cables of the islands lie in deep water;')],
  ],
  'a list that starts again and again': [
    20_000,
    (count) => [...head, 'resolves', ...lines(count, (index) => `${(index % 3) + 1}\tto lay cable ${index};`)],
  ],
  'fused labels': [
    20_000,
    (count) => [...head, 'resolves', ...lines(count, (index) => `${(index % 97) + 1}${(index % 97) + 2}\tto sail,;`)],
  ],
  'headings that all begin alike, and references to one': [
    5000,
    (count) => [
      ...head,
      ...lines(count, (index) => `instructs the Director ${word(index)}\nto sail as said in considering c) above;`),
    ],
  ],
  'proposals without text': [20_000, (count) => lines(count, (index) => `MOD\tOCP/12A1/${index}\nReasons: none`)],
  'code lines that are none': [
    20_000,
    (count) => lines(count, (index) => `MOD\tOCP/12A1/${index} and 6, 7, 8-9 to 7 x`),
  ],
  'names of places': [
    10_000,
    (count) => [
      ...head,
      'considering',
      ...lines(count, (index) => `a)\tthe plan (Rev. Port Vila, 2017) of Port Villa and Port ${word(index)};`),
    ],
  ],
  'goals that go on': [10_000, (count) => lines(count, () => 'SDG Goals 1, 2 and 3 to 4 5 6 7 8 9 1 2 3 4 5 6 of the')],
};

describe('a contribution takes time in proportion to its length', () => {
  test.each(Object.entries(traps))('%s', (_, [count, make]) => {
    const document = readText(make(count).join('\n'), 'x.txt');
    const source = { document, lines: linesOf(document) };
    const start = performance.now();
    proposalsRecogniser.recognise(source);
    instrumentRecogniser.recognise(source);
    findCitations(source.lines);
    // Linear time is one to three seconds; quadratic time was ten and more.
    expect(performance.now() - start).toBeLessThan(9000);
  });
});
