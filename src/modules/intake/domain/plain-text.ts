import { fold, isBlank, linesOf, sideParagraphs, type Side } from '#formats/document/index.ts';
import { openDocument } from '#formats/readers.ts';
import type { Citation } from '#kernel/reading/index.ts';
import { findCitations } from '#modules/texts/index.ts';

/** The text of a file, paragraph by paragraph. */
export interface PlainText {
  paragraphs: string[];
  /** Footnotes and endnotes, each with its mark. */
  notes: string[];
  /** Whether the file marks revisions at all. */
  marked: boolean;
}

/**
 * The plain text of any file.
 * @param side all revisions rejected or accepted; `null`: as it stands
 */
export async function plainText(bytes: Uint8Array, name: string, side: Side | null): Promise<PlainText> {
  const document = await openDocument(bytes, name);
  const inOneLine = (text: string): string => text.replace(/[\n\r\u2028\u2029]+/g, ' ');
  return {
    paragraphs: sideParagraphs(document, side).map(
      (paragraph) => `${paragraph.cell?.first === true ? '\t' : ''}${inOneLine(paragraph.text)}`,
    ),
    notes: document.notes.map((note) =>
      fold(
        `${note.mark} ${sideParagraphs({ ...document, blocks: note.blocks }, side)
          .map((paragraph) => paragraph.text)
          .join(' ')}`,
      ),
    ),
    marked: linesOf(document).some(
      ({ paragraph }) => paragraph.mark.length > 0 || paragraph.runs.some((run) => run.marks.length > 0),
    ),
  };
}

/** The citations in any file. */
export async function citationsIn(bytes: Uint8Array, name: string): Promise<Citation[]> {
  return findCitations(linesOf(await openDocument(bytes, name)).filter((line) => !isBlank(line.text)));
}
