/** Which level stands above which, where codes do not say. */
import { rankOfRole, type LevelName, type Subject } from './words.ts';

/** Ranks that differ from the usual ones in this document, by subject. */
export type Ranks = ReadonlyMap<Subject, number>;

/** Smaller is higher. */
export function rankOf(ranks: Ranks, level: LevelName): number {
  const own = ranks.get(level.subject);
  if (own !== undefined) return own;
  return level.subject === 'indicator' || level.subject === 'risk' ? 9 : rankOfRole[level.subject];
}

/** Programmes and areas that are printed before any goal, objective, outcome or output stand above them. */
export function ranksOf(levels: Iterable<LevelName>): Ranks {
  const ranks = new Map<Subject, number>();
  for (const { subject } of levels) {
    if (subject === 'goal' || subject === 'objective' || subject === 'outcome' || subject === 'output') break;
    if (subject === 'programme') ranks.set(subject, -1);
    if (subject === 'area') ranks.set(subject, ranks.has('programme') ? -0.5 : -1.5);
  }
  return ranks;
}
