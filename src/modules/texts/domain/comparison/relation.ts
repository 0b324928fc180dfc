/** What belongs together in two texts and what of it moved; the same, whichever of the two texts comes first. */
import { matchingOf } from './matching.ts';
import type { Outline } from './outline.ts';
import { inBothOrders, type Pair } from './sequence.ts';

/** Members of two texts that are the same one. */
export interface Related {
  from: number;
  to: number;
  moved: boolean;
}

export interface Relation {
  clauses: Related[];
  sections: Related[];
  annexes: Related[];
}

/**
 * Relates two texts. Where several readings are as good as each other, which one is chosen must not depend on which
 * text comes first: what was added one way is what was deleted the other way. So the texts are put in a set order.
 */
export function relationOf(earlier: Outline, later: Outline): Relation {
  if (!comesAfter(earlier, later)) return relate(earlier, later);
  const { clauses, sections, annexes } = relate(later, earlier);
  return { clauses: turned(clauses), sections: turned(sections), annexes: turned(annexes) };
}

const turned = (all: readonly Related[]): Related[] =>
  all.map(({ from, to, moved }) => ({ from: to, to: from, moved }));

function comesAfter(one: Outline, other: Outline): boolean {
  const [here, there] = [linesOf(one), linesOf(other)];
  const at = here.findIndex((line, index) => line !== there[index]);
  return at >= 0 && (here[at] ?? '') > (there[at] ?? '');
}

function linesOf(outline: Outline): string[] {
  return [
    ...outline.clauses.map((clause) => `${clause.depth} ${clause.words}`),
    ...outline.sections.map(({ section, clauses }) => `${section.heading ?? ''} ${clauses.length}`),
    ...outline.annexes.map(({ heading, title }) => `${heading} ${title ?? ''}`),
  ];
}

function relate(earlier: Outline, later: Outline): Relation {
  const matching = matchingOf(earlier, later);
  const sections = withMoves(matching.sections);
  const stayed = stayedClauses(earlier, later, matching.clauses, sections);
  return {
    clauses: [...matching.clauses].map(([to, from]) => ({ from, to, moved: !stayed.has(to) })),
    sections,
    annexes: withMoves(matching.annexes),
  };
}

/** Parts that are not in the order of most of the others moved. */
function withMoves(ofLater: ReadonlyMap<number, number>): Related[] {
  const pairs = [...ofLater].map(([to, from]): Pair => [from, to]);
  const stayed = new Map(inBothOrders(pairs));
  return pairs.map(([from, to]) => ({ from, to, moved: stayed.get(from) !== to }));
}

/** Clauses of the later text that stand under the same heading or clause as before, in the order of most of the others. */
function stayedClauses(
  earlier: Outline,
  later: Outline,
  ofLater: ReadonlyMap<number, number>,
  sections: readonly Related[],
): Set<number> {
  const stayed = new Set<number>();
  const stay = (from: readonly number[], to: readonly number[]): void => {
    const here = new Set(from);
    const pairs = to.flatMap((index): Pair[] => {
      const there = ofLater.get(index);
      return there === undefined || !here.has(there) ? [] : [[there, index]];
    });
    for (const [, index] of inBothOrders(pairs)) stayed.add(index);
  };
  for (const { from, to, moved } of sections) {
    if (!moved) stay(earlier.sections[from]?.clauses ?? [], later.sections[to]?.clauses ?? []);
  }
  for (const [to, from] of ofLater) stay(earlier.children[from] ?? [], later.children[to] ?? []);
  return stayed;
}
