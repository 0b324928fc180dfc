/** Proposals to suppress a part of a text: an annex, a provision of a treaty. */
import { slugOf } from '#kernel/ids.ts';
import type { ConsolidatedText, ContestedClause, LegalText, ProposalAction } from '#kernel/reading/index.ts';
import { alignTexts } from '../comparison/align.ts';
import { coreOf } from '../clashes/references.ts';
import { joinVersion } from './join-versions.ts';
import { printedSides } from './printed-sides.ts';

/** Whether a proposal would suppress the whole text. */
export function suppressesAll({ action, part }: { action: ProposalAction; part?: string | null }): boolean {
  return action === 'SUP' && (part ?? null) === null;
}

/**
 * Takes away what a proposal to suppress a part prints, or names where it prints nothing ("No. 79A", "Annex 1").
 * @param clauses of the base in the order of its outline
 */
export function suppressPart(
  draft: ConsolidatedText,
  clauses: readonly ContestedClause[],
  { base, text, part, proponent }: { base: LegalText; text: LegalText | null; part?: string | null; proponent: string },
): void {
  const gone = new Set<ContestedClause>();
  if (text !== null) {
    for (const { from, to } of alignTexts(base, printedSides(text).base).clauses) {
      const clause = from === null || to === null ? undefined : clauses[from];
      if (clause !== undefined) gone.add(clause);
    }
  }
  if (gone.size === 0) for (const clause of named(draft, clauses, part ?? '', proponent)) gone.add(clause);
  for (const clause of gone) {
    joinVersion(clause, { by: proponent, label: null, words: null, place: null, suppressed: true });
  }
}

/** The clauses of a part by its name; the heading of an annex goes with it. */
function named(
  draft: ConsolidatedText,
  clauses: readonly ContestedClause[],
  part: string,
  by: string,
): ContestedClause[] {
  const number = /^no\.?\s*(.+)$/i.exec(part)?.[1];
  if (number !== undefined) return clauses.filter(({ label }) => coreOf(label) === coreOf(number));
  const annex = draft.annexes.find(({ id }) => id === slugOf(part, 24));
  if (annex === undefined) return [];
  annex.heading.versions.push({ by, words: null });
  return draft.sections.filter((section) => section.annex === annex.id).flatMap((section) => all(section.clauses));
}

const all = (clauses: readonly ContestedClause[]): ContestedClause[] =>
  clauses.flatMap((clause) => [clause, ...all(clause.children)]);
