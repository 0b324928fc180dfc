/** Which level stands above which, where codes do not say. */
import { rankOfRole, type LevelName } from './words.ts';

/** What a document says of its levels, by the key of their name. */
export type Ranks = ReadonlyMap<string, { order: number; leads: boolean }>;

/** Ranks closer than this are of one role. */
const step = 0.001;

/** Smaller is higher. What a level is for decides, then the order in which the document names its levels. */
export function rankOf(ranks: Ranks, level: LevelName): number {
  const { order, leads } = ranks.get(level.key) ?? { order: 0, leads: false };
  return (leads ? -1 : usualRank(level)) + order * step;
}

function usualRank({ subject }: LevelName): number {
  return subject === 'indicator' || subject === 'risk' ? 9 : rankOfRole[subject];
}

/**
 * Among levels of one role the first stands higher ("Pillar", then "Goal"), and programmes and areas stand above goals,
 * objectives, outcomes and outputs where they come before all of these.
 */
export function ranksOf(levels: Iterable<LevelName>): Ranks {
  const ranks = new Map<string, { order: number; leads: boolean }>();
  let results = false;
  for (const { key, subject } of levels) {
    results ||= subject === 'goal' || subject === 'objective' || subject === 'outcome' || subject === 'output';
    const leads = !results && (subject === 'programme' || subject === 'area');
    if (!ranks.has(key)) ranks.set(key, { order: ranks.size, leads });
  }
  return ranks;
}
