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

const capitalised = /\p{Lu}\p{Ll}[\p{L}‑-]{3,30}(?:[ \u00a0]\p{Lu}\p{Ll}[\p{L}‑-]{2,30})?/gu;

/** Names one letter away from a place that the document names correctly elsewhere. */
export function misspeltPlaces(passages: readonly Passage[], evidence: Evidence): Finding[] {
  const places = [...evidence.places.keys()].filter((place) => place.length >= 6 && isUsed(place, evidence));
  const findings: Finding[] = [];
  const verdicts = new Map<string, string | null>();
  for (const passage of passages) {
    const seen = new Set<string>();
    for (const [phrase] of wordsOf(passage).matchAll(capitalised)) {
      for (const name of namesIn(phrase)) {
        const verdict = verdicts.get(name) ?? (verdicts.has(name) ? null : nearMiss(name, places, evidence));
        verdicts.set(name, verdict);
        if (verdict === null || seen.has(name)) continue;
        seen.add(name);
        findings.push({
          rule: 'place-spelling',
          level: 'warning',
          lines: [passage.line, passage.line],
          message: `"${name}" is written "${verdict}" elsewhere in the document.`,
        });
      }
    }
  }
  return findings;
}

/** The phrase and its first word; a capital inside ends a name ("Bueno AiresDubai"). */
function namesIn(phrase: string): string[] {
  const plain = phrase.replaceAll('\u00a0', ' ');
  const [first = ''] = plain.split(' ');
  const cut = /^.*?\p{Ll}(?=\p{Lu})/u.exec(plain)?.[0];
  return [...new Set([plain, first, ...(cut === undefined ? [] : [cut])])];
}

function isUsed(place: string, evidence: Evidence): boolean {
  return place.split(' ').every((word) => (evidence.printed.get(word) ?? 0) >= 2);
}

function nearMiss(name: string, places: readonly string[], evidence: Evidence): string | null {
  if (yearsOfPlace.has(name) || isEnglish(name.toLowerCase())) return null;
  const uses = Math.min(...name.split(' ').map((word) => evidence.printed.get(word) ?? 0));
  for (const place of places) {
    if (place === name || Math.abs(place.length - name.length) > 1) continue;
    const usual = Math.min(...place.split(' ').map((word) => evidence.printed.get(word) ?? 0));
    if (uses < usual && isOneSlip(name, place)) return place;
  }
  return null;
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
