/** Brings what belongs together in two texts into one reading order. */
import type { AlignedClause, AlignedPart } from './aligned.ts';
import type { Outline } from './outline.ts';
import type { Related } from './relation.ts';

/** Parts in the order of the later text; deleted ones behind the one they followed in the earlier text. */
export function partsInOrder(related: readonly Related[], from: number, to: number): AlignedPart[] {
  const ofEarlier = new Map(related.map((pair) => [pair.from, pair]));
  const ofLater = new Map(related.map((pair) => [pair.to, pair]));
  const atStart: AlignedPart[] = [];
  const behind = new Map<number, AlignedPart[]>();
  let list = atStart;
  for (let index = 0; index < from; index++) {
    const pair = ofEarlier.get(index);
    if (pair === undefined) list.push({ from: index, to: null, moved: false });
    else if (!pair.moved) behind.set(pair.to, (list = []));
  }
  const ordered = [...atStart];
  for (let index = 0; index < to; index++) {
    ordered.push(ofLater.get(index) ?? { from: null, to: index, moved: false });
    for (const part of behind.get(index) ?? []) ordered.push(part);
  }
  return ordered;
}

/** All clauses of both texts once: those of the later text in order, deleted ones behind what they followed. */
export function clausesInOrder(
  earlier: Outline,
  later: Outline,
  related: readonly Related[],
  sections: readonly AlignedPart[],
): AlignedClause[] {
  const ofEarlier = new Map(related.map((pair) => [pair.from, pair]));
  const ofLater = new Map(related.map((pair) => [pair.to, pair]));
  const inEarlier = bySection(earlier);
  const inLater = bySection(later);
  const ordered: AlignedClause[] = [];
  for (const { from, to } of sections) {
    const atStart: AlignedClause[] = [];
    const behind = new Map<number, AlignedClause[]>();
    let list = atStart;
    for (const index of from === null ? [] : (inEarlier[from] ?? [])) {
      const pair = ofEarlier.get(index);
      if (pair === undefined) list.push({ from: index, to: null, moved: false });
      else if (!pair.moved && later.sectionOf[pair.to] === to) behind.set(pair.to, (list = []));
    }
    for (const clause of atStart) ordered.push(clause);
    for (const index of to === null ? [] : (inLater[to] ?? [])) {
      ordered.push(ofLater.get(index) ?? { from: null, to: index, moved: false });
      for (const clause of behind.get(index) ?? []) ordered.push(clause);
    }
  }
  return ordered;
}

/** For each section its clauses at all depths, in reading order. */
function bySection(outline: Outline): number[][] {
  const lists: number[][] = outline.sections.map(() => []);
  outline.sectionOf.forEach((section, clause) => lists[section]?.push(clause));
  return lists;
}
