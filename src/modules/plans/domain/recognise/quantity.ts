/** Targets in words: "by 2023, 65% of households …", "at least 20 officials a year", "all countries". */
import type { Indicator } from '#kernel/reading/index.ts';

export type Target = NonNullable<Indicator['target']>;

const deadline =
  /\b(?:by|until|till|before|no later than|not later than)\s+(?:the\s+)?(?:(?:end|middle|beginning|start|close)(?:\s+of|-)?\s*|mid-?|end-?|early\s+|late\s+|(?:Q[1-4]|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+|the\s+year\s+)*(?:\d{1,2}\s+[A-Z][a-z]+\s+)?(20\d\d)\b/i;
const baseYear =
  /\bbase-?line(?:\s+(?:year|of|in|is|from|:))*[^\d]{0,12}((?:19|20)\d\d)\b|\b((?:19|20)\d\d)\s+(?:base-?line|levels?)\b|\b(?:compared (?:to|with)|relative to|against|from)\s+(?:the\s+)?(?:year\s+)?((?:19|20)\d\d)\b/i;
const everyone =
  /\b(?:all|every|each)\s+(?:of\s+)?(?:the\s+|its\s+|our\s+|\d+\s+)?(?:[A-Za-z-]+\s+)?(countr(?:y|ies)|states?|members?|nations?|economies|economy|administrations?|territor(?:y|ies)|LDCs|SIDS|LLDCs|regions?|islands?|schools?|hospitals?|households?|villages?|communit(?:y|ies)|people|persons|citizens?|individuals?|institutions?|offices?|departments?|sectors?|ministries|regulators?|staff)\b/i;
const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const wordNumbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const number = String.raw`(\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.(\d+))?`;
const scale = String.raw`(?:\s*(thousand|million|billion|trillion)\b)?`;
const percentage = new RegExp(`(?<![\\w.,])${number}${scale}\\s*(?:%|per ?cent\\b|percent(?:age points?)?\\b)`, 'gi');
const amount = new RegExp(
  `(?:(USD|US\\$|EUR|CHF|\\$|€)\\s*)?(?<![\\w.,/-])${number}${scale}(?![\\w/-]|\\.\\d|%)`,
  'gi',
);
const wordNumber = new RegExp(`\\b(${wordNumbers.slice(2).join('|')})\\s+(?=[a-z])`, 'i');

const atLeast =
  /(?:\bat least|\bno (?:less|fewer) than|\bnot (?:less|fewer) than|\bminimum(?: of)?|\bmore than|\bover|\babove|\bexceed(?:s|ing)?|≥|>=|>)\s*$/i;
const atMost =
  /(?:\bat most|\bno(?:t)? (?:more|higher|longer|greater) than|\bless than|\bfewer than|\bunder|\bbelow|\bmaximum(?: of)?|\bup to|\bwithin|≤|<=|<)\s*$/i;

/** What a reader of the target would have to reach. `stated` says that the words are a target even without a date. */
export interface TargetContext {
  /** Year of the column or heading, used where the words give none. */
  year?: number | null;
  baselineYear?: number | null;
  /** What a bare number counts, from a column of units. */
  unit?: string | null;
  /** The words stand in a place of their own for the target, where a year in brackets is its date. */
  apart?: boolean;
  /** False for an indicator, whose words may hold numbers that are no target. */
  stated: boolean;
}

/**
 * The quantity, comparator and years in the words of a target; `null` where they state none. A percentage comes before
 * a count; "from 40% to 60%" aims at the second. "All countries" is 100 % with the comparator `all`.
 */
export function targetOf(words: string, context: TargetContext): Target | null {
  const by = Number(
    deadline.exec(words)?.[1] ?? context.year ?? (context.apart === true ? yearIn(words) : null) ?? Number.NaN,
  );
  if (!context.stated && Number.isNaN(by)) return null;
  const years = {
    by: Number.isNaN(by) ? null : by,
    baselineYear: baselineYearOf(words) ?? context.baselineYear ?? null,
  };
  const bare = words.replace(asides, blank).replace(deadline, blank).replace(baseYear, blank);
  if (openEnded.test(bare)) return null;
  const found = percentageIn(bare) ?? (everyone.test(bare) ? null : countIn(bare));
  if (found !== null) return { ...found, unit: found.unit ?? context.unit ?? null, ...years };
  return everyone.test(bare) ? { value: 100, unit: '%', comparator: 'all', ...years } : null;
}

/** The year that a target or a cell takes as its baseline; `null` where none is named. */
export function baselineYearOf(words: string): number | null {
  const match = baseYear.exec(words);
  const year = match?.[1] ?? match?.[2] ?? match?.[3];
  return year === undefined ? null : Number(year);
}

/** The only year in the words of a baseline or a target ("45% (2029)"); `null` where there is none or more than one. */
export function yearIn(words: string): number | null {
  const years = words.match(/\((?:19|20)\d\d\)/g) ?? [];
  return years.length === 1 ? Number(years[0]?.slice(1, -1)) : null;
}

const blank = (words: string): string => ' '.repeat(words.length);

/** What is said of the present in brackets is no target: "(2020 baseline: 40)", "(from 40)", "(2023: 12 %)". */
const asides =
  /\([^()]{0,60}?(?:\bbase-?line\b|\bcurrent(?:ly)?\b|\b(?:now|today|from|was|were)\s+\d|\b(?:19|20)\d\d\s*[:=])[^()]{0,60}\)/gi;
/** Quantities that one number does not state: a range, a multiple, a share in words that has no plain value. */
const openEnded =
  /\bbetween\s+[\d.,]+\s*(?:%|per ?cent)?\s+and\s+\d|\b(?:doubl|tripl|trebl|quadrupl)(?:es?|ed|ing)\b|\bthirds?\s+of\b|\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine)\s+(?:in|out of)\s+(?:every\s+)?(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b)/i;

