/**
 * Comparison of pairs of invented texts, each written by several houses: what should be found was written down with the
 * texts, before they were first compared. What is known to come out otherwise is listed.
 */
import { describe, expect, test } from 'vitest';
import type { LegalText, TextRun } from '#kernel/reading/index.ts';
import { readFile } from '#modules/intake/index.ts';
import { compareTexts, differs, sideOfText, textsOf, type Comparison } from '#modules/texts/index.ts';
import { summaryOf } from '#modules/texts/domain/comparison/summary.ts';
import { asPlainText, asWord, houses } from './compare-pairs/house.ts';
import { sidesOf, withoutEnd, type Expected, type Line } from './compare-pairs/notation.ts';
import { further } from './compare-pairs/pairs-further.ts';
import { resolutions } from './compare-pairs/pairs-resolutions.ts';

/** Lines that should come, and those that come instead. */
const knownWrong: Readonly<Record<string, { should: string[]; come: string[] }>> = {
  // Too few words are left in common: the clause is told as deleted, and another as added in its place.
  'heavily reworded clauses in their places': {
    should: [
      'changed a)>a) that a caller {in distress seldom remembers the local number→who needs help should never have to know which digits the place uses};',
    ],
    come: [
      'deleted a)> {that a caller in distress seldom remembers the local number;→}',
      'inserted >a) {→that a caller who needs help should never have to know which digits the place uses;}',
    ],
  },
  // Other forms of quotes and hyphens count as other words.
  'only quotes, hyphens, spaces and final signs changed': {
    should: [],
    come: [
      'changed a)>a) that {"→“}call signs{"→”} differ from coast to coast;',
      'changed b)>b) that {cross-border→cross‑border} traffic grows;',
      "changed d)>d) that the {Union's→Union’s} list is old,",
    ],
  },
};

async function textOf(bytes: Uint8Array, name: string): Promise<LegalText> {
  const { record } = await readFile(bytes, name);
  if (record === null || !('footnotes' in record)) throw new Error(`${name} is read as no text`);
  const [only] = textsOf(record);
  if (!only?.text) throw new Error(`no text in ${name}`);
  return sideOfText(only.text, 'proposed');
}

const fileOf = async (lines: readonly Line[], house: string): Promise<Uint8Array> => {
  const known = houses.find((one) => one === house);
  return known === undefined ? new TextEncoder().encode(asPlainText(lines)) : asWord(lines, known);
};

/** Runs in the notation of the pairs. */
function inNotation(runs: readonly TextRun[]): string {
  return runs
    .map(({ text, change }) => (change === 'same' ? text : change === 'deleted' ? `{${text}→}` : `{→${text}}`))
    .join('')
    .replaceAll(/\{([^{}]*)→\}\{→([^{}]*)\}/gu, '{$1→$2}');
}

const found = (comparison: Comparison): string[] =>
  comparison.sections
    .flatMap(({ clauses }) => clauses)
    .filter(({ status }) => status !== 'kept')
    .map(({ status, label, runs }) => `${status} ${label.before ?? ''}>${label.after ?? ''} ${inNotation(runs)}`)
    .sort();

const isClause = ({ kind }: Expected) => kind.startsWith('*');

function wanted(expected: readonly Expected[]): string[] {
  return expected
    .filter((one) => isClause(one) && one.status !== 'kept')
    .map(({ status, labels, marked }) => {
      const plain = marked.replaceAll(/\^\d/gu, '');
      const words = status === 'inserted' ? `{→${plain}}` : status === 'deleted' ? `{${plain}→}` : plain;
      return `${status} ${labels.before ?? ''}>${labels.after ?? ''} ${words}`;
    })
    .sort();
}

function numbersOf(expected: readonly Expected[]) {
  const clauses = expected.filter(isClause);
  const both = clauses.filter(({ before, after }) => before !== null && after !== null);
  const reworded = both.filter(({ before, after }) => withoutEnd(before ?? '') !== withoutEnd(after ?? ''));
  return {
    added: clauses.filter(({ status }) => status === 'inserted').length,
    deleted: clauses.filter(({ status }) => status === 'deleted').length,
    moved: clauses.filter(({ status }) => status === 'moved').length,
    renumbered: both.filter(({ status, labels }) => status !== 'moved' && labels.before !== labels.after).length,
    reworded: reworded.length,
  };
}

const headsOf = (comparison: Comparison): string[] =>
  [
    comparison.heading,
    comparison.title,
    comparison.opening,
    ...comparison.sections.map(({ heading }) => heading),
    ...comparison.annexes.flatMap(({ heading, title }) => [heading, title]),
    ...comparison.footnotes,
  ]
    .filter(({ before, after }) => before !== null && after !== null && before !== after)
    .map(({ runs }) => inNotation(runs));

const all = [...resolutions, ...further];

describe.each(all)('$name', (pair) => {
  const { a, b, expected } = sidesOf(pair);
  const notes = expected.some(({ kind }) => kind === 'F');
  // A plain text has no notes.
  const ways = notes ? houses : [...houses, 'text'];

  test.each(ways)('as written by the house "%s"', async (house) => {
    const name = house === 'text' ? 'text.txt' : 'text.docx';
    const [from, to] = [await textOf(await fileOf(a, house), name), await textOf(await fileOf(b, house), name)];
    const comparison = compareTexts(from, to);
    const wrong = knownWrong[pair.name] ?? { should: [], come: [] };
    const lines = found(comparison);
    const should = wanted(expected);
    expect({
      missing: should.filter((line) => !lines.includes(line)),
      more: lines.filter((line) => !should.includes(line)),
    }).toEqual({
      missing: wrong.should,
      more: wrong.come,
    });
    const { added, deleted, moved, renumbered, reworded } = summaryOf(comparison).clauses;
    const numbers = { added, deleted, moved, renumbered, reworded };
    if (knownWrong[pair.name] === undefined) expect(numbers).toEqual(numbersOf(expected));
    const heads = expected.filter(
      (one) => !isClause(one) && one.before !== null && one.before !== one.after && one.after,
    );
    expect(headsOf(comparison).sort()).toEqual(heads.map(({ marked }) => marked.replace(/^\d /u, '')).sort());

    const mirrored = summaryOf(compareTexts(to, from)).clauses;
    expect({ added: mirrored.deleted, deleted: mirrored.added, moved: mirrored.moved }).toEqual({
      added,
      deleted,
      moved,
    });
    expect(differs(compareTexts(to, to))).toBe(false);
  });

  test('is the same text in whichever house', async () => {
    const typed = await textOf(await fileOf(b, 'typed'), 'text.docx');
    for (const house of ways) {
      const other = await textOf(await fileOf(b, house), house === 'text' ? 'text.txt' : 'text.docx');
      expect(differs(compareTexts(typed, other)), house).toBe(false);
    }
  });
});
