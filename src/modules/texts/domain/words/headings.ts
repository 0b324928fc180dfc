/** Finds the headings of a document where its clauses name them: every line asks for all of them, so they are indexed. */

export interface HeadingIndex {
  known: ReadonlySet<string>;
  /** The lengths of the headings that begin with a word, longest first. */
  lengths: ReadonlyMap<string, readonly number[]>;
}

const word = /[\p{L}\d]+/gu;

/** @param headings in lower case, white space folded; those that begin with a sign are not found */
export function headingIndex(headings: Iterable<string>): HeadingIndex {
  const known = new Set(headings);
  const byWord = new Map<string, Set<number>>();
  for (const heading of known) {
    const first = /^[\p{L}\d]+/u.exec(heading)?.[0];
    if (first === undefined) continue;
    const lengths = byWord.get(first);
    if (lengths === undefined) byWord.set(first, new Set([heading.length]));
    else lengths.add(heading.length);
  }
  return {
    known,
    lengths: new Map([...byWord].map(([first, set]) => [first, [...set].sort((one, other) => other - one)])),
  };
}

/**
 * The headings that a text names, by place; of those that begin at one place the longest first.
 * @param low the text in lower case
 */
export function* headingsIn(
  low: string,
  { known, lengths }: HeadingIndex,
): Generator<{ heading: string; at: number; end: number }> {
  if (known.size === 0) return;
  for (const { 0: first, index: at } of low.matchAll(word)) {
    for (const length of lengths.get(first) ?? []) {
      const end = at + length;
      const heading = low.slice(at, end);
      if (known.has(heading) && !/\p{L}/u.test(low.charAt(end))) yield { heading, at, end };
    }
  }
}
