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
    if (!/(?:19|20)\d\d/.test(text)) continue;
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
  for (const passage of passages) {
    const seen = new Set<string>();
    for (const word of wordsOf(passage).match(/\p{L}+/gu) ?? []) {
      // A capital inside ends a name ("AiresDubai").
      for (const name of [word, /^\p{Lu}\p{Ll}+(?=\p{Lu})/u.exec(word)?.[0] ?? '']) {
        const place = meant.get(name);
        if (place === undefined || seen.has(name)) continue;
        seen.add(name);
        findings.push({
          rule: 'place-spelling',
          level: 'warning',
          lines: [passage.line, passage.line],
          message: `"${name}" looks like "${place}", which the document writes elsewhere.`,
        });
      }
    }
  }
  return findings;
}

/** Rare words of the document that are one slip away from a word of a place's name, with that word. */
function misspeltWords(evidence: Evidence): Map<string, string> {
  const parts = new Map<string, number>();
  for (const place of evidence.places.keys()) {
    for (const part of place.split(' ')) {
      const uses = evidence.printed.get(part) ?? 0;
      if (part.length >= 6 && uses >= 2) parts.set(part, uses);
    }
  }
  const meant = new Map<string, string>();
  if (parts.size === 0 || parts.size > mostPlaces) return meant;
  for (const [printed, uses] of evidence.printed) {
    const word = /^\p{Lu}\p{Ll}+/u.exec(printed)?.[0] ?? '';
    if (word.length < 5 || uses > 3 || parts.has(word) || isEnglish(word.toLowerCase())) continue;
    for (const [part, usual] of parts) {
      if (usual > 2 * uses && Math.abs(part.length - word.length) <= 1 && isOneSlip(word, part)) meant.set(word, part);
    }
  }
  return meant;
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
