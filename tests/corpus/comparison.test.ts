/** Comparison of the example texts, by the command and by hand: what became of Resolutions 4 and 9 between Suva and Apia. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LegalText } from '#kernel/reading/index.ts';
import { readFile } from '#modules/intake/index.ts';
import {
  asChangedText,
  compareTexts,
  sideOfText,
  summaryInWords,
  textsOf,
  type Comparison,
} from '#modules/texts/index.ts';
import { addressedClauses } from '#modules/texts/domain/register/paths.ts';

const folder = path.resolve(import.meta.dirname, '../../examples/files');

async function textsIn(name: string): Promise<LegalText[]> {
  const { record } = await readFile(readFileSync(path.resolve(folder, name)), path.basename(name));
  if (record === null || !('proposals' in record || 'texts' in record || 'footnotes' in record)) return [];
  return textsOf(record).flatMap(({ text }) => text ?? []);
}

async function compared(from: string, to: string): Promise<Comparison> {
  const [[one], [other]] = [await textsIn(from), await textsIn(to)];
  if (one === undefined || other === undefined) throw new Error(`no text in ${from} or ${to}`);
  return compareTexts(sideOfText(one, 'proposed'), sideOfText(other, 'proposed'));
}

/** Headings, labels and words. */
const words = ({ sections, annexes }: LegalText): unknown =>
  [...sections, ...annexes.flatMap((annex) => annex.sections)].map(({ heading, clauses }) => [
    heading,
    clauses.map(({ label, after }) => [label.after, after]),
  ]);

