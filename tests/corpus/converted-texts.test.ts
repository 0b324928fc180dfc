/** Akoma Ntoso as a converter of printed pages leaves it: what is run together is taken apart, and what is not sure told. */
import { describe, expect, test } from 'vitest';
import { readAkn } from '#formats/akn/index.ts';
import type { Document } from '#formats/document/index.ts';
import type { InstrumentsRecord, LegalText } from '#kernel/reading/index.ts';
import { understand, type Understanding } from '../../src/modules/intake/domain/understand.ts';

const opening = 'The Assembly of the Oceanic Communications Union (Oslo, 2018),';
const texts = (reading: Understanding): LegalText[] => (reading.record as InstrumentsRecord).texts;

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
      [
        'that developing1 countries are far;',
        'that cables2 break; ____________________ 1 These include small islands. 3 Of them are near. 2 Or lines.',
      ],
      [
        'to act. ANNEX 1 TO RESOLUTION 5 (OSLO, 2018) Depth 20 30 ANNEX 2 TO RESOLUTION 5 (OSLO, 2018) FOLLOW-UP OF ANNEX 1 TO RESOLUTION 5 (OSLO, 2018) is due.',
      ],
    );
    expect(labels(text)).toEqual([
      'considering  that developing countries are far;',
      'considering  that cables break;',
      'resolves  to act.',
    ]);
    expect(text.footnotes.map(({ mark, text, line }) => [mark, text, line])).toEqual([
      ['1', 'These include small islands. 3 Of them are near.', 5],
      ['2', 'Or lines.', 6],
    ]);
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
    const long = 20_000;
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
