/** How alike two texts are by their words, in their order. Generic: it knows the words of the one form only. */

/** A word and where it ends in the text. */
export interface Token {
  word: string;
  end: number;
}

/** More words than any question has. */
const mostTokens = 260;

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (tokens.length >= mostTokens) break;
    tokens.push({ word: match[0].toLowerCase(), end: match.index + match[0].length });
  }
  return tokens;
}

/** Words that two texts share in the same order, against all they have: 1 for the same words, 0 for none. */
export function likeness(one: readonly Token[], other: readonly Token[]): number {
  const all = one.length + other.length;
  if (all === 0) return 0;
  // Texts of very different length are never alike; this also spares the work.
  if (2 * Math.min(one.length, other.length) < 0.5 * all) return 0;
  const words = new Set(one.map(({ word }) => word));
  const shared = other.filter(({ word }) => words.has(word)).length;
  if (2 * shared < 0.5 * all) return 0;
  return (2 * inOrder(one, other)) / all;
}

/** Length of the longest common subsequence. */
function inOrder(one: readonly Token[], other: readonly Token[]): number {
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const { word } of one) {
    const next = [0];
    for (let at = 1; at <= other.length; at++) {
      next[at] = other[at - 1]?.word === word ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/**
 * Whether a text begins with these words, and what follows them.
 * @returns `null` where it does not, or where nothing follows
 */
export function behind(
  text: string,
  tokens: readonly Token[],
  words: readonly Token[],
): { like: number; rest: string } | null {
  if (tokens.length <= words.length || words.length === 0) return null;
  const like = likeness(tokens.slice(0, words.length), words);
  const cut = tokens[words.length - 1]?.end ?? 0;
  const rest = text
    .slice(cut)
    .replace(/^[\s:?.!)\]–—-]+/u, '')
    .trim();
  return rest === '' ? null : { like, rest };
}
