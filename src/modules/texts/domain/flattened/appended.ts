/**
 * Sections added at the end of a text. They leave one trace: the clause that ended the base text shows its full stop
 * beside the comma that it has now (".,").
 */
import type { DraftClause, DraftSection } from '../legal/draft.ts';
import { allClauses } from '../legal/draft.ts';
import type { ClauseFacts } from './facts.ts';
import type { ListReading } from './list-reading.ts';

/** Reads all clauses after the end of the base text as inserted, where none of them shows old words. */
export function readAppended(
  sections: readonly DraftSection[],
  facts: ReadonlyMap<DraftClause, ClauseFacts>,
  readings: Map<DraftClause, ListReading>,
): void {
  const main = sections.filter((section) => section.kind !== 'annex');
  // Where the base is at hand it says itself what it has.
  if (main.some((section) => section.clauses.some((clause) => (facts.get(clause)?.witnessed ?? null) !== null))) return;
  const end = main.findIndex((section) => /^(?:\.[,;]|[,;]\.)$/.test(lastEnding(section, facts)));
  if (end < 0) return;
  const appended = main.slice(end + 1).flatMap((section) => [...allClauses(section.clauses)]);
  const showsOld = appended.some((clause) => {
    const reading = readings.get(clause);
    const inBoth = reading !== undefined && reading.before !== null && reading.after !== null;
    return reading?.after === null || (inBoth && reading.before !== reading.after) || facts.get(clause)?.seams.length;
  });
  if (showsOld) return;
  for (const clause of appended) {
    const reading = readings.get(clause);
    if (reading !== undefined)
      readings.set(clause, { ...reading, before: null, coreBefore: null, certainty: 'likely' });
  }
}

/**
 * Sections cut off at the end of a text whose base is at hand: the full stop that ends the proposed text was typed beside
 * the old comma of a clause further up, and what follows shows no new words.
 */
export function readCutOff(
  sections: readonly DraftSection[],
  facts: ReadonlyMap<DraftClause, ClauseFacts>,
  readings: Map<DraftClause, ListReading>,
): void {
  const main = sections.filter((section) => section.kind !== 'annex');
  const end = main.findIndex((section) => /^(?:\.[,;]|[,;]\.)$/.test(lastEnding(section, facts)));
  const last = end < 0 ? undefined : [...allClauses(main[end]?.clauses ?? [])].at(-1);
  const base = last === undefined ? undefined : facts.get(last)?.witnessed?.base;
  if (base === undefined || base === null || base === 'unknown' || base.words.endsWith('.')) return;
  const following = main.slice(end + 1).flatMap((section) => [...allClauses(section.clauses)]);
  const isOld = (clause: DraftClause): boolean => {
    const known = facts.get(clause)?.witnessed ?? null;
    return known !== null && known.base !== null && known.adopted === 'unknown' && known.seams?.length === 0;
  };
  if (!following.every(isOld)) return;
  for (const clause of following) {
    const reading = readings.get(clause);
    if (reading !== undefined) readings.set(clause, { ...reading, after: null, coreAfter: null, certainty: 'likely' });
  }
}

/** The signs at the end of the last clause of a section, sub-clauses included. */
function lastEnding(section: DraftSection, facts: ReadonlyMap<DraftClause, ClauseFacts>): string {
  const last = [...allClauses(section.clauses)].at(-1);
  return last === undefined ? '' : (facts.get(last)?.ending ?? '');
}
