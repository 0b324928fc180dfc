/** Laws of comparison, on generated texts and random edits of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annex, Clause, Footnote, LegalText, Section } from '#kernel/reading/index.ts';
import { cleanClause, sideOfText } from '../register/sides.ts';
import { asChangedText } from './changed-text.ts';
import { clausesOf, compareTexts } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { placedClauses } from './align.ts';
import { differs, summaryInWords, summaryOf } from './summary.ts';

const word = fc.constantFrom(
  ...'reef cable chart island mast station report council director union lay keep publish survey lend each year two within the of to and for by'.split(
    ' ',
  ),
);
const wording = fc
  .tuple(fc.array(word, { minLength: 0, maxLength: 14 }), fc.constantFrom(';', ',', '.', '; and', ''))
  .map(([words, end]) => words.join(' ') + end);
/** Short clauses that repeat are common in real texts. */
const words = fc.oneof(
  { weight: 6, arbitrary: wording },
  fc.constantFrom('within the mandate of the Union,', 'to report.', ''),
);
const label = fc.constantFrom('', '1', '2', 'a)', 'b)', '–');

const clauseOver = (children: fc.Arbitrary<Clause[]>): fc.Arbitrary<Clause> =>
  fc.tuple(label, words, children).map(([label, words, children]) => cleanClause({ label, words, line: 1, children }));
const leaf = clauseOver(fc.constant([]));
const clause = clauseOver(fc.array(fc.oneof(leaf, clauseOver(fc.array(leaf, { maxLength: 2 }))), { maxLength: 2 }));
const section: fc.Arbitrary<Section> = fc
  .tuple(
    fc.constantFrom('considering', 'noting', 'resolves', 'instructs the Director', 'invites the Council', null),
    fc.array(clause, { maxLength: 5 }),
  )
  .map(([heading, clauses]) => ({
    kind: heading === 'considering' || heading === 'noting' ? 'preamble' : 'operative',
    heading,
    status: 'kept',
    clauses,
    line: 1,
  }));
const annex: fc.Arbitrary<Annex> = fc
  .tuple(fc.constantFrom('ANNEX', 'ANNEX 1', 'ANNEX 2'), fc.option(wording), fc.array(section, { maxLength: 3 }))
  .map(([heading, title, sections]) => ({ heading, title, sections, line: 1 }));
const note: fc.Arbitrary<Footnote> = fc
  .tuple(fc.constantFrom('1', '2', '*'), wording)
  .map(([mark, text]) => ({ mark, text, line: 1 }));
const generated: fc.Arbitrary<LegalText> = fc
  .record({
    heading: fc.option(wording),
    title: fc.option(wording),
    opening: fc.option(wording),
    sections: fc.array(section, { maxLength: 5 }),
    annexes: fc.array(annex, { maxLength: 2 }),
    footnotes: fc.array(note, { maxLength: 3 }),
  })
  .map((text) => renumberedLines(text));

/** Each thing on a line of its own, in reading order; notes hang on the last line. */
function renumberedLines(text: LegalText): LegalText {
  let line = 0;
  const ofClause = (one: Clause): Clause => ({ ...one, line: ++line, children: one.children.map(ofClause) });
  const ofSection = (one: Section): Section => ({ ...one, line: ++line, clauses: one.clauses.map(ofClause) });
  const sections = text.sections.map(ofSection);
  const annexes = text.annexes.map((one) => ({ ...one, line: ++line, sections: one.sections.map(ofSection) }));
  return { ...text, sections, annexes, footnotes: text.footnotes.map((one) => ({ ...one, line })) };
}

/** A text made of another by edits of all kinds, chosen by numbers. */
function edited(
  text: LegalText,
  edits: readonly (readonly [kind: number, at: number, other: number, clause: Clause])[],
): LegalText {
  const copy = structuredClone(text);
  for (const [kind, at, other, fresh] of edits) {
    const lists = allLists(copy);
    const list = lists[at % Math.max(lists.length, 1)];
    const target = lists[other % Math.max(lists.length, 1)];
    if (list === undefined || target === undefined) continue;
    const place = list.length === 0 ? 0 : (at + other) % list.length;
    if (kind === 0) list.splice(place, 0, structuredClone(fresh));
    else if (kind === 1) list.splice(place, 1);
    else if (kind === 2) list.splice(place, 1, structuredClone(fresh));
    else if (kind === 3)
      list.forEach(
        (one, index) => (one.label = { printed: `${index + at}`, before: `${index + at}`, after: `${index + at}` }),
      );
    else if (kind === 4) target.push(...list.splice(place, 1).map((one) => structuredClone(one)));
    else copy.sections.push(...copy.sections.splice(0, 1));
  }
  return renumberedLines(copy);
}

function allLists(text: LegalText): Clause[][] {
  const below = (list: Clause[]): Clause[][] => [list, ...list.flatMap((one) => below(one.children))];
  return [...text.sections, ...text.annexes.flatMap(({ sections }) => sections)].flatMap((one) => below(one.clauses));
}

