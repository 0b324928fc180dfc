/** Penalties, each with its words: they take points away from what the parts gave. */
import { phraseFinder } from '#kernel/phrases.ts';
import type { Part } from './part.ts';
import { passage, worded, type Candidate, type Passage } from './words.ts';

export type PenaltyRule = 'statement' | 'open-list' | 'only-country';

export interface Penalty {
  rule: PenaltyRule;
  /** How many are taken away. */
  points: number;
  why: string;
  at: Passage[];
}

const open = phraseFinder([
  'and so on',
  'etc',
  'among others',
  'several countries',
  'many countries',
  'various countries',
]);

/** What is taken off, given the parts: never more than a part gave for the same words. */
export function penalties(candidate: Candidate, parts: readonly Part[]): Penalty[] {
  const points = (name: Part['part']): number => parts.find(({ part }) => part === name)?.points ?? 0;
  const found: Penalty[] = [];
  if (candidate.statement) {
    found.push({ rule: 'statement', points: 10, why: 'A statement, not an activity: nothing is done by it.', at: [] });
  }
  if (points('place') > 0 && points('theme') === 0) {
    const why = 'Only the place is the same: no topic is shared.';
    found.push({ rule: 'only-country', points: points('place'), why, at: [] });
  } else if (points('place') > 0) {
    const quoted = new Set(parts.find(({ part }) => part === 'place')?.reasons[0]?.candidate.map(({ field }) => field));
    const at = worded(candidate.fields)
      .filter(({ key }) => quoted.has(key))
      .flatMap((field) => open.at(field.text).map(({ from, to }) => passage(field, from, to)));
    const why = 'The list of countries is open: whether this one is among them for sure is not said.';
    if (at.length > 0) found.push({ rule: 'open-list', points: Math.ceil(points('place') / 2), why, at });
  }
  return found;
}
