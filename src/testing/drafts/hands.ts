/** Hands that draft, for tests: any edit at any place, chosen by numbers. */
import fc from 'fast-check';
import { Fragment, Slice, type Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { edit } from '#modules/texts/domain/drafting/edit.ts';
import { addNote } from '#modules/texts/domain/drafting/notes.ts';
import { schema } from '#modules/texts/domain/drafting/schema.ts';
import {
  blocksOf,
  changeDepth,
  joinBlock,
  moveClause,
  splitBlock,
  type BlockAt,
} from '#modules/texts/domain/drafting/structure.ts';
import { settle, suggestionsIn, type Hand } from '#modules/texts/domain/drafting/suggest.ts';

/** A hand whose ids count from its name: "A1", "A2" …. */
export function handOf(author: string, suggest = true): Hand {
  let count = 0;
  return { author, at: '2026-03-01T09:00:00Z', newId: () => `${author}${++count}`, suggest };
}

export const slice = (words: string): Slice => new Slice(Fragment.from(words === '' ? [] : [schema.text(words)]), 0, 0);

/** The block whose words begin so. */
export function block(doc: Node, words: string): BlockAt {
  const found = blocksOf(doc).find((one) => one.block.textContent.startsWith(words));
  if (found === undefined) throw new Error(`No block begins with "${words}".`);
  return found;
}

/** The place before some words of a block. */
export function placeOf(doc: Node, words: string): number {
  let place = -1;
  doc.descendants((node, at) => {
    const index = node.text?.indexOf(words) ?? -1;
    if (place === -1 && index >= 0) place = at + index;
    return true;
  });
  if (place === -1) throw new Error(`"${words}" stands nowhere.`);
  return place;
}

export interface Deed {
  what: 'type' | 'delete' | 'split' | 'join' | 'up' | 'down' | 'in' | 'out' | 'note' | 'accept' | 'reject';
  /** Where, as a share of the document. */
  where: number;
  length: number;
}

export const anyDeed = (what: readonly Deed['what'][]): fc.Arbitrary<Deed> =>
  fc.record({ what: fc.constantFrom(...what), where: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12) });

/** Does something; what cannot be done there is left. @param word what is typed */
export function act(tr: Transform, { what, where, length }: Deed, word: string, hand: Hand): void {
  const blocks = blocksOf(tr.doc);
  const one = blocks[Math.min(Math.floor(where * blocks.length), blocks.length - 1)];
  if (one === undefined) return;
  const inside = where * blocks.length - Math.floor(where * blocks.length);
  const place = one.at + 1 + Math.floor(inside * (one.block.content.size + 1));
  const end = Math.min(place + length, one.at + 1 + one.block.content.size);
  const suggestions = suggestionsIn(tr.doc);
  const suggestion = suggestions[Math.floor(where * suggestions.length)];
  if (what === 'type') edit(tr, place, place, slice(word), hand);
  else if (what === 'delete' && place < end) edit(tr, place, end, Slice.empty, hand);
  else if (what === 'split') splitBlock(tr, place, hand);
  else if (what === 'join') joinBlock(tr, one.at, hand);
  else if (what === 'up' || what === 'down') moveClause(tr, one.at, what);
  else if (what === 'in' || what === 'out') changeDepth(tr, one.at, what === 'in' ? 1 : -1);
  else if (what === 'note') addNote(tr, place, hand);
  else if ((what === 'accept' || what === 'reject') && suggestion !== undefined)
    settle(tr, suggestion.id, what === 'accept');
}
