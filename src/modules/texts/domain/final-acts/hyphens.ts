/**
 * Words that a converter of pages left torn at the end of a line: "multi- stakeholder", "2020- 2023". They are mended
 * where the document itself shows how; "short- and long-term" stays.
 */
import { rewritten } from './pieces.ts';
import { wordsOf, type Passage } from '../words/passages.ts';

const torn = /([\p{L}\p{N}]{1,60})- (?=([\p{L}\p{N}]{1,60}))/gu;

/** The passages with torn words mended, and how many were. */
export function mendHyphens(passages: readonly Passage[]): { passages: Passage[]; mended: number } {
  const known = new Set<string>();
  for (const passage of passages) {
    for (const [word] of wordsOf(passage).matchAll(/[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+)*/gu)) {
      known.add(word.toLowerCase().replaceAll('‑', '-'));
    }
  }
  let mended = 0;
  const mend = (whole: string, first: string, second: string): string => {
    const joint = jointOf(first, second, known);
    if (joint === null) return whole;
    mended++;
    return `${first}${joint}`;
  };
  const done = passages.map((passage) => {
    const text = wordsOf(passage);
    if (passage.revised || !text.includes('- ')) return passage;
    const better = text.replace(torn, mend);
    return better === text ? passage : rewritten(passage, better);
  });
  return { passages: done, mended };
}

/** What stands between the two parts: a hyphen, nothing, or `null` where the document does not say. */
function jointOf(first: string, second: string, known: ReadonlySet<string>): '-' | '' | null {
  if (/^\d{2,4}$/.test(first) && /^\d{2,4}$/.test(second)) return '-';
  if (known.has(`${first}-${second}`.toLowerCase())) return '-';
  if (/^\p{L}{2,}$/u.test(first) && /^\p{Ll}{2,}$/u.test(second) && known.has(`${first}${second}`.toLowerCase())) {
    return '';
  }
  return null;
}
