/**
 * The keys of the editor. While one types, keys with Alt and Ctrl work on clauses; Escape leaves typing, and then single
 * letters move and decide, until Enter or a click goes back to typing.
 */
import { keymap } from 'prosemirror-keymap';
import { Plugin, PluginKey, TextSelection, type Command, type EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Name } from './commands.ts';

type Commands = Record<Name, Command>;

/** What else a key can ask for: things of the page around the text. */
export interface Around {
  comment: () => void;
  help: () => void;
}

const key = new PluginKey<boolean>('keys');

/** Whether single letters are commands now. */
export const isByKeys = (state: EditorState): boolean => key.getState(state) === true;

const letters: Record<string, Name> = {
  j: 'next',
  k: 'previous',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  n: 'nextSuggestion',
  p: 'previousSuggestion',
  a: 'accept',
  r: 'reject',
  x: 'strike',
  u: 'undo',
};

/** The plugin that takes single letters while one does not type. */
function byKeys(commands: Commands, around: Around): Plugin<boolean> {
  return new Plugin<boolean>({
    key,
    state: { init: () => false, apply: (tr, now) => (tr.getMeta(key) as boolean | undefined) ?? now },
    props: {
      attributes: (state) => ({ class: isByKeys(state) ? 'by-keys' : '' }),
      handleDOMEvents: {
        beforeinput: (view, event) => deletesOver(view, event, commands),
        mousedown: (view) => {
          if (isByKeys(view.state)) view.dispatch(view.state.tr.setMeta(key, false));
          return false;
        },
      },
      handleTextInput: (view) => isByKeys(view.state),
      handleKeyDown: (view, event) => {
        if (event.key === 'Escape') {
          view.dispatch(view.state.tr.setMeta(key, true));
          return true;
        }
        if (!isByKeys(view.state) || event.ctrlKey || event.metaKey || event.altKey) return false;
        if (event.key === 'Enter' || event.key === 'i') view.dispatch(view.state.tr.setMeta(key, false));
        else if (event.key === 'c') around.comment();
        else if (event.key === '?') around.help();
        else {
          const name = letters[event.key];
          if (name === undefined) return event.key.length === 1;
          commands[name](view.state, view.dispatch.bind(view), view);
        }
        return true;
      },
    },
  });
}

/** What cannot be done is not done by the browser either. */
const always =
  (command: Command): Command =>
  (state, dispatch, view) => {
    command(state, dispatch, view);
    return true;
  };

/**
 * Deleting over the borders of clauses, as the browser means to do it: by its own selection, which the editor may not
 * have heard of yet. The words are struck; the clauses stay.
 */
function deletesOver(view: EditorView, event: InputEvent, commands: Commands): boolean {
  const [range] = event.inputType.startsWith('delete') ? event.getTargetRanges() : [];
  if (range === undefined || range.collapsed) return false;
  const from = view.posAtDOM(range.startContainer, range.startOffset);
  const to = view.posAtDOM(range.endContainer, range.endOffset);
  const { doc } = view.state;
  if (doc.resolve(from).sameParent(doc.resolve(to))) return false;
  event.preventDefault();
  const forward = event.inputType.endsWith('Forward');
  const place = forward ? from : to;
  const at =
    getSelection()?.isCollapsed === true ? TextSelection.create(doc, place) : TextSelection.create(doc, from, to);
  view.dispatch(view.state.tr.setSelection(at));
  (forward ? commands.joinNext : commands.join)(view.state, view.dispatch.bind(view), view);
  return true;
}

/** All keys, in the order in which they are asked. */
export function keys(commands: Commands, around: Around): Plugin[] {
  const comment: Command = () => {
    around.comment();
    return true;
  };
  return [
    byKeys(commands, around),
    keymap({
      'Mod-z': commands.undo,
      'Mod-y': commands.redo,
      'Shift-Mod-z': commands.redo,
      Enter: always(commands.split),
      'Shift-Enter': always(commands.split),
      Backspace: commands.join,
      Delete: commands.joinNext,
      // Tab leaves the text where a clause cannot go deeper, and after Escape, so that nobody is caught in it.
      Tab: (state, dispatch, view) => !isByKeys(state) && commands.in(state, dispatch, view),
      'Shift-Tab': (state, dispatch, view) => !isByKeys(state) && commands.out(state, dispatch, view),
      'Alt-ArrowUp': always(commands.up),
      'Alt-ArrowDown': always(commands.down),
      'Mod-Shift-Backspace': always(commands.strike),
      'Mod-Alt-f': always(commands.note),
      'Mod-Alt-m': comment,
      'Mod-Alt-h': always(commands.section),
      'Mod-b': () => true,
      'Mod-i': () => true,
    }),
  ];
}