const edits = fc.array(fc.tuple(fc.nat(5), fc.nat(50), fc.nat(50), clause), { maxLength: 6 });
const pairs: fc.Arbitrary<[LegalText, LegalText]> = fc.oneof(
  fc.tuple(generated, generated),
  fc.tuple(generated, edits).map(([text, edits]): [LegalText, LegalText] => [text, edited(text, edits)]),
);

/** What a reader sees of a text: everything but lines, marks of notes, and the order of notes on one line. */
function seen(text: LegalText): unknown {
  const ofClause = (one: Clause): unknown => [one.label.after, one.after, one.children.map(ofClause)];
  const ofSections = (all: readonly Section[]): unknown =>
    all.map(({ heading, clauses }) => [heading, clauses.map(ofClause)]);
  return {
    heads: [text.heading, text.title, text.opening],
    sections: ofSections(text.sections),
    annexes: text.annexes.map(({ heading, title, sections }) => [heading, title, ofSections(sections)]),
    footnotes: text.footnotes.map((note) => note.text).sort(),
  };
}

const numbers = (indexes: readonly (number | null)[]): number[] =>
  indexes.filter((index) => index !== null).sort((one, other) => one - other);

const turned = <T extends { added: number; deleted: number }>(changes: T): T => ({
  ...changes,
  added: changes.deleted,
  deleted: changes.added,
});

describe('laws of comparison', () => {
  it('has every clause, section, annex and note of both texts exactly once', () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        const comparison = compareTexts(from, to);
        const clauses = clausesOf(comparison);
        expect(numbers(clauses.map((one) => one.from))).toEqual(placedClauses(from).map((_, index) => index));
        expect(numbers(clauses.map((one) => one.to))).toEqual(placedClauses(to).map((_, index) => index));
        for (const [side, text] of [
          ['from', from],
          ['to', to],
        ] as const) {
          const sections = [...text.sections, ...text.annexes.flatMap((one) => one.sections)];
          expect(numbers(comparison.sections.map((one) => one[side]))).toEqual([...sections.keys()]);
          expect(numbers(comparison.annexes.map((one) => one[side]))).toEqual([...text.annexes.keys()]);
          expect(numbers(comparison.footnotes.map((one) => one[side]))).toEqual([...text.footnotes.keys()]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives both texts back', () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        const both = asChangedText(compareTexts(from, to));
        expect(seen(sideOfText(both, 'base'))).toEqual(seen(from));
        expect(seen(sideOfText(both, 'proposed'))).toEqual(seen(to));
      }),
      { numRuns: 400 },
    );
  });

  it('has runs that lead from one wording to the other', () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        for (const { before, after, runs } of clausesOf(compareTexts(from, to))) {
          const side = (gone: 'inserted' | 'deleted'): string =>
            runs.flatMap(({ text, change }) => (change === gone ? [] : [text])).join('');
          expect(side('inserted')).toBe(before ?? '');
          expect(side('deleted')).toBe(after ?? '');
        }
      }),
    );
  });

  it('finds no difference between a text and itself', () => {
    fc.assert(
      fc.property(generated, (text) => {
        const comparison = compareTexts(text, structuredClone(text));
        expect(differs(comparison)).toBe(false);
        expect(summaryInWords(comparison)).toBe('no difference');
      }),
    );
  });

  it('is the mirror of the comparison the other way round', () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        const one = summaryOf(compareTexts(from, to));
        const other = summaryOf(compareTexts(to, from));
        expect(turned(other.clauses)).toEqual(one.clauses);
        expect(turned(other.duties)).toEqual(one.duties);
        expect(turned(other.headings)).toEqual(one.headings);
        expect(turned(other.annexes)).toEqual(one.annexes);
      }),
      { numRuns: 400 },
    );
  });

  it('finds nothing but renumbering where only labels differ', () => {
    fc.assert(
      fc.property(generated, (text) => {
        const copy = structuredClone(text);
        let count = 0;
        for (const list of allLists(copy)) {
          for (const one of list) one.label = { printed: `N${++count}`, before: `N${count}`, after: `N${count}` };
        }
        const { clauses, headings, duties } = summaryOf(compareTexts(text, copy));
        expect(clauses).toEqual({
          added: 0,
          deleted: 0,
          renumbered: count,
          reworded: 0,
          moved: 0,
          endOfList: 0,
          kept: 0,
        });
        expect([headings, duties]).toEqual([
          { added: 0, deleted: 0, changed: 0 },
          { added: 0, deleted: 0, changed: 0 },
        ]);
      }),
    );
  });

  it('gives each clause of the changed text a line of its own', () => {
    fc.assert(
      fc.property(pairs, ([from, to]) => {
        const comparison: Comparison = compareTexts(from, to);
        const lines = allLists(asChangedText(comparison)).flatMap((list) => list.map((one) => one.line));
        expect(new Set(lines).size).toBe(lines.length);
      }),
    );
  });
});
