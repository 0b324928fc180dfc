/**
 * Days as spreadsheets count them (ECMA-376 part 1, 18.17.4). The system of 1900 takes 1900 for a leap year: its day 60
 * never was, and days before it are one further from its beginning than those after it.
 */

export type DateSystem = 1900 | 1904;

const day = 86_400_000;
const epochs = { before: Date.UTC(1899, 11, 31), 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
/** 31 December 9999. */
const latest = Date.UTC(10_000, 0, 1);

/**
 * "2026-03-13", with the time behind it where there is one, "14:30:00" for a time without a day; `null` for numbers
 * that are no day.
 */
export function dateOfSerial(serial: number, system: DateSystem): string | null {
  if (!(serial >= 0)) return null;
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  const time = seconds % 86_400;
  if (days === 0 && (time > 0 || system === 1900)) return timeOf(time);
  if (system === 1900 && days === 60) return null;
  const epoch = system === 1904 ? epochs[1904] : days < 60 ? epochs.before : epochs[1900];
  const at = epoch + days * day;
  if (at >= latest) return null;
  const date = new Date(at).toISOString().slice(0, 10);
  return time === 0 ? date : `${date}T${timeOf(time)}`;
}

function timeOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** The serial number in the system of 1900 of an ISO day or moment; `null` before March 1900, where programs differ. */
export function serialOfDate(date: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(date);
  if (match === null) return null;
  const [, dayText = '', hours = '0', minutes = '0', seconds = '0'] = match;
  const at = Date.parse(`${dayText}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== dayText) return null;
  const days = (at - epochs[1900]) / day;
  const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return days < 61 || time >= 86_400 ? null : days + time / 86_400;
}

/** Numbers of built-in formats that show a day or a time (18.8.30); 27–36 and 50–58 in East Asian programs. */
const isBuiltIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/**
 * Whether a number format shows a day or a time. Counted hours ("[h]:mm") are a number of days and no date.
 * @param code the file's own format, where it has one
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltIn(id) && id !== 46;
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return false;
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return !/^general$/i.test(bare.trim()) && /[ymdhs]/i.test(bare.replace(/[AaPp][Mm]?\/[AaPp][Mm]?/g, 'h'));
}
