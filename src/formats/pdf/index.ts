/**
 * The PDF reader, on pdfjs.
 *
 * - `guard`, `objects`, `unfold`: what is wrong with a file is found before pdfjs is given it
 * - `library`, `source`, `page`: pdfjs, and what it says of a page
 * - `spans`, `lines`, `words`: words with their places, on lines, in reading order
 * - `rules`, `grid`, `tables`, `columns`, `layout`: tables and columns, and the order of the page
 * - `margins`, `annotations`, `outline`, `remarks`: what is not the text itself
 * - `build`, `reader`: the document
 */
import type { Reader } from '../reader.ts';
import { indexOf } from './objects.ts';
import { readPdf } from './reader.ts';

export { readPdf } from './reader.ts';
export { standardLimits, type Limits } from './limits.ts';

/** Reads PDF files. The header may follow up to a kilobyte of other bytes, as viewers allow. */
export const pdfReader: Reader = {
  media: 'pdf',
  accepts: (bytes) => indexOf(bytes.subarray(0, 1024), '%PDF-', 0) !== -1,
  read: (bytes, name) => readPdf(bytes, name),
};
