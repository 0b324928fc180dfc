/**
 * Laws of reading with witnesses, on resolutions made by chance: their edits, and the habits of their authors, are not
 * those that the rules were written for. docs/reading.md tells the figures of larger runs.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Recognition } from '#formats/document/index.ts';
import type { ProposalsRecord } from '#kernel/reading/index.ts';
import { makeResolution, type MadeResolution } from '../flattened/testing/made-resolutions.ts';
import { measure, partOf, shownMeasures, type Measures } from '../flattened/testing/measure.ts';
import { sourceOfText } from '../testing/documents.ts';
import { everyClause, readInstrument, readProposals } from '../testing/recognisers.ts';
import { fold } from '#formats/document/index.ts';
import { baseOf, printedOf, proposedOf } from '../words/runs.ts';

type Witnesses = 'none' | 'base' | 'both';

function read(made: MadeResolution, witnesses: Witnesses): Recognition<ProposalsRecord> {
  const source = sourceOfText(made.flat);
  if (witnesses === 'none') return readProposals(source);
  const base = [readInstrument(sourceOfText(made.base)).record];
  const adopted = witnesses === 'both' ? [readInstrument(sourceOfText(made.proposed)).record] : [];
  return readProposals({ ...source, known: { base, adopted } });
}

function measured(witnesses: Witnesses, first: number, count: number): Measures {
  const measures: Measures = new Map();
  for (let seed = first; seed < first + count; seed++) {
    const made = makeResolution(seed);
    measure(made, read(made, witnesses).record.proposals[0]?.text ?? null, measures);
  }
  return measures;
}

describe('without a witness', () => {
  const measures = measured('none', 5000, 120);
  const least = (name: Parameters<typeof partOf>[1], part: number): void => {
    expect(partOf(measures, name), shownMeasures(measures).join('\n')).toBeGreaterThanOrEqual(part);
  };

  test('what says sure is right', () => least('sure labels', 0.995));
  test('most labels are right, and what was not touched is left alone', () => {
    least('labels', 0.92);
    least('unchanged clauses', 0.995);
  });
  test('names of revisions and fused words are split', () => {
    least('revision', 0.98);
    least('replaced', 0.75);
  });
  test('alternatives with a blank between them are found where no sentence holds both', () =>
    least('replaced-blank', 0.2));
});

describe('with the base text', () => {
  const measures = measured('base', 5000, 120);
  const least = (name: Parameters<typeof partOf>[1], part: number): void => {
    expect(partOf(measures, name), shownMeasures(measures).join('\n')).toBeGreaterThanOrEqual(part);
  };

  test('the base comes back whole, and what it lacks is inserted', () => {
    least('base text', 1);
    least('inserted words', 0.99);
  });
  test('labels, additions and replacements', () => {
    least('labels', 0.97);
    least('added', 0.99);
    least('replaced', 0.95);
    least('inside', 0.9);
    least('sure', 0.995);
  });
});

/** The text as a conference adopts it that takes two changes of three. */
function partlyAdopted(made: MadeResolution): string {
  const heads = made.proposed.split('\n').slice(0, 3);
  let count = 0;
  const sections = made.sections.flatMap(({ heading, clauses }) => {
    const lines = clauses.flatMap(({ label: { before, after }, runs }) => {
      const agreed = ++count % 3 !== 0;
      if ((agreed ? after : before) === null) return [];
      const label = after ?? before ?? '';
      return [`${label === '' ? '' : `${label}\t`}${agreed ? proposedOf(runs) : baseOf(runs)}`];
    });
    return lines.length === 0 ? [] : [heading, ...lines];
  });
  return [...heads, ...sections].join('\n');
}

describe('with the base text, and a text adopted with changes', () => {
  const measures: Measures = new Map();
  for (let seed = 5000; seed < 5120; seed++) {
    const made = makeResolution(seed);
    const base = [readInstrument(sourceOfText(made.base)).record];
    const adopted = [readInstrument(sourceOfText(partlyAdopted(made))).record];
    const { record } = readProposals({ ...sourceOfText(made.flat), known: { base, adopted } });
    measure(made, record.proposals[0]?.text ?? null, measures);
  }

  test('is never worse than the base alone, and what says sure is right', () => {
    const shown = shownMeasures(measures).join('\n');
    expect(partOf(measures, 'base text'), shown).toBe(1);
    expect(partOf(measures, 'sure'), shown).toBeGreaterThanOrEqual(0.995);
    const alone = measured('base', 5000, 120);
    for (const name of ['labels', 'both texts', 'replaced', 'phrase', 'replaced-blank'] as const) {
      expect(partOf(measures, name), `${name}\n${shown}`).toBeGreaterThanOrEqual(partOf(alone, name));
    }
  });
});

describe('laws', () => {
  const seed = fc.integer({ min: 10_000, max: 1_000_000 });

  test('with the base and the text adopted as proposed everything is right', () => {
    fc.assert(
      fc.property(seed, (one) => {
        const measures: Measures = new Map();
        const made = makeResolution(one);
        measure(made, read(made, 'both').record.proposals[0]?.text ?? null, measures);
        expect([partOf(measures, 'labels'), partOf(measures, 'both texts'), partOf(measures, 'sure')]).toEqual([
          1, 1, 1,
        ]);
      }),
      { numRuns: 40 },
    );
  });

  test('whatever the witnesses, no printed word is lost', () => {
    fc.assert(
      fc.property(seed, fc.constantFrom<Witnesses>('none', 'base', 'both'), (one, witnesses) => {
        const made = makeResolution(one);
        const clauses = everyClause(read(made, witnesses).record.proposals[0]?.text);
        const printed = made.sections.flatMap((section) => section.clauses.map(({ runs }) => fold(printedOf(runs))));
        expect(clauses.map(({ runs }) => fold(printedOf(runs)))).toEqual(printed);
      }),
      { numRuns: 40 },
    );
  });

  test('a base of another text is not used, and the reading is that without it', () => {
    fc.assert(
      fc.property(seed, (one) => {
        const made = makeResolution(one);
        const [heading = '', title = '', opening = ''] = made.base.split('\n');
        const [, , , ...others] = makeResolution(one + 1).base.split('\n');
        const other = readInstrument(sourceOfText([heading, title, opening, ...others].join('\n'))).record;
        const source = sourceOfText(made.flat);
        const { record, findings } = readProposals({ ...source, known: { base: [other], adopted: [] } });
        expect(findings.map(({ rule }) => rule)).toContain('base-not-fitting');
        expect(record).toEqual(readProposals(source).record);
      }),
      { numRuns: 15 },
    );
  });
});
