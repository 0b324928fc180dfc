/** The labels of a text with changes, counted anew. */
import type { LegalText } from '#kernel/reading/index.ts';
import { documentOf, rejected } from './document.ts';
import { textOfDraft } from './text.ts';

/**
 * The same text with the labels that its proposed clauses have to have, list by list, each in its own way of counting;
 * references inside the text follow the clauses they point to. The old labels stay beside the new ones. Lines are
 * counted in the text itself, and everything is as sure as the changes it is made from.
 */
export function renumber(text: LegalText): LegalText {
  let count = 0;
  const next = (): string => `part-${++count}`;
  const doc = documentOf(text, { clause: next, next });
  return textOfDraft(doc, rejected(doc));
}
