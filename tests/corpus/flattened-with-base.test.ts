/** The flattened copy of the examples, read with its base texts, against the Word file that it is a copy of. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Clause, LegalText, ProposalsRecord, Reading } from '#kernel/reading/index.ts';
import { linesOf } from '#formats/document/index.ts';
import { openDocument } from '#formats/readers.ts';
import { readFile } from '#modules/intake/index.ts';
import { sideOfText } from '#modules/texts/index.ts';

const files = path.resolve(import.meta.dirname, '../../examples/files');
const bases = ['Resolution 4 (Rev. Suva, 2021)', 'Resolution 9 (Rev. Suva, 2021)', 'Resolution 12 (Suva, 2021)'];

const read = (name: string, known: Parameters<typeof readFile>[3] = null): Promise<Reading> =>
  readFile(readFileSync(path.join(files, name)), name, null, known);
const textOf = async (name: string): Promise<LegalText> => (await read(`${name}.docx`)).record as LegalText;

interface Placed {
  place: string;
  clause: Clause;
}

/** The clauses of MOD proposals in order; a heading of an annex, which a copy without styles has as a clause, is none. */
function clausesOf(reading: Reading, headings: ReadonlySet<string>): Placed[] {
  const all = (clauses: readonly Clause[], place: string): Placed[] =>
    clauses.flatMap((clause) => [{ place, clause }, ...all(clause.children, place)]);
  return (reading.record as ProposalsRecord).proposals.flatMap(({ action, serial, text }) => {
    if (action !== 'MOD' || text === null) return [];
    const sections = [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)];
    return sections
      .flatMap((section) => all(section.clauses, `${serial}: ${section.heading ?? ''}`))
      .filter(({ clause }) => !headings.has(clause.before ?? ''));
  });
}

let word: Placed[] = [];
let copy: Placed[] = [];
let findings: Reading['findings'] = [];

beforeAll(async () => {
  const original = await read('NIC-12A1 contribution.docx');
  const flat = await read('NIC-12A1 flattened copy.txt', {
    base: await Promise.all(bases.map(textOf)),
    adopted: [await textOf('Resolution 4 (Rev. Apia, 2025)'), await textOf('Resolution 9 (Rev. Apia, 2025)')],
  });
  const { proposals } = original.record as ProposalsRecord;
  const headings = new Set(
    proposals.flatMap(
      ({ text }) => text?.annexes.flatMap(({ sections }) => sections.map(({ heading }) => heading ?? '')) ?? [],
    ),
  );
  word = clausesOf(original, headings);
  copy = clausesOf(flat, headings);
  ({ findings } = flat);
});

const sides = ({ clause }: Placed): unknown[] => [clause.label.before, clause.label.after, clause.before, clause.after];

describe('the flattened copy with its base texts', () => {
  test('says that it was read with them', () => {
    expect(findings.filter(({ rule }) => rule === 'read-with-base').map(({ lines }) => lines?.[0])).toEqual([
      80, 155, 267,
    ]);
  });

  test('has the base of the Word file in every clause', () => {
    expect(copy.map(({ clause }) => [clause.label.before, clause.before])).toEqual(
      word.map(({ clause }) => [clause.label.before, clause.before]),
    );
  });

  test('is the record of the Word file but for what leaves no trace: cells of a deleted row, the start of a phrase', () => {
    const different = copy.filter((one, at) => {
      const other = word[at];
      return other === undefined || JSON.stringify(sides(one)) !== JSON.stringify(sides(other));
    });
    expect(different.map(({ clause }) => [clause.line, clause.certainty, clause.before?.slice(0, 30)])).toEqual([
      [115, 'guess', 'that the fund for outer island'],
      [247, 'likely', 'Analogue broadcasting networks'],
      [248, 'likely', 'Apia'],
      [249, 'likely', '5'],
      [250, 'likely', '12'],
    ]);
    expect(copy).toHaveLength(153);
  });

  test('inserted what the Word file inserted, where it says so', () => {
    const wrong = copy.filter(({ clause }, at) => {
      const other = word[at]?.clause;
      return clause.before === null && other?.before !== null;
    });
    expect(wrong).toEqual([]);
  });
});

/** A tracked contribution as a copy prints it: all words in their order, without the marks. */
async function withoutMarks(name: string): Promise<{ original: Reading; copy: Uint8Array }> {
  const bytes = readFileSync(path.join(files, name));
  const lines = linesOf(await openDocument(bytes, name)).map(({ paragraph, cell }) => {
    const words = paragraph.runs.filter((run) => run.note === null && run.marks.length < 2).map((run) => run.text);
    return `${cell === null ? '' : '\t'}${words.join('')}`;
  });
  return { original: await read(name), copy: new TextEncoder().encode(lines.join('\n')) };
}

describe.each(['NIC-12A1 contribution.docx', 'SSF-15A1 contribution.docx'])('%s, its marks taken away', (name) => {
  const recovered = async (
    adopted: boolean,
  ): Promise<{ right: number; all: number; wrongBase: number; wrongSure: number }> => {
    const { original, copy } = await withoutMarks(name);
    const texts = (original.record as ProposalsRecord).proposals.flatMap(({ action, text }) =>
      action === 'MOD' && text !== null ? [text] : [],
    );
    const known = {
      base: texts.map((text) => sideOfText(text, 'base')),
      adopted: adopted ? texts.map((text) => sideOfText(text, 'proposed')) : [],
    };
    const again = await readFile(copy, 'copy.txt', null, known);
    const found = new Map(clausesOf(again, new Set()).map((one) => [one.clause.line, one]));
    const pairs = clausesOf(original, new Set()).map((one) => ({ one, other: found.get(one.clause.line) }));
    const isRight = ({ one, other }: (typeof pairs)[number]): boolean =>
      other !== undefined && JSON.stringify(sides(one)) === JSON.stringify(sides(other));
    return {
      right: pairs.filter(isRight).length,
      all: pairs.length,
      wrongBase: pairs.filter(({ one, other }) => one.clause.before !== other?.clause.before).length,
      wrongSure: pairs.filter((pair) => pair.other?.clause.certainty === 'sure' && !isRight(pair)).length,
    };
  };

  test('comes back whole from the base and the proposed text', async () => {
    const { right, all } = await recovered(true);
    expect(right).toBe(all);
    expect(all).toBeGreaterThan(100);
  });

  test('comes back from the base alone but for what leaves no trace', async () => {
    const { right, all, wrongBase, wrongSure } = await recovered(false);
    expect([wrongBase, wrongSure]).toEqual([0, 0]);
    expect(all - right).toBeLessThanOrEqual(5);
  });
});
