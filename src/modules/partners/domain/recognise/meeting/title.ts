/** What the head of a report says of the meeting: its series and number, when, where, and by whose invitation. */
import { countriesIn, countryCode } from '#kernel/countries.ts';
import { firstDay } from '#kernel/dates.ts';
import { ordinalNumber, ordinalPattern } from '#kernel/ordinals.ts';
import type { MeetingLine } from './meeting-lines.ts';

export interface Title {
  series: string;
  number: number | null;
  /** ISO; the empty string when no day was found. */
  date: string;
  place: string | null;
  host: string | null;
  /** Lines of the source that these were read from. */
  placed: number[];
}

const kind =
  '(?:meeting|session|assembly|conference|consultations?|forum|workshop|symposium|dialogue|retreat|congress)';
/** A call counts only with a number before it: "call for proposals" is none. */
const kindOrCall = kind.replace(')', '|call|teleconference|video ?conference)');
const adjectives =
  '(?:(?:regular|annual|monthly|quarterly|biennial|ordinary|extraordinary|regional|joint|plenary|high-level|virtual|inter-?agency|coordination|special)\\s){0,3}';
const ofSeries = new RegExp(
  `(?:^|\\b(?:of|for|on)\\s|:\\s)(?:the\\s)?(?:(${ordinalPattern})\\s)?(${adjectives}${kind}\\s(?:of|on|for)\\s)(?:the\\s)?(\\S.*)$`,
  'iu',
);
const reportWords =
  '(?:final |draft |summary |meeting )?(?:report|minutes|notes|summary(?: record| report)?|record|outcomes?|proceedings)(?:\\s(?:of|from|on)\\s|\\s?[:–-]\\s)(?:the\\s)?';
const reportOf = new RegExp(`^${reportWords}`, 'iu');
/** Meetings of a body bear its name; a workshop on something is called that. */
const ofBody = /(?:meeting|session|assembly|conference) of\s$/iu;
const numberAlone = new RegExp(
  `^(?:${reportWords})?(?:the\\s)?(${ordinalPattern})\\s${adjectives}${kindOrCall}(?:,.{2,100})?$`,
  'iu',
);
const seriesFirst = new RegExp(
  `^(\\S.{3,150}?)[\\s,:–-]{1,3}(?:the\\s)?(${ordinalPattern})\\s${adjectives}${kindOrCall}\\b`,
  'iu',
);
const numbered = new RegExp(
  `(${ordinalPattern})\\s(${adjectives})(\\p{L}[\\p{L}\\s/&'’()-]{2,100}?)\\s?(${kind})\\b`,
  'iu',
);
const coded = /^([A-Z]{2,10})[- ](\d{1,3})(?:\s|:|$)/u;
/** The head of a report is at most so many non-blank lines long. */
const headLines = 30;

/** Whether a line names a meeting as titles do. */
export function isTitle(text: string): boolean {
  return text.length <= 250 && !/[.;]$/u.test(text) && nameOf(text) !== null && /^\p{Lu}|^\d/u.test(text);
}

/**
 * Reads the head, which ends before the first part of the report, and what further lines of the same form ("13 March
 * 2024, 9:00, at …") repeat.
 *
 * @param before index of the first heading of a part
 */
export function readTitle(lines: readonly MeetingLine[], before: number): Title {
  const title: Title = { series: '', number: null, date: '', place: null, host: null, placed: [] };
  const inked = lines.slice(0, Math.max(before, 1)).filter((line) => !line.blank);
  const head = inked.slice(0, headLines);
  readName(head, title);
  // Programmes repeat title, day and place further down; only short lines do.
  const short = lines.filter((line) => !line.blank && !line.tabbed && line.cell === null && line.text.length <= 200);
  for (const line of new Set([...head, ...short])) {
    const isHead = head.includes(line);
    if (isHead || /^(?:hosted|venue|place|date)\b/iu.test(line.text)) readFacts(line, title);
    else if (title.date !== '' && firstDay(line.text)?.date === title.date && isDateLine(line.text))
      readFacts(line, title);
    else if (title.series !== '' && isTitle(line.text) && sameSeries(nameOf(line.text)?.series ?? '', title.series))
      title.placed.push(line.number);
  }
  readHost(lines.slice(0, headLines * 3), title);
  if (title.place === null) readPlace(head, title);
  return title;
}

