/**
 * Akoma Ntoso 3.0 (OASIS LegalDocumentML), in and out.
 *
 * - `reader.ts` files of anyone's making into the common tree; `xml.ts` stops what is hostile, `places.ts` says which
 *   element is what, `read-*.ts` do the words, the blocks, the metadata
 * - `write.ts` legal texts into one file that is valid against the schema; `write-*.ts` are its parts, `ids.ts` and
 *   `names.ts` the names it gives
 */
export { aknReader, readAkn } from './reader.ts';
export { writeAkn as aknOfTexts } from './write.ts';
export type { TextToWrite, WritingOptions } from './names.ts';
