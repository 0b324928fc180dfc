/**
 * Splits a flattened text with two witnesses, the base and the text adopted later: both are subsequences of it, and
 * together they cover it. A character in both is kept, in the base alone deleted, in the adopted one alone inserted.
 */
import { fold } from '#formats/document/index.ts';
import type { TextRun } from '#kernel/reading/index.ts';
import type { Change } from '../words/runs.ts';
import { joinRuns } from '../words/runs.ts';
import { bordersOf } from './borders.ts';
import { alike, asCopied, isSubsequence } from './with-base.ts';

/** States looked at before giving up; texts that repeat themselves have many ways. */
const mostStates = 400_000;
const changes: readonly Change[] = ['same', 'deleted', 'inserted'];

interface State {
  /** Characters read of the flattened, the base and the adopted text. */
  read: number;
  base: number;
  adopted: number;
  change: Change;
  from: State | null;
}

/**
 * The flattened text as kept, deleted and inserted runs, white space folded. `null` when the three do not fit: the
 * text adopted is then not the one proposed.
 */
export function splitWithBaseAndAdopted(base: string, flat: string, adopted: string): TextRun[] | null {
  const printed = fold(flat);
  const texts = {
    base: asCopied(fold(base), printed),
    flat: alike(printed),
    adopted: asCopied(fold(adopted), printed),
  };
  if (!isSubsequence(texts.base, texts.flat) || !isSubsequence(texts.adopted, texts.flat)) return null;
  const last = cheapestWay(texts);
  if (last === null) return null;
  const runs: TextRun[] = [];
  for (let state: State | null = last; state !== null && state.read > 0; state = state.from) {
    runs.push({ text: printed.charAt(state.read - 1), change: state.change });
  }
  return joinRuns(runs.reverse());
}

/** Dijkstra's way through the places where the three texts agree; a new piece costs, one cut inside a word more. */
function cheapestWay(texts: { base: string; flat: string; adopted: string }): State | null {
  const { base, flat, adopted } = texts;
  const borders = bordersOf(flat);
  // Costs are whole numbers: 5 for a piece, 1 to go on in both texts (so old and new words stay side by side), 2 more
  // for a cut inside a word; waiting states fit in buckets.
  const waiting: State[][] = [[{ read: 0, base: 0, adopted: 0, change: 'same', from: null }]];
  const done = new Set<number>();
  for (let price = 0; price < waiting.length; price++) {
    // The newest first: the way that has come furthest is tried before its siblings.
    for (let state = waiting[price]?.pop(); state !== undefined; state = waiting[price]?.pop()) {
      const key = keyOf(state, flat.length);
      if (done.has(key)) continue;
      done.add(key);
      if (done.size > mostStates) return null;
      if (state.read === flat.length) {
        if (state.base === base.length && state.adopted === adopted.length) return state;
        continue;
      }
      for (const next of stepsFrom(state, texts)) {
        const cut =
          next.change === state.change ? 0 : (next.change === 'same' ? 1 : 5) + (borders[state.read] === 1 ? 0 : 2);
        while (waiting.length <= price + cut) waiting.push([]);
        waiting[price + cut]?.push(next);
      }
    }
  }
  return null;
}

function keyOf({ read, base, adopted, change }: State, length: number): number {
  return ((read * (length + 1) + base) * (length + 1) + adopted) * 3 + changes.indexOf(change);
}

function stepsFrom(state: State, { base, flat, adopted }: { base: string; flat: string; adopted: string }): State[] {
  const { read, base: inBase, adopted: inAdopted } = state;
  const character = flat.charAt(read);
  const left = flat.length - read - 1;
  const old = base.charAt(inBase) === character && inBase < base.length;
  const next = adopted.charAt(inAdopted) === character && inAdopted < adopted.length;
  const fits = (b: number, a: number): boolean =>
    base.length - b <= left && adopted.length - a <= left && base.length - b + adopted.length - a >= left;
  const steps: State[] = [];
  const push = (b: number, a: number, change: Change): void => {
    if (fits(b, a)) steps.push({ read: read + 1, base: b, adopted: a, change, from: state });
  };
  if (next) push(inBase, inAdopted + 1, 'inserted');
  if (old) push(inBase + 1, inAdopted, 'deleted');
  if (old && next) push(inBase + 1, inAdopted + 1, 'same');
  return steps;
}
