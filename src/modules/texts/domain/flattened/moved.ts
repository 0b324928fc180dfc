/** Moved clauses: a copy without marks prints their words twice, where they were and where they are. */
import type { Certainty } from '#kernel/reading/index.ts';
import type { DraftClause } from '../legal/draft.ts';
import type { ClauseFacts } from './facts.ts';
import type { ListReading } from './list-reading.ts';

/** Whether a clause was moved away from here or to here, and how firmly that is known. */
interface Move {
  to: 'away' | 'here';
  certainty: Certainty;
}

export type Moves = ReadonlyMap<DraftClause, Move>;

type Facts = ReadonlyMap<DraftClause, ClauseFacts>;
type Readings = ReadonlyMap<DraftClause, ListReading>;

/** Of two clauses with the same words one is old, one new: the one that is read with more certainty settles both. */
export function movesIn(readings: Readings, facts: Facts): Moves {
  const moved = new Map<DraftClause, Move>();
  for (const [clause, reading] of readings) {
    const twin = facts.get(clause)?.twin ?? null;
    const other = twin === null ? undefined : readings.get(twin);
    if (twin === null || other === undefined || moved.has(clause)) continue;
    const [stronger, inIt] = strength(other) > strength(reading) ? [other, twin] : [reading, clause];
    // Both read as old, or both as new, with the same certainty: nothing is settled.
    const contradict = (reading.before === null) === (other.before === null);
    if (strength(stronger) === 0 || (contradict && strength(reading) === strength(other))) continue;
    const { certainty } = stronger;
    const away = stronger.after === null;
    moved.set(inIt, { to: away ? 'away' : 'here', certainty });
    moved.set(inIt === clause ? twin : clause, { to: away ? 'here' : 'away', certainty });
  }
  return moved;
}

/** How firmly a clause is read as standing in one text only. */
function strength({ before, after, certainty }: ListReading): number {
  if (before !== null && after !== null) return 0;
  return certainty === 'sure' ? 2 : certainty === 'likely' ? 1 : 0;
}

/** Clauses with the same words that are still both read as old, or both as new: one of them is read wrongly. */
export function doubtTwins(readings: Map<DraftClause, ListReading>, facts: Facts): void {
  for (const [clause, reading] of readings) {
    const twin = facts.get(clause)?.twin ?? null;
    const other = twin === null ? undefined : readings.get(twin);
    if (other === undefined || (reading.before === null) === (other.after === null)) continue;
    readings.set(clause, { ...reading, certainty: 'guess' });
  }
}
