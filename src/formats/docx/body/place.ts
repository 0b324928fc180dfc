import type { RevisionMark } from '../../document/index.ts';
import { unmarked, type Marks } from './revisions.ts';

/** What holds for everything inside an element; passed down, never changed. */
export interface Place {
  /** Revisions around the words and paragraphs, outermost first. */
  marks: Marks;
  /** Revisions of the rows and cells around: they decide what is there, but stand on the rows and cells themselves. */
  around: readonly RevisionMark[];
  /** Target of the hyperlink around. */
  link: string | null;
  /** The innermost content control around. */
  control: number | null;
}

export const openPlace: Place = { marks: unmarked, around: [], link: null, control: null };
