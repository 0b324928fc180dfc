/** The flat view of a document that recognisers read: its paragraphs in order, each knowing the cell it stands in. */
import { stands, type Block, type Document, type Paragraph, type Run, type Side } from './document.ts';

/** Where in a table a line stands. Numbers are 0-based; nested tables are numbered like any other. */
export interface CellPlace {
  table: number;
  row: number;
  column: number;
  /** True for the first paragraph of the cell. */
  first: boolean;
  /** How many tables this one stands in, 0 for a table of the body. */
  depth: number;
}

export interface Line {
  /** The line number of contract and source. */
  number: number;
  /** As it stands: kept, deleted and inserted words in document order; without the reference marks of notes. */
  text: string;
  paragraph: Paragraph;
  cell: CellPlace | null;
}

/** All paragraphs of the body as lines, in document order, blank ones included. */
export function linesOf(document: Document): Line[] {
  const lines: Line[] = [];
  let tables = 0;
  const walk = (blocks: readonly Block[], cell: CellPlace | null, depth: number): void => {
    let first = true;
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        lines.push({
          number: block.line,
          text: textOf(block.runs),
          paragraph: block,
          cell: cell === null ? null : { ...cell, first },
        });
        first = false;
        continue;
      }
      const table = tables++;
      block.rows.forEach((row, rowIndex) => {
        row.cells.forEach((inner, column) => {
          walk(inner.blocks, { table, row: rowIndex, column, first: true, depth }, depth + 1);
        });
      });
      first = false;
    }
  };
  walk(document.blocks, null, 0);
  return lines;
}

/** The words of runs in order, without the reference marks of notes; with a side, only those that stand in it. */
export function textOf(runs: readonly Run[], side?: Side): string {
  let text = '';
  for (const run of runs) {
    if (run.note === null && (side === undefined || stands(run.marks, side))) text += run.text;
  }
  return text;
}

/** White space folded to single blanks and ends trimmed, no-break spaces included: how text fields are compared and shown. */
export function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** True for a line without any visible character (zero-width and no-break spaces do not count). */
export function isBlank(text: string): boolean {
  return !/[^\s\u200b-\u200f\u2060\ufeff]/u.test(text);
}