/** The host as the first sentences of the report itself tell it: "The Third Meeting was hosted by …". */
function readHost(lines: readonly MeetingLine[], title: Title): void {
  const told = lines.find(({ text }) => text.length <= 600 && saysHosted.test(text) && hosted.test(text));
  const host = told === undefined ? null : hosted.exec(told.text);
  title.host ??= (host?.[1] ?? host?.[2])?.trim() ?? null;
}

const saysHosted = new RegExp(
  `\\b${kind}\\b.{0,200}\\b(?:was|were|took place)\\b.{0,120}\\b(?:hosted|invitation)\\b|\\b(?:held|convened) (?:its|the|their)\\b.{0,80}\\b${kind}\\b.{0,200}\\b(?:hosted|invitation)\\b`,
  'iu',
);

/** "Koror, Palau" on a line of its own. */
function readPlace(head: readonly MeetingLine[], title: Title): void {
  const line = head.find(({ text }) => {
    if (distant.test(text) && text.length <= 60) return true;
    const [, city = '', country = ''] = /^(\p{Lu}[^,:;.]{1,40}), (\p{Lu}[^,:;.]{2,40})$/u.exec(text) ?? [];
    return city !== '' && countryCode(country) !== null;
  });
  if (line === undefined) return;
  title.place = line.text;
  title.placed.push(line.number);
}

/** The same series, with or without its abbreviations in brackets. */
function sameSeries(a: string, b: string): boolean {
  return withoutBrackets(a) === withoutBrackets(b);
}

