/** Days and months as missions plan them: "2027-05-14" or "2027-05". Both compare as text. */
import { z } from 'zod';
import { isoDay } from '#kernel/dates.ts';

const parts = (text: string): [year: number, month: number, day: number] => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return [year, month, day];
};

export const Day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'Enter a day, such as 2027-05-14.')
  .refine((text) => isoDay(...parts(text)) !== null, 'The calendar has no such day.');

export const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Enter a month, such as 2027-05.');

/** A planned time: a day, or a whole month. */
export const Planned = z.union([Day, Month], { error: 'Enter a day such as 2027-05-14, or a month such as 2027-05.' });
export type Planned = z.infer<typeof Planned>;

/** The first day that a planned time may mean. */
export function firstOf(planned: Planned): string {
  return planned.length === 7 ? `${planned}-01` : planned;
}

/** The last day that a planned time may mean; on the day after it, it has passed. */
export function lastOf(planned: Planned): string {
  if (planned.length !== 7) return planned;
  const [year, month] = parts(planned);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The day so many days after another (before it, for a negative number). */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The same day one year later; 29 February becomes 28 February. */
export function yearAfter(day: string): string {
  const [year, month, date] = parts(day);
  return isoDay(year + 1, month, date) ?? `${year + 1}-02-28`;
}
