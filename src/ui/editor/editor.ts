/** The editor of drafts: a text of law on which everything that is typed is a suggestion. */
import { history } from 'prosemirror-history';
import { Fragment, Node, Slice } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { newId } from '#kernel/ids.ts';
import { commandsOf, made } from './commands.ts';
import type { Drafting, Hand } from './drafting.ts';
import { openJournal, wordsOf } from './journal.ts';
import { keys, type Around } from './keys.ts';
import { panelOf, partAs, partOf, sayer, showLeft, type Panel } from './panel.ts';
import { deliver, load, Saver, type Server } from './saving.ts';
import { isReceived, shared } from './shared.ts';
import { labelsIn, shown } from './shown.ts';
import { tracked } from './tracking.ts';

export type { Drafting } from './drafting.ts';

export interface EditorOptions {
  /** The element that holds the markup of the editor's page. */
  root: HTMLElement;
  /** Address of the draft, without a slash at its end. */
  address: string;
  /** What the words that are kept on this device belong to. */
  journal: string;
  /** The name that stands on suggestions. */
  author: string;
  drafting: Drafting;
}

/** Opens the editor on its page: first sends what an earlier window left behind, then shows the draft. */
export async function openEditor({ root, address, journal: name, author, drafting }: EditorOptions): Promise<void> {
  const client = newId();
  const server: Server = { address, client };
  const say = sayer(root);
  const journal = await openJournal(name, client);
  for (const kept of await journal.left()) {
    try {
      await deliver(server, drafting, kept);
      journal.forget(kept.client);
    } catch (cause) {
      // What cannot be sent stays on this device until its writer has seen to it.
      showLeft(partOf(root, 'left'), wordsOf(kept.steps), cause, () => journal.forget(kept.client));
    }
  }
  const loaded = await load(server);
  const doc = Node.fromJSON(drafting.schema, loaded.document);
  const base = loaded.base === null ? null : Node.fromJSON(drafting.schema, loaded.base);

  let suggest = base !== null;
  const box = partAs(root, 'suggest', HTMLInputElement);
  box.checked = suggest;
  const hand = (): Hand => ({ author, at: `${new Date().toISOString().slice(0, 16)}Z`, newId: () => newId(), suggest });
  const commands = commandsOf(drafting, hand);
  const opened: { panel: Panel | null; saver: Saver | null } = { panel: null, saver: null };
  const around: Around = {
    comment: () => opened.panel?.comment(),
    help: () => opened.panel?.help(),
  };

  const view: EditorView = new EditorView(partOf(root, 'text'), {
    state: EditorState.create({
      doc,
      plugins: [...keys(commands, around), history(), shared(drafting, loaded.version), shown(drafting, base)],
    }),
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Text of the draft',
      class: 'law draft',
      spellcheck: 'true',
    },
    // Words come in as words: what they looked like elsewhere stays there, each line is a clause.
    handlePaste: (_, event) => {
      const words = event.clipboardData?.getData('text/plain') ?? '';
      if (words.trim() === '') return true;
      const { from, to } = view.state.selection;
      const tr = view.state.tr;
      const end = drafting.edit(tr, from, to, linesOf(words, drafting), hand());
      const cursor = TextSelection.near(tr.doc.resolve(end), -1);
      view.dispatch(tr.setSelection(cursor).setMeta(made, true).setMeta('paste', true).scrollIntoView());
      return true;
    },
    handleDrop: () => true,
    // The tools stand over the upper end of the window.
    scrollThreshold: { top: 120, bottom: 40, left: 0, right: 0 },
    scrollMargin: { top: 140, bottom: 60, left: 0, right: 0 },
    dispatchTransaction: (tr) => {
      const plain =
        tr.docChanged && tr.getMeta(made) !== true && tr.getMeta('history$') === undefined && !isReceived(tr);
      view.updateState(view.state.apply(plain ? tracked(view.state, tr, drafting, hand(), labelsIn(view.state)) : tr));
      if (tr.docChanged) opened.saver?.changed();
      opened.panel?.update();
    },
  });
  opened.panel = panelOf({ root, view: () => view, drafting, commands, hand, suggest: (on) => (suggest = on) });
  opened.saver = new Saver(view, drafting, server, journal, say);
  opened.panel.update();
  partOf(root, 'waiting').hidden = true;
  partOf(root, 'tools').hidden = false;
  say('saved', '');
}

/** Lines of plain text as clauses. */
function linesOf(words: string, { schema }: Drafting): Slice {
  const lines = words
    .split(/\r?\n/u)
    .map((line) => line.replace(/\s+/gu, ' '))
    .filter((line) => line.trim() !== '');
  const clause = schema.nodes['clause'];
  const made = lines.map((line) => schema.text(line));
  if (lines.length < 2 || clause === undefined) return new Slice(Fragment.from(made), 0, 0);
  return new Slice(Fragment.from(made.map((text) => clause.create({ id: newId() }, text))), 0, 0);
}
