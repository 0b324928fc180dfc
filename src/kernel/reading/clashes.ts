import { z } from 'zod';

/** How the changes that several proponents make to one clause go together. */
export const Relation = z.enum([
  'same',
  'compatible',
  'clash',
  'deleted-and-amended',
  'suppressed-and-amended',
  'single',
]);
export type Relation = z.infer<typeof Relation>;

/** A clause of the base text that somebody touches, or a place where something is inserted. */
export const ClashRow = z.object({
  /** Heading in the base text; "heading", "title", "opening", "footnotes", "whole text" for what is no clause. */
  section: z.string(),
  /** Label in the base text, empty where the clause has none; `null` for a place where something is inserted. */
  label: z.string().nullable(),
  /** Words in the base text; `null` for a place where something is inserted. */
  text: z.string().nullable(),
  proponents: z.array(z.string()),
  relation: Relation,
  /** One sentence with the words in question. */
  why: z.string(),
});
export type ClashRow = z.infer<typeof ClashRow>;

/** All proposals on one instrument, by the clauses that they touch. */
export const ClashMap = z.object({
  /** "Resolution 11". */
  instrument: z.string(),
  proponents: z.array(z.string()),
  rows: z.array(ClashRow),
});
export type ClashMap = z.infer<typeof ClashMap>;
