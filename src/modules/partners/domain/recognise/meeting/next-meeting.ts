/** What is said of the next meeting: its number, year and host. */
import { yearsIn } from '#kernel/dates.ts';
import { ordinalNumber, ordinalPattern } from '#kernel/ordinals.ts';
import type { MeetingRecord } from '#kernel/reading/index.ts';
import type { Register } from './organisations.ts';

type Next = NonNullable<MeetingRecord['next']>;

const nextMeeting = new RegExp(
  `\\bnext\\s(?:(?:${ordinalPattern}|regular|annual|iteration|[A-Z]{2,8})\\s){0,3}(?:meeting|session|assembly|forum|conference|consultation|call)\\b`,
  'iu',
);
const numbered = new RegExp(
  `(${ordinalPattern})\\s(?:\\S+\\s){0,3}?(?:meeting|session|assembly|forum|conference|consultation|call)\\b`,
  'giu',
);
const hosting = /\b(?:offer(?:s|ed) to|volunteer(?:s|ed) to|will|to|agreed to|kindly) host\b/iu;
const hostedBy = /\b(?:hosted by|at the (?:kind )?invitation of)\s(?:the\s)?/iu;

/** The host as printed, where the words around it leave no doubt which they are. */
const printedHost =
  /\b(?:hosted by|at the (?:kind )?invitation of|offer (?:of|by|from))\s(?:the\s)?(\p{Lu}[^.,;:()]{1,100}?)(?=\s(?:to host|in|on|from|during)\b|[.,;(]|$)/u;

/**
 * The next meeting as the texts tell it, and the line that does; `null` when none does, or when neither its own number
 * nor that of this meeting is known.
 */
export function nextOf(
  texts: readonly { text: string; line: number }[],
  number: number | null,
  date: string,
  register: Register,
): { next: Next; line: number } | null {
  for (const { text, line } of texts) {
    const numbers = [...text.matchAll(numbered)].map((match) => ordinalNumber(match[1] ?? '') ?? 0);
    const later = numbers.find((one) => number !== null && one === number + 1) ?? null;
    if (later === null && !nextMeeting.test(text)) continue;
    const next =
      later ?? numbers.find((one) => number === null || one > number) ?? (number === null ? null : number + 1);
    if (next === null) continue;
    const from = Number(date.slice(0, 4)) || 0;
    const year = yearsIn(text).find((one) => one >= from) ?? null;
    return { next: { number: next, year, host: hostIn(text, register) }, line };
  }
  return null;
}

function hostIn(text: string, register: Register): string | null {
  const mentions = register.mentions(text);
  const active = hosting.exec(text);
  const passive = hostedBy.exec(text);
  const named = printedHost.exec(text);
  if (named?.[1] !== undefined) {
    const to = named.index + named[0].length;
    const known = mentions.find((mention) => mention.to === to && mention.from <= to - (named[1]?.length ?? 0));
    return known?.key ?? named[1];
  }
  if (passive !== null) return mentions.find((mention) => mention.from >= passive.index)?.key ?? null;
  if (active === null) return null;
  return mentions.findLast((mention) => mention.to <= active.index)?.key ?? null;
}
