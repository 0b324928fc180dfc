/**
 * Finds words of a list in a text: at word boundaries, a plain word also in the plural, `*` for any ending, `…` for at
 * most two words between.
 */

/** A passage of a text: offsets, `to` exclusive. */
export interface Span {
  from: number;
  to: number;
}

export interface PhraseFinder {
  /** Whether any of the words stands in the text. */
  has(text: string): boolean;
  /** Where they stand, in order; of words that overlap the longest at the earliest place. */
  at(text: string): Span[];
}

/** Single words with a capital letter ("IXP", "LDCs") count only as they are written; all others in either case. */
export function phraseFinder(words: readonly string[]): PhraseFinder {
  const capitals = words.filter((word) => /^(?=.*[A-Z])[A-Za-z0-9-]+$/u.test(word));
  const others = words.filter((word) => !capitals.includes(word));
  const patterns = [pattern(others, 'giu'), pattern(capitals, 'gu')].filter((one) => one !== null);
  return {
    has: (text) => patterns.some((one) => text.search(one) >= 0),
    at: (text) =>
      apart(
        patterns.flatMap((one) =>
          [...text.matchAll(one)].map(({ index, 0: printed }) => ({ from: index, to: index + printed.length })),
        ),
      ),
  };
}

function pattern(words: readonly string[], flags: string): RegExp | null {
  if (words.length === 0) return null;
  const one = (word: string): string =>
    word.endsWith('*') ? `${word.slice(0, -1)}[\\p{L}-]{0,20}` : flags.includes('i') ? `${word}s?` : word;
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.map(one).join('|').replaceAll('… ', '(?:[\\p{L}’]+ ){0,2}').replaceAll(' ', '[\\s-]')})(?![\\p{L}\\p{N}])`,
    flags,
  );
}

/** Spans in order without those that begin inside an earlier one. */
function apart(spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span);
  }
  return kept;
}
