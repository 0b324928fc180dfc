import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import type { Clause, Finding, LegalText, TextRun } from '#kernel/reading/index.ts';
import { readFileWhole } from '#modules/intake/index.ts';
import {
  checkedFindings,
  knownFromTexts,
  lintContribution,
  lintText,
  mended,
  proposalsRecogniser,
  textsIn,
} from '#modules/texts/index.ts';
import { inventedContributions } from './lint-contributions.ts';
import { furtherContributions } from './lint-further.ts';

async function check(bytes: Uint8Array, name: string): Promise<{ findings: Finding[]; words: string[] }> {
  const { reading, citations, lines } = await readFileWhole(bytes, name);
  const findings = checkedFindings({ ...reading, citations, lines }, knownFromTexts(textsIn(reading.record)));
  return { findings, words: lines.map((line) => line.words) };
}

describe('ten invented contributions', () => {
  test.each([...inventedContributions, ...furtherContributions])(
    '$name: each fault is told, and nothing else',
    async ({ bytes, name, faults }) => {
      const { findings, words } = await check(bytes, name);
      const told = findings.map(({ rule, lines }) => ({
        rule,
        words: lines === null ? '' : words.slice(lines[0] - 1, lines[1]).join(' '),
      }));
      const missed = faults.filter(
        ([rule, part]) => !told.some((one) => one.rule === rule && one.words.includes(part)),
      );
      const extra = told.filter((one) => !faults.some(([rule, part]) => one.rule === rule && one.words.includes(part)));
      expect({ missed, extra }).toEqual({ missed: [], extra: [] });
    },
  );
});

function runOf(content: string | null, change: TextRun['change']): TextRun[] {
  return content === null || content === '' ? [] : [{ text: content, change }];
}

const clauseOf = (after: string, line: number, printed: string): Clause => ({
  label: { printed, before: printed, after: printed },
  status: 'kept',
  before: after,
  after,
  runs: [{ text: after, change: 'same' }],
  certainty: 'sure',
  line,
  children: [],
});
const textOf = (clauses: Clause[]): LegalText => ({
  heading: 'RESOLUTION 5 (Rev. Oslo, 2018)',
  title: 'Reefs',
  opening: 'The Assembly of the Union (Oslo, 2018),',
  sections: [{ kind: 'operative', heading: 'resolves', status: 'kept', clauses, line: 4 }],
  annexes: [],
  footnotes: [],
});

const real = '../shared/sources/003_e6762f12f0311554.txt';
const adopted = '../shared/sources/pp18-final-acts.akn.xml';

