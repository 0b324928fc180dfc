/** What typing, deleting and pasting do to a draft. */
import type { Mark, Node, Slice } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { isStruck, schema } from './schema.ts';
import { splitBlock } from './structure.ts';
import { putIn, strike, type Hand } from './suggest.ts';

/**
 * Replaces what stands between two places, as typing, deleting and pasting do; each further block of what is put in
 * becomes a clause.
 * @returns where the hand is then
 */
export function edit(tr: Transform, from: number, to: number, slice: Slice, hand: Hand): number {
  const start = tr.mapping.maps.length;
  const end = tr.doc.resolve(from).sameParent(tr.doc.resolve(to)) ? to : tr.doc.resolve(from).end();
  if (from < to) strike(tr, from, to, hand);
  let place = tr.mapping.slice(start).map(end, -1);
  paragraphsOf(slice).forEach((inlines, index) => {
    if (index > 0) place = splitBlock(tr, place, hand) ?? place;
    place = putIn(tr, place, inlines, hand);
  });
  return place;
}

/** The words of a slice, block by block; what is struck in it is left behind. */
export function paragraphsOf(slice: Slice): Node[][] {
  const blocks: Node[][] = [];
  let loose: Node[] | null = null;
  slice.content.forEach((node) => {
    if (node.isInline) {
      if (loose === null) blocks.push((loose = []));
      if (!isStruck(node)) loose.push(copied(node));
      return;
    }
    loose = null;
    const inlines: Node[] = [];
    node.forEach((inline) => {
      if (inline.isInline && !isStruck(inline)) inlines.push(copied(inline));
    });
    blocks.push(inlines);
  });
  return blocks.map((inlines) => inlines.filter((inline) => inline.isText));
}

/** Words that are copied say nothing of what was said about them. */
const copied = (inline: Node): Node =>
  inline.mark(schema.marks.reference.isInSet(inline.marks) === undefined ? [] : inline.marks.filter(isReference));
const isReference = (mark: Mark): boolean => mark.type === schema.marks.reference;
