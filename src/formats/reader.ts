import type { Media } from '#kernel/reading/index.ts';
import type { Document } from './document/index.ts';

/** Reads one file format into the common tree. A new format is one folder and one entry in `formats/readers.ts`. */
export interface Reader {
  media: Media;
  /** Told from the content; the name is only a tie-break, for it may lie. */
  accepts(bytes: Uint8Array, name: string): boolean;
  /**
   * @throws Refusal when the file cannot be read whole or breaks a limit; never any other error, whatever the bytes.
   */
  read(bytes: Uint8Array, name: string): Promise<Document>;
}
