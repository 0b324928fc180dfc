/** Collections of adopted texts, in every format; what is none; and the real final acts where they are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { linesOf } from '#formats/document/index.ts';
import { readAkn } from '#formats/akn/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { readText } from '#formats/text/reader.ts';
import type { Clause, InstrumentsRecord, LegalText } from '#kernel/reading/index.ts';
import { readFile } from '#modules/intake/index.ts';
import { understand, type Understanding } from '../../src/modules/intake/domain/understand.ts';
import { buildDocx, paragraph } from '../../src/testing/docx.ts';
import { readExamples } from './example-readings.ts';

const opening = 'The Assembly of the Oceanic Communications Union (Oslo, 2018),';
const reefs = `RESOLUTION 5 (Rev. Oslo, 2018)
Charting of reefs
${opening}
considering
a)\tthat reefs break cables;
b)\tthat charts are old,
resolves
1\tto chart all reefs;
2\tto report in 2020.
ANNEX 1 TO RESOLUTION 5 (Rev. Oslo, 2018)
Where reefs are
Reefs are charted in the order of their depth.`;
const cables = `DECISION 7 (Oslo, 2018)
Shared cables
${opening}
recalling
Resolution 5 (Rev. Oslo, 2018) of this Assembly, on reefs,
decides
to share two cables.`;
const tides = `RECOMMENDATION 2 (Oslo, 2018)
Tables of tides
${opening}
recommends
that tables of tides be printed each year.`;

const texts = (reading: Understanding): LegalText[] => (reading.record as InstrumentsRecord).texts;
const ofText = (text: string): Understanding => understand(readText(text, 'acts.txt'));
const ofWord = (text: string): Understanding =>
  understand(
    readDocx(
      buildDocx({
        body: text
          .split('\n')
          .map((line) => paragraph(line))
          .join(''),
      }),
      'acts.docx',
    ),
  );

/** Headings with the words of their clauses: "resolves: to chart all reefs; / to report in 2020." */
const shape = ({ heading, title, sections, annexes }: LegalText): string[] => [
  `${heading ?? '-'} – ${title ?? '-'}`,
  ...sections.map((one) => `${one.heading}: ${one.clauses.map(({ after }) => after).join(' / ')}`),
  ...annexes.map(
    (annex) =>
      `${annex.heading}: ${annex.sections.flatMap((one) => one.clauses.map(({ after }) => after)).join(' / ')}`,
  ),
];

const collection = `FINAL ACTS OF THE ASSEMBLY
RESOLUTION 5 (Rev. Oslo, 2018)\tCharting of reefs\t2
DECISION 7 (Oslo, 2018)\tShared cables\t3
RESOLUTIONS
${reefs}
DECISIONS
${cables}
RECOMMENDATIONS
${tides}`;

describe('a collection', () => {
  const expected = [
    [
      'RESOLUTION 5 (Rev. Oslo, 2018) – Charting of reefs',
      'considering: that reefs break cables; / that charts are old,',
      'resolves: to chart all reefs; / to report in 2020.',
      'ANNEX 1 TO RESOLUTION 5 (Rev. Oslo, 2018): Reefs are charted in the order of their depth.',
    ],
    [
      'DECISION 7 (Oslo, 2018) – Shared cables',
      'recalling: Resolution 5 (Rev. Oslo, 2018) of this Assembly, on reefs,',
      'decides: to share two cables.',
    ],
    ['RECOMMENDATION 2 (Oslo, 2018) – Tables of tides', 'recommends: that tables of tides be printed each year.'],
  ];

  test.each([
    ['as text', ofText],
    ['in Word, without a style', ofWord],
  ])('%s is read text by text; what stands between them is left over', (_, read) => {
    const reading = read(collection);
    expect(reading.kind).toBe('instruments');
    expect(texts(reading).map(shape)).toEqual(expected);
    expect(reading.unplaced.map(({ text }) => text)).toEqual([
      'FINAL ACTS OF THE ASSEMBLY',
      'RESOLUTION 5 (Rev. Oslo, 2018) Charting of reefs 2',
      'DECISION 7 (Oslo, 2018) Shared cables 3',
      'RESOLUTIONS',
      'DECISIONS',
      'RECOMMENDATIONS',
    ]);
    expect(reading.findings.filter(({ rule }) => rule === 'kind-doubtful')).toEqual([]);
  });

  test('with declarations at its end ends before them', () => {
    const reading = ofText(
      `${reefs}\n${tides}\nOriginal: English\nFor Reefland:\nThe delegation of Reefland reserves its rights.`,
    );
    expect(texts(reading).map(shape).at(-1)?.at(-1)).toBe('recommends: that tables of tides be printed each year.');
    expect(reading.unplaced.map(({ text }) => text)).toContain('For Reefland:');
  });

  test('tells one instrument that stands in it twice', () => {
    const reading = ofText(`${reefs}\n${cables}\n${reefs.replace('chart all', 'chart most')}`);
    const told = reading.findings.filter(({ rule }) => rule === 'text-twice');
    expect(told.map(({ message }) => message)).toEqual(['Resolution 5 stands twice in the collection.']);
  });
});

