/** What rules a candidate out, whatever its score would be: shown apart, never as a low score. */
import { printedAmount } from '../offers/amounts.ts';
import { costOverCeiling } from '../offers/checks.ts';
import { monthsAfter } from '../roster/consent.ts';
import { conflictWith, type ConflictRule } from '../roster/conflicts.ts';
import { away } from './time.ts';
import { countryOf, declared, passage, type Candidate, type Need, type Passage } from './words.ts';

/** What a cycle lays down for the bars. */
export interface BarRules {
  /** Whether nobody may go to the country of which they are a national. */
  nationalsBarred: boolean;
  /** After how many months without confirmation a profile is too old. */
  profileMonths: number;
  /** Most that may remain without anybody bearing it; `null` without a limit. */
  ceiling: { value: string; currency: string } | null;
  /** The day on which it is asked, "2027-03-31". */
  today: string;
}

export type BarRule = 'conflict' | 'national' | 'unavailable' | 'cost' | 'old-profile' | 'withdrawn';

export interface Bar {
  rule: BarRule;
  why: string;
  /** The candidate's words that say it. */
  at: Passage[];
}

/** All bars that hold between a request and a candidate; none means that it may be proposed. */
export function bars(need: Need, candidate: Candidate, rules: BarRules): Bar[] {
  return [
    ...conflicts(need, candidate, rules),
    ...unavailable(need, candidate),
    ...costs(candidate, rules),
    ...old(candidate, rules),
    ...(candidate.withdrawn ? [{ rule: 'withdrawn' as const, why: 'The offer was taken back.', at: [] }] : []),
  ];
}

/** Which declared places of a candidate say it. */
const said: Record<ConflictRule, readonly string[]> = {
  barred: ['barred'],
  interest: ['conflict'],
  national: ['national'],
  organisation: [],
};

function conflicts(need: Need, candidate: Candidate, { nationalsBarred }: BarRules): Bar[] {
  const country = countryOf(need);
  const same = need.organisation !== null && need.organisation === candidate.organisation;
  const told = candidate.conflicts;
  const found = told === null ? [] : conflictWith(told, country, need.organisationNames, told.own);
  if (same && candidate.kind !== 'activity' && !found.some(({ rule }) => rule === 'organisation')) {
    found.push({ rule: 'organisation', why: 'It belongs to the organisation that asks.' });
  }
  return found
    .filter(({ rule }) => rule !== 'national' || nationalsBarred)
    .map(({ rule, why }) => ({
      rule: rule === 'national' ? 'national' : 'conflict',
      why,
      at: declared(candidate.fields, 'country')
        .filter((one) => one.said.iso2 === country && said[rule].includes(one.said.as))
        .map(({ field }) => passage(field)),
    }));
}

function unavailable(need: Need, candidate: Candidate): Bar[] {
  const { asked, away: gone, at } = away(need, candidate);
  return asked > 0 && gone === asked
    ? [{ rule: 'unavailable', why: 'Not available in any of the months asked for.', at }]
    : [];
}

function costs({ costs }: Candidate, { ceiling }: BarRules): Bar[] {
  const over = costs === null ? null : costOverCeiling(costs, ceiling);
  if (over === null || ceiling === null) return [];
  const why = `${printedAmount(over)} is borne by nobody; the most is ${printedAmount(ceiling)}.`;
  return [{ rule: 'cost', why, at: [] }];
}

function old({ kind, confirmedOn }: Candidate, { profileMonths, today }: BarRules): Bar[] {
  if (kind !== 'expert' && kind !== 'organisation') return [];
  if (confirmedOn === null) return [{ rule: 'old-profile', why: 'The profile was never confirmed.', at: [] }];
  if (monthsAfter(confirmedOn, profileMonths) >= today) return [];
  return [{ rule: 'old-profile', why: `The profile was last confirmed on ${confirmedOn}.`, at: [] }];
}
