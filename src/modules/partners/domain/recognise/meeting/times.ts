/** Times of the day at the beginning of a line of an agenda. */

export interface Times {
  /** "09:00" on the 24-hour clock. */
  start: string;
  end: string | null;
  /** What stands behind the time. */
  rest: string;
}

const clock = '(\\d{1,2})(?:[:.h](\\d{2}))?\\s?(a\\.?m\\.?|p\\.?m\\.?|noon)?(?:\\s?(?:hrs|hours|h)\\b\\.?)?';
const range = new RegExp(`^\\(?${clock}\\s{0,2}(?:[-–—−]|to|until)\\s{0,2}${clock}\\)?(?=\\W|$)\\s*[:.–-]?\\s*`, 'iu');
const single = new RegExp(`^\\(?(?:from\\s|at\\s)?${clock}(?:\\s{0,2}[-–—]?)\\)?(?=\\s|$)\\s*[:–-]?\\s*`, 'iu');
const military = /^(\d{2})(\d{2})\s{0,2}(?:[-–—]\s{0,2}(\d{2})(\d{2}))?\s?(?:hrs|hours|h)\b\.?\s*/iu;

/** The time with which a text begins; `null` when it begins with none. A bare number is no time. */
export function timesAt(text: string): Times | null {
  const plain = military.exec(text);
  if (plain !== null) {
    const start = time(plain[1] ?? '', plain[2], undefined);
    return start === null
      ? null
      : {
          start,
          end: plain[3] === undefined ? null : time(plain[3], plain[4], undefined),
          rest: text.slice(plain[0].length),
        };
  }
  const both = range.exec(text);
  if (both !== null) {
    const [whole, hour = '', minute, half, toHour = '', toMinute, toHalf] = both;
    const marked = minute !== undefined || toMinute !== undefined || half !== undefined || toHalf !== undefined;
    const end = time(toHour, toMinute, toHalf);
    const start = time(hour, minute, half ?? (sameHalf(hour, toHour, toHalf) ? toHalf : undefined));
    return marked && start !== null && end !== null ? { start, end, rest: text.slice(whole.length) } : null;
  }
  const one = single.exec(text);
  if (one === null) return null;
  const [whole, hour = '', minute, half] = one;
  const start = minute === undefined && half === undefined ? null : time(hour, minute, half);
  return start === null ? null : { start, end: null, rest: text.slice(whole.length) };
}

/** "2:00 – 3:30 pm": both in the afternoon; "11:00 – 1:30 pm": only the second. */
function sameHalf(hour: string, toHour: string, toHalf: string | undefined): boolean {
  return toHalf !== undefined && Number(hour) % 12 <= Number(toHour) % 12;
}

function time(hour: string, minute: string | undefined, half: string | undefined): string | null {
  const hours = Number(hour);
  const minutes = Number(minute ?? '0');
  if (hours > 24 || minutes > 59) return null;
  const afternoon = /^p/iu.test(half ?? '') && hours < 12 ? 12 : 0;
  const midnight = /^a/iu.test(half ?? '') && hours === 12 ? -12 : 0;
  return `${String(hours + afternoon + midnight).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
