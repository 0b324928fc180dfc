/** How the draft looks on the screen: labels beside the clauses, references that follow, notes with their numbers. */
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet, type NodeView } from 'prosemirror-view';
import type { Drafting, Labels } from './drafting.ts';

interface Shown {
  labels: ReadonlyMap<string, Labels>;
  decorations: DecorationSet;
}

const key = new PluginKey<Shown>('shown');

/** Computes labels and what follows from them whenever the text changes. */
export function shown(drafting: Drafting, base: Node | null): Plugin<Shown> {
  const compute = (doc: Node): Shown => {
    const labels = drafting.labelsOf(doc, base, true);
    return { labels, decorations: DecorationSet.create(doc, decorationsOf(doc, labels, drafting)) };
  };
  return new Plugin<Shown>({
    key,
    state: {
      init: (_, state) => compute(state.doc),
      apply: (tr, now) => (tr.docChanged ? compute(tr.doc) : now),
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      nodeViews: {
        clause: (node, _, __, decorations) => new ClauseView(node, decorations),
        note: (node) => noteView(node),
      },
    },
  });
}

/** The labels as they stand. */
export function labelsIn(state: EditorState): ReadonlyMap<string, Labels> {
  return key.getState(state)?.labels ?? new Map<string, Labels>();
}

const placeholders: Record<string, string> = {
  heading: 'Heading, such as RESOLUTION 12 (Place, year)',
  title: 'Title',
  opening: 'Opening, such as The Assembly of …,',
  section: 'Heading, such as resolves',
  clause: 'New clause',
  annex: 'Heading of the annex',
  annextitle: 'Title of the annex',
  note: 'Words of the note',
};

function decorationsOf(doc: Node, labels: ReadonlyMap<string, Labels>, drafting: Drafting): Decoration[] {
  const made: Decoration[] = [];
  const marks = new Map<unknown, string>();
  for (const { block } of drafting.blocksOf(doc)) {
    if (block.type.name === 'note') marks.set(block.attrs['id'], String(block.attrs['mark']));
  }
  for (const { block, at } of drafting.blocksOf(doc)) {
    const end = at + block.nodeSize;
    const own = labels.get(drafting.idOf(block)) ?? { before: null, after: null, section: null };
    const { name } = block.type;
    if (name === 'clause') {
      made.push(Decoration.node(at, end, { 'data-label': `${own.before ?? ''}|${own.after ?? ''}` }, { labels: own }));
    }
    if (block.childCount === 0) {
      made.push(Decoration.node(at, end, { class: 'empty', 'data-placeholder': placeholders[name] ?? '' }));
    }
    block.forEach((inline, offset) => {
      const from = at + 1 + offset;
      made.push(...decorationsOn(inline, from, labels, marks, drafting));
    });
  }
  return made;
}

function decorationsOn(
  inline: Node,
  from: number,
  labels: ReadonlyMap<string, Labels>,
  marks: ReadonlyMap<unknown, string>,
  drafting: Drafting,
): Decoration[] {
  const to = from + inline.nodeSize;
  if (inline.type.name === 'noteref') {
    const mark = marks.get(inline.attrs['note']) ?? '?';
    return [Decoration.node(from, to, { 'data-mark': mark, 'aria-label': `footnote ${mark}` })];
  }
  const struck = inline.marks.some((mark) => mark.type.name === 'deletion');
  const followed = struck ? null : drafting.followedLabel(inline, labels);
  if (followed !== null) {
    return [
      Decoration.inline(from, to, { class: 'followed' }),
      Decoration.widget(to, () => follows(followed), { key: followed, side: -1, marks: [] }),
    ];
  }
  return drafting.isStray(inline, labels)
    ? [Decoration.inline(from, to, { class: 'stray', title: 'The clause that this points to is not there any more.' })]
    : [];
}

/** The label that a reference has to show now. */
function follows(label: string): HTMLElement {
  const element = document.createElement('ins');
  element.className = 'follows';
  element.contentEditable = 'false';
  element.textContent = label;
  return element;
}

/** A clause with its label beside it, and the old one where it had another. */
class ClauseView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly label: HTMLElement;

  constructor(node: Node, decorations: readonly Decoration[]) {
    this.dom = document.createElement('div');
    this.label = document.createElement('span');
    this.label.className = 'mark-of';
    this.label.contentEditable = 'false';
    this.contentDOM = document.createElement('div');
    this.contentDOM.className = 'words';
    this.contentDOM.dir = 'auto';
    this.dom.append(this.label, this.contentDOM);
    this.show(node, decorations);
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type.name !== 'clause') return false;
    this.show(node, decorations);
    return true;
  }

  /** What changes in the label is ours; the words are the editor's. */
  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return mutation.target === this.dom || this.label.contains(mutation.target);
  }

  private show(node: Node, decorations: readonly Decoration[]): void {
    this.dom.dataset['id'] = String(node.attrs['id']);
    this.dom.dataset['depth'] = String(node.attrs['depth']);
    this.dom.classList.add('clause');
    const labels = decorations
      .map((one) => (one.spec as { labels?: Labels }).labels)
      .find((found): found is Labels => found !== undefined);
    const { before, after } = labels ?? { before: null, after: null };
    const parts: HTMLElement[] = [];
    if (before !== null && before !== '' && before !== after) parts.push(labelled('del', before));
    if (after !== null && after !== '') parts.push(labelled(before === after ? 'span' : 'ins', after));
    this.label.replaceChildren(...parts);
  }
}

function labelled(tag: 'del' | 'ins' | 'span', label: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = label;
  return element;
}

function noteView(node: Node): NodeView {
  const dom = document.createElement('p');
  dom.className = 'note';
  const mark = document.createElement('sup');
  mark.contentEditable = 'false';
  mark.textContent = String(node.attrs['mark']);
  const contentDOM = document.createElement('span');
  contentDOM.dir = 'auto';
  dom.append(mark, contentDOM);
  return { dom, contentDOM };
}
