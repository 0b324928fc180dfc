/** Whether a place and a year that do not go together look like a slip, by the conferences that are known. */
import type { Conference } from '#data/conferences.ts';
import { plainPlace } from './known.ts';

/** A year that is wrong by no more than this may be a slip of the pen. */
const near = 4;

/**
 * People who confuse conferences write the place of one and the year of another of the same body, or miss the year by a
 * little. Any other year at a known place is most likely a meeting of somebody else, of whom nothing is known here.
 */
export function looksConfused(place: string, year: number, calendar: readonly Conference[]): boolean {
  const there = calendar.filter((one) => plainPlace(one.place) === plainPlace(place));
  const bodies = new Set(there.map(({ body }) => body));
  return (
    there.some((one) => Math.abs(one.year - year) <= near) ||
    calendar.some((one) => one.year === year && bodies.has(one.body))
  );
}
