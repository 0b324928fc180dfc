/** A document on one side: all revisions rejected or all accepted, nothing marked any more. */
import {
  stands,
  type Block,
  type Document,
  type Note,
  type Paragraph,
  type Run,
  type Side,
  type Table,
} from './document.ts';

/**
 * The document as it reads on a side. Lines keep their numbers; what is not in the side is gone, and paragraphs whose
 * mark is not there run on into the next one, as `sideParagraphs` tells. Notes that the side does not refer to are gone.
 */
export function documentOnSide(document: Document, side: Side): Document {
  const blocks = blocksOnSide(document.blocks, side, false);
  const referred = new Set<string>();
  for (const { note } of runsIn(blocks)) if (note !== null) referred.add(nameOf(note));
  const all = new Set<string>();
  for (const { note } of runsIn(document.blocks)) if (note !== null) all.add(nameOf(note));
  const inside = <T extends { blocks: Block[] }>(one: T): T => ({
    ...one,
    blocks: blocksOnSide(one.blocks, side, true),
  });
  return {
    ...document,
    blocks,
    notes: document.notes.filter((note) => referred.has(nameOf(note)) || !all.has(nameOf(note))).map(inside),
    comments: document.comments.map(inside),
    margins: document.margins.map(inside),
  };
}

const nameOf = ({ kind, id }: Pick<Note, 'kind' | 'id'>): string => `${kind} ${id}`;

function* runsIn(blocks: readonly Block[]): Generator<Run> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield* block.runs;
    else for (const row of block.rows) for (const cell of row.cells) yield* runsIn(cell.blocks);
  }
}

/** @param keepsOne whether at least one paragraph must stay, as in a cell */
function blocksOnSide(blocks: readonly Block[], side: Side, keepsOne: boolean): Block[] {
  const made: Block[] = [];
  let waiting: Paragraph | null = null;
  const emit = (paragraph: Paragraph): void => {
    made.push(paragraph);
    waiting = null;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      const table = tableOnSide(block, side);
      if (table === null) continue;
      if (waiting !== null) emit(waiting);
      made.push(table);
      continue;
    }
    const clean = paragraphOnSide(block, side);
    const joined: Paragraph = waiting === null ? clean : together(waiting, clean);
    if (stands(block.mark, side)) emit(joined);
    else if (waiting !== null || joined.runs.length > 0) waiting = joined;
  }
  if (waiting !== null) emit(waiting);
  const last = blocks.findLast((block) => block.kind === 'paragraph');
  if (keepsOne && made.length === 0 && last !== undefined) made.push(paragraphOnSide(last, side));
  return made;
}

function paragraphOnSide(paragraph: Paragraph, side: Side): Paragraph {
  const runs = paragraph.runs.filter(({ marks }) => stands(marks, side)).map((run) => ({ ...run, marks: [] }));
  const number = stands(paragraph.mark, side) ? paragraph.number[side] : null;
  return { ...paragraph, runs, mark: [], number: { base: number, proposed: number } };
}

/** Two paragraphs run together: the one that gives the first words says what they are. */
function together(first: Paragraph, second: Paragraph): Paragraph {
  const worded = first.runs.some(({ text }) => text.trim() !== '') ? first : second;
  const number = first.number.base === null ? second.number : first.number;
  return { ...worded, line: first.line, number, runs: [...first.runs, ...second.runs] };
}

function tableOnSide(table: Table, side: Side): Table | null {
  const rows = table.rows
    .filter(({ marks }) => stands(marks, side))
    .map((row) => ({
      ...row,
      marks: [],
      cells: row.cells
        .filter(({ marks }) => stands(marks, side))
        .map((cell) => ({ ...cell, marks: [], blocks: blocksOnSide(cell.blocks, side, true) })),
    }))
    .filter(({ cells }) => cells.length > 0);
  return rows.length === 0 ? null : { kind: 'table', rows };
}
