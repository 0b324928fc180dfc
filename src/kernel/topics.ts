/** Which topics a text speaks of, by the project's own list of topics and words. */
import { topics } from '#data/topics.ts';

interface Matcher {
  code: string;
  any: RegExp | null;
  capitals: RegExp | null;
}

let matchers: Matcher[] | null = null;

function made(): Matcher[] {
  matchers ??= topics.map(({ code, words }) => {
    const capitals = words.filter((word) => /^(?=.*[A-Z])[A-Za-z0-9-]+$/u.test(word));
    const others = words.filter((word) => !capitals.includes(word));
    return { code, any: pattern(others, 'iu'), capitals: pattern(capitals, 'u') };
  });
  return matchers;
}

/** Words at word boundaries; a plain word also in the plural; `*` stands for any ending. */
function pattern(words: readonly string[], flags: string): RegExp | null {
  if (words.length === 0) return null;
  const one = (word: string): string =>
    word.endsWith('*') ? `${word.slice(0, -1)}[\\p{L}-]{0,20}` : flags.includes('i') ? `${word}s?` : word;
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.map(one).join('|').replaceAll(' ', '[\\s-]')})(?![\\p{L}\\p{N}])`,
    flags,
  );
}

/** Codes of the topics whose words stand in a text, in the order of the list. */
export function topicsIn(text: string): string[] {
  return made()
    .filter(({ any, capitals }) => any?.test(text) === true || capitals?.test(text) === true)
    .map(({ code }) => code);
}
