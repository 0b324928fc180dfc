/** What a rule of the lint is: a name that stays, words for people, and functions that look at one thing each. */
import type { Document, Line } from '#formats/document/index.ts';
import type { Citation, Clause, Finding, LegalText, Mend, Proposal, Section } from '#kernel/reading/index.ts';
import type { CitingDocument } from '../citations/check/citing.ts';
import type { KnownTexts } from '../citations/check/known.ts';
import type { Evidence } from '../flattened/evidence.ts';
import type { ReadProposal } from '../proposals/read.ts';
import type { Passage } from '../words/passages.ts';

/** A finding before its rule's name and level are put to it; `level` only where it is another than the rule's. */
export interface Issue {
  lines: Finding['lines'];
  message: string;
  level?: Finding['level'];
  mend?: Mend | undefined;
}

/** A clause that stands in the proposed text. */
export interface LintedClause {
  clause: Clause;
  /** Its words in the proposed text. */
  words: string;
  section: Section;
  inAnnex: boolean;
}

/** A text with its changes, and both its sides. */
export interface LintedText {
  text: LegalText;
  base: LegalText;
  proposed: LegalText;
  /** All clauses of the proposed text in order, sub-clauses and annexes included. */
  clauses: readonly LintedClause[];
  /** What a proposal asks; `null` for a text that stands alone. */
  action: Proposal['action'] | null;
  /** Only a part of the instrument is printed, such as an annex. */
  isPart: boolean;
  /** Lines of heading and opening, where they were read from a file. */
  at: { heading: number | null; opening: number | null };
  /** Clauses by their lines, deleted ones too, whose changes were told apart by guess. */
  guessed: ReadonlyMap<number, Clause>;
  /** What those guesses rest on, by line. */
  evidence: ReadonlyMap<number, readonly string[]>;
}

export interface LintedProposal {
  proposal: Proposal;
  /** `null` for a proposal without text. */
  text: LintedText | null;
  /** Its lines as printed; `null` for a draft that was never a file. */
  printed: ReadProposal | null;
  /** What the other proposals of its contribution do. */
  habits: Habits;
}

/** What most proposals of a contribution have, so that one without it stands out. */
export interface Habits {
  summaries: boolean;
  bookmarks: boolean;
  /** Some modification names the conference that is to adopt it. */
  raised: boolean;
}

export interface LintedContribution {
  proposals: readonly LintedProposal[];
}

/** A file as it was read. */
export interface LintedFile {
  document: Document;
  lines: readonly Line[];
  passages: readonly Passage[];
  /** The places and names that the whole document shows. */
  evidence: Evidence;
  /** Lines after the end of a text that stands alone. */
  left: readonly Passage[];
}

/** The citations of a document beside what is known of other texts. */
export interface LintedCitations {
  citations: readonly Citation[];
  known: KnownTexts;
  document?: CitingDocument | undefined;
}

export interface Rule {
  /** Kebab-case; the name of its file. Scripts may rely on it. */
  name: string;
  level: Finding['level'];
  /** One sentence for people: what is worth a look, and why. */
  explanation: string;
  text?: (text: LintedText) => Issue[];
  proposal?: (proposal: LintedProposal) => Issue[];
  contribution?: (contribution: LintedContribution) => Issue[];
  file?: (file: LintedFile) => Issue[];
  citations?: (citations: LintedCitations) => Issue[];
}
