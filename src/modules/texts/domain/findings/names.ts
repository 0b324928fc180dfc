/** Findings on names of places and revisions: what a reader would take for a slip of the pen. */
import { conferences } from '#data/conferences.ts';
import type { Finding } from '#kernel/reading/index.ts';
import type { Evidence } from '../flattened/evidence.ts';
import { revisionSeams } from '../flattened/names.ts';
import { runsWith } from '../flattened/seams.ts';
import { isEnglish } from '../words/lexicon.ts';
import { proposedOf } from '../words/runs.ts';
import { properName } from '../words/revision.ts';
import { wordsOf, type Passage } from '../words/passages.ts';

const yearsOfPlace = new Map<string, Set<number>>();
for (const { place, year } of conferences) {
  yearsOfPlace.set(place, (yearsOfPlace.get(place) ?? new Set<number>()).add(year));
}

/** A document with more names of places than this is not searched for slips. */
const mostPlaces = 300;

const named = /\(\s*(?:rev\.?\s*)?(\p{L}[\p{L} .'’‑-]{1,40}?)\s*,\s*((?:19|20)\d\d)\s*\)/giu;

/**
 * "(Rev. Busan, 2018)": no conference is known to have met there that year, though others met at the place, and the
 * document uses the name nowhere else. Calendars are not complete, so the name is only unlikely.
 */
export function unlikelyRevisions(passages: readonly Passage[], evidence: Evidence): Finding[] {
  const uses = new Map<string, { place: string; year: number; lines: number[] }>();
  for (const passage of passages) {
    const text = wordsOf(passage);
    if (!/(?:19|20)\d\d/.test(text) || !text.includes('(')) continue;
    const seams = revisionSeams(text, evidence);
    const proposed = seams.length === 0 ? text : proposedOf(runsWith(text, seams));
    for (const [, name = '', digits] of proposed.matchAll(named)) {
      const place = properName(name);
      const year = Number(digits);
      const known = yearsOfPlace.get(place);
      if (known === undefined || known.has(year)) continue;
      const key = `${place}, ${year}`;
      const use = uses.get(key) ?? { place, year, lines: [] };
      use.lines.push(passage.line);
      uses.set(key, use);
    }
  }
  return [...uses.entries()]
    .filter(([, { lines }]) => lines.length <= 2)
    .flatMap(([key, { place, lines }]) =>
      lines.map((line) => ({
        rule: 'revision-name-unlikely',
        level: 'warning' as const,
        lines: [line, line] as [number, number],
        message: `"(${key})": no conference is known there in that year; known for ${place}: ${[...(yearsOfPlace.get(place) ?? [])].join(', ')}.`,
      })),
    );
}

/** Names one letter away from a place that the document names correctly elsewhere. */
export function misspeltPlaces(passages: readonly Passage[], evidence: Evidence): Finding[] {
  const meant = misspeltWords(evidence);
  if (meant.size === 0) return [];
  const findings: Finding[] = [];
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
      findings.push({
        rule: 'place-spelling',
        level: 'warning',
        lines: [passage.line, passage.line],
        message: `"${word}" looks like "${place.part}", which the document writes elsewhere.`,
      });
    });
  }
  return findings;
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

/** One letter dropped, added, changed, or two letters (also apart by one) changed places. */
export function isOneSlip(written: string, meant: string): boolean {
  let start = 0;
  while (start < written.length && written.charAt(start) === meant.charAt(start)) start++;
  let end = 0;
  while (end < Math.min(written.length, meant.length) - start && written.at(-1 - end) === meant.at(-1 - end)) {
    end++;
  }
  const left = written.slice(start, written.length - end);
  const right = meant.slice(start, meant.length - end);
  if (left.length <= 1 && right.length <= 1) return left !== right;
  return left.length === right.length && left.length <= 3 && Array.from(left).reverse().join('') === right;
}
