/** Names of countries in words: which country a name means, and which countries a text names. */
import { countryNames } from '#data/countries.ts';

interface Entry {
  words: string[];
  iso2: string;
  /** Abbreviations count only in capitals: "us" is a word. */
  capitals: boolean;
}

let index: Map<string, Entry[]> | null = null;

/** All names by their first word, longest first. Made at first use. */
function names(): Map<string, Entry[]> {
  if (index !== null) return index;
  index = new Map();
  for (const row of countryNames.trim().split('\n')) {
    for (const name of row.slice(3).split('|')) {
      const words = tokens(name).map((token) => token.word);
      const first = words[0] ?? '';
      const entry = { words, iso2: row.slice(0, 2), capitals: /^[A-Z.]{2,6}$/u.test(name) };
      index.set(first, [...(index.get(first) ?? []), entry]);
    }
  }
  for (const entries of index.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return index;
}

interface Token {
  word: string;
  printed: string;
  from: number;
  to: number;
}

/** Words in lower case without accents; dots inside abbreviations are taken out ("P.R." is "pr"). */
function tokens(text: string): Token[] {
  return [...text.matchAll(/&|\p{L}(?:[.’'](?=\p{L})|[\p{L}\p{M}])*/gu)].map((match) => ({
    word: plain(match[0]),
    printed: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function plain(word: string): string {
  if (word === '&') return 'and';
  const letters = word.normalize('NFD').replace(/[^\p{L}]/gu, '');
  const lower = letters.toLowerCase();
  return lower === 'st' ? 'saint' : lower;
}

/** A country named in a text: ISO 3166-1 alpha-2, and where its name stands. */
export interface NamedCountry {
  iso2: string;
  from: number;
  to: number;
}

/** The countries a text names, in order. A name must begin with a capital letter; the longest name counts. */
export function countriesIn(text: string): NamedCountry[] {
  const found: NamedCountry[] = [];
  const words = tokens(text);
  for (let at = 0; at < words.length; at++) {
    const token = words[at];
    if (token === undefined || !/^\p{Lu}/u.test(token.printed)) continue;
    const entry = names()
      .get(token.word)
      ?.find(
        (one) =>
          one.words.every((word, offset) => words[at + offset]?.word === word) &&
          (!one.capitals || token.printed === token.printed.toUpperCase()),
      );
    if (entry === undefined) continue;
    const last = words[at + entry.words.length - 1] ?? token;
    found.push({ iso2: entry.iso2, from: token.from, to: last.to });
    at += entry.words.length - 1;
  }
  return found;
}

/**
 * The ISO 3166-1 alpha-2 code of a country named as in the field of a form ("KIRIBATI", "P.R. China", "The
 * Netherlands", "Fiji (Member)"); `null` when the words are not just the name of one country.
 */
export function countryCode(name: string): string | null {
  const cleaned = name.replace(/^\s*(?:the\s+)?(?:(?:royal\s+)?government\s+of\s+)?(?:the\s+)?/iu, '');
  return exact(name) ?? exact(cleaned) ?? exact(cleaned.replace(/\([^()]*\)|[*†‡]+/gu, ' '));
}

function exact(name: string): string | null {
  const words = tokens(name).map((token) => token.word);
  const entry = names()
    .get(words[0] ?? '')
    ?.find((one) => one.words.length === words.length && one.words.every((word, at) => words[at] === word));
  return entry?.iso2 ?? null;
}
