/**
 * Times as the answers of a form word them: "Feb–Apr 2024", "Q3 2024 (July onwards)", "by the end of 2024", "two weeks",
 * "as soon as possible". Months are all that is told apart; a time without its year stays without dates.
 */
import type { When } from '#kernel/reading/index.ts';
import { pointsIn, type Point } from './time-points.ts';

/** One line of an answer about time, or one row of a table whose first cell is the time. */
export interface TimeLine {
  text: string;
  /** The rest of the row, where the source keeps time and deliverable apart. */
  what: string | null;
}

/** Only so much of a line is looked at: nobody words a time at greater length. */
const longest = 600;
const asap =
  /\b(?:as soon as possible|asap|a\.s\.a\.p|at the earliest|earliest (?:possible|convenience|opportunity)|immediate(?:ly)?|without delay|urgent(?:ly)?)\b/iu;
const flexible =
  /\b(?:flexib\w*|any ?time|no preference|at (?:your|any) convenien\w+|to be (?:agreed|determined|decided|discussed|confirmed|defined|announced)|tbd|tbc|open(?: to)?)\b/iu;
const number = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few)';
const duration = new RegExp(
  `\\b${number}(?:\\s?(?:[-–—]|to|or)\\s?${number})?[\\s-](?:full |working |calendar |man[- ]|person[- ])?(?:day|week|month|year)s?\\b`,
  'iu',
);
const opens =
  /\b(?:from|starting|starts?|begins?|beginning|commenc\w+|after|as of|since|not before|earliest)(?: in| from| on| at| with)?(?: the)?\s*$/iu;
const closes =
  /\b(?:by|before|until|till|(?:no|not) later than|latest|up to|prior to|complet\w+ in|finish\w* in)(?: the)?(?: end of)?(?: the)?\s*$/iu;

/** The times in the lines of an answer, in order. Lines without any word of time give none. */
export function timesIn(lines: readonly TimeLine[]): When[] {
  const years = new Set(
    lines.flatMap((line) => pointsIn(line.text.slice(0, longest)).flatMap((point) => point.year ?? [])),
  );
  const [only] = years;
  const year = years.size === 1 && only !== undefined ? only : null;
  const times: When[] = [];
  for (const line of lines) {
    const found = split(line).flatMap(({ text, what }) => interpret(text, what, year) ?? []);
    const last = times.at(-1);
    // A line without a time below a time without a deliverable says what is due then.
    if (
      found.length === 0 &&
      last !== undefined &&
      last.what === null &&
      last.from !== null &&
      isDeliverable(line.text)
    ) {
      last.what = line.text;
    } else times.push(...found);
  }
  return times;
}

function isDeliverable(text: string): boolean {
  return text.length < 300 && /^(?:to\s)?\p{L}+/u.test(text) && !/^(?:please|note|n\/a|none)\b/iu.test(text);
}

/** Cuts a line into its times, each with what is due. */
function split(line: TimeLine): TimeLine[] {
  const text = line.text.slice(0, longest);
  if (line.what !== null) return [{ text, what: line.what }];
  const pieces = text.split(/;\s+/u);
  const several = pieces.length > 1 && pieces.every((piece) => pointsIn(piece).length > 0 || duration.test(piece));
  return (several ? pieces : [text]).map(splitDeliverable);
}

/** "April 2024: draft", "April 2024 – draft", "Draft: April 2024". */
function splitDeliverable(text: string): TimeLine {
  const colon = /^([^:]{1,80}):\s+(\S.*)$/u.exec(text) ?? /^([^:–—]{3,60}?)\s(?:[-–—]|=)\s+(\S.*)$/u.exec(text);
  const [, head = '', tail = ''] = colon ?? [];
  if (colon === null) return { text, what: null };
  const timeFirst = pointsIn(head).length > 0 || asap.test(head);
  const timeLast = pointsIn(tail).length > 0 || asap.test(tail) || duration.test(tail);
  // "July – August 2024" is one time, and so is "from 1 May – flexible".
  const both = !text.includes(':') && timeLast;
  if (timeFirst && !both) return { text: head, what: tail };
  if (!timeFirst && timeLast && !/^(?:duration|period|time|timeline|schedule|dates?)\b/iu.test(head)) {
    return tail.length <= 60 ? { text: tail, what: head } : { text, what: null };
  }
  return { text, what: null };
}

