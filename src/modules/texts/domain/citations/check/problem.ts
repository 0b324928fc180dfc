import type { Certainty, Citation, Mend, Revision } from '#kernel/reading/index.ts';

/** Something wrong with a citation. */
export interface CitationProblem {
  kind: 'stale' | 'dangling' | 'impossible' | 'wrong-body';
  citation: Citation;
  /** `sure`: what it rests on is confirmed; `likely`: it rests on a calendar or a body that nobody confirmed. */
  certainty: Certainty;
  /** For a drafter. */
  message: string;
  /** The newest revision, where the citation is stale. */
  newest: Revision | null;
  /** What would settle it; `null` where a person has to choose. */
  mend: Mend | null;
}
