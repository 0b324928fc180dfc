/** Docxodus (MIT, WebAssembly): rejects or accepts all revisions of a Word file. A development dependency. */
import { docxDiffAcceptRevisions, docxDiffRejectRevisions, initialize } from 'docxodus/core';
import type { Side } from '#formats/document/index.ts';
import { wordText, type WordText } from './word-text.ts';

/** The words of a side as Docxodus resolves it. */
export async function docxodusText(bytes: Uint8Array, side: Side): Promise<WordText> {
  await initialize();
  const resolve = side === 'base' ? docxDiffRejectRevisions : docxDiffAcceptRevisions;
  return wordText(await resolve(bytes));
}
