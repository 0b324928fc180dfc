/** The notes that a stretch of a document refers to, in the order of their references. */
import { fold, textOf, type Block, type Document, type Side } from '#formats/document/index.ts';
import type { Footnote, LineRange } from '#kernel/reading/index.ts';

/** A note and whether it is struck out: then its words are the old ones. */
interface ReadNote {
  note: Footnote;
  struckOut: boolean;
}

/** Notes by the line that refers to them, made once per document. */
export function notesByLine(document: Document): Map<number, ReadNote[]> {
  const notes = new Map<number, ReadNote[]>();
  for (const { mark, blocks, line } of document.notes) {
    if (line === null) continue;
    const proposed = wordsOfNote(blocks, mark, 'proposed');
    const base = wordsOfNote(blocks, mark, 'base');
    const struckOut = proposed === '' && base !== '';
    const changed =
      struckOut || proposed === base ? {} : { changedText: { before: base === '' ? null : base, after: proposed } };
    const made = { note: { mark, text: struckOut ? base : proposed, ...changed, line }, struckOut };
    const known = notes.get(line);
    if (known === undefined) notes.set(line, [made]);
    else known.push(made);
  }
  return notes;
}

/** A mark that was typed stands once more before the words of the note: "1<tab>The note.", "* The note." */
function wordsOfNote(blocks: readonly Block[], mark: string, side: Side): string {
  const words = blocks.map((block) => wordsOfBlock(block, side)).join(' ');
  if (mark === '' || !words.startsWith(mark)) return fold(words);
  const afterMark = words.slice(mark.length);
  return fold(/^[.)]?[ \u00a0]*(?:\t|[ \u00a0](?=\p{Lu}))/u.test(afterMark) ? afterMark.replace(/^[.)]/, '') : words);
}

function wordsOfBlock(block: Block, side: Side): string {
  if (block.kind === 'paragraph') return textOf(block.runs, side);
  return block.rows
    .flatMap((row) => row.cells.flatMap((cell) => cell.blocks.filter((inner) => inner.kind === 'paragraph')))
    .map((paragraph) => textOf(paragraph.runs, side))
    .join(' ');
}

/** The notes that these lines refer to, and those struck out. */
export function notesIn(
  notes: ReadonlyMap<number, ReadNote[]>,
  [first, last]: LineRange,
): { footnotes: Footnote[]; dropped: Footnote[] } {
  const found: ReadNote[] = [];
  // Whichever is shorter: the range or the list of notes.
  if (last - first < notes.size) {
    for (let line = first; line <= last; line++) found.push(...(notes.get(line) ?? []));
  } else {
    for (const [line, list] of notes) if (line >= first && line <= last) found.push(...list);
  }
  return {
    footnotes: found.filter(({ struckOut }) => !struckOut).map(({ note }) => note),
    dropped: found.filter(({ struckOut }) => struckOut).map(({ note }) => note),
  };
}