/** The one time a piece of text names; `null` when it names none. */
function interpret(text: string, what: string | null, contextYear: number | null): When | null {
  const printed = text.trim();
  const points = withYears(pointsIn(text), contextYear);
  const dated = points.filter((point): point is Dated => point.year !== null);
  const first = dated[0];
  if (first === undefined) {
    const precision = asap.test(text)
      ? 'asap'
      : flexible.test(text)
        ? 'flexible'
        : duration.test(text)
          ? 'duration'
          : null;
    const undated = points.length > 0 ? 'month' : null;
    const known = precision ?? undated;
    return known === null ? null : { printed, from: null, to: null, precision: known, what };
  }
  const { from, to } = rangeOf(text, dated, first);
  const told = asap.test(text) ? 'asap' : flexible.test(text) ? 'flexible' : null;
  return { printed, from, to, precision: told ?? precisionOf(dated, from, to), what };
}

type Dated = Point & { year: number };

function rangeOf(text: string, dated: readonly Dated[], first: Dated): { from: string | null; to: string | null } {
  const reversed = backwards(text, dated);
  if (reversed !== null) return reversed;
  const starts = dated.map(startOf).sort();
  const ends = dated.map(endOf).sort();
  const from = starts[0] ?? null;
  const to = ends.at(-1) ?? null;
  // A range that is printed as one ends where it says, whatever stands before it.
  if (dated.length === 1 && first.unit === 'day' && from !== to) return { from, to };
  const before = text.slice(0, first.at);
  const afterLast = text.slice(Math.max(...dated.map((point) => point.to)));
  if (/^\W{0,3}(?:\w+\W{1,2})?(?:onwards?|or later|and (?:after|later)|forward)\b/iu.test(afterLast))
    return { from, to: null };
  if (first.edge === 'start') return { from, to: dated.length > 1 ? to : null };
  if (first.edge === 'end' && dated.length === 1) return { from: null, to };
  if (dated.length > 1 && from !== to) return /\bonwards?\b/iu.test(text) ? { from, to: null } : { from, to };
  const closing = closes.exec(before)?.[0] ?? '';
  if (/before|prior/iu.test(closing) && first.unit === 'month') return { from: null, to: monthBefore(startOf(first)) };
  if (closing !== '') return { from: null, to };
  if (opens.test(before) || /\bonwards?\b/iu.test(text)) return { from, to: null };
  return { from, to };
}

/** "From November 2028 to March 2028", as it stands: whoever reads it should ask and not turn it round. */
function backwards(text: string, dated: readonly Dated[]): { from: string; to: string } | null {
  const [one, two] = dated;
  if (dated.length !== 2 || one === undefined || two === undefined || startOf(two) >= startOf(one)) return null;
  if (pointsIn(text).some(({ year }) => year === null)) return null;
  return /^\s*(?:to|until|till|through|[-–—])\s*(?:the )?(?:end of )?$/iu.test(text.slice(one.to, two.at))
    ? { from: startOf(one), to: endOf(two) }
    : null;
}

function precisionOf(dated: readonly Dated[], from: string | null, to: string | null): When['precision'] {
  if (dated[0]?.edge === 'start' && dated.length === 1) return 'start-of-year';
  if (from !== null && to === null) return 'onwards';
  if (dated.every((point) => point.unit === 'day')) return 'day';
  if (dated.some((point) => point.unit === 'quarter')) return 'quarter';
  return dated.every((point) => point.unit === 'year') ? 'year' : 'month';
}

function startOf(point: Dated): string {
  return month(point.year, point.first);
}

function endOf(point: Dated): string {
  return month(point.endYear ?? point.year, point.last);
}

function month(year: number, number: number): string {
  return `${year}-${String(number).padStart(2, '0')}`;
}

function monthBefore(yearMonth: string): string {
  const [year = 0, number = 1] = yearMonth.split('-').map(Number);
  return number === 1 ? month(year - 1, 12) : month(year, number - 1);
}

/** Gives points without a year the year of the next one (a year earlier where the months run over its end), else of the one before, else of the context. */
function withYears(points: readonly Point[], contextYear: number | null): Point[] {
  const result = points.map((point) => ({ ...point }));
  for (let at = result.length - 2; at >= 0; at--) {
    const point = result[at];
    const next = result[at + 1];
    if (point === undefined || next === undefined || point.year !== null || next.year === null) continue;
    point.year = next.unit !== 'year' && point.first > next.first ? next.year - 1 : next.year;
  }
  result.forEach((point, at) => {
    if (point.year !== null) return;
    const previous = result[at - 1];
    point.year = previous?.year ?? contextYear;
  });
  // A bare year that only lent its number to months is no time of its own.
  return result.filter(
    (point) =>
      point.unit !== 'year' ||
      point.edge !== null ||
      !result.some((other) => other.unit !== 'year' && other.year === point.year),
  );
}
