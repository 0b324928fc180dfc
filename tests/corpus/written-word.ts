/** What a document says, in a form that two documents can be compared in: what the Word writer promises to keep. */
import type { Block, Document, RevisionMark, Run } from '#formats/document/index.ts';
import { unknownAuthor } from '#formats/docx/write/index.ts';

/** The order in which a paragraph mark has its revisions in the file. */
const order: readonly RevisionMark['kind'][] = ['inserted', 'deleted', 'moved-from', 'moved-to'];

/** The styles that paragraphs without one get, each in its place. */
const plain = new Set(['Normal', 'FootnoteText', 'EndnoteText', 'CommentText', 'Header', 'Footer']);

/** Everything that must come back, with what Word has no room for made even. */
export function said(document: Document): unknown {
  return {
    blocks: saidBlocks(document.blocks, true),
    notes: document.notes.map(({ kind, blocks, line, mark }) => ({
      kind,
      line,
      mark,
      blocks: saidBlocks(blocks, false, mark),
    })),
    comments: document.comments.map(({ author, initials, date, lines, blocks }) => ({
      author: author ?? unknownAuthor,
      initials,
      date,
      lines,
      blocks: saidBlocks(blocks, false),
    })),
    bookmarks: document.bookmarks.toSorted((one, other) => one.line - other.line),
    margins: document.margins
      .map(({ kind, blocks }) => ({ kind, blocks: saidBlocks(blocks, false) }))
      .toSorted((one, other) => one.kind.localeCompare(other.kind)),
    properties: document.properties,
  };
}

/** Tables without rows say nothing; references to notes count in the body only. */
function saidBlocks(blocks: readonly Block[], inBody: boolean, mark = ''): unknown[] {
  return blocks
    .filter((block) => block.kind === 'paragraph' || block.rows.length > 0)
    .map((block, index) =>
      block.kind === 'table'
        ? {
            rows: block.rows.map(({ cells, header, marks }) => ({
              header,
              marks: saidRow(marks),
              cells: cells.map((cell) => ({
                span: cell.span,
                continuesAbove: cell.continuesAbove,
                marks: saidRow(cell.marks),
                blocks: saidBlocks(cell.blocks, inBody),
              })),
            })),
          }
        : {
            line: block.line,
            style: block.style.id === null || plain.has(block.style.id) ? 'plain' : block.style,
            number: block.number,
            mark: order.flatMap((kind) =>
              saidMarks(block.mark)
                .filter((one) => one.kind === kind)
                .slice(0, 1),
            ),
            rightToLeft: block.rightToLeft,
            runs: saidRuns(block.runs, index === 0 ? mark : '', inBody),
          },
    );
}

/** Neighbours that share everything are one run; the typed mark of a note before its words is left aside. */
function saidRuns(runs: readonly Run[], mark: string, inBody: boolean): unknown[] {
  const joined: { text: string; like: string }[] = [];
  for (const { text, marks, style, link, note: reference } of runs) {
    const note = inBody ? reference : null;
    if (text === '' && note === null) continue;
    const like = JSON.stringify({ marks: saidMarks(marks), style, link, note: note === null ? null : note.kind });
    const last = joined.at(-1);
    if (last?.like === like && note === null) last.text += text;
    else joined.push({ text, like });
  }
  const [first, second] = joined;
  if (mark !== '' && first?.text === mark && second?.text.startsWith('\t') === true) {
    second.text = second.text.slice(1);
    return joined.slice(second.text === '' ? 2 : 1);
  }
  return joined;
}

const saidMarks = (marks: readonly RevisionMark[]): RevisionMark[] =>
  marks.map(({ kind, author, date, move }) => ({ kind, author: author ?? unknownAuthor, date, move }));

/** A moved row is a deleted and an inserted one. */
const saidRow = (marks: readonly RevisionMark[]): unknown =>
  saidMarks(marks)
    .slice(0, 1)
    .map((mark) => ({ ...mark, kind: /inserted|to$/.test(mark.kind) ? 'inserted' : 'deleted', move: null }));
