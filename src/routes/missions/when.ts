/** Times in words: the dates that were read from what somebody wrote. */
import type { When } from '#kernel/reading/index.ts';
import { readLines } from '#modules/missions/index.ts';
import { day } from '#ui/index.ts';

/** "May 2027", "from July 2027 on", "until March 2027", "July 2027 – August 2027"; "no date" without any. */
export function dates({ from, to }: Pick<When, 'from' | 'to'>): string {
  if (from === null) return to === null ? 'no date' : `until ${day(to)}`;
  if (to === null) return `from ${day(from)} on`;
  return from === to ? day(from) : `${day(from)} – ${day(to)}`;
}

const dateless: Partial<Record<When['precision'], string>> = {
  asap: 'as soon as possible, without a date',
  flexible: 'open, without a date',
  duration: 'a length of time, without a date',
  month: 'a month without its year, so without a date',
};

/** What one time was read as: "May 2027, for talks with operators". */
function asRead(when: When): string {
  const said = when.from === null && when.to === null ? (dateless[when.precision] ?? 'no date') : dates(when);
  return when.what === null ? said : `${said}, for: ${when.what}`;
}

/** Each line of an answer about time with what it was read as, as whoever types it is told. */
export const understood = (text: string): { line: string; read: string; dated: boolean }[] =>
  readLines(text).map(({ line, times, tellsWhat }) => ({
    line,
    read: tellsWhat
      ? 'read as what is due at the time above'
      : times.length === 0
        ? 'no time was found in this line'
        : `read as ${times.map(asRead).join('; and ')}`,
    dated: tellsWhat || times.some(({ from, to }) => from !== null || to !== null),
  }));
