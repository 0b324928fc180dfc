/**
 * Changes to a draft as suggestions: words are struck, not removed; new words say whose they are. What a person had
 * suggested and takes back is really gone, for the base text never had it. All functions add to a transform and take
 * positions in its document.
 */
import type { Mark, MarkType, Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { isAdded, isInserted, isStruck, schema, textOfAttr } from './schema.ts';

/** Who changes a draft, and how. */
export interface Hand {
  author: string;
  /** ISO 8601. */
  at: string;
  newId(): string;
  /** Whether changes are suggested; otherwise they are simply made. */
  suggest: boolean;
}

const { insertion, deletion } = schema.marks;

/** The mark of this hand's suggestion at a place: that of its words beside it, so that one change is one suggestion. */
export function markAt(doc: Node, type: MarkType, from: number, to: number, hand: Hand): Mark {
  for (const inline of [doc.resolve(from).nodeBefore, doc.resolve(to).nodeAfter]) {
    const beside = suggestionOn(inline);
    if (beside !== null && beside.attrs['author'] === hand.author) return type.create(beside.attrs);
  }
  return type.create({ id: hand.newId(), author: hand.author, at: hand.at });
}

/** The suggestion that some words belong to. */
export function suggestionOn(inline: Node | null | undefined): Mark | null {
  return inline?.marks.find((mark) => mark.type === insertion || mark.type === deletion) ?? null;
}

interface Stretch {
  from: number;
  to: number;
  inline: Node;
}

/** The words and signs between two places, last first, so that what is done to one does not move the others. */
function stretchesBetween(doc: Node, from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isInline) found.push({ from: Math.max(at, from), to: Math.min(at + node.nodeSize, to), inline: node });
    return true;
  });
  return found.reverse();
}

/** Strikes the words between two places, of one block or of several; new notes go with their signs. */
export function strike(tr: Transform, from: number, to: number, hand: Hand): void {
  const signs = stretchesBetween(tr.doc, from, to).flatMap(({ inline }) =>
    inline.type === schema.nodes.noteref && (isInserted(inline) || !hand.suggest)
      ? textOfAttr(inline.attrs, 'note')
      : [],
  );
  strikeWords(tr, from, to, hand, markAt(tr.doc, deletion, from, to, hand));
  for (const id of signs) removeNote(tr, id);
}

/** Strikes words that stand elsewhere now. */
export function strikeWords(tr: Transform, from: number, to: number, hand: Hand, struck: Mark): void {
  for (const stretch of stretchesBetween(tr.doc, from, to)) {
    if (isInserted(stretch.inline) || !hand.suggest) {
      tr.delete(stretch.from, stretch.to);
    } else if (!isStruck(stretch.inline)) tr.addMark(stretch.from, stretch.to, struck);
  }
}

function removeNote(tr: Transform, id: string): void {
  const own: { at: number; end: number }[] = [];
  tr.doc.forEach((block, at) => {
    const { note } = schema.nodes;
    if (block.type === note && block.attrs['id'] === id && isAdded(block)) own.push({ at, end: at + block.nodeSize });
  });
  for (const { at, end } of own.reverse()) tr.delete(at, end);
}

/** Puts words in; behind struck words they replace. @returns the place behind them */
export function putIn(tr: Transform, at: number, inlines: readonly Node[], hand: Hand, mark?: Mark): number {
  const place = hand.suggest ? behindStruck(tr.doc, at) : at;
  if (inlines.length === 0) return place;
  const made = mark ?? markAt(tr.doc, insertion, place, place, hand);
  const content = inlines.map((inline) => {
    const bare = deletion.removeFromSet(insertion.removeFromSet(inline.marks));
    return inline.mark(hand.suggest ? made.addToSet(bare) : bare);
  });
  tr.insert(place, content);
  return place + content.reduce((size, inline) => size + inline.nodeSize, 0);
}

function behindStruck(doc: Node, at: number): number {
  let place = at;
  for (;;) {
    const after = doc.resolve(place).nodeAfter;
    if (after === null || !after.isInline || !isStruck(after)) return place;
    place += after.nodeSize;
  }
}

/** Takes a suggestion as it is, or back. */
export function settle(tr: Transform, id: string, accept: boolean): void {
  const stretches: Stretch[] = [];
  const emptied = new Set<string>();
  tr.doc.descendants((node, at, parent) => {
    const mark = node.isInline ? suggestionOn(node) : null;
    if (mark?.attrs['id'] !== id) return true;
    stretches.push({ from: at, to: at + node.nodeSize, inline: node });
    emptied.add(textOfAttr(parent?.attrs ?? {}, 'id'));
    return true;
  });
  for (const { from, to, inline } of stretches.reverse()) {
    if (isInserted(inline) === accept) tr.removeMark(from, to, accept ? insertion : deletion);
    else tr.delete(from, to);
  }
  const gone: { from: number; to: number }[] = [];
  tr.doc.forEach((block, at) => {
    const own = textOfAttr(block.attrs, 'id');
    if (own !== '' && emptied.has(own) && block.childCount === 0) gone.push({ from: at, to: at + block.nodeSize });
  });
  for (const { from, to } of gone.reverse()) tr.delete(from, to);
}

/** One suggestion: where it is, who made it, and its words. */
export interface Suggestion {
  id: string;
  author: string;
  at: string;
  from: number;
  to: number;
  inserted: string;
  deleted: string;
}

/** The suggestions that wait for a person, in the order of the text. */
export function suggestionsIn(doc: Node): Suggestion[] {
  const all = new Map<string, Suggestion>();
  doc.descendants((node, at) => {
    const mark = node.isInline ? suggestionOn(node) : null;
    if (mark === null) return true;
    const id = textOfAttr(mark.attrs, 'id');
    const known = all.get(id) ?? {
      id,
      author: textOfAttr(mark.attrs, 'author'),
      at: textOfAttr(mark.attrs, 'at'),
      from: at,
      to: at,
      inserted: '',
      deleted: '',
    };
    known.to = at + node.nodeSize;
    if (mark.type === insertion) known.inserted += node.text ?? '';
    else known.deleted += node.text ?? '';
    all.set(id, known);
    return true;
  });
  return [...all.values()];
}
