/** The notes that a stretch of a document refers to, in the order of their references. */
import { fold, textOf, type Block, type Document } from '#formats/document/index.ts';
import type { Footnote, LineRange } from '#kernel/reading/index.ts';

/** Notes by the line that refers to them, made once per document. */
export function notesByLine(document: Document): Map<number, Footnote[]> {
  const notes = new Map<number, Footnote[]>();
  for (const note of document.notes) {
    if (note.line === null) continue;
    const made = { mark: note.mark, text: fold(note.blocks.map(wordsOfBlock).join(' ')), line: note.line };
    const known = notes.get(note.line);
    if (known === undefined) notes.set(note.line, [made]);
    else known.push(made);
  }
  return notes;
}

function wordsOfBlock(block: Block): string {
  if (block.kind === 'paragraph') return textOf(block.runs, 'proposed');
  return block.rows
    .flatMap((row) => row.cells.flatMap((cell) => cell.blocks.filter((inner) => inner.kind === 'paragraph')))
    .map((paragraph) => textOf(paragraph.runs, 'proposed'))
    .join(' ');
}

/** The notes referred to from these lines. */
export function notesIn(notes: ReadonlyMap<number, Footnote[]>, [first, last]: LineRange): Footnote[] {
  const found: Footnote[] = [];
  // Whichever is shorter: the range or the list of notes.
  if (last - first < notes.size) {
    for (let line = first; line <= last; line++) found.push(...(notes.get(line) ?? []));
  } else {
    for (const [line, list] of notes) if (line >= first && line <= last) found.push(...list);
  }
  return found;
}
