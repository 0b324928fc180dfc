/** Citations checked against what is known of other texts. References inside a text are checked by the lint's own rules. */
import type { Citation } from '#kernel/reading/index.ts';
import type { KnownTexts } from './known.ts';
import { impossibleMeeting } from './meetings.ts';
import type { CitationProblem } from './problem.ts';
import { absentClause, staleness, suppression } from './stale.ts';

/** What is known of the document that cites. */
export interface CitingDocument {
  /** The proposed words of a line, for mends and for what stands between two citations. */
  words(line: number): string;
  /** The year of the base text where the words of the line stood in it already; `null` where they are new. */
  since(line: number): number | null;
}

const anyDocument: CitingDocument = { words: () => '', since: () => null };

/** The problems of the citations of one document, in their order, at most one each. */
export function checkCitations(
  citations: readonly Citation[],
  known: KnownTexts,
  document: CitingDocument = anyDocument,
): CitationProblem[] {
  return citations.flatMap((citation, index) => {
    const line = document.words(citation.line);
    return (
      impossibleMeeting(citation, known) ??
      suppression(citation, known) ??
      staleness(citation, known, line, document.since(citation.line)) ??
      absentClause(citation, citations[index + 1], known, line) ??
      []
    );
  });
}
