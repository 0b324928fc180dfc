/** Abbreviations as texts define them: "Register of Reefs and Cables (RRC)". */
import type { LintedText } from './rule.ts';

export interface Definition {
  abbreviation: string;
  /** The words it stands for, as far as they could be told. */
  words: string;
  line: number;
}

/** Not within a longer name: "(ICT) Policy Forum", "(IP)-based networks". */
const bracketed = /\((\p{Lu}[\p{Lu}\d&/-]{1,9})s?\)(?!\s\p{Lu}|[-‑])/gu;

/** The definitions of a text in order. Only those whose letters are the first letters of the words before them. */
export function definitionsIn({ clauses, guessed }: LintedText): Definition[] {
  return clauses.flatMap(({ clause, words }) =>
    guessed.has(clause.line)
      ? []
      : [...words.matchAll(bracketed)].flatMap(({ 1: abbreviation = '', index }) => {
          const meant = wordsMeant(words.slice(Math.max(0, index - 200), index), abbreviation);
          return meant === null ? [] : [{ abbreviation, words: meant, line: clause.line }];
        }),
  );
}

/** Words that an abbreviation may pass over. */
const small = /^(?:a|an|and|at|by|for|from|in|of|on|the|to|with)$/iu;

/** The shortest end of the words whose initials are the letters. */
function wordsMeant(before: string, abbreviation: string): string | null {
  const letters = Array.from(abbreviation.toLowerCase()).filter((sign) => /\p{L}/u.test(sign));
  const words = before.trim().split(/[\s/‑-]+/u);
  let at = words.length - 1;
  for (let letter = letters.length - 1; letter >= 0; letter--) {
    while (at >= 0 && small.test(words[at] ?? '') && !startsWith(words[at], letters[letter])) at--;
    if (at < 0 || !startsWith(words[at], letters[letter])) return null;
    at--;
  }
  return words.slice(at + 1).join(' ');
}

const startsWith = (word: string | undefined, letter: string | undefined): boolean =>
  word !== undefined && letter !== undefined && word.toLowerCase().startsWith(letter);
