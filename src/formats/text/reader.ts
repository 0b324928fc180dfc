import { refuse } from '#kernel/problem.ts';
import type {
  Block,
  Cell,
  Document,
  Note,
  Paragraph,
  ParagraphStyle,
  ReaderNote,
  RevisionMark,
  Row,
  Run,
} from '../document/index.ts';
import { isBlank } from '../document/index.ts';
import type { Reader } from '../reader.ts';
import { decode } from './decode.ts';
import { parseLine, type ParsedNote } from './line.ts';

const noStyle: ParagraphStyle = { id: null, name: null, outlineLevel: null };
const noNumber = { base: null, proposed: null };
const noMarks: readonly RevisionMark[] = [];

/** More lines than any text of people has: a table of data, or an attack. */
export const mostLines = 1_000_000;

/** Reads text. Anything without a NUL byte may be text; other readers are asked first. */
export const textReader: Reader = {
  media: 'text',
  accepts: (bytes) =>
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff) ||
    !bytes.subarray(0, 8192).includes(0),
  // Refusals are thrown inside, so that they reject the promise like those of other readers.
  read: async (bytes, name) => readText(decode(bytes, name), name),
};

/** Reads characters into the common tree; a line of the text is a line of the document. */
export function readText(content: string, name: string): Document {
  const text = content.startsWith('\ufeff') ? content.slice(1) : content;
  if (isBlank(text)) refuse('empty', 'The file holds no text.', 'Choose the right file.', { file: name });
  const rawLines = linesIn(text, name);
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
    remarks: turnedDirection(rawLines),
  };
  const builder = new TableBuilder(document.blocks);
  let page = 1;
  rawLines.forEach((line, index) => {
    const number = index + 1;
    let raw = line;
    if (line.includes('\f')) {
      page += line.split('\f').length - 1;
      raw = line.replaceAll('\f', '');
    }
    const inCell = raw.startsWith('\t');
    const parsed = parseLine(inCell ? raw.slice(1) : raw);
    const paragraph = paragraphOf(number, parsed.runs, page > 1 ? page : null, parsed.marked ? raw : null);
    for (const bookmark of parsed.bookmarks) document.bookmarks.push({ name: bookmark, line: number });
    for (const note of parsed.notes) document.notes.push(noteOf(note, number));
    builder.add(paragraph, inCell, isBlank(raw));
  });
  builder.end();
  return document;
}

/**
 * The lines of a text without their ends: `\n`, `\r\n`, or `\r` where a text knows no other. What a file's last line end
 * begins is no line.
 */
function linesIn(text: string, name: string): string[] {
  const end = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  let count = 1;
  for (let at = text.indexOf(end); at !== -1; at = text.indexOf(end, at + 1)) {
    if (++count <= mostLines + 1) continue;
    const message = `The text has more than ${mostLines} lines.`;
    refuse('too-many-lines', message, 'Split it into several files.', { file: name });
  }
  const lines = text.split(end);
  if (lines.at(-1) === '') lines.pop();
  return end === '\r' ? lines : lines.map(withoutReturns);
}

/** Texts that went through several programs end their lines with several `\r`. */
function withoutReturns(line: string): string {
  let end = line.length;
  while (line.charCodeAt(end - 1) === 0x0d) end--;
  return end === line.length ? line : line.slice(0, end);
}

/** Lines whose characters are shown in another order than they are stored, told one by one up to this number. */
const mostTurned = 20;

function turnedDirection(lines: readonly string[]): ReaderNote[] {
  const turned = lines.flatMap((line, index) => (/[\u202d\u202e]/u.test(line) ? [index + 1] : []));
  const message = 'The line turns the direction of writing by force: it reads otherwise than it is stored.';
  const notes: ReaderNote[] = turned.slice(0, mostTurned).map((line) => ({ code: 'turned-direction', message, line }));
  if (turned.length > mostTurned) {
    const more = `${turned.length - mostTurned} more lines turn the direction of writing.`;
    notes.push({ code: 'turned-direction', message: more, line: null });
  }
  return notes;
}

function paragraphOf(line: number, runs: Run[], page: number | null, raw: string | null): Paragraph {
  return {
    kind: 'paragraph',
    line,
    style: noStyle,
    number: noNumber,
    runs,
    mark: noMarks,
    formatChanged: false,
    rightToLeft: false,
    indent: null,
    page,
    raw,
  };
}

function noteOf({ id, mark, runs }: ParsedNote, line: number): Note {
  return { kind: 'footnote', id, mark, blocks: [paragraphOf(line, runs, null, null)], line };
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
      this.#cells.push({ blocks: [paragraph], span: 1, continuesAbove: false, marks: noMarks });
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
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, header: false, marks: noMarks });
    this.#cells = [];
  }

  #endTable(): void {
    if (this.#rows.length > 0) this.#blocks.push({ kind: 'table', rows: this.#rows });
    this.#rows = [];
  }
}
