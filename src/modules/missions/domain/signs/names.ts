/** Names of organisations as people write them: with an abbreviation, without, in other letters. */

/** Words only, in lower case, as names are compared. */
export function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/&/gu, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The forms under which an organisation may be named: without its abbreviation, and the abbreviation alone. */
export function namesOf(organisation: string): string[] {
  const name = comparable(organisation.replace(/\([^()]*\)/gu, ' '));
  const abbreviations = [...organisation.matchAll(/\(([A-Z][\w-]{1,14})\)/gu)].map((match) =>
    comparable(match[1] ?? ''),
  );
  return [name, ...abbreviations].filter((one) => one.length > 2);
}

/** Whether a line names an organisation, under one of its forms. */
export function names(line: string, organisation: string): boolean {
  return namesOf(organisation).some((name) => ` ${comparable(line)} `.includes(` ${name} `));
}

/** The longest name of an organisation, in words. */
const longestName = 14;

/** What a line names of those that are known by their {@link comparable} names, in the order of the line. */
export function namedIn<T>(text: string, byName: ReadonlyMap<string, T>): T[] {
  const words = comparable(text).split(' ');
  return words.flatMap((_, from) =>
    Array.from({ length: longestName }, (_, length) =>
      byName.get(words.slice(from, from + length + 1).join(' ')),
    ).filter((found) => found !== undefined),
  );
}
