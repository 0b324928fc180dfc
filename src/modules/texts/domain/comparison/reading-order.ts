/** Brings what was matched into reading order, and tells what stands in another place than before. */
import type { AlignedClause, AlignedPart } from './aligned.ts';
import type { Outline } from './outline.ts';
import { inBothOrders, type Pair } from './sequence.ts';

/** Parts in the order of the later text; deleted ones behind the one they followed in the earlier text. */
export function partsInOrder(ofLater: ReadonlyMap<number, number>, from: number, to: number): AlignedPart[] {
  const pairs = [...ofLater].map(([later, earlier]): Pair => [earlier, later]);
  const stayed = new Map(inBothOrders(pairs));
  const known = new Set(ofLater.values());
  const behind = new Map<number, AlignedPart[]>();
  let last = -1;
  for (let index = 0; index < from; index++) {
    last = stayed.get(index) ?? last;
    if (known.has(index)) continue;
    const deleted = { from: index, to: null, moved: false };
    const list = behind.get(last);
    if (list === undefined) behind.set(last, [deleted]);
    else list.push(deleted);
  }
  const ordered: AlignedPart[] = [...(behind.get(-1) ?? [])];
  for (let index = 0; index < to; index++) {
    const earlier = ofLater.get(index) ?? null;
    ordered.push({ from: earlier, to: index, moved: earlier !== null && stayed.get(earlier) !== index });
    ordered.push(...(behind.get(index) ?? []));
  }
  return ordered;
}

/** All clauses of both texts once: those of the later text in order, deleted ones behind what they followed. */
export function readingOrder(
  earlier: Outline,
  later: Outline,
  ofLater: ReadonlyMap<number, number>,
  sections: readonly AlignedPart[],
): AlignedClause[] {
  const moved = movedClauses(earlier, later, ofLater, sections);
  const ofEarlier = new Map([...ofLater].map(([to, from]) => [from, to]));
  /** Deleted clauses behind a clause of the later text. */
  const behind = new Map<number, AlignedClause[]>();
  const ordered: AlignedClause[] = [];
  const emit = (to: number): void => {
    ordered.push({ from: ofLater.get(to) ?? null, to, moved: moved.has(to) });
    ordered.push(...(behind.get(to) ?? []));
  };
  const inEarlier = bySection(earlier);
  const inLater = bySection(later);
  for (const { from, to } of sections) {
    /** Deleted clauses before any clause that stayed in this section. */
    const atStart: AlignedClause[] = [];
    let list = atStart;
    for (const index of from === null ? [] : (inEarlier[from] ?? [])) {
      const there = ofEarlier.get(index);
      if (there === undefined) list.push({ from: index, to: null, moved: false });
      else if (later.sectionOf[there] === to && !moved.has(there)) {
        list = behind.get(there) ?? [];
        behind.set(there, list);
      }
    }
    ordered.push(...atStart);
    for (const index of to === null ? [] : (inLater[to] ?? [])) emit(index);
  }
  return ordered;
}

/** For each section its clauses at all depths, in reading order. */
function bySection(outline: Outline): number[][] {
  const lists: number[][] = outline.sections.map(() => []);
  outline.sectionOf.forEach((section, clause) => lists[section]?.push(clause));
  return lists;
}

/** Clauses of the later text that stand under another heading or clause, or in another order. */
function movedClauses(
  earlier: Outline,
  later: Outline,
  ofLater: ReadonlyMap<number, number>,
  sections: readonly AlignedPart[],
): Set<number> {
  const moved = new Set(ofLater.keys());
  const stay = (from: readonly number[], to: readonly number[]): void => {
    const here = new Set(from);
    const pairs = to.flatMap((index): Pair[] => {
      const there = ofLater.get(index);
      return there === undefined || !here.has(there) ? [] : [[there, index]];
    });
    for (const [, index] of inBothOrders(pairs)) moved.delete(index);
  };
  for (const section of sections) {
    if (section.from === null || section.to === null || section.moved) continue;
    stay(earlier.sections[section.from]?.clauses ?? [], later.sections[section.to]?.clauses ?? []);
  }
  for (const [to, from] of ofLater) stay(earlier.children[from] ?? [], later.children[to] ?? []);
  return moved;
}
