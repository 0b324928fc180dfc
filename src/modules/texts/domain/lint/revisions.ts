/** The names of revisions that the heading, the opening and the annexes of a text give, on both sides. */
import type { LegalText, Revision } from '#kernel/reading/index.ts';
import { sameRevision } from '../citations/check/known.ts';
import { isOneSlip } from '../words/slips.ts';
import { revisionIn } from '../words/revision.ts';

export const revisionOfHeading = (text: LegalText): Revision | null => revisionIn(text.heading ?? '');
export const revisionOfOpening = (text: LegalText): Revision | null => revisionIn(text.opening ?? '');

/** The same place and year; a place misspelt by one letter is another rule's matter. */
export function isSame(one: Revision | null, other: Revision | null): boolean {
  if (one === null || other === null) return false;
  return (
    sameRevision(one, other) ||
    (one.year === other.year && isOneSlip(one.place.toLowerCase(), other.place.toLowerCase()))
  );
}
