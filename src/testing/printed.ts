/** What a document shows, in a form that tests can compare at a glance. */
import { linesOf, textOf, type Block, type Document, type Table } from '../formats/document/index.ts';

/** Its lines, the marks of notes in angle brackets, empty lines as they are. */
export function printed(document: Document): string[] {
  return linesOf(document).map((line) =>
    line.paragraph.runs.map((run) => (run.note === null ? run.text : `<${run.text}>`)).join(''),
  );
}

/** The words of cells by row; the lines of a cell are joined by " / ". */
export function cellsOf(table: Table): string[][] {
  return table.rows.map((row) => row.cells.map((cell) => cell.blocks.map(textOfBlock).join(' / ')));
}

export function textOfBlock(block: Block): string {
  return block.kind === 'paragraph' ? textOf(block.runs) : '[table]';
}

/** The first table; fails where there is none. */
export function tableOf(document: Document): Table {
  const table = document.blocks.find((block) => block.kind === 'table');
  if (table === undefined) throw new Error('no table');
  return table;
}