describe.skipIf(!existsSync(real))('the 25 real proposals (skipped where ../shared is absent)', () => {
  const bytes = readFileSync(existsSync(real) ? real : import.meta.filename);

  test('few findings above a note, each looked at by a person', async () => {
    const { findings } = await check(bytes, '003.txt');
    const serious = findings.filter(({ level, rule }) => level !== 'info' && !/^(?:plan|flattened)-/.test(rule));
    expect(serious.map(({ rule, lines }) => `${rule} ${lines?.[0] ?? ''}`)).toEqual([
      'citation-impossible 250',
      'unbalanced-brackets 395',
      'empty-footnote 823',
      'place-spelling 1925',
      'unbalanced-brackets 2260',
      'unbalanced-brackets 2718',
      'unbalanced-brackets 2718',
      'place-spelling 2735',
    ]);
  });

  test.skipIf(!existsSync(adopted))('beside the texts adopted later, citations of older ones are stale', async () => {
    const later = await readFileWhole(readFileSync(adopted), 'adopted.xml');
    const { reading, citations, lines } = await readFileWhole(bytes, '003.txt');
    const known = knownFromTexts([...textsIn(reading.record), ...textsIn(later.reading.record)]);
    const stale = checkedFindings({ ...reading, citations, lines }, known).filter(
      ({ rule }) => rule === 'citation-stale',
    );
    expect(stale.length).toBeGreaterThan(30);
    // History that the base text told already: Minneapolis, 1998.
    expect(stale.some(({ lines: at }) => at?.[0] === 462)).toBe(false);
    for (const { mend } of stale) if (mend !== undefined) expect(mend.to).toContain('2018');
  });

  test('takes well under a second', () => {
    const document = readText(bytes.toString('utf8'), '003.txt');
    const { record } = proposalsRecogniser.recognise({ document, lines: linesOf(document) });
    const times = [1, 2, 3, 4].map(() => {
      const started = performance.now();
      lintContribution(record);
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(600);
  });
});

describe('laws', () => {
  const words = fc
    .array(
      fc.constantFrom('the', 'reefs', '(', ')', '[', ']', '“', 'a)', 'noting', 'b)', '2', 'by 2016', ',;', '(RR)', '.'),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(' '));
  const label = fc.constantFrom('a)', 'b)', '1', '2', '2.1', '–', '', 'iv)');
  const clause: fc.Arbitrary<Clause> = fc
    .record({ label, before: fc.option(words), after: fc.option(words), line: fc.integer({ min: 1, max: 40 }) })
    .map(({ label: printed, before, after, line }) => ({
      label: { printed, before: before === null ? null : printed, after: after === null ? null : printed },
      status: 'changed',
      before,
      after,
      runs: [...runOf(before, 'deleted'), ...runOf(after, 'inserted')],
      certainty: 'sure',
      line,
      children: [],
    }));
  const section = fc.record({
    kind: fc.constantFrom('preamble' as const, 'operative' as const),
    heading: fc.option(fc.constantFrom('noting', 'resolves', 'instructs the Council', 'foobaring')),
    status: fc.constant('changed' as const),
    clauses: fc.array(clause, { maxLength: 6 }),
    line: fc.integer({ min: 1, max: 40 }),
  });
  const text: fc.Arbitrary<LegalText> = fc.record({
    heading: fc.option(fc.constant('RESOLUTION 5 (Rev. Oslo, 2018)')),
    title: fc.option(words),
    opening: fc.option(fc.constant('The Assembly of the Union (Lagos, 2014),')),
    sections: fc.array(section, { maxLength: 4 }),
    annexes: fc.constant([]),
    footnotes: fc.constant([]),
  });

  test('any text is linted; each mend names a place of its clause just once and can be made', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(null, 'MOD' as const, 'ADD' as const, 'SUP' as const), (one, action) => {
        const proposed = one.sections.flatMap(({ clauses }) =>
          clauses.flatMap(({ after, line }) => (after === null ? [] : [{ after, line }])),
        );
        for (const { mend } of lintText(one, { action })) {
          if (mend === undefined) continue;
          const runs = proposed.filter(({ line }) => line === mend.line).map(({ after }) => mended(after, mend));
          expect(runs.some((made) => made !== null)).toBe(true);
        }
      }),
    );
  });
});

describe('hostile texts end in time', () => {
  const long = 200_000;
  const repeated = [
    ')',
    '(',
    '[',
    ']',
    '“',
    ',;',
    '. ',
    'a a ',
    'resolves 1 ',
    '(RR) ',
    'by 2016 ',
    ' by the ',
    '2018-2014 ',
    '[image: ',
    'x',
    ' ',
    "“)'] ",
  ];

  test.each(repeated)('one clause of %j', (piece) => {
    const started = performance.now();
    lintText(textOf([clauseOf(piece.repeat(long / piece.length), 5, '1')]), { action: 'MOD' });
    expect(performance.now() - started).toBeLessThan(8000);
  });

  test('thousands of clauses with one label, and references to them', () => {
    const clauses = Array.from({ length: 8000 }, (_, at) => clauseOf('to act under resolves 7 above;', at + 5, '1'));
    const started = performance.now();
    expect(lintText(textOf(clauses), { action: 'MOD' }).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
