/** Each block stands once, whatever undoing among others brings back. */
import type { Node, Slice } from 'prosemirror-model';
import { Mapping, ReplaceStep, type Step, type Transform } from 'prosemirror-transform';
import { idOf } from './schema.ts';
import { blocksOf, blockWithId, type BlockAt } from './structure.ts';

/** Whether a block has all words of another in their order, maybe among further words. */
export function holds(whole: Node, part: Node): boolean {
  const letters = part.textContent;
  let next = 0;
  for (const letter of whole.textContent) if (letters.startsWith(letter, next)) next += letter.length;
  return next === letters.length;
}

/** The whole blocks of a slice. */
export function blocksIn({ content, openStart, openEnd }: Slice): Node[] {
  const blocks: Node[] = [];
  if (openStart === 0 && openEnd === 0) {
    content.forEach((node) => {
      if (node.isBlock) blocks.push(node);
    });
  }
  return blocks;
}

/**
 * Mends what undoing among others did: a block that it brought back stands once, there, with the words it had meanwhile.
 * @param tr of the document after undoing
 * @param before the document before it
 * @param done the steps of undoing
 */
export function standOnce(tr: Transform, before: Node, done: readonly Step[]): void {
  const mapping = new Mapping(done.map((step) => step.getMap()));
  const brought = new Map<string, Node>();
  for (const step of done.toReversed())
    if (step instanceof ReplaceStep) for (const block of blocksIn(step.slice)) brought.set(idOf(block), block);
  const mended = new Map<BlockAt, Node | null>();
  for (const [id, copies] of Map.groupBy(blocksOf(tr.doc), ({ block }) => idOf(block))) {
    const first = brought.get(id);
    const old = blockWithId(before, id)?.block ?? copies[1]?.block;
    if (first === undefined || old === undefined) continue;
    const stayed = copies.length > 1 ? placeNow(id) : -1;
    const back = copies.find(({ at }) => at !== stayed);
    const whole = holds(first, old);
    for (const copy of copies) mended.set(copy, copy !== back ? null : whole ? copy.block : joined(old, copy.block));
  }
  function placeNow(id: string): number {
    const at = blockWithId(before, id)?.at;
    return at === undefined ? -1 : mapping.map(at, 1);
  }
  for (const [{ at, block }, now] of [...mended].sort(([one], [other]) => other.at - one.at)) {
    if (now === null) tr.delete(at, at + block.nodeSize);
    else if (now !== block) tr.replaceWith(at, at + block.nodeSize, now);
  }
}

/** A block as it was brought back, with the words that it had last. */
export function joined(last: Node, back: Node): Node {
  if (holds(back, last)) return back;
  return back.copy(holds(last, back) ? last.content : back.content.append(last.content));
}
