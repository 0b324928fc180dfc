/** Which revision of an instrument stood on a day, as far as the register knows. */

/** A suppression is kept as a revision without a text. */
export type RevisionStatus = 'adopted' | 'proposed' | 'suppressed';

/** A revision with what is known of the day on which it was adopted, or suppressed. */
export interface DatedRevision {
  /** `null` where the text says no year. */
  year: number | null;
  /** The last day of the conference as ISO date; `null` where only the year is known. */
  day: string | null;
  /** Whether it revises an older text: "(Rev. Suva, 2021)". */
  revised: boolean;
  status: RevisionStatus;
}

export type Standing<T> =
  | { state: 'stands'; revision: T }
  /** It had been suppressed by then. */
  | { state: 'suppressed'; revision: T }
  /** It was first adopted later. */
  | { state: 'not-yet'; first: T }
  /** `among`: those of which one stood, where that much is known. */
  | { state: 'unknown'; why: string; among: T[] };

/** A day as ISO date, a month, or a year; one that is not whole means its last day. */
export function lastDayOf(at: string): string | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(at.trim());
  if (found === null) return null;
  const [, year = '', month = '12', day] = found;
  const last = new Date(Date.UTC(Number(year), Number(month), 0));
  if (Number(month) < 1 || Number(month) > 12 || last.getUTCFullYear() !== Number(year)) return null;
  if (day === undefined) return `${year}-${month}-${String(last.getUTCDate()).padStart(2, '0')}`;
  return Number(day) >= 1 && Number(day) <= last.getUTCDate() ? `${year}-${month}-${day}` : null;
}

/** @param at ISO date of the day */
export function standingAt<T extends DatedRevision>(revisions: readonly T[], at: string): Standing<T> {
  const dated = revisions.filter(({ status, year }) => status !== 'proposed' && year !== null).sort(byTime);
  const before = dated.filter((revision) => wasAdopted(revision, at) === true);
  const open = dated.filter((revision) => wasAdopted(revision, at) === null);
  const latest = before.at(-1);
  if (open.length > 0) {
    const year = at.slice(0, 4);
    return {
      state: 'unknown',
      why: `The day of adoption in ${year} is not known.`,
      among: [...(latest === undefined ? [] : [latest]), ...open],
    };
  }
  if (latest !== undefined)
    return { state: latest.status === 'suppressed' ? 'suppressed' : 'stands', revision: latest };
  const [first] = dated;
  if (first === undefined) return { state: 'unknown', why: 'No dated text of it is known.', among: [] };
  if (first.revised || first.status === 'suppressed') {
    return { state: 'unknown', why: 'An older text must have stood that the register does not know.', among: [] };
  }
  return { state: 'not-yet', first };
}

/** `null` where only the year is known, and it is the year asked for. */
function wasAdopted({ year, day }: DatedRevision, at: string): boolean | null {
  if (day !== null) return day <= at;
  const asked = Number(at.slice(0, 4));
  if (year === null || year > asked) return false;
  // On the last day of a year everything of that year has been adopted.
  return year < asked || at.endsWith('-12-31') ? true : null;
}

function byTime(one: DatedRevision, other: DatedRevision): number {
  const dayOf = ({ year, day }: DatedRevision): string => day ?? `${year ?? 0}-12-31`;
  return dayOf(one) < dayOf(other) ? -1 : dayOf(one) > dayOf(other) ? 1 : 0;
}
