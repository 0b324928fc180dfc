/**
 * Words that date a clause: a text adopted in 2014 cannot cite one adopted in 2017. Only what names a finished event
 * counts; plans, sessions to come and targets name future years at any time.
 */
import { fullYear } from '../words/revision.ts';

const citedRevision = /\(\s*(?:rev\.?\s*)?\p{L}[\p{L}\s.'’‑-]{1,40}?,\s*((?:19|20)\d\d)\s*\)/giu;
const conference = /\b(?:PP|WTDC|WTSA|WRC|WCIT|RA|WTPF)[-‑](\d{2})(?!\d)/gu;
/** Resolutions of the United Nations General Assembly are numbered by session; session n begins in 1945 + n. */
const assembly =
  /\b(?:A\/(?:RES\/)?|(?:UNGA|General Assembly)\s+[Rr]esolutions?\s+(?:A\/)?|[Rr]esolutions?\s+(?:A\/RES\/)?)(\d{2})\/\d{1,4}(?=[^\d/]|$)/gu;
const economicCouncil = /\bECOSOC\s+[Rr]esolution\s+((?:19|20)\d\d)\/\d{1,3}/gu;
const pastEvent =
  /(?<!\bbe )\b(?:adopted|published|launched|held|established|revised|approved|convened|issued|reformed|signed)\b[^.;,]{0,60}?\bin\s+((?:19|20)\d\d)\b/giu;
/** Things that everyone dates alike. */
const namedThings: readonly (readonly [RegExp, number])[] = [
  [/\b2030 Agenda\b/, 2015],
  [/\bAddis Ababa Action Agenda\b/, 2015],
  [/\bSendai Framework\b/, 2015],
  [/\bParis Agreement\b/, 2015],
];

/** The years of the base text and of the proposed one; `null` where nothing names them. */
export interface TextYears {
  base: number | null;
  proposed: number | null;
}

const yearToCome =
  /\b(?:in|by|until|before|january|february|march|april|may|june|july|august|september|october|november|december)\s+((?:19|20)\d\d)(?![\d,-]|[-–‑]\d|\s*\))/giu;
const something = /\b(?:to|will|shall)\s+(?!the\b|an?\b)\p{Ll}/u;

/** True when the words cannot have stood in the base text. */
export function isYounger(text: string, { base }: TextYears): boolean {
  if (base === null) return false;
  const year = latestYear(text);
  return year !== null && year > base;
}

/**
 * True when the words speak of a year after the base text and before the proposed one as a new text would hardly do.
 * Only a hint: reports on such a year are written later.
 */
export function looksForward(text: string, { base, proposed }: TextYears): boolean {
  if (base === null || proposed === null || !/(?:19|20)\d\d/.test(text) || !something.test(text)) return false;
  for (const [, year] of text.matchAll(yearToCome)) {
    if (Number(year) > base && Number(year) < proposed) return !isYounger(text, { base, proposed });
  }
  return false;
}

/** The latest year that the words must have been written in or after, or `null`. */
function latestYear(text: string): number | null {
  if (!/\d\d/.test(text)) return namedYear(text);
  let latest = namedYear(text);
  const note = (year: number): void => {
    if (latest === null || year > latest) latest = year;
  };
  if (text.includes('(')) for (const [, year] of text.matchAll(citedRevision)) note(Number(year));
  for (const [, year = ''] of text.matchAll(conference)) note(fullYear(year));
  if (/General Assembly|UNGA|\bUN\b|United Nations|A\/RES/.test(text)) {
    for (const [, session] of text.matchAll(assembly)) note(1945 + Number(session));
  }
  if (text.includes('ECOSOC')) for (const [, year] of text.matchAll(economicCouncil)) note(Number(year));
  if (/\bin\s+(?:19|20)\d\d/i.test(text)) for (const [, year] of text.matchAll(pastEvent)) note(Number(year));
  return latest;
}

function namedYear(text: string): number | null {
  let latest: number | null = null;
  for (const [thing, year] of namedThings) {
    if (thing.test(text) && (latest === null || year > latest)) latest = year;
  }
  return latest;
}
