/** Comparing the same element printed twice. */

/** Words of a statement, lower case. */
function tokens(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Whether two statements are two prints of one: most words of the shorter stand in the longer. */
export function isAlike(one: string, other: string): boolean {
  const a = tokens(one);
  const b = tokens(other);
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return true;
  let shared = 0;
  for (const token of small) if (large.has(token)) shared++;
  return shared / small.size >= 0.6;
}

export type Difference = 'none' | 'shorter' | 'typing' | 'words';

/**
 * How a second print differs from the first. Capitals of whole words, a colon or dash after a short title and the
 * punctuation at the end are typography and no difference; `shorter` is a print that leaves words out at its end.
 */
export function differenceOf(one: string, other: string): Difference {
  const a = plain(one);
  const b = plain(other);
  if (a === b || capitalsAlike(a, b)) return 'none';
  if (letters(a) === letters(b)) return 'typing';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return letters(long).startsWith(letters(short)) ? 'shorter' : 'words';
}

function plain(text: string): string {
  return text
    .replace(/\s*(?:\s[–—-]|:)\s*/gu, ' ')
    .replace(/[\s;.,:]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The same words, some of them in capitals as in a heading. */
function capitalsAlike(a: string, b: string): boolean {
  const first = a.split(' ');
  const second = b.split(' ');
  if (first.length !== second.length) return false;
  return first.every((word, index) => {
    const other = second[index] ?? '';
    if (word === other) return true;
    const shouted =
      (word.length > 1 && word === word.toUpperCase()) || (other.length > 1 && other === other.toUpperCase());
    return shouted && word.toLowerCase() === other.toLowerCase();
  });
}
