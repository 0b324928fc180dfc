import { conferences } from '#data/conferences.ts';
import { looksConfused } from '../citations/check/confusion.ts';
import { revisionSeams } from '../flattened/names.ts';
import { runsWith } from '../flattened/seams.ts';
import { isOpening } from '../legal/parse.ts';
import { wordsOf } from '../words/passages.ts';
import { properName } from '../words/revision.ts';
import { proposedOf } from '../words/runs.ts';
import type { Issue, LintedFile, Rule } from './rule.ts';

const yearsOfPlace = new Map<string, Set<number>>();
for (const { place, year } of conferences) {
  yearsOfPlace.set(place, (yearsOfPlace.get(place) ?? new Set<number>()).add(year));
}

/** Where so many conferences are known, organisations have their seat, and others that nobody listed meet as well. */
const seat = 10;

const named = /\(\s*(?:rev\.?\s*)?(\p{L}[\p{L} .'’‑-]{1,40}?)\s*,\s*((?:19|20)\d\d)\s*\)/giu;

/**
 * "(Rev. Busan, 2018)": no conference is known to have met there that year, though others met at the place, the year is
 * near or that of another conference of the same body, and the document uses the name nowhere else. Calendars are not complete, so the name is only unlikely.
 */
function unlikelyRevisions({ passages, evidence }: LintedFile): Issue[] {
  const uses = new Map<string, { place: string; lines: number[] }>();
  /** Who speaks names the conference that it is. */
  const own = new Set<string>();
  for (const passage of passages) {
    const text = wordsOf(passage);
    if (!/(?:19|20)\d\d/.test(text) || !text.includes('(')) continue;
    const seams = revisionSeams(text, evidence);
    const proposed = seams.length === 0 ? text : proposedOf(runsWith(text, seams));
    for (const [, name = '', digits] of proposed.matchAll(named)) {
      const place = properName(name);
      const year = Number(digits);
      const known = yearsOfPlace.get(place);
      if (known === undefined || known.has(year) || known.size >= seat) continue;
      const key = `${place}, ${year}`;
      if (isOpening(passage)) own.add(key);
      if (!looksConfused(place, year, conferences)) continue;
      const use = uses.get(key) ?? { place, lines: [] };
      use.lines.push(passage.line);
      uses.set(key, use);
    }
  }
  return [...uses.entries()]
    .filter(([key, { lines }]) => lines.length <= 2 && !own.has(key))
    .flatMap(([key, { place, lines }]) =>
      lines.map((line) => ({
        lines: [line, line] as [number, number],
        message: `"(${key})": no conference is known there in that year; known for ${place}: ${[...(yearsOfPlace.get(place) ?? [])].join(', ')}.`,
      })),
    );
}

export const revisionNameUnlikely: Rule = {
  name: 'revision-name-unlikely',
  level: 'warning',
  explanation:
    'A revision is named by a place and year in which no conference is known, though others met at that place: place or year may be a slip.',
  file: unlikelyRevisions,
};
