/**
 * The words of a clause as tokens that can be compared between drafters: the forms of white space, quotes and hyphens do
 * not count, nor does the sign at the end, which follows from the place in the list.
 */

/** A word or a single sign. */
export interface Token {
  text: string;
  /** White space before it. */
  space: string;
  /** What it is compared by. */
  key: string;
  /** The clause it refers to, by its identifier, where it is the label of a reference within the text. */
  target: string | null;
}

export interface Wording {
  tokens: readonly Token[];
  /** What stands at the end because of the place in a list: ";", ",", "; and", "." – or nothing. */
  sign: string;
}

/** A stretch of the words that is one token, compared by a key of its own. */
export interface Stretch {
  from: number;
  to: number;
  key: string;
  target: string | null;
}

/** @param stretches in order, not overlapping */
export function wordingOf(words: string, stretches: readonly Stretch[] = []): Wording {
  const sign = signOf(words);
  const end = words.length - sign.length;
  const tokens: Token[] = [];
  let at = 0;
  for (const stretch of stretches) {
    if (stretch.to > end) break;
    const space = tokenize(words.slice(at, stretch.from), tokens);
    tokens.push({ text: words.slice(stretch.from, stretch.to), space, key: stretch.key, target: stretch.target });
    at = stretch.to;
  }
  tokenize(words.slice(at, end), tokens);
  return { tokens, sign: sign.trimEnd() };
}

const token = /(\s*)([\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}])/gu;

/** Adds the tokens of some words; gives the white space that is left at their end. */
function tokenize(words: string, tokens: Token[]): string {
  let end = 0;
  for (const found of words.matchAll(token)) {
    const [whole, space = '', text = ''] = found;
    end = found.index + whole.length;
    if (text !== '\u00ad') tokens.push({ text, space, key: keyOfToken(text), target: null });
  }
  return words.slice(end);
}

function keyOfToken(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚′]/gu, "'")
    .replace(/[“”„«»″]/gu, '"')
    .replace(/[‐‑–—−]/gu, '-');
}

const closing = new Set([',', ';', '.', ':']);

/** The sign at the end of a clause, with the white space around it; also "; and" and ", or". */
export function signOf(words: string): string {
  let end = words.trimEnd().length;
  const linked = /[,;]\s{1,3}(?:and|or)$/u.exec(words.slice(Math.max(0, end - 8), end));
  if (linked !== null) end -= linked[0].length - 1;
  let at = end;
  while (at > 0 && closing.has(words.charAt(at - 1))) at--;
  if (at === end) return words.slice(end);
  while (at > 0 && /\s/u.test(words.charAt(at - 1))) at--;
  return words.slice(at);
}

/** Whether two stretches of tokens say the same. */
export function sameTokens(one: readonly Token[], other: readonly Token[]): boolean {
  return one.length === other.length && one.every(({ key }, index) => key === other[index]?.key);
}

/** Tokens as words, without the white space before the first. */
export function printed(tokens: readonly Token[]): string {
  return tokens.map(({ space, text }, index) => (index === 0 ? text : space + text)).join('');
}
