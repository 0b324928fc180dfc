/** When an expert can come. */
import type { Profile } from './profile.ts';

/** `unknown`: the time that is asked about is not known, so nothing can be said. */
export type Availability = 'whole' | 'partly' | 'none' | 'unknown';

/** A time when somebody cannot come, whole months ("2027-05"). */
export type Away = Profile['unavailable'][number];

/**
 * Whether somebody can come in the months from `from` to `to` ("2027-05"), both included. An open end (`null`) is not
 * taken for endless absence: it is at best `partly`.
 */
export function availability(
  profile: Pick<Profile, 'unavailable'>,
  from: string | null,
  to: string | null,
): Availability {
  if (from === null && to === null) return 'unknown';
  if (from !== null && to !== null && to < from) return 'unknown';
  const away = awayDuring(profile, from, to);
  if (away.length === 0) return 'whole';
  if (from === null || to === null) return 'partly';
  let free = from;
  // Periods in order: the first month that none of them covers is free.
  for (const period of [...away].sort((a, b) => a.from.localeCompare(b.from))) {
    if (period.from > free) break;
    if (period.to >= free) free = following(period.to);
  }
  return free > to ? 'none' : 'partly';
}

/** The absences that fall into the months asked about, as they are told. */
export function awayDuring(profile: Pick<Profile, 'unavailable'>, from: string | null, to: string | null): Away[] {
  return profile.unavailable.filter((away) => (to === null || away.from <= to) && (from === null || away.to >= from));
}

/** "2026-12" → "2027-01". */
function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}`;
}
