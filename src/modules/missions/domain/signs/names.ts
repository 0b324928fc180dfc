/** Names of organisations as people write them: with an abbreviation, without, in other letters. */

import { oneSpelling, withoutDots } from '#kernel/organisation-names.ts';

/** Words only, in lower case, as names are compared. */
export function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/&/gu, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** As {@link comparable}, with British and American spellings and abbreviations with and without dots made one. */
const alike = (text: string): string => oneSpelling(comparable(withoutDots(text)));

/** The forms under which an organisation may be named: without its abbreviation, and the abbreviation alone. */
export function namesOf(organisation: string): string[] {
  const name = alike(organisation.replace(/\([^()]*\)/gu, ' '));
  const abbreviations = [...organisation.matchAll(/\(([A-Z][\w-]{1,14})\)/gu)].map((match) => alike(match[1] ?? ''));
  return [name, ...abbreviations].filter((one) => one.length > 2);
}

/** Whether a line names an organisation, under one of its forms. */
export function names(line: string, organisation: string): boolean {
  return namesOf(organisation).some((name) => ` ${alike(line)} `.includes(` ${name} `));
}

/**
 * Whether a name is one that an organisation has, or stands for it: "the Commission" or "the Office" for a "Road
 * Commission" and an "Office of Roads".
 */
export function calls(name: string, organisation: string): boolean {
  const short = ` ${alike(name)}`;
  return namesOf(organisation).some((one) => ` ${one}`.endsWith(short) || ` ${one}`.startsWith(`${short} `));
}

/** The longest name of an organisation, in words. */
const longestName = 14;

/** What a line names of those that are known by their {@link namesOf}, in the order of the line. */
export function namedIn<T>(text: string, byName: ReadonlyMap<string, T>): T[] {
  const words = alike(text).split(' ');
  return words.flatMap((_, from) =>
    Array.from({ length: longestName }, (_, length) =>
      byName.get(words.slice(from, from + length + 1).join(' ')),
    ).filter((found) => found !== undefined),
  );
}
