/** Dates as English documents print them. Nothing is guessed: a date without its year, or whose order is open, is none. */

/** One month by name or abbreviation, for use inside other patterns (case-insensitive). */
export const monthPattern =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';

/** The months as they are printed, January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const order = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "2027-12" as "December 2027". */
export function printedMonth(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${monthNames[Number(number) - 1] ?? ''} ${year}`.trim();
}

/** 1 to 12 for the name of a month ("Sept.", "JULY"); `null` for any other word. */
export function monthNumber(word: string): number | null {
  const at = order.indexOf(word.slice(0, 3).toLowerCase());
  return at === -1 || !new RegExp(`^${monthPattern}$`, 'iu').test(word) ? null : at + 1;
}

/** Years from 1900 to 2099 named in a text, in order, each once. Numbers inside longer codes do not count. */
export function yearsIn(text: string): number[] {
  return [
    ...new Set(
      [...text.matchAll(/(?<![\p{L}\p{N}.,/])(?:19|20)\d\d(?![\p{L}\p{N}]|[.,/]\d)/gu)].map((year) => Number(year[0])),
    ),
  ];
}

/** "2023-04" */
export function yearMonth(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

/** "2023-04-05", or `null` when the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? `${yearMonth(year, month)}-${String(day).padStart(2, '0')}` : null;
}

const day = '(\\d{1,2})\\s?(?:st|nd|rd|th)?';
const year = '((?:19|20)\\d\\d)';
const dash = '\\s{0,2}(?:[-–—/&]|to|and|until)\\s{0,2}';
const month = `(${monthPattern})`;
const comma = '\\s{0,2},?\\s{0,2}';

/** Each shape of a day, and where in its match the parts of the first day stand. */
const shapes: { pattern: RegExp; read: (parts: string[]) => string | null }[] = [
  // 2024-05-31
  { pattern: /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/gu, read: ([y = '', m = '', d = '']) => isoDay(+y, +m, +d) },
  // 31.05.2024, a form in which the day always comes first
  { pattern: /\b(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b/gu, read: ([d = '', m = '', y = '']) => isoDay(+y, +m, +d) },
  // 31/05/2024, only where one of the two cannot be a month
  { pattern: /\b(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)\b/gu, read: ([a = '', b = '', y = '']) => slashed(+a, +b, +y) },
  // 30 December 2023 – 2 January 2024; 30 March – 2 April 2024
  {
    pattern: new RegExp(
      `\\b${day}\\s{0,2}(?:of\\s)?${month}(?:${comma}${year})?${dash}${day}\\s{0,2}(?:of\\s)?${month}${comma}${year}`,
      'giu',
    ),
    read: ([d = '', m = '', y1 = '', , m2 = '', y2 = '']) => named(d, m, y1 === '' ? startYear(m, m2, y2) : +y1),
  },
  // 13–15 May 2024; 13, 14 and 15 May 2024 is read from its last two days and so not at all
  {
    pattern: new RegExp(`\\b${day}(?:${dash}${day})?\\s{0,2}(?:of\\s)?${month}${comma}${year}`, 'giu'),
    read: ([d = '', , m = '', y = '']) => named(d, m, +y),
  },
  // March 30 – April 2, 2024
  {
    pattern: new RegExp(`\\b${month}\\s{0,2}${day}${dash}${month}\\s{0,2}${day}${comma}${year}`, 'giu'),
    read: ([m = '', d = '', m2 = '', , y = '']) => named(d, m, startYear(m, m2, y)),
  },
  // May 13–15, 2024
  {
    pattern: new RegExp(`\\b${month}\\s{0,2}${day}(?:${dash}${day})?${comma}${year}`, 'giu'),
    read: ([m = '', d = '', , y = '']) => named(d, m, +y),
  },
];

function named(dayOf: string, monthOf: string, yearOf: number): string | null {
  const number = monthNumber(monthOf);
  return number === null ? null : isoDay(yearOf, number, Number(dayOf));
}

/** The year in which a range begins whose year is printed at its end only. */
function startYear(from: string, to: string, printed: string): number {
  return Number(printed) - ((monthNumber(from) ?? 0) > (monthNumber(to) ?? 13) ? 1 : 0);
}

function slashed(a: number, b: number, yearOf: number): string | null {
  if (a > 12 || a === b) return isoDay(yearOf, b, a);
  return b > 12 ? isoDay(yearOf, a, b) : null;
}

/** A day printed in a text, as ISO date, and where it stands. For a range it is the first day, and the whole range. */
export interface PrintedDay {
  date: string;
  from: number;
  to: number;
}

/** The first full day of a text; `null` when there is none. */
export function firstDay(text: string): PrintedDay | null {
  if (!/(?:19|20)\d\d/u.test(text)) return null;
  let best: PrintedDay | null = null;
  for (const { pattern, read } of shapes) {
    for (const match of text.matchAll(pattern)) {
      if (best !== null && match.index > best.from) break;
      const date = read(match.slice(1).map((part) => part ?? ''));
      const to = match.index + match[0].length;
      if (date !== null && (best === null || match.index < best.from || to > best.to))
        best = { date, from: match.index, to };
    }
  }
  return best;
}

/** "13 March 2023" from a date, or from an ISO date such as "2023-03-13" or "2023-03"; other words stay as they are. */
export function printedDay(value: Date | string): string {
  const text = typeof value === 'string' ? value : value.toISOString();
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(text);
  if (match === null) return text;
  const month = monthNames[Number(match[2]) - 1] ?? '';
  return `${match[3] === undefined ? '' : `${Number(match[3])} `}${month} ${match[1]}`;
}
