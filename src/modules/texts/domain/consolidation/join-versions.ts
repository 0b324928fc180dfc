/** Puts together what one proponent makes of a clause: over a misread copy of the base, and over several proposals. */
import type { ClauseVersion, ContestedClause } from '#kernel/reading/index.ts';
import { applied, componentsOf, editsBetween, isClash, transferred, type Edit } from '../clashes/edits.ts';
import { printed, signOf, wordingOf } from '../clashes/wording.ts';

/** The base words with the changes that lead from a copy of them to other words. */
export function carriedOver(base: string, copy: string, after: string): string {
  const [known, from] = [wordingOf(base), wordingOf(copy)];
  const edits = editsBetween(from.tokens, wordingOf(after).tokens);
  if (edits.length === 0 && signOf(copy).trim() === signOf(after).trim()) return base;
  const carried = transferred(edits, from.tokens, known.tokens);
  return printed(applied(known.tokens, carried)) + signOf(after);
}

/** Whether all words of the base stand in a copy in their order, perhaps with others between them. */
export function holds(copy: string, base: string): boolean {
  const wanted = wordingOf(base).tokens;
  let at = 0;
  for (const { key } of wordingOf(copy).tokens) if (key === wanted[at]?.key) at++;
  return at === wanted.length;
}

/** Adds a version; where the proponent already has one, both changes are made as far as they can be. */
export function joinVersion(clause: ContestedClause, version: ClauseVersion): void {
  const at = clause.versions.findIndex((one) => one.by === version.by);
  const known = clause.versions[at];
  if (known === undefined) clause.versions.push(version);
  else clause.versions[at] = joined(clause.words, known, version);
}

function joined(base: string, one: ClauseVersion, other: ClauseVersion): ClauseVersion {
  if (one.words === null) return one;
  if (other.words === null) return other;
  const { tokens } = wordingOf(base);
  const edits = new Map<string, readonly Edit[]>([
    ['one', editsBetween(tokens, wordingOf(one.words).tokens)],
    ['other', editsBetween(tokens, wordingOf(other.words).tokens)],
  ]);
  const made = componentsOf(tokens, edits).map((component): Edit => {
    const [first = []] = component.readings.values();
    const given = isClash(component) ? (component.readings.get('one') ?? first) : first;
    const [after = null] = component.after.values();
    return { from: component.from, to: component.to, given, after };
  });
  const isFirst = (edits.get('other') ?? []).length === 0;
  return {
    by: one.by,
    label: one.label,
    words: isFirst ? one.words : printed(applied(tokens, made)) + signOf(other.words),
    place: one.place ?? other.place,
  };
}
