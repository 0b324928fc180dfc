import { lineRange } from './lists.ts';
import { mendOf } from './mend.ts';
import type { Issue, LintedText, Rule } from './rule.ts';

/** Words that rightly stand twice. */
const rightly = new Set(['that', 'had', 'very', 'more', 'is', 'her']);

/** Names such as "Pago Pago" have capitals; numbers and single letters are left. */
function doubledWords({ clauses }: LintedText): Issue[] {
  const issues: Issue[] = [];
  for (const { clause, words } of clauses) {
    let before = { word: '', end: -1 };
    for (const match of words.matchAll(/\p{L}+/gu)) {
      const [word] = match;
      const at = match.index;
      const gap = words.slice(before.end, at);
      if (
        word === before.word &&
        /^\s$/u.test(gap) &&
        /^\p{Ll}{2,}$/u.test(word) &&
        !rightly.has(word) &&
        isWhole(words, before.end - word.length, at + word.length)
      ) {
        const where = { line: clause.line, words, from: before.end, to: at + word.length };
        issues.push({
          lines: lineRange(clause.line),
          message: `"${word} ${word}": the word stands twice.`,
          mend: mendOf(where, '', `"${word}" once is enough.`),
        });
      }
      before = { word, end: at + word.length };
    }
  }
  return issues;
}

/** Not a part of "face-to-to" or "on-on": hyphens and apostrophes join words. */
const isWhole = (words: string, from: number, to: number): boolean =>
  !/[-‑'’\d]/u.test(words.charAt(from - 1) + words.charAt(to));

export const doubledWord: Rule = {
  name: 'doubled-word',
  level: 'warning',
  explanation: 'A word stands twice in a row, as happens when a sentence is reworded.',
  text: doubledWords,
};
