/** Citations checked against what is known of other texts. References inside a text are checked by the lint's own rules. */
import type { Citation } from '#kernel/reading/index.ts';
import type { CitingDocument } from './citing.ts';
import type { KnownTexts } from './known.ts';
import { impossibleMeeting } from './meetings.ts';
import type { CitationProblem } from './problem.ts';
import { absentClause, staleness, suppression } from './stale.ts';

const anyDocument: CitingDocument = { words: () => '', since: () => null, speaker: null, own: [] };

/** The problems of the citations of one document, in their order, at most one each. */
export function checkCitations(
  citations: readonly Citation[],
  known: KnownTexts,
  document: CitingDocument = anyDocument,
): CitationProblem[] {
  return citations.flatMap((citation, index) => {
    return (
      impossibleMeeting(citation, known, document) ??
      suppression(citation, known, document) ??
      staleness(citation, known, document) ??
      absentClause(citation, citations[index + 1], known, document) ??
      []
    );
  });
}
