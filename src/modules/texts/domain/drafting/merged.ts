/** The blocks of the base text and of the draft in one order. */
import type { Node } from 'prosemirror-model';
import { depthIn, idOf, isAdded, isGone, liveWords, schema } from './schema.ts';

/** A block of either text. */
export interface Entry {
  /** As it stands in the draft; a block that is in the base only, as it stood there. */
  block: Node;
  /** As it stood in the base; `null` where it did not. */
  base: Node | null;
  in: 'both' | 'base' | 'draft';
  depth: number;
  /** Counted from 1. */
  line: number;
}

type Unnumbered = Omit<Entry, 'line'>;

/**
 * Every block of both texts once, notes left out; a block that was moved twice: where it stood, and where it stands.
 * What is in the base only stands behind the block it followed there. A new block without words is not there yet.
 */
export function entriesOf(doc: Node, base: Node | null): Entry[] {
  const before = blocksOf(base);
  const now = blocksOf(doc);
  const places = new Map(before.map((block, index) => [idOf(block), index]));
  const staying = stayingBlocks(before, now);
  const entries: Unnumbered[] = [];
  let next = 0;
  /** Adds the blocks of the base that stand there no more, up to the one that is still there. */
  const bring = (until: number): void => {
    for (; next < until; next++) {
      const block = before[next];
      if (block !== undefined) entries.push({ block, base: block, in: 'base', depth: depthIn(block) });
    }
  };
  const stays = new Set(staying.flatMap((at) => at ?? []));
  const upToNextStaying = (): number => {
    let until = next;
    while (until < before.length && !stays.has(until)) until++;
    return until;
  };
  now.forEach((block, index) => {
    const at = staying[index] ?? null;
    const depth = depthIn(block);
    if (at === null) {
      const moved = places.has(idOf(block));
      if (moved ? !isGone(block) : liveWords(block).trim() !== '')
        entries.push({ block, base: null, in: 'draft', depth });
      return;
    }
    bring(at);
    const old = before[at] ?? null;
    next = at + 1;
    const gone = isEmptied(block, old);
    entries.push({ block: gone ? (old ?? block) : block, base: old, in: gone ? 'base' : 'both', depth });
    bring(upToNextStaying());
  });
  bring(before.length);
  return entries.map((entry, index) => ({ ...entry, line: index + 1 }));
}

/**
 * For each block of the draft its place in the base, or `null` where it is new or was moved. Headings stay; a clause
 * stays that is as deep as it was and between the same headings, unless others would have to be called moved for it.
 */
function stayingBlocks(before: readonly Node[], now: readonly Node[]): (number | null)[] {
  const places = new Map(before.map((block, index) => [idOf(block), index]));
  const found = now.map((block) => {
    const at = places.get(idOf(block));
    const old = at === undefined ? undefined : before[at];
    return at === undefined || old === undefined || depthIn(old) !== depthIn(block) ? null : at;
  });
  const headings = longestRise(found.map((at, index) => (now[index]?.type === schema.nodes.clause ? null : at)));
  const above = lastKnown(headings);
  const below = lastKnown(headings.toReversed()).toReversed();
  return longestRise(
    found.map((at, index) =>
      at !== null && at >= (above[index] ?? -1) && at <= (below[index] ?? before.length) ? at : null,
    ),
  );
}

/** For each place the last number up to it. */
function lastKnown(numbers: readonly (number | null)[]): (number | null)[] {
  let last: number | null = null;
  return numbers.map((number) => (last = number ?? last));
}

/** Whether a block that had words has none now; heading, title and opening stay in their places, empty. */
function isEmptied(block: Node, old: Node | null): boolean {
  const fixed = block.type.name === 'heading' || block.type.name === 'title' || block.type.name === 'opening';
  return !fixed && liveWords(block).trim() === '' && (old?.textContent.trim() ?? '') !== '' && !isAdded(block);
}

function blocksOf(doc: Node | null): Node[] {
  const blocks: Node[] = [];
  doc?.forEach((block) => {
    if (block.type !== schema.nodes.note) blocks.push(block);
  });
  return blocks;
}

/**
 * Of numbers in some order the longest rising selection, so that as few as possible count as moved; the others are
 * `null`. O(n log n).
 */
function longestRise(numbers: readonly (number | null)[]): (number | null)[] {
  /** Index of the smallest last number of a selection of each length, and for every number the one before it. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  const valueAt = (index: number | undefined): number => (index === undefined ? -1 : (numbers[index] ?? -1));
  numbers.forEach((number, index) => {
    if (number === null) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (valueAt(ends[middle]) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) kept.add(at);
  return numbers.map((number, index) => (kept.has(index) ? number : null));
}
