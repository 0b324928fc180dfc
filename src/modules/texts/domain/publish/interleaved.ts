/** Two wordings found in the words that print both: what of a fused label, heading or title is old, new and shared. */
import type { Change, TextRun } from '#kernel/reading/index.ts';
import { joinRuns } from '../words/runs.ts';

/** Longer words, or more ways to read them, are not taken apart: no label and no title is like that. */
const longest = 1200;
const mostWays = 4000;

/** One way to have read the words so far: how much of each wording is used, and what the last character was. */
interface Way {
  before: number;
  after: number;
  change: Change | null;
  cost: number;
  from: Way | null;
}

/**
 * Cuts printed words so that the kept and deleted ones give `before` and the kept and inserted ones `after`, with the
 * fewest cuts and the old words first; `null` where the printed words are not made of these two.
 */
export function interleaved(printed: string, before: string, after: string): TextRun[] | null {
  if (printed.length > longest) return null;
  let ways: Way[] = [{ before: 0, after: 0, change: null, cost: 0, from: null }];
  for (const character of characters(printed)) {
    const best = new Map<string, Way>();
    for (const way of ways) {
      const inBefore = before.startsWith(character, way.before);
      const inAfter = after.startsWith(character, way.after);
      if (inBefore && inAfter) offer(best, step(way, 'same', character.length));
      if (inBefore) offer(best, step(way, 'deleted', character.length));
      if (inAfter) offer(best, step(way, 'inserted', character.length));
    }
    if (best.size === 0 || best.size > mostWays) return null;
    ways = [...best.values()];
  }
  const done = ways.filter((way) => way.before === before.length && way.after === after.length);
  const [first, ...others] = done;
  if (first === undefined) return null;
  return runsOfWay(
    printed,
    others.reduce((least, way) => (way.cost < least.cost ? way : least), first),
  );
}

const characters = (text: string): string[] => Array.from(text);

function step(from: Way, change: Change, length: number): Way {
  const cut = from.change === change ? 0 : from.change === 'inserted' && change === 'deleted' ? 3 : 2;
  return {
    before: from.before + (change === 'inserted' ? 0 : length),
    after: from.after + (change === 'deleted' ? 0 : length),
    change,
    cost: from.cost + cut,
    from,
  };
}

function offer(best: Map<string, Way>, way: Way): void {
  const key = `${way.before} ${way.after} ${way.change ?? ''}`;
  const known = best.get(key);
  if (known === undefined || way.cost < known.cost) best.set(key, way);
}

function runsOfWay(printed: string, end: Way): TextRun[] {
  const changes: Change[] = [];
  for (let way: Way | null = end; way !== null; way = way.from) if (way.change !== null) changes.push(way.change);
  changes.reverse();
  return joinRuns(characters(printed).map((text, index) => ({ text, change: changes[index] ?? 'same' })));
}
