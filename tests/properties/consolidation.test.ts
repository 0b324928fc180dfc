/** Laws of consolidated drafts, on generated disputes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sideParagraphs } from '#formats/document/index.ts';
import { ConsolidatedText, type Clause, type LegalText } from '#kernel/reading/index.ts';
import {
  consolidate,
  documentOfDraft,
  layoutOf,
  reopen,
  settle,
  settledText,
  sideOfText,
  unsettled,
  withoutProponent,
  workingText,
  type Contribution,
} from '#modules/texts/index.ts';
import { contributionOf, disputes, textOfWords, type Words } from './disputes.ts';

const baseOfWords = (base: Words): LegalText => textOfWords(base.map((clauses) => clauses.map((own) => own.join(' '))));

/** Every heading and clause of a clean text in a line of its own, the label before the words. */
function linesOf(text: LegalText): string[] {
  const lines = (clauses: readonly Clause[]): string[] =>
    clauses.flatMap(({ label, after, children }) => [`${label.after ?? ''}\t${after ?? ''}`, ...lines(children)]);
  return text.sections.flatMap(({ heading, clauses }) => [heading ?? '', ...lines(clauses)]);
}

/** As {@link linesOf}, of a side of a document; an empty label has no tab there. */
const paragraphs = (text: LegalText): string[] => linesOf(text).map((line) => line.replace(/^\t/, ''));

const drafts = disputes.map(({ base, proposals }) => {
  const clean = baseOfWords(base);
  const contributions = proposals.map((one) => contributionOf(base, one));
  return { clean, contributions, draft: consolidate(clean, contributions) };
});

/** Settles all conflicts, each by the alternative with this index or the last one. */
function allTaken(draft: ConsolidatedText, index: number): ConsolidatedText {
  return unsettled(draft).reduce(
    (state, { id, alternatives }) => settle(state, id, { take: Math.min(index, alternatives.length - 1) }),
    draft,
  );
}

describe('consolidated drafts of generated disputes', () => {
  test('are what their schema says', () => {
    fc.assert(
      fc.property(drafts, ({ draft }) => {
        expect(ConsolidatedText.parse(draft)).toEqual(draft);
      }),
      { numRuns: 50 },
    );
  });

  test('do not depend on the order of the proponents', () => {
    fc.assert(
      fc.property(drafts, fc.integer(), ({ clean, contributions, draft }, seed) => {
        const turned = [...contributions].sort(
          (one, other) => ((one.proponent.charCodeAt(0) * seed) % 7) - ((other.proponent.charCodeAt(0) * seed) % 7),
        );
        const other = consolidate(clean, turned);
        expect(other).toEqual(draft);
        expect(layoutOf(other)).toEqual(layoutOf(draft));
      }),
      { numRuns: 100 },
    );
  });

  test('without a proponent are the drafts made without its proposals', () => {
    fc.assert(
      fc.property(drafts, fc.nat({ max: 3 }), ({ clean, contributions, draft }, which) => {
        const left = contributions[which % contributions.length]?.proponent ?? '';
        const others = contributions.filter(({ proponent }) => proponent !== left);
        const without = withoutProponent(draft, left);
        expect(without).toEqual(consolidate(clean, others));
        expect(JSON.stringify(layoutOf(without))).not.toContain(left);
      }),
      { numRuns: 100 },
    );
  });

  test('of one proponent alone settle to what it proposes', () => {
    fc.assert(
      fc.property(drafts, ({ clean, contributions: [first] }) => {
        const text = first?.text ?? null;
        if (first === undefined || text === null) return;
        const draft = consolidate(clean, [first]);
        expect(unsettled(draft)).toEqual([]);
        expect(linesOf(settledText(draft))).toEqual(linesOf(sideOfText(text, 'proposed')));
      }),
      { numRuns: 200 },
    );
  });

  test('where nobody proposes a change are the base', () => {
    fc.assert(
      fc.property(drafts, ({ clean, contributions }) => {
        const none = contributions.map((one): Contribution => ({ ...one, action: 'NOC', text: null }));
        expect(settledText(consolidate(clean, none))).toEqual(clean);
      }),
      { numRuns: 20 },
    );
  });

  test('leave no brackets when every conflict is settled by one of its alternatives', () => {
    fc.assert(
      fc.property(drafts, fc.nat({ max: 3 }), ({ draft }, index) => {
        const done = allTaken(draft, index);
        expect(unsettled(done)).toEqual([]);
        const text = settledText(done);
        expect(linesOf(text).join('\n')).not.toMatch(/[[\]]/);
        expect(linesOf(workingText(done))).toEqual(linesOf(text));
      }),
      { numRuns: 100 },
    );
  });

  test('show open conflicts as alternatives, and open again what was settled', () => {
    fc.assert(
      fc.property(drafts, ({ draft }) => {
        const open = unsettled(draft);
        fc.pre(open.length > 0);
        const lines = linesOf(workingText(draft)).join('\n');
        for (const { place, alternatives } of open) {
          if (place === 'whole text') continue;
          for (const { words, by } of alternatives) {
            expect(lines).toContain(words === null ? `${by.join(', ')}: deleted]` : words.replace(/[;,.]$/, ''));
          }
        }
        const [first] = open;
        const id = first?.id ?? '';
        expect(reopen(settle(draft, id, { keepBase: true }), id)).toEqual(draft);
      }),
      { numRuns: 100 },
    );
  });

  test('as documents hold the base and the working text', () => {
    fc.assert(
      fc.property(drafts, ({ clean, draft }) => {
        fc.pre(draft.suppressedBy.length === 0);
        const document = documentOfDraft(draft, '2026-01-02T03:04:05Z');
        const side = (name: 'base' | 'proposed'): string[] =>
          sideParagraphs(document, name)
            .map(({ text }) => text.replace(/\s*\t\s*/, '\t').trim())
            .slice(3);
        expect(side('base')).toEqual(paragraphs(clean));
        const working = linesOf(workingText(draft));
        expect([...side('proposed')].sort()).toEqual(working.map((line) => line.replace(/^\t/, '')).sort());
      }),
      { numRuns: 100 },
    );
  });
});
