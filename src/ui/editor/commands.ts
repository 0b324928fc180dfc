/** What keys and buttons of the editor do. Each says whether it could be done, as commands of ProseMirror do. */
import { redo, undo } from 'prosemirror-history';
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import type { Drafting, Hand } from './drafting.ts';

/** Marks changes that are suggestions already. */
export const made = 'made';

/** The suggestion that the cursor is in or beside, or that is selected. */
export function suggestionAt(state: EditorState): string | null {
  const { $from, $to } = state.selection;
  for (const inline of [$from.nodeAfter, $from.nodeBefore, $to.nodeBefore]) {
    const mark = inline?.marks.find(({ type }) => type.name === 'insertion' || type.name === 'deletion');
    if (mark !== undefined) return String(mark.attrs['id']);
  }
  return null;
}

export type Name =
  | 'undo'
  | 'redo'
  | 'split'
  | 'join'
  | 'joinNext'
  | 'in'
  | 'out'
  | 'up'
  | 'down'
  | 'strike'
  | 'note'
  | 'section'
  | 'annex'
  | 'accept'
  | 'reject'
  | 'next'
  | 'previous'
  | 'nextSuggestion'
  | 'previousSuggestion'
  | 'endings';

/** A command that changes the draft and leaves the cursor where `work` says; `null`: it cannot be done. */
const change =
  (work: (tr: Transaction, state: EditorState) => number | null): Command =>
  (state, dispatch) => {
    const tr = state.tr;
    const cursor = work(tr, state);
    if (cursor === null || !tr.docChanged) return false;
    const place = Math.max(0, Math.min(cursor, tr.doc.content.size));
    dispatch?.(
      tr
        .setSelection(Selection.near(tr.doc.resolve(place)))
        .setMeta(made, true)
        .scrollIntoView(),
    );
    return true;
  };

/** The commands, by name. @param hand whose changes they are; asked for at each change */
export function commandsOf(drafting: Drafting, hand: () => Hand): Record<Name, Command> {
  const { schema } = drafting;
  const here = (state: EditorState) => drafting.blockAt(state.doc, state.selection.head);
  const atClause = (work: (tr: Transaction, at: number, offset: number) => number | null): Command =>
    change((tr, state) => {
      const block = here(state);
      return block === null ? null : work(tr, block.at, state.selection.head - block.at);
    });
  const struck = (tr: Transaction, from: number, to: number): number => {
    drafting.strike(tr, from, to, hand());
    return tr.mapping.map(from, -1);
  };
  const settle = (accept: boolean): Command =>
    change((tr, state) => {
      const id = suggestionAt(state);
      if (id === null) return null;
      drafting.settle(tr, id, accept);
      return tr.mapping.map(state.selection.from);
    });
  const turn = (direction: 'up' | 'down') =>
    atClause((tr, at, offset) => {
      const place = drafting.moveClause(tr, at, direction);
      return place === null ? null : place + offset;
    });
  const deepen = (by: 1 | -1) => atClause((tr, at, offset) => (drafting.changeDepth(tr, at, by) ? at + offset : null));

  return {
    undo,
    redo,
    split: change((tr, state) => {
      const { from, to } = state.selection;
      if (from < to) drafting.strike(tr, from, to, hand());
      return drafting.splitBlock(tr, tr.mapping.map(to), hand());
    }),
    join: change((tr, state) => {
      const { empty, from, to, $from } = state.selection;
      if (!empty) return struck(tr, from, to);
      const block = here(state);
      return block !== null && $from.parentOffset === 0 ? drafting.joinBlock(tr, block.at, hand()) : null;
    }),
    joinNext: change((tr, state) => {
      const { empty, from, to, $from } = state.selection;
      if (!empty) return struck(tr, from, to);
      const block = here(state);
      if (block === null || $from.parentOffset < $from.parent.content.size) return null;
      return drafting.joinBlock(tr, block.at + block.block.nodeSize, hand());
    }),
    in: deepen(1),
    out: deepen(-1),
    up: turn('up'),
    down: turn('down'),
    strike: change((tr, state) => {
      const block = here(state);
      if (block === null) return null;
      if (block.block.childCount === 0 && drafting.isAdded(block.block)) {
        tr.delete(block.at, block.at + block.block.nodeSize);
        return Math.max(block.at - 1, 0);
      }
      drafting.strike(tr, block.at + 1, block.at + block.block.nodeSize - 1, hand());
      return block.at + 1;
    }),
    note: change((tr, state) => drafting.addNote(tr, state.selection.to, hand())),
    section: change((tr, state) => drafting.addSection(tr, state.selection.head, hand())),
    annex: change((tr) => drafting.addAnnex(tr, hand())),
    accept: settle(true),
    reject: settle(false),
    next: (state, dispatch) => jump(state, dispatch, drafting, 1),
    previous: (state, dispatch) => jump(state, dispatch, drafting, -1),
    nextSuggestion: (state, dispatch) => {
      const all = drafting.suggestionsIn(state.doc);
      const next = all.find(({ from }) => from >= state.selection.to && from !== state.selection.from) ?? all[0];
      return select(state, dispatch, next);
    },
    previousSuggestion: (state, dispatch) => {
      const all = drafting.suggestionsIn(state.doc);
      return select(state, dispatch, all.findLast(({ from }) => from < state.selection.from) ?? all.at(-1));
    },
    endings: change((tr, state) => {
      for (const { from, to, usual } of drafting.endingsToMend(state.doc).toReversed()) {
        if (from < to) drafting.strike(tr, from, to, hand());
        drafting.putIn(tr, to, [schema.text(usual)], hand());
      }
      return tr.mapping.map(state.selection.head);
    }),
  };
}

function select(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  range: { from: number; to: number } | undefined,
): boolean {
  if (range === undefined) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, range.from, range.to)).scrollIntoView());
  return true;
}

/** Goes to the next clause or heading, or the one before. */
function jump(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  drafting: Drafting,
  by: 1 | -1,
): boolean {
  const blocks = drafting.blocksOf(state.doc);
  const block = drafting.blockAt(state.doc, state.selection.head);
  const target = blocks[(block?.index ?? -1) + by];
  if (target === undefined) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, target.at + 1)).scrollIntoView());
  return true;
}
