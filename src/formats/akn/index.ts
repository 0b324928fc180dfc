/**
 * Akoma Ntoso 3.0, in and out.
 *
 * - `write.ts` texts into one file, valid against the schema: a statement each, changes as `ins` and `del`
 */
export { writeAkn as aknOfTexts } from './write.ts';
export type { TextToWrite, WritingOptions } from './names.ts';
