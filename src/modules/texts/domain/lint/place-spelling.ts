import type { Mend } from '#kernel/reading/index.ts';
import type { Evidence } from '../flattened/evidence.ts';
import { isEnglish } from '../words/lexicon.ts';
import { wordsOf } from '../words/passages.ts';
import { isOneSlip } from '../words/slips.ts';
import { mendOf } from './mend.ts';
import type { Issue, LintedFile, Rule } from './rule.ts';

/** A document with more names of places than this is not searched for slips. */
const mostPlaces = 300;

/** Names one letter away from a place that the document names correctly elsewhere. */
function misspeltPlaces({ passages, evidence }: LintedFile): Issue[] {
  const meant = misspeltWords(evidence);
  if (meant.size === 0) return [];
  const issues: Issue[] = [];
  const few = meant.size <= 20 ? [...meant.keys()] : null;
  for (const passage of passages) {
    const text = wordsOf(passage);
    if (few !== null && !few.some((word) => text.includes(word))) continue;
    const seen = new Set<string>();
    // A capital inside ends a name ("AiresDubai").
    const words = text.match(/\p{Lu}?\p{Ll}+|\p{L}/gu) ?? [];
    words.forEach((word, at) => {
      const place = meant.get(word)?.find(({ before, after }) => {
        return (before === null || words[at - 1] === before) && (after === null || words[at + 1] === after);
      });
      if (place === undefined || seen.has(word)) return;
      seen.add(word);
      issues.push({
        lines: [passage.line, passage.line],
        message: `"${word}" looks like "${place.part}", which the document writes elsewhere.`,
        mend: mendOfWord(passage.line, text, word, place.part),
      });
    });
  }
  return issues;
}

function mendOfWord(line: number, words: string, word: string, place: string): Mend | undefined {
  const from = words.indexOf(word);
  return mendOf({ line, words, from, to: from + word.length }, place, `The document writes "${place}" elsewhere.`);
}

/** A word of a place's name, with the words beside it where they must stand there for it to be known. */
interface PlaceWord {
  part: string;
  before: string | null;
  after: string | null;
}

/**
 * Rare words of the document that are one slip away from a word of a place's name. A short one, or one that is an
 * English word ("Port Villa"), counts only beside the other words of the name.
 */
function misspeltWords(evidence: Evidence): Map<string, PlaceWord[]> {
  const usual = new Map<string, PlaceWord[]>();
  for (const place of evidence.places.keys()) {
    const parts = place.split(' ');
    parts.forEach((part, index) => {
      if (part.length < 4 || (evidence.printed.get(part) ?? 0) < 2) return;
      const known = usual.get(part) ?? [];
      if (part.length >= 6) known.push({ part, before: null, after: null });
      if (parts.length > 1) known.push({ part, before: parts[index - 1] ?? null, after: parts[index + 1] ?? null });
      if (known.length > 0) usual.set(part, known);
    });
  }
  const meant = new Map<string, PlaceWord[]>();
  if (usual.size === 0 || usual.size > mostPlaces) return meant;
  for (const [printed, uses] of evidence.printed) {
    const word = /^\p{Lu}\p{Ll}+/u.exec(printed)?.[0] ?? '';
    if (word.length < 3 || uses > 3 || usual.has(word)) continue;
    const standsAlone = word.length >= 5 && !isEnglish(word.toLowerCase());
    for (const [part, known] of usual) {
      if (Math.abs(part.length - word.length) > 1 || (evidence.printed.get(part) ?? 0) <= 2 * uses) continue;
      const fitting = known.filter(({ before, after }) => standsAlone || before !== null || after !== null);
      // An accent left out is a habit, no slip.
      if (fitting.length > 0 && isOneSlip(word, part) && unaccented(word) !== unaccented(part))
        meant.set(word, [...(meant.get(word) ?? []), ...fitting]);
    }
  }
  return meant;
}

function unaccented(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

export const placeSpelling: Rule = {
  name: 'place-spelling',
  level: 'warning',
  explanation:
    'A name is one letter away from a place that the document names elsewhere: most likely a slip of the pen.',
  file: misspeltPlaces,
};
