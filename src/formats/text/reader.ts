import { refuse } from '#kernel/problem.ts';
import type { Block, Bookmark, Cell, Document, Note, Paragraph, ParagraphStyle, Row } from '../document/index.ts';
import { isBlank } from '../document/index.ts';
import type { Reader } from '../reader.ts';
import { decode } from './decode.ts';
import { parseLine } from './line.ts';

const noStyle: ParagraphStyle = { id: null, name: null, outlineLevel: null };
const noNumber = { base: null, proposed: null };

/** Reads text. Anything without a NUL byte may be text; other readers are asked first. */
export const textReader: Reader = {
  media: 'text',
  accepts: (bytes) =>
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff) ||
    !bytes.subarray(0, 8192).includes(0),
  read: (bytes, name) => Promise.resolve(readText(decode(bytes, name), name)),
};

/** Reads characters into the common tree; a line of the text is a line of the document. */
export function readText(content: string, name: string): Document {
  const text = content.startsWith('\ufeff') ? content.slice(1) : content;
  const rawLines = text.split('\n');
  if (rawLines.at(-1) === '') rawLines.pop();
  if (rawLines.every((line) => isBlank(line))) {
    refuse('empty', 'The file holds no text.', 'Choose the right file.', { file: name });
  }
  const document: Document = {
    media: 'text',
    name,
    blocks: [],
    notes: [],
    comments: [],
    controls: [],
    bookmarks: [],
    margins: [],
    properties: {},
    remarks: [],
  };
  const builder = new TableBuilder(document.blocks);
  let page = 1;
  rawLines.forEach((line, index) => {
    const number = index + 1;
    const breaks = line.split('\f').length - 1;
    page += breaks;
    const raw = (breaks > 0 ? line.replaceAll('\f', '') : line).replace(/\r$/, '');
    const inCell = raw.startsWith('\t');
    const parsed = parseLine(inCell ? raw.slice(1) : raw);
    const paragraph: Paragraph = {
      kind: 'paragraph',
      line: number,
      style: noStyle,
      number: noNumber,
      runs: parsed.runs,
      mark: [],
      formatChanged: false,
      rightToLeft: false,
      indent: null,
      page: page > 1 ? page : null,
      raw: parsed.marked ? raw : null,
    };
    for (const bookmark of parsed.bookmarks)
      document.bookmarks.push({ name: bookmark, line: number } satisfies Bookmark);
    for (const note of parsed.notes) document.notes.push(noteOf(note, number));
    builder.add(paragraph, inCell, isBlank(raw));
  });
  builder.end();
  return document;
}

function noteOf(note: { id: string; mark: string; text: string }, line: number): Note {
  const paragraph: Paragraph = {
    kind: 'paragraph',
    line,
    style: noStyle,
    number: noNumber,
    runs: parseLine(note.text).runs,
    mark: [],
    formatChanged: false,
    rightToLeft: false,
    indent: null,
    page: null,
    raw: null,
  };
  return { kind: 'footnote', id: note.id, mark: note.mark, blocks: [paragraph], line };
}

/**
 * Puts lines into tables: a line that begins with a tab begins a cell, lines without one go on in it, a blank line
 * ends the row, a second blank line (or a line without tab after a blank one) ends the table. The blank line after a
 * row is kept in the row's last cell, so that no line is lost.
 */
class TableBuilder {
  readonly #blocks: Block[];
  #rows: Row[] = [];
  #cells: Cell[] = [];

  constructor(blocks: Block[]) {
    this.#blocks = blocks;
  }

  add(paragraph: Paragraph, inCell: boolean, blank: boolean): void {
    if (inCell) {
      this.#cells.push({ blocks: [paragraph], span: 1, continuesAbove: false, marks: [] });
      return;
    }
    const cell = this.#cells.at(-1);
    if (cell !== undefined) {
      cell.blocks.push(paragraph);
      if (blank) this.#endRow();
      return;
    }
    this.#endTable();
    this.#blocks.push(paragraph);
  }

  end(): void {
    this.#endRow();
    this.#endTable();
  }

  #endRow(): void {
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, header: false, marks: [] });
    this.#cells = [];
  }

  #endTable(): void {
    if (this.#rows.length > 0) this.#blocks.push({ kind: 'table', rows: this.#rows });
    this.#rows = [];
  }
}
