/** Each block stands once, whatever undoing among others brings back. */
import type { Node } from 'prosemirror-model';
import type { Mappable, Transform } from 'prosemirror-transform';
import { idOf } from './schema.ts';
import { blocksOf, blockWithId, type BlockAt } from './structure.ts';

/** Whether a block has all words of another in their order, maybe among further words. */
export function holds(whole: Node, part: Node): boolean {
  const letters = part.textContent;
  let next = 0;
  for (const letter of whole.textContent) if (letters.startsWith(letter, next)) next += letter.length;
  return next === letters.length;
}

/**
 * Makes blocks that stand twice stand once: where they were brought back, with the words they had meanwhile.
 * @param before the document before they were brought back
 * @param mapping from that document to the one of the transform
 */
export function standOnce(tr: Transform, before: Node, mapping: Mappable): void {
  const byId = Map.groupBy(blocksOf(tr.doc), ({ block }) => idOf(block));
  const twice = [...byId.values()].filter((copies) => copies.length > 1);
  const wanted = new Map<BlockAt, Node>();
  for (const copies of twice) {
    const old = blockWithId(before, idOf(copies[0]?.block ?? before));
    const stood = old === null ? null : mapping.map(old.at, 1);
    const current = copies.find(({ at }) => at === stood) ?? copies[0];
    const back = copies.find((copy) => copy !== current);
    if (current !== undefined && back !== undefined) wanted.set(back, joined(current.block, back.block));
  }
  for (const copy of twice.flat().sort((one, other) => other.at - one.at)) {
    const block = wanted.get(copy);
    const end = copy.at + copy.block.nodeSize;
    if (block === undefined) tr.delete(copy.at, end);
    else tr.replaceWith(copy.at, end, block);
  }
}

/** A block as it stood last, with the words of an older state that it has no more. */
function joined(current: Node, back: Node): Node {
  if (holds(current, back)) return current;
  return current.copy(holds(back, current) ? back.content : back.content.append(current.content));
}
