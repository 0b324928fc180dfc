/** The draft as several hands share it: which of our steps the server has not confirmed yet. */
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import type { Confirmed, Drafting, Unconfirmed } from './drafting.ts';

export interface Shared {
  /** Version of the server's draft that our own changes rest on. */
  version: number;
  pending: readonly Unconfirmed[];
}

const key = new PluginKey<Shared>('shared');

/** Keeps our unconfirmed steps. */
export function shared(drafting: Drafting, version: number): Plugin<Shared> {
  return new Plugin<Shared>({
    key,
    // Undoing among others: what is undone stays in the list by which the history carries its steps over.
    historyPreserveItems: true,
    appendTransaction(done, before, state) {
      if (!done.some((tr) => tr.docChanged && tr.getMeta('history$') !== undefined)) return null;
      const tr = state.tr;
      drafting.standOnce(
        tr,
        done.flatMap(({ steps, docs }) => steps.map((step, index) => ({ step, doc: docs[index] ?? before.doc }))),
      );
      return tr.docChanged ? tr : null;
    },
    state: {
      init: () => ({ version, pending: [] }),
      apply: (tr, now) => {
        const received = tr.getMeta(key) as Shared | undefined;
        if (received !== undefined) return received;
        if (!tr.docChanged) return now;
        const made = tr.steps.map((step, index) => drafting.unconfirmed(step, tr.docs[index] ?? tr.before));
        return { version: now.version, pending: [...now.pending, ...made] };
      },
    },
  });
}

/** What the server has not confirmed. */
export function sharedOf(state: EditorState): Shared {
  return key.getState(state) ?? { version: 0, pending: [] };
}

export const isReceived = (tr: Transaction): boolean => tr.getMeta(key) !== undefined;

/** The change that brings the server's steps into the editor, our own unconfirmed steps on top. */
export function receiving(
  state: EditorState,
  drafting: Drafting,
  steps: readonly Confirmed[],
  client: string,
): Transaction {
  const { version, pending } = sharedOf(state);
  const tr = state.tr;
  const { confirmed, unconfirmed, alike } = drafting.receive(tr, steps, pending, client);
  // The history of undoing carries its own steps over as well, one by one; where one became none or several, what it
  // would undo counts as gone.
  return tr
    .setMeta('rebased', tr.docChanged && alike ? pending.length - confirmed : 0)
    .setMeta('addToHistory', false)
    .setMeta(key, { version: version + steps.length, pending: unconfirmed } satisfies Shared);
}
