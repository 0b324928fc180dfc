/** What the browser does to the document – typing, deleting, composing, pasting – as suggestions. */
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import type { Drafting, Hand, Labels } from './drafting.ts';

/** Carried over to the change that is made instead: the view and the history ask for them. */
const metas = ['pointer', 'uiEvent', 'paste', 'composition'];

/**
 * The change to make in place of a plain one. Steps that change more than words do not come from typing and are left
 * out: structure is changed by commands.
 */
export function tracked(
  state: EditorState,
  plain: Transaction,
  drafting: Drafting,
  hand: Hand,
  labels: ReadonlyMap<string, Labels>,
): Transaction {
  const tr = state.tr;
  plain.steps.forEach((step, index) => {
    if (!(step instanceof ReplaceStep)) return;
    const back = plain.mapping.slice(0, index).invert();
    const place = (at: number): number => tr.mapping.map(back.map(at));
    const [from, to] = [place(step.from), place(step.to)];
    const forward = step.slice.size === 0 && state.selection.empty && state.selection.head === step.from;
    const start = tr.mapping.maps.length;
    const end = drafting.edit(tr, from, to, step.slice, hand);
    const since = tr.mapping.slice(start);
    const cursor = step.slice.size > 0 ? end : forward ? since.map(to) : since.map(from, -1);
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(cursor, tr.doc.content.size)), -1));
    const block = drafting.blockAt(tr.doc, Math.min(cursor, tr.doc.content.size));
    if (block !== null && step.slice.size > 0) drafting.linkReferences(tr, block.at, labels);
  });
  for (const name of metas) {
    const value: unknown = plain.getMeta(name);
    if (value !== undefined) tr.setMeta(name, value);
  }
  return tr.scrollIntoView();
}
