/** A clause whose base or proposed words were settled by a person: its changes follow from the two texts. */
import { diff } from 'fast-myers-diff';
import type { Clause, TextRun } from '#kernel/reading/index.ts';
import { joinRuns } from '../words/runs.ts';

/** The changes that lead from one wording to the other, word by word. */
export function runsBetween(before: string, after: string): TextRun[] {
  const from = tokens(before);
  const to = tokens(after);
  const runs: TextRun[] = [];
  let at = 0;
  for (const [fromStart, fromEnd, toStart, toEnd] of diff(from, to)) {
    runs.push({ text: from.slice(at, fromStart).join(''), change: 'same' });
    runs.push({ text: from.slice(fromStart, fromEnd).join(''), change: 'deleted' });
    runs.push({ text: to.slice(toStart, toEnd).join(''), change: 'inserted' });
    at = fromEnd;
  }
  runs.push({ text: from.slice(at).join(''), change: 'same' });
  return joinRuns(runs.filter((run) => run.text !== ''));
}

/** Words, single signs, and stretches of white space. */
function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
}

/** The clause with runs and status that fit its two texts and labels. A person said so: it is sure. */
export function settled(clause: Clause): Clause {
  const { before, after, label } = clause;
  return {
    ...clause,
    runs: runsBetween(before ?? '', after ?? ''),
    status: statusOf(before, after, label),
    certainty: 'sure',
  };
}

function statusOf(before: string | null, after: string | null, label: Clause['label']): Clause['status'] {
  if (before === null) return 'inserted';
  if (after === null) return 'deleted';
  if (before !== after) return 'changed';
  return label.before === label.after ? 'kept' : 'renumbered';
}