type Quantity = Pick<Target, 'value' | 'unit' | 'comparator'>;

function percentageIn(words: string): Quantity | null {
  const match = aimedAt(words, [...words.matchAll(percentage)]);
  if (match === null) return shareIn(words);
  return {
    value: valueOf(match[1], match[2], match[3]),
    unit: '%',
    comparator: comparatorOf(words, match.index, match.index + match[0].length),
  };
}

const shares: readonly (readonly [RegExp, number])[] = [
  [/\bhalf (?:of|the)\b|\b(?:by|to) (?:a |one[ -])?half\b|\bhalv(?:e|es|ed|ing)\b/i, 50],
  [/\bthree[ -]quarters\b/i, 75],
  [/\b(?:a|one)[ -]quarter (?:of|fewer|less|more)\b|\bby (?:a|one)[ -]quarter\b/i, 25],
];

/** "Half of all schools", "halve the number of outages", "cut by a quarter". */
function shareIn(words: string): Quantity | null {
  for (const [pattern, value] of shares) {
    const match = pattern.exec(words);
    if (match === null) continue;
    return { value, unit: '%', comparator: comparatorOf(words, match.index, match.index + match[0].length) };
  }
  return null;
}

function countIn(words: string): Quantity | null {
  const numbers = [...words.matchAll(amount)].filter((match) => !isYearOrName(words, match));
  const match = aimedAt(words, numbers);
  if (match === null) return wordCountIn(words);
  const end = match.index + match[0].length;
  const value = valueOf(match[2], match[3], match[4]);
  return { value, unit: match[1] ?? unitAfter(words, end), comparator: comparatorOf(words, match.index, end) };
}

/** "three regional centres". */
function wordCountIn(words: string): Quantity | null {
  const match = wordNumber.exec(words);
  if (match === null) return null;
  const end = match.index + (match[1] ?? '').length;
  const value = wordNumbers.indexOf((match[1] ?? '').toLowerCase());
  return { value, unit: unitAfter(words, end), comparator: comparatorOf(words, match.index, end) };
}

/** The first quantity, or the one after "to" where the words go from one to another. */
function aimedAt(words: string, found: RegExpMatchArray[]): (RegExpMatchArray & { index: number }) | null {
  const [first, second] = found;
  if (first?.index === undefined) return null;
  const before = words.slice(Math.max(0, first.index - 12), first.index);
  const between = second?.index === undefined ? '' : words.slice(first.index + first[0].length, second.index);
  const aim = second !== undefined && /\bfrom\s*$/i.test(before) && /\bto\s*$/i.test(between) ? second : first;
  return aim.index === undefined ? null : Object.assign(aim, { index: aim.index });
}

/** Numbers that count nothing: years, and the number in "Goal 2" or "Resolution 71". */
function isYearOrName(words: string, match: RegExpMatchArray): boolean {
  const digits = match[2] ?? '';
  if (match[1] === undefined && /^(?:19|20)\d\d$/.test(digits) && match[3] === undefined && match[4] === undefined)
    return true;
  return /\b(?:[Gg]oal|[Tt]arget|[Oo]bjective|[Oo]utcome|[Oo]utput|[Rr]esolution|[Aa]rticle|SDG|[Pp]hase|[Tt]able|[Aa]nnex|IPv|No\.|[Qq]uestion|Q)\s*$/.test(
    words.slice(Math.max(0, (match.index ?? 0) - 14), match.index),
  );
}

function comparatorOf(words: string, from: number, to: number): Quantity['comparator'] {
  const before = words.slice(Math.max(0, from - 30), from);
  const after = words.slice(to, to + 20);
  if (atMost.test(before) || /^\s*(?:or (?:less|fewer|below)|at most|maximum)\b/i.test(after)) return '<=';
  if (atLeast.test(before) || /^\s*(?:\+|or (?:more|above|higher)\b|at least\b|minimum\b)/i.test(after)) return '>=';
  return '=';
}

function valueOf(whole: string | undefined, fraction: string | undefined, scale: string | undefined): number {
  const digits = (whole ?? '').replace(/[^\d]/g, '');
  return Number(`${digits}.${fraction ?? '0'}`) * (scales[scale?.toLowerCase() ?? ''] ?? 1);
}

const unitEnd =
  /^(?:of|in|with|to|by|and|or|per|for|should|will|shall|must|have|has|had|are|is|be|at|on|from|that|which|who|using|more|less|fewer|each|every|a|the|as|annually|yearly|\w+ed)$/i;

/** The one to three words that the number counts ("Member States", "new standards"). */
function unitAfter(words: string, at: number): string | null {
  const unit: string[] = [];
  for (const word of words
    .slice(at, at + 80)
    .trim()
    .split(/\s+/)) {
    const bare = word.replace(/[^\p{L}\p{N}/'’-]+$/u, '');
    if (bare === '' || !/^\p{L}/u.test(bare) || unitEnd.test(bare)) break;
    unit.push(bare);
    if (bare !== word || unit.length === 3) break;
  }
  return unit.length === 0 ? null : unit.join(' ');
}
