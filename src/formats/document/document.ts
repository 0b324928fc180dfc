/**
 * The common tree that every reader makes of a file and every recogniser reads: blocks in order, words in runs with
 * their revision marks. It knows nothing of resolutions, plans or missions.
 */
import type { Media } from '#kernel/reading/index.ts';

/** One revision on a stretch of text, a paragraph mark, a row or a cell (ECMA-376 part 1, 17.13.5). */
export interface RevisionMark {
  kind: 'inserted' | 'deleted' | 'moved-from' | 'moved-to';
  author: string | null;
  /** As written in the file, normally ISO 8601. */
  date: string | null;
  /** The name that the two halves of a move share; `null` for other revisions. */
  move: string | null;
}

/** The two texts that a document with revisions holds: all revisions rejected, all accepted. */
export type Side = 'base' | 'proposed';

/** How words look, as far as it carries meaning. */
export interface RunStyle {
  /** Name of the character style ("href", "Artref"); `null` when there is none. */
  name: string | null;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strike: boolean;
  vertical: 'superscript' | 'subscript' | null;
}

/** Words that share revisions and look. Tabs are `\t`, breaks inside a paragraph are `\n`. */
export interface Run {
  text: string;
  /** Outermost first; empty for text that both sides share. Text inserted and then deleted is in neither side. */
  marks: readonly RevisionMark[];
  style: RunStyle;
  /** Target of the hyperlink the words belong to. */
  link: string | null;
  /** Set when the run is the reference mark of a note; `text` is then the mark as printed ("1"). */
  note: { kind: 'footnote' | 'endnote'; id: string } | null;
  /** Index into {@link Document.controls} of the innermost content control the words stand in. */
  control: number | null;
}

export interface ParagraphStyle {
  id: string | null;
  name: string | null;
  /** 0 for the highest heading level; `null` for body text. */
  outlineLevel: number | null;
}

/** A paragraph of a Word file, a line of a text, a line of a page. */
export interface Paragraph {
  kind: 'paragraph';
  /** 1-based. Word: paragraphs of the body in document order, table cells included. Text: the physical line. */
  line: number;
  style: ParagraphStyle;
  /** The automatic number as it would be printed on each side; never part of the text. */
  number: { base: string | null; proposed: string | null };
  runs: Run[];
  /** Revisions of the paragraph mark itself: where it is not in a side, the paragraph runs on into the next one there. */
  mark: readonly RevisionMark[];
  /** Only the formatting or the numbering was changed (pPrChange); the words were not. */
  formatChanged: boolean;
  rightToLeft: boolean;
  /** Left indent in twentieths of a point where the format knows one. */
  indent: number | null;
  /** 1-based page where the format knows pages. */
  page: number | null;
  /** The line as it stands in the source, where the reader took converter marks out of it ("[bookmark: …]"). */
  raw: string | null;
}

export interface Cell {
  blocks: Block[];
  /** Columns this cell spans. */
  span: number;
  /** True for a cell that continues the cell above it (vertical merge). */
  continuesAbove: boolean;
  marks: readonly RevisionMark[];
}

export interface Row {
  cells: Cell[];
  header: boolean;
  marks: readonly RevisionMark[];
  /**
   * For writers: tag of the repeating section that the row is an item of; neighbours with the same tag make one
   * section, to which Word adds items by a click.
   */
  repeats?: string;
}

export interface Table {
  kind: 'table';
  rows: Row[];
  /** For writers: the columns' shares of the width; by their words where nothing is said. */
  widths?: readonly number[];
}

export type Block = Paragraph | Table;

/** A footnote or endnote. */
export interface Note {
  kind: 'footnote' | 'endnote';
  id: string;
  /** The mark as printed at the reference. */
  mark: string;
  blocks: Block[];
  /** The line of the body where it is referred to; `null` for a note that nothing refers to. */
  line: number | null;
}

export interface Comment {
  id: string;
  author: string | null;
  initials: string | null;
  date: string | null;
  blocks: Block[];
  /** First and last line of the body that the comment is about; `null` when it is anchored nowhere. */
  lines: [number, number] | null;
}

/** A content control of a form (w:sdt). */
export interface Control {
  tag: string | null;
  alias: string | null;
  kind: 'text' | 'rich' | 'checkbox' | 'choice' | 'date' | 'picture' | 'group' | 'other';
  /** What the properties of a check box say; `null` for other controls. The glyph in the text may disagree. */
  checked: boolean | null;
  /** True while the control still shows its prompt: nothing was filled in. */
  placeholder: boolean;
  /** The words inside, proposed side. */
  text: string;
  lines: [number, number] | null;
  /** For writers: what a drop-down offers. */
  choices?: readonly string[];
}

export interface Bookmark {
  name: string;
  line: number;
}

/** Something the reader met and could not, or would not, represent; the rest of the document is still good. */
export interface ReaderNote {
  code: string;
  message: string;
  line: number | null;
}

export interface Document {
  media: Media;
  /** File name as given. */
  name: string;
  blocks: Block[];
  notes: Note[];
  comments: Comment[];
  controls: Control[];
  bookmarks: Bookmark[];
  /** Headers and footers, once each, in the order of the package. */
  margins: { kind: 'header' | 'footer'; blocks: Block[] }[];
  /** Title, author and the like from the file's own properties. */
  properties: Record<string, string>;
  /** Values that the workbench left in the file for itself, shown nowhere; names are words of small letters. */
  data?: Record<string, string>;
  remarks: ReaderNote[];
}

/** The look of plain words. */
export const plainStyle: RunStyle = {
  name: null,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  vertical: null,
};

/** A kept run of plain words: what readers without formatting make. */
export function plainRun(text: string): Run {
  return { text, marks: [], style: plainStyle, link: null, note: null, control: null };
}

/** Whether text under these marks stands in a side. */
export function stands(marks: readonly RevisionMark[], side: Side): boolean {
  return !marks.some((mark) =>
    side === 'base'
      ? mark.kind === 'inserted' || mark.kind === 'moved-to'
      : mark.kind === 'deleted' || mark.kind === 'moved-from',
  );
}
