/** One sentence that tells what proponents do, with the words in question. */
import { printed, type Token } from './wording.ts';

const mostCharacters = 300;

/** Words in quotation marks, cut to their beginning where they are long. */
export function quoted(words: string, most = 90): string {
  const shown = words.trim();
  if (shown.length <= most) return `"${shown}"`;
  const cut = shown.slice(0, most);
  return `"${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…"`;
}

/** "NIC: …; SSF: …." within the length that one reads at a glance. */
export function sentence(parts: readonly { by: readonly string[]; does: string }[]): string {
  const whole = parts.map(({ by, does }) => `${by.join(', ')}: ${does}`).join('; ');
  const told = whole.length < mostCharacters ? whole : `${whole.slice(0, mostCharacters - 1).trimEnd()}…`;
  return `${told}${/[.…]$/.test(told) ? '' : '.'}`;
}

/**
 * `"two years" becomes "four years"`, for tokens of the base and what takes their place. A word or two alone say little, so
 * the word behind them is told with them.
 */
export function replacement(base: readonly Token[], from: number, to: number, given: readonly Token[]): string {
  if (given.length === 0) return `strikes out ${quoted(printed(base.slice(from, to)))}`;
  if (from < to) {
    const next = base[to];
    const isShort = to - from <= 2 && given.length <= 2 && next !== undefined && /^[\p{L}\p{N}]/u.test(next.text);
    const [old, words] = [base.slice(from, isShort ? to + 1 : to), isShort ? [...given, next] : given];
    return `${quoted(printed(old))} becomes ${quoted(printed(words))}`;
  }
  if (from === 0) return `puts ${quoted(printed(given))} at the beginning`;
  return `adds ${quoted(printed(given))} behind ${quoted(printed(base.slice(startOfWords(base, from), from)), 40)}`;
}

/** Where the two words before a place begin: signs alone are no words, and what is joined by hyphens is one. */
function startOfWords(base: readonly Token[], end: number): number {
  let at = end;
  for (let words = 0; at > 0 && words < 2;) {
    at--;
    while (at > 0 && base[at]?.space === '') at--;
    if (base.slice(at, end).some(({ text }) => /[\p{L}\p{N}]/u.test(text))) words++;
  }
  while (at < end - 1 && !/[\p{L}\p{N}]/u.test(base[at]?.text ?? '') && base[at + 1]?.space !== '') at++;
  return at;
}
