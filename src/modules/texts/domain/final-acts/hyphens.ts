/**
 * Words that a converter of pages left torn at the end of a line: "multi- stakeholder", "2020- 2023". They are mended
 * where the document itself shows how; "short- and long-term" stays.
 */
import { wordsOf, type Passage } from '../words/passages.ts';
import { rewritten } from './pieces.ts';

const joint = /- (?=([\p{L}\p{N}]{1,60}))/gu;
const wordBefore = /[\p{L}\p{N}]{1,60}$/u;

const isTorn = (passage: Passage): boolean => !passage.revised && wordsOf(passage).includes('- ');

/** The passages with torn words mended, and how many were. */
export function mendHyphens(passages: readonly Passage[]): { passages: Passage[]; mended: number } {
  if (!passages.some(isTorn)) return { passages: [...passages], mended: 0 };
  const known = wordsIn(passages);
  let count = 0;
  const done = passages.map((passage) => {
    if (!isTorn(passage)) return passage;
    const { text, mended } = mend(wordsOf(passage), known);
    count += mended;
    return mended === 0 ? passage : rewritten(passage, text);
  });
  return { passages: done, mended: count };
}

/** All words of a document in lower case, those with hyphens whole. */
function wordsIn(passages: readonly Passage[]): Set<string> {
  const known = new Set<string>();
  for (const passage of passages) {
    const text = wordsOf(passage).toLowerCase().replaceAll('‑', '-');
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)) known.add(word);
  }
  return known;
}

function mend(text: string, known: ReadonlySet<string>): { text: string; mended: number } {
  let better = '';
  let from = 0;
  let mended = 0;
  for (const { index, 1: second = '' } of text.matchAll(joint)) {
    const first = wordBefore.exec(text.slice(Math.max(0, index - 60), index))?.[0];
    const between = first === undefined ? null : jointOf(first, second, known);
    if (between === null) continue;
    better += `${text.slice(from, index)}${between}`;
    from = index + 2;
    mended++;
  }
  return { text: better + text.slice(from), mended };
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
