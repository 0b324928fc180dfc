/**
 * Names of revisions: "(Busan, 2014)", "(Rev. Dubai, 2018)", "(Rev.WRC-15)". A text is known by body, place and year;
 * the place alone names several.
 */
import type { Revision } from '#kernel/reading/index.ts';

const placed =
  /\(\s*(rev(?:\.\s*|(?:ised)?(?:\s+(?:in|at))?\s+))?(\p{L}[\p{L}\s.'’‑-]{1,40}?)(?:\s*,\s*|\s+)((?:19|20)\d\d)\s*\)/iu;
const numbered = /\(\s*(rev(?:\.\s*|\s+))?([A-Z]{2,6})\s*[-‑–]?\s*(\d{2}|(?:19|20)\d\d)\s*\)/i;

/** The first revision named in parentheses, or `null`. The place is written as a name, whatever its capitals. */
export function revisionIn(text: string): Revision | null {
  const found = placed.exec(text);
  if (found !== null) {
    const [, revised, place = '', year = ''] = found;
    return { place: properName(place), year: Number(year), revised: revised !== undefined };
  }
  const coded = numbered.exec(text);
  if (coded === null) return null;
  const [, revised, body = '', year = ''] = coded;
  return { place: body.toUpperCase(), year: fullYear(year), revised: revised !== undefined };
}

/** "DUBAI", "dubAi" and "dubai" are Dubai; a name in mixed capitals that begins with one is left as it is. */
export function properName(place: string): string {
  const name = place.trim().replace(/\s+/gu, ' ');
  const words = name.split(/(?<=[\s‑-])/u);
  const odd =
    name === name.toUpperCase() || words.some((word) => /^\p{Ll}{4,}/u.test(word) || /\p{Ll}\p{Lu}/u.test(word));
  if (!odd) return name;
  return words
    .map((word) =>
      /^(?:el|al|de|del|la|da|di)[\s‑-]*$/i.test(word)
        ? word.toLowerCase()
        : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
}

/** 15 is 2015, 97 is 1997. */
export function fullYear(digits: string): number {
  const value = Number(digits);
  if (digits.length > 2) return value;
  return value < 60 ? 2000 + value : 1900 + value;
}
