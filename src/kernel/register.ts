/**
 * What a room of the register tells after it has accepted a record: the things it wrote, where their words stand in
 * the source, and how they hang together. Intake hands this on to trace, which searches and links everything.
 */
import type { LineRange } from './reading/common.ts';
import type { Reference } from './reference.ts';

/** Where a record comes from and who may see it. */
export interface Origin {
  source: string;
  visibility: 'public' | 'members' | 'partners' | 'parties' | 'secretariat';
  /** Organisations concerned. */
  parties: readonly string[];
  /** The file as it came: its name, and its bytes' hash in the store of originals. */
  file?: { name: string; sha256: string; bytes: number };
}

/** Words of the source that a value was read from. */
export interface Passage {
  /** Which value of the thing, e.g. "title" or "answers.timeline". */
  field: string;
  lines: LineRange;
}

/** One thing that was written. */
export interface Written extends Reference {
  /** Where its page is, e.g. "/plans/strategic-plan-2024-2027#outcome-a1". */
  address: string;
  title: string;
  /** Words by which it is found, beside its title. */
  body: string;
  year: number | null;
  /** The organisation it is about, for filters. */
  organisation: string | null;
  visibility: Origin['visibility'];
  parties: readonly string[];
  passages: Passage[];
  /** Its words are not kept to mend slips of typing with: they name people who may want to be forgotten. */
  forgettable?: true;
}

/** How links say what they mean. */
export type LinkType =
  | 'amends'
  | 'revises'
  | 'cites'
  | 'part-of'
  | 'aligns'
  | 'supports'
  | 'took-part'
  | 'answers'
  | 'follows-up'
  | 'serves';

export interface Tie {
  from: Reference;
  to: Reference;
  type: LinkType;
  lines: LineRange | null;
}

/** The result of accepting one record. */
export interface Accepted {
  /** The thing whose page shows the whole record. */
  main: Written;
  others: Written[];
  ties: Tie[];
  /**
   * Where a person goes on, where the record was not written but waits beside what is there already: then `main` is
   * that thing as it was, and nothing of it was read from the file yet.
   */
  goOn?: string;
  /** Sentences for whoever accepted the record, kept in its history. */
  told?: string[];
}

/** What a room tells when something is written without a source: in the browser, by a rule. */
export interface Announcement {
  /** Things that are new or have changed words, address or visibility. */
  written: readonly Written[];
  ties: readonly Tie[];
  /** Things that are there no more. */
  gone: readonly Reference[];
}
