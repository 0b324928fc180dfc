/** Where the clauses of one text stand in another, and where words of a clause turn up that has no counterpart there. */
import type { AlignedTexts, PlacedClause } from '../comparison/aligned.ts';
import { weightOf, wordsIn } from './words.ts';

/** For each clause of `from` the index of the clause of `to` that it is; `null` where it is not there. */
export function counterparts({ clauses, from }: AlignedTexts): (number | null)[] {
  const found: (number | null)[] = from.clauses.map(() => null);
  for (const clause of clauses) if (clause.from !== null) found[clause.from] = clause.to;
  return found;
}

/** "resolves 2", "Annex 1, Conditions c)"; what stands before any heading is "text". */
export function placeOf(clause: Pick<PlacedClause, 'annex' | 'heading' | 'label'>): string {
  const annex = clause.annex === null ? null : shortAnnex(clause.annex);
  const within = `${clause.heading ?? (annex === null ? 'text' : '')} ${clause.label}`.trim();
  return [annex, within].filter((part) => part !== null && part !== '').join(', ');
}

/** "ANNEX 1 TO RESOLUTION 9 (Rev. Apia, 2025)" is Annex 1. */
export function shortAnnex(heading: string): string {
  const [short = ''] = heading.split(/\s+to\s+/iu);
  return short === short.toUpperCase() ? short.charAt(0) + short.slice(1).toLowerCase() : short;
}

/** Three words in a row, of which two at least say something: what chance does not repeat. */
export function phrasesIn(words: string): Set<string> {
  const all = wordsIn(words);
  const found = new Set<string>();
  for (let index = 0; index + 2 < all.length; index++) {
    const three = all.slice(index, index + 3);
    if (three.reduce((sum, word) => sum + weightOf(word), 0) >= 2) found.add(three.map(({ key }) => key).join(' '));
  }
  return found;
}

/**
 * Finds the clause that holds most of the phrases of given words, leaving out phrases that stood in the base text anyhow.
 * @returns a function that gives the index of the clause, or `null` where less than a third of the phrases stand in one
 */
export function phraseFinder(
  clauses: readonly PlacedClause[],
  base: readonly string[],
): (words: string) => number | null {
  const known = new Set(base.flatMap((words) => [...phrasesIn(words)]));
  const places = new Map<string, number[]>();
  clauses.forEach((clause, index) => {
    for (const phrase of phrasesIn(clause.words)) {
      if (known.has(phrase)) continue;
      const at = places.get(phrase);
      if (at === undefined) places.set(phrase, [index]);
      // A phrase that stands everywhere tells no place.
      else if (at.length < 20) at.push(index);
    }
  });
  return (words) => {
    const wanted = [...phrasesIn(words)].filter((phrase) => !known.has(phrase));
    const hits = new Map<number, number>();
    for (const phrase of wanted)
      for (const index of places.get(phrase) ?? []) hits.set(index, (hits.get(index) ?? 0) + 1);
    const best = [...hits].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0];
    return best !== undefined && best[1] * 3 >= wanted.length && best[1] >= 2 ? best[0] : null;
  };
}
