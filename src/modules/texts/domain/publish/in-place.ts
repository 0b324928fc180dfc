/**
 * The source itself with its recovered changes as real revisions: every line stays where it is and as it is, and the
 * lines of a flattened text get the marks that the reading found, by the proponent, without a date.
 */
import type { Block, Document, Paragraph, RevisionMark, Row } from '#formats/document/index.ts';
import type { AnyRecord } from '#kernel/reading/index.ts';
import { pageNumbers } from './document.ts';
import { painted } from './paint.ts';
import { houseStyle, inStyle, keepInsertionsApart, keepLastMark, marksOf, runsOf, type By } from './paragraphs.ts';
import { placesOf, type ChangedLines, type Places } from './places.ts';

/**
 * @param record what was read of the source; of other kinds than texts and proposals nothing is marked
 * @returns the source with revision marks, and with house styles where it has no styles of its own
 */
export function withRealRevisions(source: Document, record: AnyRecord | null): Document {
  if (record === null || !('proposals' in record || 'annexes' in record)) return source;
  const places = placesOf(source, record);
  const paragraphs = new Map<number, Paragraph>();
  for (const paragraph of paragraphsIn(source.blocks)) {
    paragraphs.set(paragraph.line, styled(paragraph, places.styles));
  }
  for (const change of places.changes) mark(change, paragraphs);
  // Marks that the file brought along stay as its writer set them.
  const own = places.changes.length === 0;
  const blocks = rebuilt(source.blocks, paragraphs, own);
  // A file that knows no pages gets their numbers.
  const margins = source.media === 'docx' || source.margins.length > 0 ? source.margins : [pageNumbers];
  return { ...source, blocks, margins };
}

function* paragraphsIn(blocks: readonly Block[]): Generator<Paragraph> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block;
    else for (const row of block.rows) for (const cell of row.cells) yield* paragraphsIn(cell.blocks);
  }
}

function styled(paragraph: Paragraph, styles: Places['styles']): Paragraph {
  const id = paragraph.style.id === null ? styles.get(paragraph.line) : undefined;
  return id === undefined ? paragraph : { ...paragraph, style: houseStyle(id), runs: inStyle(id, paragraph.runs) };
}

/** Marks the words of a change; what is not found there as it was read stays unmarked. */
function mark({ lines, words, replaces, only, author }: ChangedLines, paragraphs: Map<number, Paragraph>): void {
  const by: By = { author, date: null };
  const whole: Paragraph[] = [];
  for (const [first, last] of lines) {
    for (let line = first; line <= last; line++) {
      const paragraph = paragraphs.get(line);
      if (paragraph !== undefined) whole.push(paragraph);
    }
  }
  const [first] = whole;
  const made = painted(whole, words, by) ?? (replaces && first !== undefined ? [retyped(first, words, by)] : null);
  for (const paragraph of made ?? []) {
    paragraphs.set(paragraph.line, only === null ? paragraph : { ...paragraph, mark: marksOf(only, by) });
  }
}

/** The words anew, the marks of notes behind them. */
function retyped(paragraph: Paragraph, words: ChangedLines['words'], by: By): Paragraph {
  return {
    ...paragraph,
    runs: [
      ...inStyle(paragraph.style.id ?? 'Normal', runsOf(words, by)),
      ...paragraph.runs.filter(({ note }) => note !== null),
    ],
  };
}

function rebuilt(blocks: readonly Block[], paragraphs: ReadonlyMap<number, Paragraph>, own: boolean): Block[] {
  const made = blocks.map((block): Block =>
    block.kind === 'paragraph'
      ? copied(paragraphs.get(block.line) ?? block)
      : { ...block, rows: block.rows.map((row) => rowOf(row, paragraphs, own)) },
  );
  if (own) return made;
  let segment: Paragraph[] = [];
  const end = (): void => {
    keepInsertionsApart(segment);
    keepLastMark(segment);
    segment = [];
  };
  for (const block of made) {
    if (block.kind === 'paragraph') segment.push(block);
    else end();
  }
  end();
  return made;
}

const copied = (paragraph: Paragraph): Paragraph => ({ ...paragraph, runs: [...paragraph.runs] });

/** A row that holds nothing but what came, or went, came or went itself. */
function rowOf(row: Row, paragraphs: ReadonlyMap<number, Paragraph>, own: boolean): Row {
  const inside = [...paragraphsIn(row.cells.flatMap((cell) => cell.blocks))]
    .map(({ line }) => paragraphs.get(line))
    .filter((paragraph) => paragraph?.runs.some(({ text }) => text.trim() !== '') === true);
  const marks = inside[0]?.mark ?? [];
  const kind = onlyKind(marks);
  const all = kind !== null && inside.every((paragraph) => onlyKind(paragraph?.mark ?? []) === kind);
  const cells = row.cells.map((cell) => ({ ...cell, blocks: rebuilt(cell.blocks, paragraphs, own) }));
  return { ...row, cells, marks: !own && row.marks.length === 0 && all ? marks : row.marks };
}

const onlyKind = (marks: readonly RevisionMark[]): RevisionMark['kind'] | null =>
  marks.length === 1 ? (marks[0]?.kind ?? null) : null;
