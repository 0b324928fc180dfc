/** How far those who propose got: proposals and changes by what became of them, for each proponent or theme. */
import type { Fate } from './judge.ts';
import type { ProposalFate, ProposalFateName } from './fate-of.ts';

export interface Success {
  /** A proponent's code, a topic's code; `null` for those without one. */
  key: string | null;
  proposals: Record<ProposalFateName, number>;
  changes: Record<Fate, number>;
}

/** One row a key, in the order of keys, those without one last; a proposal of several keys counts in each. */
export function successBy<T extends { fate: Pick<ProposalFate, 'fate' | 'counts'> }>(
  judged: readonly T[],
  keysOf: (one: T) => readonly string[],
): Success[] {
  const rows = new Map<string | null, Success>();
  for (const one of judged) {
    const keys: (string | null)[] = [...new Set(keysOf(one))];
    for (const key of keys.length === 0 ? [null] : keys) {
      const row = rows.get(key) ?? { key, proposals: noProposals(), changes: noChanges() };
      rows.set(key, row);
      row.proposals[one.fate.fate]++;
      for (const [fate, count] of Object.entries(one.fate.counts)) row.changes[fate as Fate] += count;
    }
  }
  return [...rows.values()].sort((one, other) =>
    one.key === null ? 1 : other.key === null ? -1 : one.key.localeCompare(other.key, 'en'),
  );
}

const noChanges = (): Success['changes'] => ({ adopted: 0, 'adopted-with-changes': 0, 'not-adopted': 0, unknown: 0 });
const noProposals = (): Success['proposals'] => ({ ...noChanges(), 'adopted-in-part': 0 });
