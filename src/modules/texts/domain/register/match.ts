/** Which clause of an earlier text a clause of a later text continues, for clauses that the register holds one by one. */
import type { LegalText, Section } from '#kernel/reading/index.ts';
import { alignTexts } from '../comparison/align.ts';
import { cleanClause } from './sides.ts';

export interface MatchedClause {
  heading: string | null;
  label: string;
  words: string;
}

/**
 * For each later clause the index of the earlier clause it continues, or `null` for a new one, as the alignment of the
 * two texts has it. No earlier clause is continued twice.
 */
export function matchClauses(earlier: readonly MatchedClause[], later: readonly MatchedClause[]): (number | null)[] {
  const found: (number | null)[] = later.map(() => null);
  for (const { from, to } of alignTexts(textOf(earlier), textOf(later)).clauses) if (to !== null) found[to] = from;
  return found;
}

/** The clauses in order, neighbours with one heading in one section. */
function textOf(clauses: readonly MatchedClause[]): LegalText {
  const sections: Section[] = [];
  clauses.forEach(({ heading, label, words }, index) => {
    const clause = cleanClause({ label, words, line: index + 1, children: [] });
    const last = sections.at(-1);
    if (last?.heading === heading) last.clauses.push(clause);
    else sections.push({ kind: 'operative', heading, status: 'kept', clauses: [clause], line: index + 1 });
  });
  return { heading: null, title: null, opening: null, sections, annexes: [], footnotes: [] };
}
