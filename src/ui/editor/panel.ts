/** What stands around the text: buttons, how saving stands, comments, the list of keys. The page holds its markup. */
import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { made, suggestionAt, type Name } from './commands.ts';
import type { Comment, Drafting, Hand } from './drafting.ts';
import type { Saving } from './saving.ts';

/** A part of the page, found by what it is for. */
export function partOf(root: ParentNode, name: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (element === null) throw new Error(`The page of the editor has no ${name}.`);
  return element;
}

/** A part of the page that has to be of a kind. */
export function partAs<T extends HTMLElement>(root: ParentNode, name: string, kind: new () => T): T {
  const element = partOf(root, name);
  if (!(element instanceof kind)) throw new Error(`The ${name} of the editor's page is something else.`);
  return element;
}

const sayings: Record<Saving, string> = {
  saved: 'Everything is saved.',
  saving: 'Saving…',
  kept: 'Not saved yet – kept on this device. Trying again.',
  unkept: 'Not saved yet, and this browser keeps nothing. Leave the page open until everything is saved.',
  refused: 'The server does not take the last changes; they are kept on this device.',
  'signed-out': 'You are not signed in any more. What you write is kept on this device; sign in in another window.',
};

/** Says how saving stands, once for each change of it. */
export function sayer(root: ParentNode): (how: Saving, why: string) => void {
  const status = partOf(root, 'status');
  return (how, why) => {
    const words =
      how === 'kept' && why === 'nothing'
        ? 'No connection. What you write is kept on this device.'
        : how === 'refused'
          ? `${sayings.refused} ${why}`
          : sayings[how];
    if (status.textContent === words) return;
    status.textContent = words;
    status.dataset['saving'] = how;
  };
}

/** Shows words that an earlier window left and the server does not take, until their writer has seen to them. */
export function showLeft(place: HTMLElement, words: string, cause: unknown, forget: () => void): void {
  const notice = document.createElement('div');
  notice.className = 'summary-of-errors';
  const why = document.createElement('p');
  const said = cause instanceof Error ? cause.message : 'The server did not answer.';
  why.textContent = `What you wrote last in another window could not be sent: ${said} These are the words:`;
  const quote = document.createElement('blockquote');
  quote.dir = 'auto';
  quote.textContent = words === '' ? 'none; words were deleted or moved' : words;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = 'Forget them';
  button.addEventListener('click', () => {
    forget();
    notice.remove();
  });
  notice.append(why, quote, button);
  place.append(notice);
}

export interface Panel {
  /** Shows what the text now holds. */
  update(): void;
  comment(): void;
  help(): void;
}

export interface PanelOptions {
  root: HTMLElement;
  view: () => EditorView;
  drafting: Drafting;
  commands: Record<Name, Command>;
  hand: () => Hand;
  suggest: (on: boolean) => void;
}

export function panelOf({ root, view, drafting, commands, hand, suggest }: PanelOptions): Panel {
  const form = partOf(root, 'comment-form');
  const words = partAs(root, 'comment-words', HTMLTextAreaElement);
  const help = partAs(root, 'help', HTMLDialogElement);
  let on: { from: number; to: number } | null = null;

  const panel: Panel = {
    update() {
      const { state } = view();
      listComments(partOf(root, 'comments'), drafting.commentsIn(state.doc), view, drafting);
      const settled = suggestionAt(state) === null;
      for (const name of ['accept', 'reject']) buttonOf(root, name).disabled = settled;
      const endings = drafting.endingsToMend(state.doc).length;
      const ends = buttonOf(root, 'endings');
      ends.hidden = endings === 0;
      ends.textContent = `Mend ${endings} ${endings === 1 ? 'end' : 'ends'} of lists`;
      const open = drafting.suggestionsIn(state.doc).length;
      partOf(root, 'suggestions').textContent = `${open} ${open === 1 ? 'suggestion' : 'suggestions'}`;
    },
    comment() {
      on = rangeToComment(view(), drafting);
      if (on === null) return;
      form.hidden = false;
      words.value = '';
      words.focus();
    },
    help: () => help.showModal(),
  };

  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-command]')) {
    // The text keeps its selection.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      const name = button.dataset['command'];
      if (name === 'comment') panel.comment();
      else if (name === 'help') panel.help();
      else {
        commands[name as Name](view().state, view().dispatch.bind(view()), view());
        view().focus();
      }
    });
  }
  const box = partAs(root, 'suggest', HTMLInputElement);
  box.addEventListener('change', () => {
    suggest(box.checked);
    view().focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { state } = view();
    const text = words.value.trim();
    if (on !== null && text !== '') {
      const tr = state.tr;
      const size = state.doc.content.size;
      drafting.addComment(tr, Math.min(on.from, size), Math.min(on.to, size), text, hand());
      view().dispatch(tr.setMeta(made, true));
    }
    form.hidden = true;
    view().focus();
  });
  partOf(root, 'comment-leave').addEventListener('click', () => {
    form.hidden = true;
    view().focus();
  });
  return panel;
}

function buttonOf(root: ParentNode, name: string): HTMLButtonElement {
  const button = root.querySelector<HTMLButtonElement>(`button[data-command="${name}"]`);
  if (button === null) throw new Error(`The page of the editor has no button for ${name}.`);
  return button;
}

/** The words that are selected, or else the clause. */
function rangeToComment({ state }: EditorView, drafting: Drafting): { from: number; to: number } | null {
  const { from, to, empty } = state.selection;
  if (!empty) return { from, to };
  const block = drafting.blockAt(state.doc, from);
  return block === null || block.block.childCount === 0
    ? null
    : { from: block.at + 1, to: block.at + block.block.nodeSize - 1 };
}

function listComments(
  list: HTMLElement,
  comments: readonly Comment[],
  view: () => EditorView,
  drafting: Drafting,
): void {
  const shown = comments.map(({ id, text, words }) => `${id}|${text}|${words}`).join('\n');
  if (list.dataset['shown'] === shown) return;
  list.dataset['shown'] = shown;
  list.replaceChildren(
    ...comments.map((comment) => {
      const item = document.createElement('li');
      const about = document.createElement('span');
      about.className = 'soft';
      about.dir = 'auto';
      about.textContent = `on “${comment.words.length > 60 ? `${comment.words.slice(0, 60)}…` : comment.words}”`;
      const said = document.createElement('p');
      said.dir = 'auto';
      said.textContent = comment.text;
      const by = document.createElement('span');
      by.className = 'soft';
      by.textContent = `${comment.author}, ${comment.at.slice(0, 10)} `;
      const resolve = document.createElement('button');
      resolve.type = 'button';
      resolve.className = 'bare';
      resolve.textContent = 'resolve';
      resolve.ariaLabel = `Resolve the comment “${comment.text.slice(0, 40)}”`;
      resolve.addEventListener('click', () => {
        const tr = view().state.tr;
        drafting.resolveComment(tr, comment.id);
        view().dispatch(tr.setMeta(made, true));
      });
      item.append(about, said, by, resolve);
      return item;
    }),
  );
}
