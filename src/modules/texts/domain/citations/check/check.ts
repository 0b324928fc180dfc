/** Citations checked against what is known of other texts. References inside a text are checked by the lint's own rules. */
import type { Citation } from '#kernel/reading/index.ts';
import type { KnownTexts } from './known.ts';
import { impossibleMeeting } from './meetings.ts';
import type { CitationProblem } from './problem.ts';
import { absentClause, staleness, suppression } from './stale.ts';

/**
 * The problems of citations, in their order, at most one each.
 * @param citations of one document, in its order
 * @param words the proposed words of a line, for mends and for what stands between two citations
 */
export function checkCitations(
  citations: readonly Citation[],
  known: KnownTexts,
  words: (line: number) => string = () => '',
): CitationProblem[] {
  return citations.flatMap((citation, index) => {
    const line = words(citation.line);
    return (
      impossibleMeeting(citation, known) ??
      suppression(citation, known) ??
      staleness(citation, known, line) ??
      absentClause(citation, citations[index + 1], known, line) ??
      []
    );
  });
}
