/** Collections of adopted texts, in every format; what is none; and the real final acts where they are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { linesOf, type Document } from '#formats/document/index.ts';
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

test('a text of a collection whose heading was lost is read and told', () => {
  const lost = converted({ number: '5', grounds: ['that reefs are long,'], orders: ['to act.'] }, plain, plain);
  // The second heading is gone; title and opening still tell that a text begins.
  const at = lost.blocks.findLastIndex((block) => block.kind === 'paragraph' && block.style.id === 'ResNo');
  lost.blocks.splice(at, 1);
  const reading = understand(lost);
  expect(texts(reading).map(({ heading }) => heading)).toEqual([
    'RESOLUTION 5 (OSLO, 2018)',
    'RESOLUTION 9 (OSLO, 2018)',
    null,
  ]);
  expect(reading.findings.map(({ rule }) => rule)).toContain('text-unnamed');
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

const recital = (words: string): string => `<recital><p>${words}</p></recital>`;

const order = (words: string): string => `<paragraph><content><p>${words}</p></content></paragraph>`;

/** An Akoma Ntoso collection as a converter of printed pages leaves it: one element a text, paragraphs in them. */
function converted(...statements: { number: string; grounds: string[]; orders: string[] }[]): Document {
  const xml = statements.map(
    ({ number, grounds, orders }) => `<component><statement name="resolution">
      <preface><longTitle><p><docType>RESOLUTION</docType> <docNumber>${number} (OSLO, 2018)</docNumber></p></longTitle>
      <container name="title"><p>Reefs and cables</p></container></preface>
      <preamble><formula name="enactingFormula"><p>${opening}</p></formula>
      <recitals><intro><p>considering</p></intro>${grounds.map(recital).join('')}</recitals></preamble>
      <mainBody><hcontainer name="resolves"><heading>resolves</heading>${orders.map(order).join('')}</hcontainer></mainBody></statement></component>`,
  );
  const file = `<akomaNtoso><documentCollection name="finalActs"><components>${xml.join('')}</components></documentCollection></akomaNtoso>`;
  return readAkn(new TextEncoder().encode(file), 'acts.akn.xml');
}

const plain = { number: '9', grounds: ['that the developing countries are far;'], orders: ['to act.'] };
const apart = (grounds: string[], orders: string[]): { text: LegalText; rules: string[] } => {
  const reading = understand(converted({ number: '5', grounds, orders }, plain));
  expect(reading.kind).toBe('instruments');
  const [text] = texts(reading);
  if (text === undefined) throw new Error('no text was read');
  return { text, rules: reading.findings.map(({ rule }) => rule) };
};
const labels = ({ sections }: LegalText): string[] =>
  sections.flatMap(({ heading, clauses }) =>
    clauses.flatMap(({ label, after, children }) => [
      `${heading} ${label.after} ${after}`,
      ...children.map((child) => `  ${child.label.after} ${child.after}`),
    ]),
  );

