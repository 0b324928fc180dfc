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
  /(?<!\bbe )\b(?:adopted|published|launched|held|established|revised|approved|convened|issued|reformed|signed)\b[^.;,]{0,30}?\bin\s+((?:19|20)\d\d)\b/giu;
/** Things that everyone dates alike. */
const namedThings: readonly (readonly [RegExp, number])[] = [
  [/\b2030 Agenda\b/, 2015],
  [/\bAddis Ababa Action Agenda\b/, 2015],
  [/\bSendai Framework\b/, 2015],
  [/\bParis Agreement\b/, 2015],
];

/** The latest year that the words must have been written in or after, or `null`. */
export function latestYear(text: string): number | null {
  let latest: number | null = null;
  const note = (year: number): void => {
    if (latest === null || year > latest) latest = year;
  };
  for (const [, year] of text.matchAll(citedRevision)) note(Number(year));
  for (const [, year = ''] of text.matchAll(conference)) note(fullYear(year));
  if (/General Assembly|UNGA|\bUN\b|United Nations|A\/RES/.test(text)) {
    for (const [, session] of text.matchAll(assembly)) note(1945 + Number(session));
  }
  for (const [, year] of text.matchAll(economicCouncil)) note(Number(year));
  for (const [, year] of text.matchAll(pastEvent)) note(Number(year));
  for (const [thing, year] of namedThings) if (thing.test(text)) note(year);
  return latest;
}