function withoutBrackets(name: string): string {
  return name
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

function readName(head: readonly MeetingLine[], title: Title): void {
  for (const [at, line] of head.entries()) {
    const next = head[at + 1];
    const broken = next !== undefined && next.number <= line.number + 2 && goesOnBelow(line.text, next.text);
    const text = broken ? `${line.text} ${next.text}` : line.text;
    const name = text.length <= 250 && !/[.;]$/u.test(text) ? (numberBelow(head, at) ?? nameOf(text)) : null;
    if (name === null) continue;
    title.series = name.series;
    title.number = name.number;
    title.placed.push(line.number, ...(broken ? [next.number] : []));
    return;
  }
}

/** A title that breaks off at a preposition, an ordinal or inside a usual pair of words goes on in the next line. */
function goesOnBelow(text: string, next: string): boolean {
  if (text.length > 150 || next.length > 150 || firstDay(next) !== null) return false;
  if (/\b(?:of|on|for|and|the|in)$/iu.test(text) || brokenOrdinal.test(text)) return true;
  if (/^(?:of|on|for|and|to|in the)\s\S/u.test(next)) return true;
  return halfPair.test(text) && otherHalf.test(next);
}

const brokenOrdinal = new RegExp(`^(?:${reportWords})(?:the\\s)?(?:${ordinalPattern})$`, 'iu');
const halfPair =
  /\b(?:working|task|steering|standing|technical|scientific|advisory|expert|regional|coordinat(?:ion|ing)|joint|executive|inter-?agency|inter-?governmental|planning|study|drafting)$/iu;
const otherHalf =
  /^(?:(?:working|advisory|expert|coordination|steering) )?(?:group|force|committee|team|council|commission|panel|board|forum|meeting|session|conference|workshop|sub-?committee)\b/iu;

/** "Second Assembly" below the name of the body. */
function numberBelow(head: readonly MeetingLine[], at: number): { series: string; number: number | null } | null {
  const number = numberAlone.exec(head[at]?.text ?? '')?.[1];
  const above = head[at - 1];
  if (number === undefined || above === undefined || above.text.length > 120 || /[.;:]$/u.test(above.text)) return null;
  if (above.number < (head[at]?.number ?? 0) - 2 || firstDay(above.text) !== null) return null;
  return { series: above.text, number: ordinalNumber(number) };
}

function nameOf(text: string): { series: string; number: number | null } | null {
  const plain = text.replace(/\*+/gu, '').trim();
  const of = ofSeries.exec(plain);
  if (of?.[2] !== undefined && of[3] !== undefined) {
    const series = ofBody.test(of[2]) ? of[3] : of[2] + of[3];
    return { series: trimmed(series), number: of[1] === undefined ? null : ordinalNumber(of[1]) };
  }
  const first = seriesFirst.exec(plain.replace(reportOf, ''));
  if (first?.[1] !== undefined && first[2] !== undefined)
    return { series: trimmed(first[1]), number: ordinalNumber(first[2]) };
  const middle = numbered.exec(plain);
  if (middle !== null) {
    const [, number = '', before = '', name = '', what = ''] = middle;
    // "The 4th Reef Forum meeting" is one of the Reef Forum; "the 15th Regulators' Forum" is called so.
    const series = /^(?:meeting|session)$/iu.test(what) ? name : `${before}${name} ${what}`;
    // "The 2nd Donor Coordination Meeting on Cables" is called by what it is on, too.
    const on = /^\s(?:on|for)\s\S.*$/iu.exec(plain.slice(middle.index + middle[0].length))?.[0] ?? '';
    const whole = on === '' || series !== name ? series + on : `${name} ${what}${on}`;
    return { series: trimmed(whole), number: ordinalNumber(number) };
  }
  const code = coded.exec(plain);
  return code?.[1] === undefined ? null : { series: code[1], number: Number(code[2]) };
}

/** What leads to a day. */
const beforeDay = /[\s,(–-]+(?:held|hosted|on|in|at|from)?\b.{0,3}$/iu;

/** Day, place and host that stand behind a title on its line are not its name. */
function trimmed(series: string): string {
  // "(WG-MR/7)" is the short name with the number of this meeting.
  const printed = series.replace(/\(([A-Z][A-Za-z-]{1,14})[/-]\d{1,3}\)/gu, '($1)');
  const day = firstDay(printed);
  const cut = day === null ? printed : printed.slice(0, day.from).replace(beforeDay, '');
  return cut.replace(/\s(?:was |were )?(?:held|hosted|took place|convened)\b.*$/iu, '').replace(/[\s,.:;–-]+$/u, '');
}

function isDateLine(text: string): boolean {
  const day = firstDay(text);
  return day !== null && day.from < 60 && !/[.;]$/u.test(text);
}

// ---------------------------------------------------------------- day, place, host

const labelled = /^(venue|place|location|platform|host|hosted by|date|dates)\s*:\s*(\S.*)$/iu;
const hosted =
  /\b(?:hosted|organi[sz]ed and hosted)\s+by\s+(?:the\s+)?([^,.;()]{3,120}?)(?=\s+(?:at|in|on|from)\b|[,.;()]|$)|\bat the (?:kind )?invitation of (?:the\s+)?([^,.;()]{3,120}?)(?=[,.;()]|$)/iu;
const atPlace = /^(?:held\s+)?(?:at|in)\s+(?:the\s+)?(\p{Lu}.{2,100})$/u;
/** "was held in Suva", "convened its third session at the Reef Hall in Apia on …" */
const heldIn =
  /\b(?:held|convened|took place|met)\b[^.;:]{0,120}?\s(?:at|in)\s+(?:the\s+)?(\p{Lu}[^.;()]{2,80}?)(?=,?\s+(?:on|from)\s|,?\s+\d|[.;()]|$)/u;
const held = /\b(?:held|convened|took place|met)\b/iu;

function readFacts(line: MeetingLine, title: Title): void {
  const text = line.text;
  let read = false;
  const label = labelled.exec(text);
  const day = firstDay(text);
  if (day !== null && (title.date === '' || title.date === day.date)) {
    // A day of its own, or the day of a sentence that says when the meeting was held.
    const isOwn = text.length - (day.to - day.from) <= 140 || held.test(text.slice(0, day.from));
    if (title.date === '' && isOwn) title.date = day.date;
    read ||= isOwn && title.date === day.date && isDateLine(text);
  }
  const host = hosted.exec(text);
  const hostName = host?.[1] ?? host?.[2] ?? (label !== null && /^host/iu.test(label[1] ?? '') ? label[2] : undefined);
  if (hostName !== undefined) {
    title.host ??= hostName.trim();
    read ||= text.length <= 140;
  }
  const place = placeIn(text, day, label);
  if (place !== null) {
    title.place = better(title.place, place);
    read ||= text.length <= 140;
  }
  if (read) title.placed.push(line.number);
}

/** "Report of the 9th meeting," before the place. */
const ownName = new RegExp(`^(?:${reportWords})(?:${ordinalPattern})\\s${adjectives}${kind},\\s`, 'iu');

function placeIn(text: string, day: { from: number; to: number } | null, label: RegExpExecArray | null): string | null {
  if (label !== null && /^(?:venue|place|location|platform)$/iu.test(label[1] ?? '')) return cleanPlace(label[2] ?? '');
  const plain = atPlace.exec(text)?.[1] ?? heldIn.exec(text)?.[1];
  if (plain !== undefined) return cleanPlace(plain);
  if (day === null || text.length > 140) return null;
  const named = /^([\p{L} ]{3,30}):\s/u.exec(text);
  if (named?.[1] !== undefined && !/\b(?:place|venue|location)\b/iu.test(named[1])) return null;
  if (named !== null) return placeIn(text.slice(named[0].length), firstDay(text.slice(named[0].length)), null);
  const before = text.slice(0, day.from).replace(/[\s,]+(?:from|on|held|dated?)\s*$/iu, ' ');
  const around = `${before} ${text.slice(day.to)}`
    .replace(ownName, '')
    .replace(/\b(?:hosted|organi[sz]ed) by\b.*$/iu, '');
  return cleanPlace(
    around.replace(
      /\b\d{1,2}[:.h]\d{2}\b\s?(?:hrs|hours|[ap]\.?m\.?)?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bdates?\s*:/giu,
      ' ',
    ),
  );
}

/** "Virtual meeting (video conference)": no town, but where the meeting was held. */
const distant =
  /^(?:held )?(?:online|virtual(?:ly)?|remote(?:ly)?|hybrid|video[- ]?conference|teleconference|web ?conference|by (?:video|tele)[- ]?conference)(?: (?:meeting|session|conference|call))?(?: (?:via|by|on|through|using) [\p{L} ]{2,30})?(?:\s?\([^()]{2,40}\))?$/iu;

/** A place is a few words with a capital, and not the name of the meeting again. */
function cleanPlace(words: string): string | null {
  const place = words
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:–()|-]+(?=\S)|[\s,;:–(|-]+$/gu, '')
    .replace(/^(?:held )?(?:at|in)\s+/iu, '')
    .replace(/^the\s+/iu, '')
    .trim();
  const other = new RegExp(`\\b${kind}\\b|\\b(?:hosted|report|minutes)\\b|@|\\d{3}`, 'iu').test(place);
  const isPlace = /^(?:\p{Lu}|online\b|virtual\b)/u.test(place);
  if (distant.test(place) && place.length <= 60) return place;
  return place === '' || other || place.length > 100 || !isPlace ? null : place;
}

/** The place that says more: one that names its country, else the longer one. */
function better(known: string | null, place: string): string {
  if (known === null) return place;
  return saying(place) > saying(known) ? place : known;
}

function saying(place: string): number {
  return (countriesIn(place).length > 0 ? 1000 : 0) + place.length;
}
