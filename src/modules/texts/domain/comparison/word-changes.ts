/** How one wording becomes another, in whole words that a person can follow. */
import { diff } from 'fast-myers-diff';
import type { TextRun } from '#kernel/reading/index.ts';
import { joinRuns } from '../words/runs.ts';
import { pairEqual } from './sequence.ts';

/** Words kept, then words replaced: a list of these is both wordings. */
interface Step {
  same: string;
  deleted: string;
  inserted: string;
}

/**
 * The changes that lead from one wording to the other. Joining same and deleted gives `before` exactly, same and
 * inserted gives `after`. Words with hyphens, apostrophes or points inside are one word; one or two short words that
 * happen to stand in both among replaced ones are replaced with them, so that no sentence is chopped into crumbs.
 */
export function wordChanges(before: string, after: string): TextRun[] {
  const steps = joinedOverBlanks(withoutCommonBlanks(joinedOverIslands(stepsBetween(tokens(before), tokens(after)))));
  return joinRuns(
    settledBlanks(steps).flatMap(({ same, deleted, inserted }): TextRun[] => [
      { text: same, change: 'same' },
      { text: deleted, change: 'deleted' },
      { text: inserted, change: 'inserted' },
    ]),
  );
}

/** Words, single signs, and stretches of white space; a number with blanks between its thousands is one word. */
function tokens(text: string): string[] {
  return (
    text.match(
      /(?<![\p{L}\p{N}])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+(?:[-‐‑'’./][\p{L}\p{N}\p{M}]+)*|\s+|[^\s\p{L}\p{N}\p{M}]/gu,
    ) ?? []
  );
}

/** Differences of longer texts are found by their rarer words; the exact way takes too long where nothing is the same. */
const mostTokens = 3000;

function stepsBetween(from: readonly string[], to: readonly string[]): Step[] {
  const steps: Step[] = [];
  let at = 0;
  const replace = (fromStart: number, fromEnd: number, toStart: number, toEnd: number): void => {
    steps.push({
      same: from.slice(at, fromStart).join(''),
      deleted: from.slice(fromStart, fromEnd).join(''),
      inserted: to.slice(toStart, toEnd).join(''),
    });
    at = fromEnd;
  };
  for (const change of from.length + to.length > mostTokens ? rougher(from, to) : diff(from, to)) replace(...change);
  replace(from.length, from.length, to.length, to.length);
  return steps;
}

function* rougher(from: readonly string[], to: readonly string[]): Generator<[number, number, number, number]> {
  let [fromAt, toAt] = [0, 0];
  for (const [one, other] of [...pairEqual(from, to), [from.length, to.length] as const]) {
    if (one > fromAt || other > toAt) yield [fromAt, one, toAt, other];
    [fromAt, toAt] = [one + 1, other + 1];
  }
}

function joinedOverIslands(steps: readonly Step[]): Step[] {
  const joined: Step[] = [];
  for (const step of steps) {
    const last = joined.at(-1);
    if (last !== undefined && isIsland(step.same, last, step)) {
      last.deleted += step.same + step.deleted;
      last.inserted += step.same + step.inserted;
    } else {
      joined.push({ ...step });
    }
  }
  return joined;
}

/** One or two short words, or signs, no longer than what is replaced beside them. */
function isIsland(same: string, before: Step, after: Step): boolean {
  const words = same.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const sizeOf = (step: Step): number => Math.max(step.deleted.length, step.inserted.length);
  const size = same.trim().length;
  // Words that were only added on both sides, or only taken out, leave what stands between them.
  const replaces = before.deleted + after.deleted !== '' && before.inserted + after.inserted !== '';
  return (
    replaces && sizeOf(after) > 0 && words.length <= 2 && size <= 10 && size <= Math.max(sizeOf(before), sizeOf(after))
  );
}

/** A blank before, or behind, both the old words and the new ones is kept, not replaced. */
function withoutCommonBlanks(steps: readonly Step[]): Step[] {
  let behind = '';
  const apart = steps.map((step): Step => {
    const { deleted, inserted } = step;
    const before = deleted.startsWith(' ') && inserted.startsWith(' ') ? 1 : 0;
    const end = deleted.length > before && inserted.length > before && deleted.endsWith(' ') && inserted.endsWith(' ');
    const made = {
      same: behind + step.same + ' '.repeat(before),
      deleted: deleted.slice(before, end ? -1 : undefined),
      inserted: inserted.slice(before, end ? -1 : undefined),
    };
    behind = end ? ' ' : '';
    return made;
  });
  return behind === '' ? apart : [...apart, { same: behind, deleted: '', inserted: '' }];
}

/** Words added on both sides of a kept blank were added together, and the blank stands before or behind them. */
function joinedOverBlanks(steps: readonly Step[]): Step[] {
  const joined: Step[] = [];
  let behind = '';
  for (const { same, deleted, inserted } of steps) {
    const step = { same: behind + same, deleted, inserted };
    behind = '';
    const last = joined.at(-1);
    const kind = last === undefined ? null : sameKind(last, step);
    if (last === undefined || kind === null || step.same !== ' ') {
      joined.push(step);
    } else if (step[kind].endsWith(' ')) {
      last[kind] += ` ${step[kind].slice(0, -1)}`;
      behind = ' ';
    } else if (last[kind].startsWith(' ')) {
      last.same += ' ';
      last[kind] = `${last[kind].slice(1)} ${step[kind]}`;
    } else {
      joined.push(step);
    }
  }
  return behind === '' ? joined : [...joined, { same: behind, deleted: '', inserted: '' }];
}

/** What both steps do, where both only add or both only take out. */
function sameKind(one: Step, other: Step): 'deleted' | 'inserted' | null {
  if (one.deleted + other.deleted === '' && one.inserted !== '' && other.inserted !== '') return 'inserted';
  if (one.inserted + other.inserted === '' && one.deleted !== '' && other.deleted !== '') return 'deleted';
  return null;
}

/** Words that were only added or taken out go with the blank behind them, not with the one before. */
function settledBlanks(steps: Step[]): Step[] {
  steps.forEach((step, index) => {
    const next = steps[index + 1];
    const words = step.deleted + step.inserted;
    const alone = step.deleted === '' || step.inserted === '';
    if (next === undefined || !alone || !words.startsWith(' ') || !next.same.startsWith(' ')) return;
    step.same += ' ';
    next.same = next.same.slice(1);
    if (step.deleted === '') step.inserted = `${words.slice(1)} `;
    else step.deleted = `${words.slice(1)} `;
  });
  return steps;
}
