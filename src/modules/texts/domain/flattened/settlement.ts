/** What a person can say of a doubtful split in one word. */
import type { Clause, TextRun } from '#kernel/reading/index.ts';
import { fold } from '#formats/document/index.ts';
import { isChanged, joinRuns, printedOf, sidesOf } from '../words/runs.ts';

export const settlements = ['as-read', 'wider', 'exchanged', 'kept', 'inserted', 'deleted'] as const;

/**
 * `as-read`: the reading is right. `exchanged`: the old words are the new ones. `kept`: nothing was changed; all printed
 * words stand in both texts. `inserted`, `deleted`: the whole clause is new, or is gone. `wider`: one more word is old;
 * this can be said again, so it leaves the clause as doubtful as it was.
 */
export type Settlement = (typeof settlements)[number];

/** The clause as a person settled it. Its sub-clauses are settled by themselves. */
export function settleClause(clause: Clause, how: Settlement): Clause {
  const { evidence, certainty, ...rest } = clause;
  const { runs, label } = splitAs(clause, how);
  const sides = sidesOf(runs, label.before !== null, label.after !== null);
  const settled = { ...rest, label: { ...clause.label, ...label }, runs, ...sides, status: statusOf(runs, label) };
  if (how !== 'wider') return { ...settled, certainty: 'sure' };
  return { ...settled, certainty, ...(evidence === undefined ? {} : { evidence }) };
}

interface Split {
  runs: TextRun[];
  label: { before: string | null; after: string | null };
}

function splitAs({ runs, label }: Clause, how: Settlement): Split {
  const { before, after } = label;
  const all = (change: TextRun['change']): TextRun[] => joinRuns([{ text: fold(printedOf(runs)), change }]);
  switch (how) {
    case 'as-read':
      return { runs, label: { before, after } };
    case 'wider':
      return { runs: widened(runs), label: { before, after } };
    case 'exchanged': {
      const inOne = before === null || after === null;
      return { runs: runs.map(exchanged), label: inOne ? { before: after, after: before } : { before, after } };
    }
    case 'kept':
      return { runs: all('same'), label: { before: before ?? after, after: after ?? before } };
    case 'inserted':
      return { runs: all('inserted'), label: { before: null, after: after ?? before } };
    case 'deleted':
      return { runs: all('deleted'), label: { before: before ?? after, after: null } };
  }
}

/** The first old words that stand against new ones, and one word more on the side away from these. */
function widened(runs: readonly TextRun[]): TextRun[] {
  const old = runs.findIndex(({ change }, at) => change === 'deleted' && besideNew(runs, at) !== 0);
  const side = besideNew(runs, old);
  const [kept, gone] = [runs[old - side], runs[old]];
  if (kept === undefined || gone === undefined || kept.change !== 'same') return [...runs];
  const word = (side > 0 ? /\S+\s*$/u : /^\s*\S+/u).exec(kept.text)?.[0] ?? '';
  const left = side > 0 ? kept.text.slice(0, kept.text.length - word.length) : kept.text.slice(word.length);
  const made = runs.map((run, at): TextRun => {
    if (at === old) return { ...gone, text: side > 0 ? word + gone.text : gone.text + word };
    return at === old - side ? { ...kept, text: left } : run;
  });
  return joinRuns(made);
}

/** 1 where new words follow the run at a place, -1 where they precede it, 0 where there are none beside it. */
function besideNew(runs: readonly TextRun[], at: number): -1 | 0 | 1 {
  if (runs[at + 1]?.change === 'inserted') return 1;
  return runs[at - 1]?.change === 'inserted' ? -1 : 0;
}

function exchanged({ text, change }: TextRun): TextRun {
  return { text, change: change === 'same' ? change : change === 'inserted' ? 'deleted' : 'inserted' };
}

function statusOf(runs: readonly TextRun[], { before, after }: Split['label']): Clause['status'] {
  if (before === null) return 'inserted';
  if (after === null) return 'deleted';
  if (isChanged(runs)) return 'changed';
  return before === after ? 'kept' : 'renumbered';
}
