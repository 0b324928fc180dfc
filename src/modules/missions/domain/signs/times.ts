/** Times of a request against one another and against the days of a cycle. Months are "2027-04". */
import type { When } from '#kernel/reading/index.ts';

type Time = Pick<When, 'from' | 'to'>;

/** Whether times are given, and none of them names a date. */
export function withoutDate(times: readonly Time[]): boolean {
  return times.length > 0 && times.every(({ from, to }) => from === null && to === null);
}

/** Whether a time ends before it begins. */
export function backwards(times: readonly Time[]): boolean {
  return times.some(({ from, to }) => from !== null && to !== null && to < from);
}

/** The first month that is named as a beginning. */
export function firstMonth(times: readonly Time[]): string | null {
  return times.flatMap(({ from }) => from ?? []).sort()[0] ?? null;
}

/** The last month that is named as an end, or as a beginning without one. */
export function lastMonth(times: readonly Time[]): string | null {
  return (
    times
      .flatMap(({ from, to }) => to ?? from ?? [])
      .sort()
      .at(-1) ?? null
  );
}

/** Whether work begins while offers are still open, or in the very next month. @param deadline a day */
export function againstDeadline(times: readonly Time[], deadline: string): 'before' | 'right-after' | null {
  const first = firstMonth(times);
  const month = deadline.slice(0, 7);
  if (first === null) return null;
  if (first < month) return 'before';
  return first === nextMonth(month) ? 'right-after' : null;
}

/** The month after one: "2027-12" gives "2028-01". */
export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
