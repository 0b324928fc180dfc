/**
 * The plain text of a document with its revisions rejected (base), accepted (proposed) or as they stand: what
 * `throughline text` prints. The rules of joining are in docs/corner-cases/1-joined-paragraphs.md.
 */
import { stands, type Block, type Document, type Paragraph, type Side, type Table } from './document.ts';
import { textOf, type CellPlace } from './lines.ts';

/** A paragraph of the resulting text. */
export interface SideParagraph {
  /** Line of the document where its words begin. */
  line: number;
  /** Without automatic numbers and reference marks of notes; breaks inside the paragraph are `\n`. */
  text: string;
  /** Rows and columns are counted as in the tree, those that are not in the side included. */
  cell: CellPlace | null;
}

/**
 * The paragraphs of the body on a side; with `null`, all paragraphs with the words of both sides.
 *
 * Rows and cells that are not in the side are left out. A paragraph whose mark is not in the side runs on into the next
 * one of the same body or cell; where nothing follows that it could run on into (the end, or a table), it stays a
 * paragraph if it holds anything. A paragraph without content and mark is gone, but a cell keeps at least one.
 */
export function sideParagraphs(document: Document, side: Side | null): SideParagraph[] {
  return sideParagraphsOf(document.blocks, side);
}

/** The same for any blocks: of a note, a comment, a header. */
export function sideParagraphsOf(blocks: readonly Block[], side: Side | null): SideParagraph[] {
  const walk = new Walk(side);
  walk.container(blocks, null, 0);
  return walk.made;
}

/** The plain text of a side: a line per paragraph, a leading tab for the first of each cell, breaks as blanks. */
export function plainText(document: Document, side: Side | null): string {
  return sideParagraphs(document, side)
    .map(({ text, cell }) => `${cell?.first === true ? '\t' : ''}${text.replaceAll('\n', ' ')}\n`)
    .join('');
}

class Walk {
  readonly made: SideParagraph[] = [];
  readonly #side: Side | null;
  #tables = 0;

  constructor(side: Side | null) {
    this.#side = side;
  }

  #stands(marks: Parameters<typeof stands>[0]): boolean {
    return this.#side === null || stands(marks, this.#side);
  }

  container(blocks: readonly Block[], cell: CellPlace | null, depth: number): void {
    /** Words that wait for the paragraph they run on into. */
    let waiting: { line: number; text: string } | null = null;
    let first = true;
    const emit = (line: number, text: string): void => {
      this.made.push({ line, text, cell: cell === null ? null : { ...cell, first } });
      first = false;
      waiting = null;
    };
    const flush = (): void => {
      if (waiting !== null) emit(waiting.line, waiting.text);
    };
    for (const block of blocks) {
      if (block.kind === 'table') {
        if (this.#isThere(block)) {
          flush();
          first = false;
        }
        this.#table(block, depth);
        continue;
      }
      const joined = this.#joined(waiting, block);
      if (this.#stands(block.mark)) emit(joined.line, joined.text);
      else if (waiting !== null || this.#hasContent(block)) waiting = joined;
    }
    flush();
    const last = blocks.at(-1);
    if (cell !== null && first && last?.kind === 'paragraph') emit(last.line, '');
  }

  #joined(waiting: { line: number; text: string } | null, paragraph: Paragraph): { line: number; text: string } {
    const text = textOf(paragraph.runs, this.#side ?? undefined);
    return waiting === null ? { line: paragraph.line, text } : { line: waiting.line, text: waiting.text + text };
  }

  /** A note mark alone is content as well. */
  #hasContent(paragraph: Paragraph): boolean {
    return paragraph.runs.some((run) => this.#stands(run.marks));
  }

  /** Whether any row of a table is in the side. */
  #isThere(table: Table): boolean {
    return table.rows.some((row) => this.#stands(row.marks));
  }

  #table(table: Table, depth: number): void {
    const index = this.#tables++;
    table.rows.forEach((row, rowIndex) => {
      const rowStands = this.#stands(row.marks);
      row.cells.forEach((cell, column) => {
        if (!rowStands || !this.#stands(cell.marks)) {
          this.#tables += tablesIn(cell.blocks);
          return;
        }
        this.container(cell.blocks, { table: index, row: rowIndex, column, first: true, depth }, depth + 1);
      });
    });
  }
}

/** How many tables stand in blocks, nested ones included: those left out keep their numbers. */
function tablesIn(blocks: readonly Block[]): number {
  let count = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') continue;
    count++;
    for (const row of block.rows) for (const cell of row.cells) count += tablesIn(cell.blocks);
  }
  return count;
}
