/** The formats that can be read, and the one way to read a file of any of them. */
import { refuse } from '#kernel/problem.ts';
import type { Document } from './document/index.ts';
import { aknReader } from './akn/index.ts';
import { docxReader } from './docx/index.ts';
import { kindOf } from './kinds.ts';
import { pdfReader } from './pdf/index.ts';
import type { Reader } from './reader.ts';
import { textReader } from './text/index.ts';

/** Asked in this order; almost anything may be text, so text is asked last. */
export const readers: readonly Reader[] = [aknReader, docxReader, pdfReader, textReader];

/**
 * Reads a file with the reader for its content. The name is only a tie-break: a PDF called .docx is read as PDF.
 * @throws Refusal when no reader reads it (naming what it is and what to send instead), or when its reader refuses it.
 */
export async function openDocument(bytes: Uint8Array, name: string): Promise<Document> {
  if (bytes.length === 0) refuse('empty', 'The file is empty.', 'Choose the right file.', { file: name });
  const reader = readers.find((candidate) => candidate.accepts(bytes, name));
  const kind = reader === undefined || reader === textReader ? kindOf(bytes) : null;
  if (kind !== null) {
    refuse('unsupported', `The file is ${kind.what}; Word, PDF, Akoma Ntoso and plain text are read.`, kind.remedy, {
      file: name,
    });
  }
  if (reader === undefined) {
    refuse(
      'unknown-format',
      'The file is of no kind that is known here; Word, PDF, Akoma Ntoso and plain text are read.',
      'Save the document as Word (.docx) or PDF and send that file.',
      { file: name },
    );
  }
  return reader.read(bytes, name);
}
