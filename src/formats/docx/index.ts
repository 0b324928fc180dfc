/**
 * The Word reader: .docx files, tracked changes and all, into the common tree.
 *
 * - `package/` the zip and what it says of itself; everything hostile is stopped here or in `xml/`
 * - `xml/` parts as streams of elements, with limits
 * - `properties/` styles, lists, looks, symbols, the file's own properties
 * - `body/` paragraphs, tables, revisions, fields, controls, notes: one file per kind of element
 */
import type { Reader } from '../reader.ts';
import { accepts } from './accepts.ts';
import { readDocx } from './reader.ts';

export { readDocx } from './reader.ts';

/** Reads Word files; also takes files that only claim to be one, to say what they are. */
export const docxReader: Reader = {
  media: 'docx',
  accepts,
  read: async (bytes, name) => readDocx(bytes, name),
};
