/**
 * Which clause of one text is which of another. Sure signs come before likely ones: the same words in the same place;
 * the same words that stand once in each text; words that are alike under the same heading; then under others.
 */
import type { LegalText } from '#kernel/reading/index.ts';
import type { AlignedTexts, PlacedClause } from './aligned.ts';
import { outlineOf, type Outline } from './outline.ts';
import { clausesInOrder, partsInOrder } from './reading-order.ts';
import { relationOf } from './relation.ts';

/** All clauses of a clean text in reading order, annexes last. */
export function placedClauses(text: LegalText): PlacedClause[] {
  return outlineOf(text).clauses;
}

/**
 * Aligns two clean texts (see `sideOfText`). Labels never count as words, so renumbering breaks nothing; of a clause
 * that was split or joined, the half that shares most with the whole is aligned.
 */
export function alignTexts(from: LegalText, to: LegalText): AlignedTexts {
  return alignOutlined(from, to, outlineOf(from), outlineOf(to));
}

/** The same for texts whose outlines are at hand. */
export function alignOutlined(from: LegalText, to: LegalText, earlier: Outline, later: Outline): AlignedTexts {
  const related = relationOf(earlier, later);
  const sections = partsInOrder(related.sections, earlier.sections.length, later.sections.length);
  return {
    from: { text: from, clauses: earlier.clauses },
    to: { text: to, clauses: later.clauses },
    clauses: clausesInOrder(earlier, later, related.clauses, sections),
    sections,
    annexes: partsInOrder(related.annexes, earlier.annexes.length, later.annexes.length),
  };
}
