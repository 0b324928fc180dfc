/**
 * What the example documents are made of: paragraphs, tables and content controls, with words that carry revisions.
 * The Word files and the flattened copy are both written from this, so they cannot tell different stories.
 */

/** How a stretch of words or a paragraph mark stands: `undone` was inserted by one author and deleted by another. */
export type Change = 'same' | 'inserted' | 'deleted' | 'moved-from' | 'moved-to' | 'undone';

export interface Look {
  bold?: boolean;
  italic?: boolean;
  /** Id of a character style ("href"). */
  style?: string;
  /** Half points. */
  size?: number;
}

/** Words that share look and change. A tab is `\t`. */
export interface Words {
  kind: 'words';
  text: string;
  look: Look;
  change: Change;
  /** Which of the document's authors made the change; the first where it is left out. */
  author?: number;
}

/** The reference to a footnote with its typed mark. */
export interface NoteReference {
  kind: 'note';
  mark: string;
  text: string;
  change: Change;
}

/** A bookmark of no length. */
export interface Bookmark {
  kind: 'bookmark';
  name: string;
}

/** A content control inside a line. */
export interface InlineControl {
  kind: 'control';
  properties: ControlProperties;
  inlines: Inline[];
}

/** A field of Word with the result it shows, such as a page number. */
export interface Field {
  kind: 'field';
  instruction: string;
  shown: string;
}

export type Inline = Words | NoteReference | Bookmark | InlineControl | Field;

export interface ControlProperties {
  tag: string;
  title: string;
  type: 'text' | 'rich' | 'ticked' | 'empty-box';
  /** The control still shows its prompt. */
  prompt?: boolean;
}

export interface Paragraph {
  kind: 'paragraph';
  /** Id of a paragraph style; `null` for the style of plain text. */
  style: string | null;
  inlines: Inline[];
  /** How the paragraph mark stands. */
  mark: Change;
  /** An automatic number or bullet. */
  list?: { id: number; level: number };
  align?: 'center' | 'right';
  pageBefore?: boolean;
}

export interface Cell {
  blocks: Block[];
  /** Columns that it spans. */
  span?: number;
  merge?: 'begins' | 'continues';
  shaded?: boolean;
}

export interface Row {
  cells: Cell[];
  header?: boolean;
  change?: 'inserted' | 'deleted';
}

export interface Table {
  kind: 'table';
  /** Widths of the columns in twentieths of a point. */
  widths: number[];
  rows: Row[];
  lines: 'grid' | 'box' | 'none' | 'below';
}

/** A content control around whole paragraphs. */
export interface BlockControl {
  kind: 'control-block';
  properties: ControlProperties;
  blocks: Block[];
}

export type Block = Paragraph | Table | BlockControl;

/**
 * Words with the marks of plain writing: `*italic*`, `**bold**`, `~` for a no-break space. Nothing else is a mark.
 */
export function words(text: string, change: Change = 'same', look: Look = {}, author?: number): Words[] {
  const made: Words[] = [];
  for (const piece of text.split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)) {
    if (piece === '') continue;
    const stars = piece.startsWith('**') ? 2 : piece.startsWith('*') && piece.length > 2 ? 1 : 0;
    const shown = piece.slice(stars, piece.length - stars).replaceAll('~', '\u00a0');
    const own = stars === 2 ? { ...look, bold: true } : stars === 1 ? { ...look, italic: true } : look;
    made.push({ kind: 'words', text: shown, look: own, change, ...(author === undefined ? {} : { author }) });
  }
  return made;
}

/** A paragraph of a style, of plain writing or of ready pieces. */
export function paragraph(
  style: string | null,
  content: string | Inline[],
  more: Partial<Omit<Paragraph, 'kind'>> = {},
): Paragraph {
  const inlines = typeof content === 'string' ? words(content) : content;
  return { kind: 'paragraph', style, inlines, mark: 'same', ...more };
}

/** Paragraphs of one style. */
export function paragraphs(style: string | null, ...texts: string[]): Paragraph[] {
  return texts.map((text) => paragraph(style, text));
}

/** An empty line. */
export const blank: Paragraph = paragraph(null, []);

/** A cell of plain paragraphs of one style. */
export function cell(style: string | null, content: string | string[], more: Partial<Omit<Cell, 'blocks'>> = {}): Cell {
  return { blocks: paragraphs(style, ...(typeof content === 'string' ? [content] : content)), ...more };
}

/** A table whose first row holds the headings of its columns. */
export function gridTable(widths: number[], headings: string[], rows: (string | string[])[][]): Table {
  return {
    kind: 'table',
    widths,
    lines: 'grid',
    rows: [
      { header: true, cells: headings.map((heading) => cell('Tablehead', heading, { shaded: true })) },
      ...rows.map((cells) => ({ cells: cells.map((one) => cell('Tabletext', one)) })),
    ],
  };
}
