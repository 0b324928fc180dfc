/**
 * Traces of revisions in a text that lost its revision marks: deleted and inserted words printed side by side. They are
 * told, never mended: which of the two words holds is for a person, or for the base text, to say.
 */
import type { Finding } from '#kernel/reading/index.ts';

interface Line {
  line: number;
  text: string;
}

interface Seam {
  words: string;
  why: string;
}

/** Endings of words that do not begin English compounds, so that what follows them was another word. */
const closedEnding = /(?:tion|sion|ment|ness|ance|ence|ship|ity|ies|ing|ed|ly)$/;
const yearRanges = /\b(?:19|20)\d\d\s?[-–]\s?(?:19|20)?\d\d\s+(?:19|20)\d\d\s?[-–]\s?(?:19|20)?\d\d\b/;
const fusedYears =
  /\b(?:19|20)\d\d(?:[A-Z][a-z]{2,}|[A-Z]{3,}),?\s*(?:(?:19|20)\d\d)?|\b(?:Rev\.? )?[A-Z][a-z]+, ((?:19|20)\d\d)(?:19|20)\d\d\b/;
const punctuation = /,\s*\.(?![.\d])|[,;]\s?[;,](?!\S)|\b(?:and|or|of|the|to|for)\s+[,;]/;
const twoModals = /\b(?:may|will|shall|should|would|can|could|must)\s+(?:may|will|shall|should|would|can|could|must)\b/;
const doubledInitial = /\b([A-Z])([a-z])([a-z]{3,})\b/g;

/** One finding a line that holds at least one such trace. */
export function flattenedRevisions(lines: readonly Line[]): Finding[] {
  const vocabulary = vocabularyOf(lines);
  const known = new Map<string, string | null>();
  const findings: Finding[] = [];
  for (const { line, text } of lines) {
    const seams = seamsOf(text, vocabulary, known);
    if (seams.length === 0) continue;
    const message = `Looks like deleted and inserted words side by side: ${seams
      .map((seam) => `“${seam.words}” (${seam.why})`)
      .join(', ')}. The words are kept as printed.`;
    findings.push({ rule: 'flattened-revision', level: 'warning', lines: [line, line], message });
  }
  return findings;
}

/** Words of the text in lower case. */
function vocabularyOf(lines: readonly Line[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) for (const [word] of text.matchAll(/[A-Za-z]{4,30}/g)) words.add(word.toLowerCase());
  return words;
}

/** `known` keeps what was found out about each long word. */
function seamsOf(text: string, vocabulary: ReadonlySet<string>, known: Map<string, string | null>): Seam[] {
  const seams: Seam[] = [];
  const add = (words: string | undefined, why: string): void => {
    if (words !== undefined) seams.push({ words: words.trim(), why });
  };
  add(yearRanges.exec(text)?.[0], 'two periods');
  add(fusedYears.exec(text)?.[0], 'a year and what replaced it');
  add(punctuation.exec(text)?.[0], 'two punctuation marks');
  add(twoModals.exec(text)?.[0], 'two verbs');
  for (const match of text.matchAll(doubledInitial)) {
    const [word, capital = '', letter = '', rest = ''] = match;
    if (capital.toLowerCase() === letter && vocabulary.has(letter + rest) && !vocabulary.has(rest)) {
      add(word, 'an initial and what replaced it');
    }
  }
  for (const [word] of text.matchAll(/\b[A-Za-z]{9,40}\b/g)) {
    const why = known.has(word) ? (known.get(word) ?? null) : fusedWords(word, vocabulary);
    known.set(word, why);
    if (why !== null) add(word, why);
  }
  return seams;
}

/** Names the two words of the text that a longer one is made of, where English would not join them. */
function fusedWords(word: string, vocabulary: ReadonlySet<string>): string | null {
  const lower = word.toLowerCase();
  for (let at = 4; at <= lower.length - 4; at++) {
    const first = lower.slice(0, at);
    const second = lower.slice(at);
    if (!vocabulary.has(first) || !vocabulary.has(second)) continue;
    if (closedEnding.test(first) || /[a-z][A-Z]/.test(word.slice(at - 1, at + 1))) {
      return `“${word.slice(0, at)}” and “${word.slice(at)}”`;
    }
  }
  return null;
}
