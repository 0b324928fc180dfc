/** Changes as a plain form proposes them: one clause in new words, deleted, or with a new one behind it. */
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { refuse } from '#kernel/problem.ts';
import { runsBetween } from '../register/settle.ts';
import { addComment } from './notes.ts';
import { idOf, isStruck, liveWords, schema } from './schema.ts';
import { blockWithId, splitBlock, type BlockAt } from './structure.ts';
import { putIn, strike, type Hand } from './suggest.ts';

export interface ProposedChange {
  /** Id of the block; "title", "heading" and "opening" for these. */
  block: string;
  what: 'reword' | 'delete' | 'insert-after';
  words: string;
  /** Why; kept as a comment on the words. */
  reason: string;
}

/**
 * The steps of a proposed change.
 * @throws Refusal `no-clause` when the block is not there, `no-words` when there is nothing to put in, `nothing-changed`
 */
export function proposedSteps(doc: Node, { block, what, words, reason }: ProposedChange, hand: Hand): Transform {
  const found = blockWithId(doc, block);
  if (found === null) {
    return refuse(
      'no-clause',
      'The clause is not in the draft any more.',
      'Go back to the draft and look what became of it.',
    );
  }
  const tr = new Transform(doc);
  if (what !== 'delete' && words === '') refuse('no-words', 'Enter the words.', '', { field: 'wording' });
  if (what === 'reword') reword(tr, found, words, hand);
  else if (what === 'delete') strike(tr, found.at + 1, found.at + found.block.nodeSize - 1, hand);
  const at = what === 'insert-after' ? insertAfter(tr, found, words, hand) : found.at;
  if (tr.steps.length === 0) {
    refuse('nothing-changed', 'The words are those that stand there.', 'Change them, or go back.', {
      field: 'wording',
    });
  }
  if (reason !== '') commentOn(tr, at, reason, hand);
  return tr;
}

function insertAfter(tr: Transform, { block, at }: BlockAt, words: string, hand: Hand): number {
  const place = splitBlock(tr, at + block.nodeSize - 1, hand);
  if (place === null) return refuse('no-place', 'No clause can stand there.', 'Put it behind a clause or a heading.');
  putIn(tr, place, [schema.text(words)], hand);
  return place - 1;
}

function commentOn(tr: Transform, at: number, reason: string, hand: Hand): void {
  const block = tr.doc.nodeAt(at);
  if (block !== null && block.content.size > 0) addComment(tr, at + 1, at + 1 + block.content.size, reason, hand);
}

/** Puts new words in the place of those that stand, word by word; what stays is not touched, nor are the notes. */
function reword(tr: Transform, { block, at }: BlockAt, words: string, hand: Hand): void {
  const places = placesOfLive(block, at);
  const end = (places.at(-1) ?? at) + 1;
  const edits: { from: number; to: number; words: string }[] = [];
  let offset = 0;
  let last: (typeof edits)[number] | null = null;
  for (const { text, change } of runsBetween(liveWords(block), words)) {
    if (change === 'same') {
      offset += text.length;
      last = null;
    } else if (change === 'deleted') {
      last = { from: offset, to: offset + text.length, words: '' };
      edits.push(last);
      offset += text.length;
    } else if (last === null) edits.push({ from: offset, to: offset, words: text });
    else last.words += text;
  }
  const placeAt = (index: number): number => (index === 0 ? (places[0] ?? end) : (places[index - 1] ?? end - 1) + 1);
  for (const { from, to, words } of edits.reverse()) {
    // From behind, and new words before old ones are struck: no place moves before it is needed.
    if (words !== '') putIn(tr, Math.min(placeAt(to), tr.doc.resolve(at + 1).end()), [schema.text(words)], hand);
    for (let index = to - 1; index >= from; index--) {
      const start = startOfRun(places, index, from);
      strike(tr, places[start] ?? end, (places[index] ?? end) + 1, hand);
      index = start;
    }
  }
}

/** The first of the characters that follow each other without a break up to one. */
function startOfRun(places: readonly number[], index: number, least: number): number {
  let start = index;
  while (start > least && places[start - 1] === (places[start] ?? 0) - 1) start--;
  return start;
}

/** Where each character of the proposed words stands. */
function placesOfLive(block: Node, at: number): number[] {
  const places: number[] = [];
  block.forEach((inline, offset) => {
    if (inline.text === undefined || isStruck(inline)) return;
    for (let index = 0; index < inline.text.length; index++) places.push(at + 1 + offset + index);
  });
  return places;
}

/** Whether a block has other words or another place than before: then a change to it was made without knowing. */
export function changedSince(block: string, before: Node, now: Node): boolean {
  const old = blockWithId(before, block)?.block;
  const own = blockWithId(now, block)?.block;
  return old === undefined || own === undefined || liveWords(old) !== liveWords(own) || idOf(old) !== idOf(own);
}
