/** Two wordings found in the words that print both: what of a fused label, heading or title is old, new and shared. */
import type { Change, TextRun } from '#kernel/reading/index.ts';
import { joinRuns } from '../words/runs.ts';

/** Longer words, or more ways to read them, are not taken apart: no label and no title is like that. */
const longest = 1200;
const mostWays = 200;

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
  if (printed === before && printed === after) return joinRuns([{ text: printed, change: 'same' }]);
  if (printed.length > longest) return null;
  const start = sharedStart(printed, before, after);
  const end = sharedEnd(printed.slice(start), before.slice(start), after.slice(start));
  const middle = (text: string): string => text.slice(start, text.length - end);
  const cut = taken(middle(printed), middle(before), middle(after));
  if (cut === null) return taken(printed, before, after);
  return joinRuns([same(printed.slice(0, start)), ...cut, same(printed.slice(printed.length - end))]);
}

const same = (text: string): TextRun => ({ text, change: 'same' });

/** Whole words that all three begin with; cheap to leave aside, and rarely where they differ. */
function sharedStart(printed: string, before: string, after: string): number {
  let at = 0;
  while (at < printed.length && printed[at] === before[at] && printed[at] === after[at]) at++;
  return at === 0 ? 0 : printed.lastIndexOf(' ', at - 1) + 1;
}

/** Whole words that all three end with. */
function sharedEnd(printed: string, before: string, after: string): number {
  let at = 0;
  const last = (text: string): string | undefined => text[text.length - 1 - at];
  while (at < printed.length && last(printed) === last(before) && last(printed) === last(after)) at++;
  const blank = at === 0 ? -1 : printed.indexOf(' ', printed.length - at);
  return blank < 0 ? 0 : printed.length - blank;
}

function taken(printed: string, before: string, after: string): TextRun[] | null {
  let ways: Way[] = [{ before: 0, after: 0, change: null, cost: 0, from: null }];
  for (const character of characters(printed)) {
    const best = new Map<number, Way>();
    const offer = (way: Way): void => {
      const key = (way.before * (after.length + 1) + way.after) * 3 + changes.indexOf(way.change ?? 'same');
      const known = best.get(key);
      if (known === undefined || way.cost < known.cost) best.set(key, way);
    };
    for (const way of ways) {
      const inBefore = before.startsWith(character, way.before);
      const inAfter = after.startsWith(character, way.after);
      if (inBefore && inAfter) offer(step(way, 'same', character.length));
      if (inBefore) offer(step(way, 'deleted', character.length));
      if (inAfter) offer(step(way, 'inserted', character.length));
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

const changes: readonly Change[] = ['same', 'deleted', 'inserted'];
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

function runsOfWay(printed: string, end: Way): TextRun[] {
  const told: Change[] = [];
  for (let way: Way | null = end; way !== null; way = way.from) if (way.change !== null) told.push(way.change);
  told.reverse();
  return joinRuns(characters(printed).map((text, index) => ({ text, change: told[index] ?? 'same' })));
}
