/** Clauses that proponents put at one place: which are the same, which are variants of one another, which stand side by side. */
import type { ConsolidatedText, Insertion, ClausePlace } from '#kernel/reading/index.ts';
import { keyOf, wordsIn } from '../comparison/likeness.ts';
import { compare } from './edits.ts';

export type InsertedClause = Insertion['clauses'][number];

/** What one proponent puts at a place; clauses that are moved there are not new. */
export interface GroupAtPlace {
  by: string;
  clauses: readonly InsertedClause[];
}

/** Places with what is put there, by {@link placeKey}. */
export function insertionsByPlace(
  draft: ConsolidatedText,
): Map<string, { place: ClausePlace; groups: GroupAtPlace[] }> {
  const places = new Map<string, { place: ClausePlace; groups: GroupAtPlace[] }>();
  for (const { by, place, clauses } of draft.insertions) {
    const key = placeKey(place);
    const known = places.get(key) ?? { place, groups: [] };
    known.groups.push({ by, clauses });
    places.set(key, known);
  }
  for (const { groups } of places.values()) groups.sort((one, other) => compare(one.by, other.by));
  return places;
}

export const placeKey = ({ section, under, behind }: ClausePlace): string =>
  JSON.stringify(under === null ? [section, behind] : [under, behind, true]);

/** Words that say little about what a clause is about. */
const small = new Set(
  'a an and any are as at be been being by each every for from have has in into is it its not of on or other shall should that the their them these this those to under upon which will with within'.split(
    ' ',
  ),
);
/** Two new clauses of which this part of the words is shared (0 to 1) are variants of one. */
const variant = 0.6;

/** Whether two new clauses say so nearly the same that only one of them can be meant. */
export function areVariants(one: string, other: string): boolean {
  return keyOf(one) === keyOf(other) || sharedPart(one, other) >= variant;
}

/** The part of the words of two wordings that both have, without small words: 0 to 1. */
export function sharedPart(one: string, other: string): number {
  const [left, right] = [contentOf(one), contentOf(other)];
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

function contentOf(words: string): Set<string> {
  const all = wordsIn(words);
  const telling = all.filter((word) => !small.has(word));
  return new Set(telling.length >= 2 ? telling : all);
}

/** How what several proponents put at one place goes together. */
export function relationAt(
  groups: readonly { words: readonly string[] }[],
): 'same' | 'compatible' | 'clash' | 'single' {
  if (groups.length < 2) return 'single';
  const keys = groups.map(({ words }) => words.map(keyOf));
  const [first = [], ...others] = keys;
  if (others.every((other) => other.length === first.length && other.every((key, index) => key === first[index]))) {
    return 'same';
  }
  const isClash = groups.some(({ words }, index) => {
    const own = new Set(keys[index]);
    return groups.slice(index + 1).some((other, further) => {
      const theirs = new Set(keys[index + 1 + further]);
      const left = words.filter((one) => !theirs.has(keyOf(one)));
      return other.words.some((one) => !own.has(keyOf(one)) && left.some((mine) => areVariants(mine, one)));
    });
  });
  return isClash ? 'clash' : 'compatible';
}
