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
 * @param done the steps of undoing, each with the document before it
 */
export function standOnce(tr: Transform, done: readonly { step: Step; doc: Node }[]): void {
  const mended = new Map<BlockAt, Node | null>();
  const last = lastSeen(done);
  for (const [id, copies] of Map.groupBy(blocksOf(tr.doc), ({ block }) => idOf(block))) {
    const seen = last.get(id);
    const old = seen?.block ?? copies[1]?.block;
    if (seen === undefined || old === undefined) continue;
    const back = copies.find(({ at }) => copies.length === 1 || at !== seen.at);
    const whole = holds(seen.brought, old);
    for (const copy of copies) mended.set(copy, copy !== back ? null : whole ? copy.block : joined(old, copy.block));
  }
  for (const [{ at, block }, now] of [...mended].sort(([one], [other]) => other.at - one.at)) {
    if (now === null) tr.delete(at, at + block.nodeSize);
    else if (now !== block) tr.replaceWith(at, at + block.nodeSize, now);
  }
}

/** The blocks that undoing brought: as they first were, as they stood before that, and where that block is now. */
function lastSeen(done: readonly { step: Step; doc: Node }[]) {
  const last = new Map<string, { brought: Node; block: Node | undefined; at: number }>();
  const mapping = new Mapping(done.map(({ step }) => step.getMap()));
  const touched = new Map<string, number>();
  done.forEach(({ step, doc }, index) => {
    if (!(step instanceof ReplaceStep)) return;
    for (const block of blocksIn(doc.slice(step.from, step.to)))
      touched.set(idOf(block), touched.get(idOf(block)) ?? index);
    for (const brought of blocksIn(step.slice)) {
      const id = idOf(brought);
      if (last.has(id)) continue;
      const since = touched.get(id) ?? index;
      const old = blockWithId(done[since]?.doc ?? doc, id);
      const at = old === null ? -1 : mapping.slice(since).map(old.at, 1);
      last.set(id, { brought, block: old?.block, at });
    }
  });
  return last;
}

/** A block as it was brought back, with the words that it had last. */
export function joined(last: Node, back: Node): Node {
  if (holds(back, last)) return back;
  return back.copy(holds(last, back) ? last.content : back.content.append(last.content));
}
