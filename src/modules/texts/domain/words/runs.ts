/**
 * Words with their changes: the smallest thing the texts module works on. A list of runs holds two texts at once, the
 * base (same + deleted) and the proposed one (same + inserted).
 */
import type { TextRun } from '#kernel/reading/index.ts';
import { fold } from '#formats/document/index.ts';

export type Change = TextRun['change'];

/** The words of the base text, white space as it stands. */
export function baseOf(runs: readonly TextRun[]): string {
  return runs.map((run) => (run.change === 'inserted' ? '' : run.text)).join('');
}

/** The words of the proposed text, white space as it stands. */
export function proposedOf(runs: readonly TextRun[]): string {
  return runs.map((run) => (run.change === 'deleted' ? '' : run.text)).join('');
}

/** All words in document order, as a copy without revision marks prints them. */
export function printedOf(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('');
}

/** Neighbours of the same change joined, empty runs dropped. */
export function joinRuns(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '') continue;
    if (last?.change === run.change) last.text += run.text;
    else joined.push({ ...run });
  }
  return joined;
}

/**
 * White space folded to single blanks, also across the borders of runs, and the ends trimmed. Each of the two texts may
 * still show a double blank where words of the other stood between; the printed words never run together.
 */
export function foldRuns(runs: readonly TextRun[]): TextRun[] {
  const folded: TextRun[] = [];
  let afterBlank = true;
  for (const run of runs) {
    let text = run.text.replace(/\s+/gu, ' ');
    if (afterBlank) text = text.trimStart();
    if (text === '') continue;
    afterBlank = text.endsWith(' ');
    folded.push({ text, change: run.change });
  }
  return trimEnd(joinRuns(folded));
}

function trimEnd(runs: TextRun[]): TextRun[] {
  for (let at = runs.length - 1; at >= 0; at--) {
    const run = runs[at];
    if (run === undefined) break;
    run.text = run.text.trimEnd();
    if (run.text !== '') break;
  }
  return joinRuns(runs);
}

/** Both texts of the runs, folded; `null` for a side that the clause is not in. */
export function sidesOf(runs: readonly TextRun[], inBase: boolean, inProposed: boolean) {
  return {
    before: inBase ? fold(baseOf(runs)) : null,
    after: inProposed ? fold(proposedOf(runs)) : null,
  };
}

/** True when some words are in one text only. */
export function isChanged(runs: readonly TextRun[]): boolean {
  return runs.some((run) => run.change !== 'same' && run.text.trim() !== '');
}

/**
 * Cuts the first `fromBase` characters of the base text and the first `fromProposed` of the proposed text off the
 * runs, and gives what was cut as it was printed.
 */
export function cutStart(
  runs: readonly TextRun[],
  fromBase: number,
  fromProposed: number,
): { cut: string; rest: TextRun[] } {
  const [only] = runs;
  if (runs.length === 1 && only?.change === 'same' && fromBase === fromProposed) {
    return { cut: only.text.slice(0, fromBase), rest: joinRuns([{ text: only.text.slice(fromBase), change: 'same' }]) };
  }
  let base = fromBase;
  let proposed = fromProposed;
  let cut = '';
  const rest: TextRun[] = [];
  for (const run of runs) {
    const inBase = run.change !== 'inserted';
    const inProposed = run.change !== 'deleted';
    let at = 0;
    let kept = '';
    for (; at < run.text.length; at++) {
      const character = run.text.charAt(at);
      const off = (inBase && base > 0) || (inProposed && proposed > 0);
      if (!off) break;
      cut += character;
      // Cut on one side only: the character stays in the other.
      const staysInBase = inBase && base <= 0;
      const staysInProposed = inProposed && proposed <= 0;
      if (staysInBase) rest.push({ text: character, change: 'deleted' });
      if (staysInProposed) rest.push({ text: character, change: 'inserted' });
      if (inBase) base--;
      if (inProposed) proposed--;
    }
    kept = run.text.slice(at);
    rest.push({ text: kept, change: run.change });
  }
  return { cut, rest: joinRuns(rest) };
}
