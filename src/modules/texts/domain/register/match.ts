/**
 * Which clause of an earlier text a clause of a later text is, so that a clause keeps its identity over renumbering and
 * rewording. Sure signs first: the same words; then the same place with words that are much alike.
 */
import { fold } from '#formats/document/index.ts';

export interface MatchedClause {
  heading: string | null;
  label: string;
  words: string;
}

/** Two wordings are of one clause when they share at least this part of their words. */
const alike = 0.5;

/**
 * For each later clause the index of the earlier clause it continues, or `null` for a new one. No earlier clause is
 * continued twice.
 */
export function matchClauses(earlier: readonly MatchedClause[], later: readonly MatchedClause[]): (number | null)[] {
  const found: (number | null)[] = later.map(() => null);
  const taken = new Set<number>();
  const take = (index: number, candidates: readonly number[] | undefined): void => {
    const free = candidates?.find((candidate) => !taken.has(candidate));
    if (free === undefined) return;
    found[index] = free;
    taken.add(free);
  };
  const byWords = group(earlier, (clause) => `${clause.heading ?? ''}\n${fold(clause.words).toLowerCase()}`);
  later.forEach((clause, index) =>
    take(index, byWords.get(`${clause.heading ?? ''}\n${fold(clause.words).toLowerCase()}`)),
  );

  const byPlace = group(earlier, (clause) => `${clause.heading ?? ''}\n${clause.label}`);
  const byHeading = group(earlier, (clause) => clause.heading ?? '');
  const words = earlier.map((clause) => wordsOf(clause.words));
  later.forEach((clause, index) => {
    if (found[index] !== null) return;
    const own = wordsOf(clause.words);
    const likeness = (candidate: number): number => shared(own, words[candidate] ?? new Set());
    const samePlace = (byPlace.get(`${clause.heading ?? ''}\n${clause.label}`) ?? []).filter(
      (candidate) => likeness(candidate) >= alike,
    );
    const nearby = (byHeading.get(clause.heading ?? '') ?? [])
      .filter((candidate) => !taken.has(candidate) && likeness(candidate) >= alike)
      .sort((a, b) => likeness(b) - likeness(a) || a - b);
    take(index, [...samePlace, ...nearby]);
  });
  return found;
}

function group(clauses: readonly MatchedClause[], key: (clause: MatchedClause) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  clauses.forEach((clause, index) => {
    const name = key(clause);
    groups.set(name, [...(groups.get(name) ?? []), index]);
  });
  return groups;
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Shared words as part of all words of both (Jaccard). */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both++;
  const all = one.size + other.size - both;
  return all === 0 ? 1 : both / all;
}
