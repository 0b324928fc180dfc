/** Documents for tests: plain text as a converter gives it, and Word paragraphs with revisions. */
import {
  linesOf,
  plainRun,
  type Document,
  type Line,
  type Paragraph,
  type RevisionMark,
  type Source,
} from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';

/** A text as document converters print it. */
export function sourceOfText(text: string): Source {
  const document = readText(text, 'test.txt');
  return { document, lines: linesOf(document) };
}

/** Its lines alone. */
export function linesOfText(text: string): Line[] {
  return linesOf(readText(text, 'test.txt'));
}

export type Piece = string | { ins: string } | { del: string };

export interface WordParagraph {
  text: Piece[];
  /** The paragraph mark: inserted or deleted. */
  mark?: 'ins' | 'del';
  style?: string;
  number?: string;
}

function mark(kind: 'inserted' | 'deleted'): RevisionMark {
  return { kind, author: 'A. Drafter', date: '2026-01-02T03:04:05Z', move: null };
}

/** A Word document of these paragraphs. */
export function sourceOfWord(paragraphs: readonly WordParagraph[]): Source {
  const document: Document = {
    media: 'docx',
    name: 'test.docx',
    blocks: paragraphs.map((one, index): Paragraph => ({
      kind: 'paragraph',
      line: index + 1,
      style: { id: one.style ?? null, name: one.style ?? null, outlineLevel: null },
      number: { base: one.number ?? null, proposed: one.number ?? null },
      runs: one.text.map((piece) => {
        if (typeof piece === 'string') return plainRun(piece);
        return 'ins' in piece
          ? { ...plainRun(piece.ins), marks: [mark('inserted')] }
          : { ...plainRun(piece.del), marks: [mark('deleted')] };
      }),
      mark: one.mark === undefined ? [] : [mark(one.mark === 'ins' ? 'inserted' : 'deleted')],
      formatChanged: false,
      rightToLeft: false,
      indent: null,
      page: null,
      raw: null,
    })),
    notes: [],
    comments: [],
    controls: [],
    bookmarks: [],
    margins: [],
    properties: {},
    remarks: [],
  };
  return { document, lines: linesOf(document) };
}
