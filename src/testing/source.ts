/** Documents for tests of recognisers, from the text or the Word parts in the test itself. */
import { linesOf, type Source } from '#formats/document/index.ts';
import { docxReader } from '#formats/docx/index.ts';
import { readText } from '#formats/text/reader.ts';
import { buildDocx, type DocxParts } from './docx.ts';

/** A plain text as recognisers are given it; a first line break is left out. */
export function textSource(text: string): Source {
  const document = readText(text.replace(/^\n/, ''), 'test.txt');
  return { document, lines: linesOf(document) };
}

/** A Word file as recognisers are given it. */
export async function docxSource(parts: DocxParts): Promise<Source> {
  const document = await docxReader.read(buildDocx(parts), 'test.docx');
  return { document, lines: linesOf(document) };
}
