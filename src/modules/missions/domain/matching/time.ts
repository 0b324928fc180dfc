/** Time: how much of the time asked for the other side has. What is not known gets half, and it is said. */
import { partOf, share, type Part, type Reason } from './part.ts';
import { declared, passage, type Candidate, type Field, type Need, type Passage } from './words.ts';

/** Whole months counted from the year 0, both inclusive. */
export interface Months {
  from: number;
  to: number;
}

interface Timed {
  months: Months;
  at: Passage;
}

const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** "2027-05" as a number of months; an end that is open lies a year away. */
function monthsOf(from: string | null, to: string | null): Months | null {
  const first = from === null ? (to === null ? null : number(to) - 11) : number(from);
  if (first === null) return null;
  const last = to === null ? first + 11 : number(to);
  return last < first ? null : { from: first, to: last };
}

function timesOf(fields: readonly Field[], as: 'time' | 'away'): Timed[] {
  return declared(fields, 'time')
    .filter(({ said }) => said.as === as)
    .flatMap(({ field, said }) => {
      const months = monthsOf(said.from, said.to);
      return months === null ? [] : [{ months, at: passage(field) }];
    });
}

const monthsIn = (times: readonly Timed[]): Set<number> =>
  new Set(times.flatMap(({ months: { from, to } }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)));

/** Whether the one who asks names any month. */
export const saysTime = (fields: readonly Field[]): boolean => timesOf(fields, 'time').length > 0;

/** Of all months asked for, how many the candidate is away. */
export function away(need: Need, candidate: Candidate): { asked: number; away: number; at: Passage[] } {
  const asked = monthsIn(timesOf(need.fields, 'time'));
  const missing = timesOf(candidate.fields, 'away');
  const gone = monthsIn(missing);
  return {
    asked: asked.size,
    away: [...asked].filter((month) => gone.has(month)).length,
    at: missing.map(({ at }) => at),
  };
}

export function time(need: Need, candidate: Candidate, most: number): Part {
  const wanted = timesOf(need.fields, 'time');
  const given = timesOf(candidate.fields, 'time');
  const missing = timesOf(candidate.fields, 'away');
  if (wanted.length === 0 || given.length + missing.length === 0) {
    const who = wanted.length === 0 ? 'the request' : 'the other side';
    const half = share(most, 1, 2);
    return {
      ...partOf('time', most, []),
      points: half,
      assumed: { points: half, why: `Not known: no date given by ${who}. Half of the points.` },
    };
  }
  const asked = monthsIn(wanted);
  const [has, hasNot] = [monthsIn(given), monthsIn(missing)];
  const free = [...asked].filter((month) => !hasNot.has(month) && (given.length === 0 || has.has(month))).length;
  const points = free === 0 ? 0 : Math.max(most === 0 ? 0 : 1, share(most, free, asked.size));
  const reason: Reason = {
    points,
    sentence: sentenceFor(free, asked.size, given.length > 0),
    need: wanted.map(({ at }) => at),
    candidate: [...given, ...missing].map(({ at }) => at),
  };
  return partOf('time', most, [reason]);
}

/** @param names whether the other side names times of its own, and not only when it is away */
function sentenceFor(free: number, asked: number, names: boolean): string {
  const months = asked === 1 ? 'the month' : free === asked ? `all ${asked} months` : `${free} of the ${asked} months`;
  if (names) return free === 0 ? 'The other side names other months.' : `The other side names ${months} asked for.`;
  if (free === 0) return 'The other side is away in all the months asked for.';
  return `The other side is not away in ${months} asked for.`;
}
