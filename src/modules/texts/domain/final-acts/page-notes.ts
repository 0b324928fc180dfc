/**
 * Footnotes that run on in a paragraph, under the line drawn below the text of a printed page, and their marks, which
 * are stuck to a word somewhere before: "developing1 countries".
 */
import type { Footnote } from '#kernel/reading/index.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import { rewritten } from './pieces.ts';

/** The line below the text, and the mark of the first note. */
const noteBelow = /^(\d{1,2}|\*{1,3})\s+(\S[\s\S]*)$/u;
/** A note that seems longer took more of the page with it, in characters. */
const longestNote = 1_000;
/** A page holds no more paragraphs than this. */
const mostOnPage = 60;

/**
 * A paragraph without the notes at its end, where its own words are whole, and the notes.
 * @param earlier the paragraphs before it; those that bear the mark of a note lose it
 */
export function takeNotes(passage: Passage, earlier: Passage[]): { passage: Passage; notes: Footnote[] } {
  const text = wordsOf(passage);
  const drawn = text.lastIndexOf('_____');
  const found = drawn < 0 ? null : noteBelow.exec(text.slice(drawn + 5).trimStart());
  if (found === null) return { passage, notes: [] };
  const before = text
    .slice(0, drawn)
    .replace(/_{0,200}$/, '')
    .trimEnd();
  const [, mark = '', words = ''] = found;
  const isSure = words.length <= longestNote && /[.;:,]["”)]?$/.test(before.slice(-3));
  if (!isSure) return { passage, notes: [] };
  const page = [...earlier.slice(-mostOnPage), rewritten(passage, before)];
  const notes = notesBelow(mark, words, page);
  earlier.splice(-mostOnPage, mostOnPage, ...page.slice(0, -1));
  return { passage: page.at(-1) ?? passage, notes };
}

/** The notes of a page in order: after 3 comes 4 where a sentence ends and a word of the page bears a 4. */
function notesBelow(mark: string, words: string, page: Passage[]): Footnote[] {
  const line = unmark(mark, page) ?? page.at(-1)?.line ?? 1;
  const next = /^\d/.test(mark) ? String(Number(mark) + 1) : null;
  const end = next === null ? null : new RegExp(String.raw`(?<=[.)”"])\s+${next}\s+(?=\p{Lu})`, 'u').exec(words);
  if (next === null || end === null || !page.some((passage) => markIn(passage, next) !== null)) {
    return [{ mark, text: words.trim(), line }];
  }
  const note = { mark, text: words.slice(0, end.index).trim(), line };
  return [note, ...notesBelow(next, words.slice(end.index + end[0].length), page)];
}

/** Takes a mark out of the last paragraph that bears it. @returns its line */
function unmark(mark: string, page: Passage[]): number | null {
  for (let at = page.length - 1; at >= 0; at--) {
    const passage = page[at];
    const without = passage === undefined ? null : markIn(passage, mark);
    if (passage === undefined || without === null) continue;
    page[at] = rewritten(passage, without);
    return passage.line;
  }
  return null;
}

/** The words of a passage without a mark that is stuck to one of them; `null` where there is none. */
function markIn(passage: Passage, mark: string): string | null {
  if (passage.revised) return null;
  const sign = mark.replaceAll('*', String.raw`\*`);
  const stuck = new RegExp(String.raw`(?<=\p{Ll}{3}|\))${sign}(?=[\s,;:.)]|$)`, 'u');
  const text = wordsOf(passage);
  return stuck.test(text) ? text.replace(stuck, '') : null;
}
