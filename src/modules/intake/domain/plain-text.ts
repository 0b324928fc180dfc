import {
  fold,
  isBlank,
  linesOf,
  plainText as textOfSide,
  sideParagraphsOf,
  type Side,
} from '#formats/document/index.ts';
import { openDocument } from '#formats/readers.ts';
import type { Citation } from '#kernel/reading/index.ts';
import { findCitations } from '#modules/texts/index.ts';

/** The text of a file. */
export interface PlainText {
  /** A line a paragraph. */
  text: string;
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
  return {
    text: textOfSide(document, side),
    notes: document.notes.map(({ mark, blocks }) => {
      const paragraphs = sideParagraphsOf(blocks, side);
      return fold(`${mark} ${paragraphs.map((paragraph) => paragraph.text).join(' ')}`);
    }),
    marked: linesOf(document).some(
      ({ paragraph }) => paragraph.mark.length > 0 || paragraph.runs.some((run) => run.marks.length > 0),
    ),
  };
}

/** The citations in any file. */
export async function citationsIn(bytes: Uint8Array, name: string): Promise<Citation[]> {
  return findCitations(linesOf(await openDocument(bytes, name)).filter((line) => !isBlank(line.text)));
}
