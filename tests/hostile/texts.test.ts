/** Texts made to break what is done with them: everything takes time in proportion to their length, and nothing throws. */
import { describe, expect, test, vi } from 'vitest';
import { linesOf } from '#formats/document/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { writeHtml } from '#formats/html/index.ts';
import { readText } from '#formats/text/reader.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import {
  changesByInstrument,
  checkedFindings,
  clashMaps,
  compareTexts,
  consolidate,
  documentOfText,
  fatesInFiles,
  findCitations,
  instrumentRecogniser,
  knownFromTexts,
  layoutOf,
  proposalsRecogniser,
  summaryInWords,
  textsOf,
} from '#modules/texts/index.ts';

vi.setConfig({ testTimeout: 216_000 });

const head = (revision: string): string[] => [
  `RESOLUTION 5 (Rev. ${revision})`,
  'Cables',
  `The Plenipotentiary Conference of the Oceanic Communications Union (${revision}),`,
];
const lines = (count: number, line: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => line(index));
/** A word for each number. */
const word = (index: number): string => `w${index.toString(36).replace(/\d/g, 'z')}`;
/** One clause of some hundred thousand characters, of the same words again and again. */
const oneLine = (words: string) => (version: number) => [
  'resolves',
  `1\t${words.repeat(Math.ceil(400_000 / words.length))}${version};`,
];

/** Sections of a text in two versions. */
const traps: Record<string, (version: number) => string[]> = {
  'one clause again and again': () => [
    'considering',
    ...lines(6000, () => 'a)\tthat the cables of the islands lie in deep water;'),
  ],
  'clauses that are almost one': (version) => [
    'considering',
    ...lines(6000, (index) => `${index + 1}\tthat cables of island ${word(index + version * 7)} lie deep;`),
  ],
  'everything in another order': (version) => [
    'resolves',
    ...lines(5000, (index) => {
      const place = version === 0 ? index : 4999 - index;
      return `${index + 1}\tto lay ${word(place)} and ${word(place * 3)} near ${word(place + 1)};`;
    }),
  ],
  'very many sections': (version) =>
    lines(
      10_000,
      (index) => `instructs the Director ${word(index)}\nto sail ${version} as said in considering c) above;`,
    ),
  'very many annexes': () => [
    'resolves',
    'to sail.',
    ...lines(1500, (index) => `ANNEX ${index + 1} TO RESOLUTION 5\nOn ships\n1\tA ship ${word(index)} sails.`),
  ],
  'lists in lists': (version) => [
    'resolves',
    ...lines(
      6000,
      (index) => `${'abcdefgh'[index % 8]})\t${['i', 'ii', 'iii', 'iv'][index % 4]})\tto sail ${version};`,
    ),
  ],
  'the same two words': oneLine('the cable '),
  'one word without end': oneLine('x'),
  'blanks without end': oneLine(' '),
  'brackets that open': oneLine('['),
  'parentheses that open': oneLine('(a '),
  'signs only': oneLine(', ; . '),
  'quotation marks that open': oneLine('“a ‘b "c '),
  'doubled words': oneLine('that that the the '),
  'references inside the text': oneLine('as said in considering a) and b) above, '),
  'citations of resolutions': (version) => [
    'considering',
    `a)\tResolutions ${lines(16_000, (index) => `${index % 190} (Rev. Oslo, 201${index % 10})`).join(', ')}${version};`,
  ],
  'citations of provisions': oneLine('No. 196 of the Convention and Nos. 1, 2 to 5 of Article 11 of the Constitution '),
  'numbers without end': (version) => [
    'considering',
    `a)\tResolutions ${lines(40_000, (index) => String(index + version)).join(', ')};`,
  ],
  'places that are nearly known': (version) => [
    'considering',
    `a)\t${lines(16_000, (index) => `(Rev. Osl${word(index)}, 2018)`).join(' ')}${version};`,
  ],
  'abbreviations without end': (version) => [
    'considering',
    `a)\t${lines(16_000, (index) => `the Word Group (W${word(index).toUpperCase()}G)`).join(' ')}${version};`,
  ],
  'deadlines without end': oneLine('by 2019 and before 1 January 2020 at the latest '),
};

const sourceOf = (written: readonly string[]) => {
  const document = readText(written.join('\n'), 'x.txt');
  return { document, lines: linesOf(document) };
};

function legalText(sections: readonly string[], revision: string): { text: LegalText; check: () => unknown } {
  const source = sourceOf([...head(revision), ...sections]);
  const { record, findings } = instrumentRecogniser.recognise(source);
  const text = record;
  const check = (): unknown => {
    const citations = findCitations(source.lines);
    const shown = source.lines.map((line) => ({ words: line.text, runs: null }));
    return checkedFindings({ record: text, findings, citations, lines: shown }, knownFromTexts(textsOf(text)));
  };
  return { text, check };
}

function proposed(sections: readonly string[], code: string) {
  const source = sourceOf([`MOD\t${code}/1`, ...head('Lagos, 2014OSLO, 2018'), ...sections]);
  return textsOf(proposalsRecogniser.recognise(source).record);
}

describe('what is done with a text takes time in proportion to its length', () => {
  test.each(Object.entries(traps))('%s', (_, make) => {
    const [base, next] = [legalText(make(0), 'Lagos, 2014'), legalText(make(1), 'Oslo, 2018')];
    const proposals = [...proposed(make(0), 'OCP/12A1'), ...proposed(make(1), 'NIC/13')];
    const works: Record<string, () => unknown> = {
      compare: () => summaryInWords(compareTexts(base.text, next.text)),
      check: base.check,
      clashes: () => clashMaps(proposals, textsOf(base.text)),
      consolidate: () =>
        changesByInstrument(proposals, textsOf(base.text)).map(({ instrument, base: text, contributions }) =>
          layoutOf(consolidate(text, contributions, instrument)),
        ),
      fate: () => fatesInFiles(proposals, [...textsOf(base.text), ...textsOf(next.text)], true),
      html: () => writeHtml(documentOfText(next.text, { author: null, date: null }, { name: 'x' })),
      docx: () => writeDocx(documentOfText(next.text, { author: null, date: null }, { name: 'x' })),
    };
    const slow: string[] = [];
    for (const [name, work] of Object.entries(works)) {
      const start = process.threadCpuUsage();
      work();
      const { user, system } = process.threadCpuUsage(start);
      // This takes a second; what grows with the square of the length takes many.
      if (user + system > 5_000_000) slow.push(`${name}: ${Math.round((user + system) / 1000)} ms`);
    }
    expect(slow).toEqual([]);
  });
});
