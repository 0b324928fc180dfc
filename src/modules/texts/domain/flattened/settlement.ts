/** What a person can say of a doubtful split in one word. */
import type { Clause, TextRun } from '#kernel/reading/index.ts';
import { fold } from '#formats/document/index.ts';
import { isChanged, joinRuns, printedOf, sidesOf } from '../words/runs.ts';

export const settlements = ['as-read', 'exchanged', 'kept', 'inserted', 'deleted'] as const;

/**
 * `as-read`: the reading is right. `exchanged`: the old words are the new ones. `kept`: nothing was changed; all printed
 * words stand in both texts. `inserted`, `deleted`: the whole clause is new, or is gone.
 */
export type Settlement = (typeof settlements)[number];

/** The clause as a person settled it, sure from now on. Its sub-clauses are settled by themselves. */
export function settleClause(clause: Clause, how: Settlement): Clause {
  const { evidence: _, ...rest } = clause;
  const { runs, label } = splitAs(clause, how);
  const sides = sidesOf(runs, label.before !== null, label.after !== null);
  return {
    ...rest,
    label: { ...clause.label, ...label },
    runs,
    ...sides,
    status: statusOf(runs, label),
    certainty: 'sure',
  };
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

function exchanged({ text, change }: TextRun): TextRun {
  return { text, change: change === 'same' ? change : change === 'inserted' ? 'deleted' : 'inserted' };
}

function statusOf(runs: readonly TextRun[], { before, after }: Split['label']): Clause['status'] {
  if (before === null) return 'inserted';
  if (after === null) return 'deleted';
  if (isChanged(runs)) return 'changed';
  return before === after ? 'kept' : 'renumbered';
}
