/** What counts as a word: common English, and whatever the document itself uses. */
import { englishWords } from '#data/english-words.ts';

let english: Set<string> | null = null;

/** True for a common English word in lower case. The list is unpacked at the first question. */
export function isEnglish(word: string): boolean {
  english ??= englishWords();
  return english.has(word);
}
