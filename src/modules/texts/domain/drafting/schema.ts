/**
 * The document that is drafted: a legal text as a flat run of blocks (heading, title, opening, section headings and
 * clauses with their depth, annexes, notes), so that two people's changes seldom meet. What is suggested stands in it as
 * marks on the words; labels stand nowhere in it, for they follow from the order of the clauses.
 */
import { Schema, type Attrs, type Mark, type Node } from 'prosemirror-model';

/** Deepest sub-clause. */
export const deepest = 7;

const id = { validate: 'string' };
/** Whether the block is new in the draft. */
const added = { default: false, validate: 'boolean' };

/** Who suggested, and when the first sign of it was typed; the words of one hand that touch share one `id`. */
const suggestion = { id, author: { default: '', validate: 'string' }, at: { default: '', validate: 'string' } };

export const schema = new Schema({
  nodes: {
    doc: { content: 'heading title opening (section | clause | annex | annextitle)* note*', marks: '' },
    text: { group: 'inline' },
    heading: block('p', 'heading', {}),
    title: block('h2', 'title', {}),
    opening: block('p', 'opening', {}),
    section: block('h3', 'section', {
      id,
      /** The empty string for a heading that was typed here: its words say what it is. */
      kind: { default: 'operative', validate: kindOf },
      added,
    }),
    clause: block('div', 'clause', {
      id,
      depth: { default: 0, validate: depthOf },
      /**
       * Label in the base text, or the one that a new clause was brought with; the empty string where it is to have none,
       * `null` where it was typed here.
       */
      label: { default: null, validate: 'string|null' },
      added,
    }),
    annex: block('h2', 'annex', { id, added }),
    annextitle: block('p', 'annextitle', { id, added }),
    note: block('p', 'note', { id, mark: { default: '', validate: 'string' }, added }, 'text*'),
    noteref: {
      group: 'inline',
      inline: true,
      atom: true,
      selectable: true,
      attrs: { note: id },
      toDOM: (node) => ['sup', { class: 'noteref', 'data-note': textOfAttr(node.attrs, 'note') }],
    },
  },
  marks: {
    comment: {
      attrs: { ...suggestion, text: { validate: 'string' } },
      excludes: '',
      inclusive: false,
      toDOM: (mark) => ['span', { class: 'commented', 'data-comment': textOfAttr(mark.attrs, 'id') }, 0],
    },
    reference: {
      /** Id of the clause that the words point to, and of the section whose heading they name. */
      attrs: { target: id, under: id },
      inclusive: false,
      toDOM: (mark) => ['span', { class: 'reference', 'data-target': textOfAttr(mark.attrs, 'target') }, 0],
    },
    insertion: {
      attrs: suggestion,
      excludes: 'insertion deletion',
      inclusive: false,
      toDOM: (mark) => ['ins', saidOf(mark, 'Inserted'), 0],
    },
    deletion: {
      attrs: suggestion,
      excludes: 'insertion deletion',
      inclusive: false,
      toDOM: (mark) => ['del', saidOf(mark, 'Deleted'), 0],
    },
  },
});

function block(tag: string, name: string, attrs: Record<string, object>, content = 'inline*') {
  return {
    content,
    marks: '_',
    attrs,
    defining: true,
    toDOM: (node: Node): [string, Record<string, string>, 0] => [
      tag,
      { class: name, ...(textOfAttr(node.attrs, 'id') === '' ? {} : { 'data-id': textOfAttr(node.attrs, 'id') }) },
      0,
    ],
  };
}

function saidOf(mark: Mark, what: string): Record<string, string> {
  const author = textOfAttr(mark.attrs, 'author');
  return {
    'data-suggestion': textOfAttr(mark.attrs, 'id'),
    ...(author === '' ? {} : { title: `${what} by ${author}, ${textOfAttr(mark.attrs, 'at').slice(0, 10)}` }),
  };
}

function kindOf(value: unknown): void {
  if (value !== 'preamble' && value !== 'operative' && value !== 'annex' && value !== '')
    throw new RangeError('no kind of section');
}

function depthOf(value: unknown): void {
  if (!Number.isInteger(value) || Number(value) < 0 || Number(value) > deepest) throw new RangeError('no depth');
}

/** An attribute that is a text; empty where it is not there. */
export function textOfAttr(attrs: Attrs, name: string): string {
  const value: unknown = attrs[name];
  return typeof value === 'string' ? value : '';
}

/** The permanent id of a block; that of heading, title and opening, of which there is one each, is their name. */
export function idOf(block: Node): string {
  return textOfAttr(block.attrs, 'id') || block.type.name;
}

export const depthIn = (block: Node): number => Number(block.attrs['depth'] ?? 0);
export const isAdded = (block: Node): boolean => block.attrs['added'] === true;

export const isStruck = (inline: Node): boolean => schema.marks.deletion.isInSet(inline.marks) !== undefined;
export const isInserted = (inline: Node): boolean => schema.marks.insertion.isInSet(inline.marks) !== undefined;

/** The words of a block that stand in the proposed text. */
export function liveWords(block: Node): string {
  let words = '';
  block.forEach((inline) => {
    if (!isStruck(inline)) words += inline.text ?? '';
  });
  return words;
}

/** A block that stood in the base text and has no words left: it is deleted. */
export function isGone(block: Node): boolean {
  return !isAdded(block) && liveWords(block).trim() === '' && block.childCount > 0;
}