describe('what is no collection', () => {
  test.each([
    [
      'a text with annexes',
      `${reefs}\nANNEX 2 TO RESOLUTION 5 (Rev. Oslo, 2018)\nWhere cables are\nCables are laid.`,
      'instrument',
    ],
    [
      'a text that names others in lines of their own',
      `${reefs}\nRESOLUTION 7 (Oslo, 2018)\nDECISION 8 (Oslo, 2018)`,
      'instrument',
    ],
    [
      'a text whose clauses cite',
      cables.replace('to share two cables.', '1\tto apply\nResolution 5 (Rev. Oslo, 2018);\n2\tto share.'),
      'instrument',
    ],
    ['proposals', `MOD\tNIC/12A1/1\n${reefs}\nADD\tNIC/12A1/2\n${cables}`, 'proposals'],
    [
      'a list of titles',
      'List of texts\nRESOLUTION 5 (Oslo, 2018)\nReefs\nRESOLUTION 6 (Oslo, 2018)\nCables\nDECISION 1 (Oslo, 2018)\nTides',
      'unknown',
    ],
  ])('%s', (_, text, kind) => {
    expect(ofText(text).kind).toBe(kind);
  });

  test('the examples stay what they are', async () => {
    const kinds = (await readExamples()).map(({ kind }) => kind);
    expect(kinds).not.toContain('instruments');
  });
});

/** All words of a text: what its headings, clauses and notes say, labels and marks included. */
function wordsOf({ heading, title, opening, sections, annexes, footnotes }: LegalText): string[] {
  const ofClause = ({ label, after, children }: Clause): string[] => [
    label.after ?? '',
    after ?? '',
    ...children.flatMap(ofClause),
  ];
  return [
    ...[heading, title, opening].map((words) => words ?? ''),
    ...[...sections, ...annexes.flatMap((annex) => annex.sections)].flatMap((section) => [
      section.heading ?? '',
      ...section.clauses.flatMap(ofClause),
    ]),
    ...annexes.flatMap((annex) => [annex.heading, annex.title ?? '']),
    ...footnotes.flatMap(({ mark, text }) => [mark, text]),
  ];
}

/** How often each word stands in some texts. */
function countOf(texts: readonly string[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const [word] of texts.join(' ').matchAll(/[\p{L}\p{N}]+/gu)) count.set(word, (count.get(word) ?? 0) + 1);
  return count;
}

const file = '../shared/sources/pp18-final-acts.akn.xml';

describe.skipIf(!existsSync(file))('the real final acts (skipped where ../shared is absent)', () => {
  let reading: Understanding;
  let source = '';
  beforeAll(async () => {
    source = readFileSync(file, 'utf8');
    reading = await readFile(readFileSync(file), 'acts.akn.xml');
  });

  test('hold 64 texts, each with heading, title and sections; one opening runs on in its title', () => {
    expect(reading.kind).toBe('instruments');
    const all = texts(reading);
    expect(all).toHaveLength(64);
    expect(
      all.filter(({ heading, title, sections }) => heading === null || title === null || sections.length < 2),
    ).toEqual([]);
    expect(all.filter((text) => text.opening === null).map((text) => text.heading?.slice(0, 14))).toEqual([
      'RESOLUTION 160',
    ]);
    expect(new Set(all.map((text) => text.heading)).size).toBe(64);
  });

  test('have every heading of the file, in its order, and those that ran into paragraphs', () => {
    const printed = [...source.matchAll(/<statement [\s\S]*?<\/statement>/g)].map(([statement]) =>
      [...statement.matchAll(/<(?:intro|heading)>\s*(?:<p>\s*)?<i>([^<]*)<\/i>/g)].map((found) => found[1]?.trim()),
    );
    expect(printed).toHaveLength(64);
    texts(reading).forEach(({ sections }, index) => {
      const read = sections.map((section) => section.heading);
      const wanted = printed[index] ?? [];
      let at = 0;
      for (const heading of read) if (heading === wanted[at]) at++;
      expect([index, at]).toEqual([index, wanted.length]);
    });
    expect(texts(reading).flatMap(({ sections }) => sections)).toHaveLength(printed.flat().length + 105);
  });

  test('lose no word but the marks of footnotes that were stuck to words', () => {
    const left = new Set(reading.unplaced.map(({ line }) => line));
    const lines = linesOf(readAkn(readFileSync(file), 'acts')).filter(({ number }) => !left.has(number));
    const printed = countOf(lines.map(({ text }) => text));
    const read = countOf(texts(reading).flatMap(wordsOf));
    const lost = [...printed].filter(([word, count]) => count > (read.get(word) ?? 0) && !/\p{L}\d$/u.test(word));
    expect([...printed.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100_000);
    expect(lost.length).toBeLessThan(5);
  });

  test('leave over only the title of the file and the declarations after the last text', () => {
    const lost = reading.unplaced.filter(({ line }) => line < 3106);
    expect(lost.map(({ line }) => line)).toEqual([1]);
    expect(reading.lines.placed + reading.unplaced.length).toBe(reading.lines.total);
    const untold = reading.findings.filter(({ rule }) => rule === 'paragraph-not-taken-apart');
    expect(untold.length).toBeLessThan(10);
  });
});
