import type { Citation, Revision } from '#kernel/reading/index.ts';

/** What is known of the document that cites. */
export interface CitingDocument {
  /** The proposed words of a line, for mends and for what stands between two citations. */
  words: (line: number) => string;
  /** The year of the base text where the citation stood in it already; `null` where it is new. */
  since: (citation: Citation) => number | null;
  /** The body whose text it is, by its name; `null` where several speak, or nobody. */
  speaker: string | null;
  /** The conferences that the document's own texts name in their headings and openings. */
  own: readonly Revision[];
}