/** Every clause that is not kept, in one line. */
function changes(comparison: Comparison): string[] {
  return comparison.sections.flatMap(({ heading, clauses }) =>
    clauses.flatMap(({ status, label, runs }) => {
      if (status === 'kept') return [];
      const words = runs
        .filter(({ change }) => change !== 'same')
        .map(({ text, change }) => (change === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
        .join(' ');
      return [`${heading.after ?? ''} ${label.before ?? '∅'}>${label.after ?? '∅'} ${status} ${words}`.trim()];
    }),
  );
}

describe('Resolution 4, Suva to Apia', async () => {
  const comparison = await compared('Resolution 4 (Rev. Suva, 2021).docx', 'Resolution 4 (Rev. Apia, 2025).docx');

  test('in words', () => {
    expect(summaryInWords(comparison)).toBe(
      '3 clauses added, 4 renumbered, 8 reworded, 1 with another sign at the end; duties: 1 added, 4 changed; ' +
        'heading and opening changed',
    );
  });

  test('clause by clause', () => {
    expect(changes(comparison)).toEqual([
      'recalling b)>b) changed [-Suva, 2021-] {+Rev. Apia, 2025+}',
      'considering ∅>c) inserted {+that satellite systems in low orbit have shortened the delay of such connections, while their prices remain hard to foresee;+}',
      'considering c)>d) renumbered',
      'considering d)>e) renumbered',
      'recognizing ∅>c) inserted {+that unlicensed use of satellite terminals has grown on islands where no operator offers a service;+}',
      'recognizing c)>d) changed [-c-] {+d+}',
      'recognizing d)>e) changed [-Suva, 2021-] {+Apia, 2025+}',
      'resolves 2>2 changed [-four-] {+two+}',
      'resolves 2.2>2.2 changed {+and hours +}',
      'resolves 4>4 changed {+ and shall be published+}',
      'resolves 5>5 changed {+, where the Council so decides, from savings in the regular budget and+}',
      'instructs the Secretary-General 1>1 changed {+, satellite operators+} {+ before the end of 2025+}',
      'instructs the Director of the Bureau for Development 5>5 end-of-list [-,-] {+;+}',
      'instructs the Director of the Bureau for Development ∅>6 inserted {+to report each year to the Council on the islands that were connected and on those that lost their connection,+}',
    ]);
  });
});

describe('Resolution 9, Suva to Apia', async () => {
  const comparison = await compared('Resolution 9 (Rev. Suva, 2021).docx', 'Resolution 9 (Rev. Apia, 2025).docx');

  test('in words, with the row of the table and the annex', () => {
    expect(summaryInWords(comparison)).toBe(
      '5 clauses added, 4 deleted, 6 reworded, 1 with another sign at the end; duties: 3 changed; annexes: 1 changed; ' +
        'footnotes: 1 deleted; heading and opening changed',
    );
  });

  test('clause by clause', () => {
    expect(changes(comparison)).toEqual([
      'recalling a)>a) changed [-Suva, 2021-] {+Apia, 2025+}',
      'considering c)>c) end-of-list [-,-] {+;+}',
      'considering ∅>d) inserted {+that the Union answers a growing number of requests for help with the security of networks,+}',
      'recognizing b)>b) changed [-three-] {+five+}',
      'resolves 4>4 changed [-once between two Plenipotentiary Assemblies-] {+every two years+}',
      'resolves 5>5 changed {+ and the Union in equal parts+}',
      'instructs the Director of the Bureau for Development 1>1 changed {+ and the regional groups+}',
      'Conditions c)>c) changed {+ and the insurance+}',
      ...['Analogue broadcasting networks', 'Apia', '5', '12'].map((cell) => `Courses >∅ deleted [-${cell}-]`),
      ...['Security of small networks', 'Distance learning', '8', '60'].map(
        (cell) => `Courses ∅> inserted {+${cell}+}`,
      ),
    ]);
  });
});

test('a clause that moves to another heading is a move, with where it stood', async () => {
  const texts = await textsIn('NIC-12A1 contribution.docx');
  const moved = texts.flatMap((text) =>
    compareTexts(sideOfText(text, 'base'), sideOfText(text, 'proposed')).sections.flatMap(({ heading, clauses }) =>
      clauses.filter((clause) => clause.moved).map(({ movedFrom, label }) => [movedFrom, heading.after, label.after]),
    ),
  );
  expect(moved).toEqual([['noting c)', 'recognizing', 'd)']]);
});

test('the base text of a proposal is the text that is in force', async () => {
  const [inForce] = await textsIn('Resolution 12 (Suva, 2021).docx');
  const bases = (await textsIn('NIC-12A1 contribution.docx')).map((text) => sideOfText(text, 'base'));
  const base = bases.find((text) => text.heading === inForce?.heading);
  expect(inForce === undefined || base === undefined ? null : summaryInWords(compareTexts(base, inForce))).toBe(
    'no difference',
  );
});

test('the comparison of any two texts in the examples gives both back', async () => {
  const names = ['NIC-12A1 contribution.docx', 'SSF-15A1 contribution.docx', 'Resolution 9 (Rev. Apia, 2025).docx'];
  const texts = (await Promise.all(names.map(textsIn))).flat().map((text) => sideOfText(text, 'proposed'));
  expect(texts.length).toBeGreaterThan(8);
  for (const from of texts) {
    for (const to of texts) {
      const both = asChangedText(compareTexts(from, to));
      expect(words(sideOfText(both, 'base'))).toEqual(words(from));
      expect(words(sideOfText(both, 'proposed'))).toEqual(words(to));
    }
  }
});

const shared = path.resolve(import.meta.dirname, '../../../shared/sources');
const contribution = path.join(shared, '003_e6762f12f0311554.txt');
const finalActs = path.join(shared, 'pp18-final-acts.akn.xml');

describe.skipIf(!existsSync(contribution))('real texts (skipped where ../shared is absent)', () => {
  test('base and proposed text are aligned as the changes of each proposal say', async () => {
    let [agreed, all] = [0, 0];
    for (const text of await textsIn(contribution)) {
      const [from, to] = [sideOfText(text, 'base'), sideOfText(text, 'proposed')];
      const [lines, linesThere] = [lineIn(from), lineIn(to)];
      for (const clause of compareTexts(from, to).sections.flatMap((section) => section.clauses)) {
        const line = clause.from === null ? null : lines[clause.from];
        const there = clause.to === null ? null : linesThere[clause.to];
        // Both sides of a clause stand on one line of the source; a clause of one side on a line of its own.
        const right =
          line === null
            ? !lines.includes(there ?? 0)
            : there === null
              ? !linesThere.includes(line ?? 0)
              : line === there;
        all++;
        if (right) agreed++;
      }
    }
    expect(all).toBeGreaterThan(1500);
    expect(agreed / all).toBeGreaterThan(0.985);
  });

  test.skipIf(!existsSync(finalActs))('the amended resolutions are compared with the adopted ones', async () => {
    const adopted = new Map((await textsIn(finalActs)).map((text) => [numberOf(text), text]));
    const pairs = (await textsIn(contribution)).flatMap((text) => {
      const number = numberOf(text);
      const later = adopted.get(number);
      return number === undefined || later === undefined
        ? []
        : [[sideOfText(text, 'base'), sideOfText(later, 'proposed')] as const];
    });
    expect(new Set(pairs.map(([from]) => numberOf(from))).size).toBe(20);
    for (const [from, to] of pairs) {
      const both = asChangedText(compareTexts(from, to));
      expect(words(sideOfText(both, 'base'))).toEqual(words(from));
      expect(words(sideOfText(both, 'proposed'))).toEqual(words(to));
    }
  });
});

const lineIn = (side: LegalText): number[] => addressedClauses(side).map(({ clause }) => clause.line);

/** The number in a heading: "RESOLUTION 11 (REV. …)" is 11. */
const numberOf = (text: LegalText): string | undefined => /^resolution\s+(\d+)/i.exec(text.heading ?? '')?.[1];
