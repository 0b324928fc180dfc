/**
 * Which clause of one text is which of another. Sure signs come before likely ones: the same words in the same place;
 * the same words that stand once in each text; words that are alike under the same heading; then under others.
 */
import type { LegalText } from '#kernel/reading/index.ts';
import type { AlignedTexts, PlacedClause } from './aligned.ts';
import { matchingOf } from './matching.ts';
import { outlineOf } from './outline.ts';
import { partsInOrder, readingOrder } from './reading-order.ts';

/** All clauses of a clean text in reading order, annexes last. */
export function placedClauses(text: LegalText): PlacedClause[] {
  return outlineOf(text).clauses;
}

/**
 * Aligns two clean texts (see `sideOfText`). Labels never count as words, so renumbering breaks nothing; of a clause
 * that was split or joined, the half that shares most with the whole is aligned.
 */
export function alignTexts(from: LegalText, to: LegalText): AlignedTexts {
  const [earlier, later] = [outlineOf(from), outlineOf(to)];
  const matching = matchingOf(earlier, later);
  const sections = partsInOrder(matching.sections, earlier.sections.length, later.sections.length);
  return {
    from: { text: from, clauses: earlier.clauses },
    to: { text: to, clauses: later.clauses },
    clauses: readingOrder(earlier, later, matching.clauses, sections),
    sections,
    annexes: partsInOrder(matching.annexes, earlier.annexes.length, later.annexes.length),
  };
}