describe('paragraphs that a converter ran together', () => {
  test('are taken apart where their labels run on', () => {
    const { text, rules } = apart(
      ['a) that reefs are long; b) that cables are short;', 'c) that tides turn,'],
      [
        '1 to chart: 1.1 in deep water; 1.2 near the coast;',
        '2 to lay; 3 to act: i) at once; ii) with care, and 4 to say so.',
        '4 to end.',
      ],
    );
    expect(labels(text)).toEqual([
      'considering a) that reefs are long;',
      'considering b) that cables are short;',
      'considering c) that tides turn,',
      'resolves 1 to chart:',
      '  1.1 in deep water;',
      '  1.2 near the coast;',
      'resolves 2 to lay;',
      'resolves 3 to act:',
      '  i) at once;',
      '  ii) with care, and 4 to say so.',
      'resolves 4 to end.',
    ]);
    expect(rules).toContain('clauses-run-together');
  });

  test('give back the headings inside them, with the list that follows or begins after', () => {
    const { text } = apart(
      [
        'a) that reefs are long, instructs the Secretary-General, in close contact with the Council 1 to chart reefs; 2 to lay cables.',
      ],
      ['to act, invites members', '1 to share charts;', '2 to share cables.'],
    );
    expect(text.sections.map(({ heading, clauses }) => [heading, clauses.map(({ label }) => label.after)])).toEqual([
      ['considering', ['a)']],
      ['instructs the Secretary-General, in close contact with the Council', ['1', '2']],
      ['resolves', ['']],
      ['invites members', ['1', '2']],
    ]);
  });

  test('stay whole where labels may be numbers of something else', () => {
    const words = [
      '1 to apply Article 1; 3 to 5 of the rules; No. 2 of the Convention;',
      '2 to lay cables; 3 to chart reefs;',
      '3 to end.',
    ];
    const { text, rules } = apart(
      ['that resolves 1, 2 to 4 and considering a), b) and c) of Resolution 7 hold,'],
      words,
    );
    expect(text.sections.flatMap(({ clauses }) => clauses)).toHaveLength(4);
    expect(rules).toContain('paragraph-not-taken-apart');
    expect(rules).not.toContain('clauses-run-together');
  });

  test('annexes and footnotes are found in them', () => {
    const { text } = apart(
      ['that developing1 countries are far; ____________________ 1 These include small islands.'],
      [
        'to act. ANNEX 1 TO RESOLUTION 5 (OSLO, 2018) Depth 20 30 ANNEX 2 TO RESOLUTION 5 (OSLO, 2018) FOLLOW-UP OF ANNEX 1 TO RESOLUTION 5 (OSLO, 2018) is due.',
      ],
    );
    expect(labels(text)).toEqual(['considering  that developing countries are far;', 'resolves  to act.']);
    expect(text.footnotes.map(({ mark, text }) => [mark, text])).toEqual([['1', 'These include small islands.']]);
    expect(text.annexes.map((annex) => annex.heading)).toEqual([
      'ANNEX 1 TO RESOLUTION 5 (OSLO, 2018)',
      'ANNEX 2 TO RESOLUTION 5 (OSLO, 2018)',
    ]);
  });

  test('torn words are mended where the document shows how', () => {
    const { text } = apart(
      [
        'that high-level work on telecommunication goes on;',
        'that high- level and short- and long-term work of 2020- 2023 on telecom- munication is due,',
      ],
      ['to act.'],
    );
    expect(text.sections[0]?.clauses[1]?.after).toBe(
      'that high-level and short- and long-term work of 2020-2023 on telecommunication is due,',
    );
  });

  test('hostile paragraphs are read in time', () => {
    const long = 50_000;
    const hostile = [
      `1 to act ${'; 2 to act: a) '.repeat(long)}`,
      'x: a) y '.repeat(long),
      `${'_'.repeat(long)} 1 ${'_____ 1 '.repeat(long)}`,
      `${'a- '.repeat(long)}${'b'.repeat(long)}`,
      `${', instructs '.repeat(long)} 1 to act; 2 to act`,
      'ANNEX 1 TO RESOLUTION 5 '.repeat(long),
      `${'\u00a0'.repeat(long)}. ANNEX${'\u00a0'.repeat(long)}`,
    ];
    for (const words of hostile) {
      const before = performance.now();
      understand(converted({ number: '5', grounds: [words], orders: [words] }, plain));
      expect([words.slice(0, 20), performance.now() - before < 15_000]).toEqual([words.slice(0, 20), true]);
    }
  });
});

const clausesOf = (of: Document): number =>
  (understand(of).record as LegalText).sections.flatMap((section) => section.clauses).length;

test('a text alone is taken apart as well; what we wrote ourselves is not', () => {
  const document = converted({ number: '5', grounds: ['that reefs are long,'], orders: ['1 to chart; 2 to lay.'] });
  expect(understand(document).kind).toBe('instrument');
  expect(clausesOf(document)).toBe(3);
  expect(clausesOf({ ...document, properties: { writer: 'Throughline' } })).toBe(2);
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
