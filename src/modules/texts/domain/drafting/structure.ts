/** Changes to the structure of a draft: clauses split, joined, moved, made sub-clauses. */
import type { Mark, Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { deepest, depthIn, idOf, isAdded, isGone, isInserted, isStruck, liveWords, schema } from './schema.ts';
import { suggestionOn, strikeWords, type Hand } from './suggest.ts';

const { insertion, deletion } = schema.marks;

/** A block with its place. */
export interface BlockAt {
  block: Node;
  at: number;
  index: number;
}

/** The block that holds a place; `null` between blocks. */
export function blockAt(doc: Node, place: number): BlockAt | null {
  const resolved = doc.resolve(place);
  return resolved.depth === 0 ? null : { block: resolved.node(1), at: resolved.before(1), index: resolved.index(0) };
}

/** The block with an id, wherever it is now. */
export function blockWithId(doc: Node, id: string): BlockAt | null {
  return blocksOf(doc).find(({ block }) => idOf(block) === id) ?? null;
}

export function blocksOf(doc: Node): BlockAt[] {
  const blocks: BlockAt[] = [];
  doc.forEach((block, at, index) => blocks.push({ block, at, index }));
  return blocks;
}

const endOf = ({ block, at }: BlockAt): number => at + block.nodeSize;
const isAnnex = (block: Node): boolean => block.type === schema.nodes.annex;
const isClause = (block: Node | undefined): boolean => block?.type === schema.nodes.clause;

/** A clause with its sub-clauses. */
function subtreeOf(blocks: readonly BlockAt[], of: BlockAt): BlockAt[] {
  const end = blocks.findIndex(
    ({ block, index }) => index > of.index && (!isClause(block) || depthIn(block) <= depthIn(of.block)),
  );
  return blocks.slice(of.index, end === -1 ? blocks.length : end);
}

const newClause = (depth: number, hand: Hand, content: readonly Node[] = []): Node =>
  schema.nodes.clause.create({ id: hand.newId(), depth: Math.min(depth, deepest), label: null, added: true }, content);

/**
 * Splits a clause, or begins a new one behind it; behind a colon the new one is a sub-clause. Words of the base text
 * that go over to the new clause are struck where they stood.
 * @returns where the hand goes on, or `null` where nothing can be split
 */
export function splitBlock(tr: Transform, place: number, hand: Hand): number | null {
  const here = blockAt(tr.doc, place);
  if (here === null) return null;
  const { block, at } = here;
  const { clause, section, annextitle, annex } = schema.nodes;
  const tail = inlinesFrom(block, place - at - 1).filter((inline) => !isStruck(inline));
  if (block.type === section || block.type === annextitle || block.type === annex) {
    return tail.length === 0 ? insertBlock(tr, endOf(here), newClause(0, hand)) : null;
  }
  if (block.type !== clause) return null;
  if (tail.length === 0) {
    const leadsIn = /:\s*$/u.test(liveWords(block));
    const last = subtreeOf(blocksOf(tr.doc), here).at(-1) ?? here;
    return insertBlock(tr, endOf(leadsIn ? here : last), newClause(depthIn(block) + (leadsIn ? 1 : 0), hand));
  }
  if (place === at + 1) {
    insertBlock(tr, at, newClause(depthIn(block), hand));
    return place + 2;
  }
  return carryOver(tr, here, place, tail, hand);
}

function insertBlock(tr: Transform, at: number, block: Node): number {
  tr.insert(at, block);
  return at + 1;
}

/** The inline nodes of a block from an offset on, the first one cut. */
function inlinesFrom(block: Node, offset: number): Node[] {
  const inlines: Node[] = [];
  block.content.cut(offset).forEach((inline) => inlines.push(inline));
  return inlines;
}

/** Takes the words behind a place over into a new clause. */
function carryOver(tr: Transform, here: BlockAt, place: number, tail: readonly Node[], hand: Hand): number {
  const own = { id: hand.newId(), author: hand.author, at: hand.at };
  const made = newClause(
    depthIn(here.block),
    hand,
    tail.map((inline) => asPutIn(inline, insertion.create(own), hand)),
  );
  tr.insert(endOf(here), made);
  strikeWords(tr, place, endOf(here) - 1, hand, deletion.create(own));
  return (blockWithId(tr.doc, idOf(made))?.at ?? here.at) + 1;
}

/** Words as they stand in the clause they are taken to: new there, unless they were new before. */
function asPutIn(inline: Node, mark: Mark, hand: Hand): Node {
  return isInserted(inline) || !hand.suggest
    ? inline
    : inline.mark(mark.addToSet(deletion.removeFromSet(inline.marks)));
}

/**
 * Joins a clause to the one before it.
 * @param at where the later clause begins
 * @returns where the two meet, or `null` where nothing can be joined
 */
export function joinBlock(tr: Transform, at: number, hand: Hand): number | null {
  const blocks = blocksOf(tr.doc);
  const later = blocks.find((one) => one.at === at);
  if (later === undefined || !isClause(later.block)) return null;
  const before = blocks.slice(0, later.index).findLast(({ block }) => !(isClause(block) && isGone(block)));
  if (before === undefined || !isClause(before.block)) {
    const empty = isAdded(later.block) && later.block.childCount === 0;
    if (!empty || before === undefined) return null;
    tr.delete(later.at, endOf(later));
    return endOf(before) - 1;
  }
  const meet = endOf(before) - 1;
  if (undoneSplit(tr, before, later)) return meet - sizeOfStruckEnd(before.block);
  const own = { id: hand.newId(), author: hand.author, at: hand.at };
  const carried = inlinesFrom(later.block, 0)
    .filter((inline) => !isStruck(inline))
    .map((inline) => asPutIn(inline, insertion.create(own), hand));
  if (isAdded(later.block) || !hand.suggest) tr.delete(later.at, endOf(later));
  else strikeWords(tr, later.at + 1, endOf(later) - 1, hand, deletion.create(own));
  const words = liveWords(before.block);
  const blank = carried.length === 0 || words === '' || /\s$/u.test(words) || /^\s/u.test(carried[0]?.text ?? '');
  const parted = blank ? carried : [asPutIn(schema.text(' '), insertion.create(own), hand), ...carried];
  if (parted.length > 0) tr.insert(meet, parted);
  return meet;
}

function sizeOfStruckEnd(block: Node): number {
  let size = 0;
  for (let index = block.childCount - 1; index >= 0 && isStruck(block.child(index)); index--)
    size += block.child(index).nodeSize;
  return size;
}

/** A clause that was split off and is joined again, unchanged: the split is taken back. */
function undoneSplit(tr: Transform, before: BlockAt, later: BlockAt): boolean {
  const [first, last] = [later.block.firstChild, before.block.lastChild];
  const id: unknown = suggestionOn(first)?.attrs['id'];
  if (!isAdded(later.block) || first === null || last === null || !isStruck(last) || id === undefined) return false;
  const own = inlinesFrom(before.block, before.block.content.size - sizeOfStruckEnd(before.block));
  const same = (inlines: readonly Node[]): boolean =>
    inlines.every((inline) => suggestionOn(inline)?.attrs['id'] === id);
  if (
    !same(own) ||
    !same(inlinesFrom(later.block, 0)) ||
    later.block.textContent !== own.map((one) => one.text ?? '').join('')
  ) {
    return false;
  }
  tr.delete(later.at, endOf(later));
  const end = endOf(before) - 1;
  tr.removeMark(end - sizeOfStruckEnd(before.block), end, deletion);
  return true;
}

/**
 * Moves a clause with its sub-clauses past its neighbour, or under the neighbouring heading.
 * @returns where it begins then, or `null` where it cannot go further
 */
export function moveClause(tr: Transform, at: number, direction: 'up' | 'down'): number | null {
  const blocks = blocksOf(tr.doc);
  const here = blocks.find((one) => one.at === at);
  if (here === undefined || !isClause(here.block)) return null;
  const own = subtreeOf(blocks, here);
  const end = endOf(own.at(-1) ?? here);
  const to = direction === 'up' ? placeAbove(blocks, here) : placeBelow(blocks, here, own);
  if (to === null) return null;
  const content = own.map(({ block }) => block);
  tr.delete(here.at, end);
  const place = to > here.at ? to - (end - here.at) : to;
  tr.insert(place, content);
  return place;
}

function placeAbove(blocks: readonly BlockAt[], here: BlockAt): number | null {
  const before = blocks[here.index - 1];
  if (before === undefined) return null;
  if (before.block.type === schema.nodes.section) {
    const above = blocks[before.index - 1]?.block;
    return isClause(above) || above?.type === schema.nodes.section ? before.at : null;
  }
  if (!isClause(before.block)) return null;
  const depth = depthIn(here.block);
  const sibling = blocks.slice(0, here.index).findLast(({ block }) => !isClause(block) || depthIn(block) <= depth);
  return sibling !== undefined && isClause(sibling.block) && depthIn(sibling.block) === depth ? sibling.at : null;
}

function placeBelow(blocks: readonly BlockAt[], here: BlockAt, own: readonly BlockAt[]): number | null {
  const next = blocks[here.index + own.length];
  if (next === undefined) return null;
  if (next.block.type === schema.nodes.section) return endOf(next);
  if (!isClause(next.block) || depthIn(next.block) !== depthIn(here.block)) return null;
  return endOf(subtreeOf(blocks, next).at(-1) ?? next);
}

/**
 * Makes a clause with its sub-clauses a sub-clause of the one before it, or raises it.
 * @returns whether it could be done
 */
export function changeDepth(tr: Transform, at: number, by: 1 | -1): boolean {
  const blocks = blocksOf(tr.doc);
  const here = blocks.find((one) => one.at === at);
  if (here === undefined || !isClause(here.block)) return false;
  const depth = depthIn(here.block) + by;
  const before = blocks.slice(0, here.index).findLast(({ block }) => !(isClause(block) && isGone(block)));
  const most = before !== undefined && isClause(before.block) ? depthIn(before.block) + 1 : 0;
  const own = subtreeOf(blocks, here);
  if (depth < 0 || depth > most || own.some(({ block }) => depthIn(block) + by > deepest)) return false;
  for (const { block, at: place } of own) tr.setNodeAttribute(place, 'depth', depthIn(block) + by);
  return true;
}

/** A new section behind the list that a place stands in. @returns where its heading begins */
export function addSection(tr: Transform, place: number, hand: Hand): number | null {
  const blocks = blocksOf(tr.doc);
  const here = blockAt(tr.doc, place);
  if (here === null || here.block.type === schema.nodes.note) return null;
  const { section, annex, note } = schema.nodes;
  const next = blocks.find(({ block, index }) => index > here.index && [section, annex, note].includes(block.type));
  const over = blocks.slice(0, here.index + 1).findLast(({ block }) => isAnnex(block));
  const kind = over === undefined ? '' : 'annex';
  const heading = schema.nodes.section.create({ id: hand.newId(), kind, added: true });
  return insertBlock(tr, next?.at ?? tr.doc.content.size, heading);
}

/** A new annex at the end. @returns where its heading begins */
export function addAnnex(tr: Transform, hand: Hand): number {
  const { annex, annextitle, note } = schema.nodes;
  const at = blocksOf(tr.doc).find(({ block }) => block.type === note)?.at ?? tr.doc.content.size;
  const [heading, title] = [annex, annextitle].map((type) => type.create({ id: hand.newId(), added: true }));
  if (heading !== undefined && title !== undefined) tr.insert(at, [heading, title]);
  return at + 1;
}
