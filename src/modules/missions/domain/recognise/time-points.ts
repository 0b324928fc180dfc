/** The single times named in a line: days, months, quarters, halves, years, and edges of years. */
import { firstDay, monthNumber, monthPattern } from '#kernel/dates.ts';

/** One named time. Months are 1 to 12. */
export interface Point {
  /** Where it stands in the text. */
  at: number;
  to: number;
  unit: 'day' | 'month' | 'quarter' | 'year';
  /** `null` where no year is printed with it. */
  year: number | null;
  /** Set where it ends in another year than it begins. */
  endYear: number | null;
  first: number;
  last: number;
  /** "start of 2024" and "end of 2024" bound a time on one side only. */
  edge: 'start' | 'end' | null;
}

type Reading = Omit<Point, 'at' | 'to'>;

const year = '((?:19|20)\\d\\d)(?!\\d)';
const gap = '[\\s,]{0,3}(?:of\\s{1,2})?(?:the\\s{1,2})?(?:year\\s{1,2})?(?:of\\s{1,2})?';
const ordinal = '(first|second|third|fourth|last|1st|2nd|3rd|4th)';

/** Tried in this order; what one has read the next ones do not see. */
const shapes: { pattern: RegExp; read: (parts: string[]) => Reading | null }[] = [
  { pattern: new RegExp(`\\b${year}\\s?[-/]?\\s?Q([1-4])\\b`, 'giu'), read: ([y = '', q = '']) => quarter(q, y) },
  {
    pattern: new RegExp(`\\bQ([1-4])\\b(?:[\\s,/'’-]{0,2}${year})?`, 'giu'),
    read: ([q = '', y = '']) => quarter(q, y),
  },
  {
    pattern: new RegExp(`\\b${ordinal}\\squarter(?:${gap}${year})?`, 'giu'),
    read: ([q = '', y = '']) => quarter(q, y),
  },
  {
    pattern: new RegExp(`\\b(?:H([12])|${ordinal}\\s(?:half|semester))\\b(?:${gap}${year})?`, 'giu'),
    read: ([h = '', o = '', y = '']) => half(h + o, y),
  },
  {
    pattern: new RegExp(`\\b(early|start|beginning|mid|middle|late|end|close)(?:\\s|-)(?:in\\s)?${gap}${year}`, 'giu'),
    read: ([edge = '', y = '']) => edgeOf(edge, y),
  },
  {
    pattern: new RegExp(`\\b${year}-(0[1-9]|1[0-2])\\b(?!-)`, 'gu'),
    read: ([y = '', m = '']) => oneMonth(Number(m), Number(y)),
  },
  {
    pattern: new RegExp(`(?<!\\d)(0?[1-9]|1[0-2])/${year}(?!/)`, 'gu'),
    read: ([m = '', y = '']) => oneMonth(Number(m), Number(y)),
  },
  {
    pattern: new RegExp(
      `\\b(${monthPattern})(?:-|\\s?['’])(\\d\\d)(?!\\d|\\s?(?:st|nd|rd|th)?\\s?${monthPattern})`,
      'giu',
    ),
    read: ([m = '', y = '']) => oneMonth(monthNumber(m), 2000 + Number(y)),
  },
  {
    pattern: new RegExp(`\\b(${monthPattern})(?:${gap}${year})?`, 'giu'),
    read: ([m = '', y = '']) => oneMonth(monthNumber(m), y === '' ? null : Number(y)),
  },
  { pattern: new RegExp(`(?<![\\p{L}\\d./-])${year}(?!\\p{L}|[./-]\\d)`, 'giu'), read: ([y = '']) => whole(Number(y)) },
  {
    pattern: new RegExp(`(?<![\\p{L}\\d./-])${year}\\s?[-–/]\\s?${year}`, 'giu'),
    read: ([y = '', y2 = '']) => ({ ...whole(Number(y)), endYear: Number(y2) }),
  },
];

function quarter(words: string, printedYear: string): Reading {
  const number = rank(words);
  const named = number === 9 ? 4 : number;
  return { ...span(named * 3 - 2, named * 3, printedYear), unit: 'quarter' };
}

function half(words: string, printedYear: string): Reading | null {
  const number = rank(words);
  if (number !== 1 && number !== 2 && number !== 9) return null;
  return { ...span(number === 1 ? 1 : 7, number === 1 ? 6 : 12, printedYear), unit: 'quarter' };
}

/** 1 to 4 for "1", "1st", "first"; 9 for "last". */
function rank(words: string): number {
  const digit = Number(words.slice(0, 1));
  return Number.isNaN(digit) ? ['first', 'second', 'third', 'fourth'].indexOf(words.toLowerCase()) + 1 || 9 : digit;
}

function edgeOf(words: string, printedYear: string): Reading {
  const edge = /^(?:early|start|beginning)$/iu.test(words) ? 'start' : /^mid/iu.test(words) ? null : 'end';
  return { ...whole(Number(printedYear)), edge };
}

function oneMonth(number: number | null, printedYear: number | null): Reading | null {
  return number === null
    ? null
    : { unit: 'month', year: printedYear, endYear: null, first: number, last: number, edge: null };
}

function whole(printedYear: number): Reading {
  return { unit: 'year', year: printedYear, endYear: null, first: 1, last: 12, edge: null };
}

function span(first: number, last: number, printedYear: string): Reading {
  return {
    unit: 'month',
    year: printedYear === '' ? null : Number(printedYear),
    endYear: null,
    first,
    last,
    edge: null,
  };
}

/** All times named in a text, in order. */
export function pointsIn(text: string): Point[] {
  const points: Point[] = [];
  let rest = text;
  const take = (at: number, to: number, reading: Reading): void => {
    points.push({ ...reading, at, to });
    rest = rest.slice(0, at) + ' '.repeat(to - at) + rest.slice(to);
  };
  for (let day = firstDay(rest); day !== null; day = firstDay(rest))
    take(day.from, day.to, dayOf(day.date, rest.slice(day.from, day.to)));
  for (const { pattern, read } of shapes) {
    for (const match of rest.matchAll(pattern)) {
      const reading = isVerb(match[0], rest, match.index) ? null : read(match.slice(1).map((part) => part ?? ''));
      if (reading !== null) take(match.index, match.index + match[0].length, reading);
    }
  }
  return points.sort((a, b) => a.at - b.at);
}

/** "may" and "march" in small letters are verbs, unless a day or a year stands with them. */
function isVerb(words: string, text: string, at: number): boolean {
  return (
    /^(?:may|march)$/u.test(words) && !/\d(?:st|nd|rd|th)?\s?(?:of\s)?$/u.test(text.slice(Math.max(0, at - 8), at))
  );
}

/** The months of a day or of a range of days, whose first day is known and whose last month and year are printed last. */
function dayOf(date: string, printed: string): Reading {
  const startYear = Number(date.slice(0, 4));
  const first = Number(date.slice(5, 7));
  const months = [...printed.matchAll(new RegExp(monthPattern, 'giu'))].flatMap((match) => monthNumber(match[0]) ?? []);
  const last = months.at(-1) ?? first;
  return { unit: 'day', year: startYear, endYear: last < first ? startYear + 1 : null, first, last, edge: null };
}
