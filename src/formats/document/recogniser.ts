import type { AnyRecord, Finding, LegalText, ReadingKind } from '#kernel/reading/index.ts';
import type { Document } from './document.ts';
import type { Line } from './lines.ts';

/** What recognisers are given: the tree, and its lines made once for all of them. */
export interface Source {
  document: Document;
  lines: readonly Line[];
  /** Texts that are known beside the document and help to read a copy that lost its revision marks. */
  known?: KnownTexts;
}

/** Clean texts that proposals may be about. */
export interface KnownTexts {
  /** Texts that are proposed to change; of several revisions that one counts which the document names. */
  base: readonly LegalText[];
  /** Texts that were adopted on such proposals. */
  adopted: readonly LegalText[];
}

/** How well a document suits a recogniser. */
export interface Suitability {
  /** 0 (nothing of the kind) to 1 (certainly of the kind). At most one kind is read; below 0.5 none is. */
  score: number;
  /** The signs that were found or missed, in words a person can use. */
  why: string;
}

/** What a recogniser understood. */
export interface Recognition<R extends AnyRecord = AnyRecord> {
  record: R;
  /** Numbers of the lines that found their place in the record. Others are listed as unplaced, so do not add lines that were only passed over. */
  placed: ReadonlySet<number>;
  findings: Finding[];
}

/** One kind of document. A new kind is one folder in its module and one entry in intake's list. */
export interface Recogniser<R extends AnyRecord = AnyRecord> {
  kind: Exclude<ReadingKind, 'unknown'>;
  /** Cheap look; must not throw on any document. */
  suits(source: Source): Suitability;
  /** Full reading; called only when {@link suits} scored best. Must not throw on any document: what is not understood stays unplaced. */
  recognise(source: Source): Recognition<R>;
}
