/** The two texts of a proposal as far as it prints them: marks such as "…" and "NOC" stand for clauses left out. */
import type { Clause, LegalText, Section } from '#kernel/reading/index.ts';
import { sidesOfText, type TextSide } from '../register/sides.ts';
import { clausesIn } from './common-base.ts';

const leftOut = /^[[(]?\s*(?:…|\.{3,10}|\* \* \*|noc|no change|unchanged)\s*[\])]?[.,;]?$/i;

/** Whether somebody changes anything in a text at all; a proposal may print its text clean. */
export function hasChanges(text: LegalText): boolean {
  const changed = (clause: Clause): boolean =>
    (clause.status !== 'kept' && clause.status !== 'renumbered') || clause.children.some(changed);
  return (
    [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)].some(
      (section) => section.clauses.some(changed) || section.changedHeading !== undefined || section.status !== 'kept',
    ) ||
    text.changedTitle !== undefined ||
    (text.droppedFootnotes ?? []).length > 0
  );
}

/** Whether a text was read from a copy without revision marks: then some of it is less than sure. */
export function isFlattened(text: LegalText): boolean {
  const isUnsure = (clause: Clause): boolean => clause.certainty !== 'sure' || clause.children.some(isUnsure);
  return [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)].some(({ clauses }) =>
    clauses.some(isUnsure),
  );
}

/** Both clean texts, without the marks that stand for what is left out. */
export function printedSides(text: LegalText): Record<TextSide, LegalText> {
  const { base, proposed } = sidesOfText(text);
  return { base: withoutMarks(base), proposed: withoutMarks(proposed) };
}

/** Whether a section says that it does not print all its clauses. */
export function printsAll(section: Section): boolean {
  const isMark = (clause: Clause): boolean => leftOut.test(clause.before ?? '') || clause.children.some(isMark);
  return section.clauses.length > 0 && !section.clauses.some(isMark);
}

export function withoutMarks(text: LegalText): LegalText {
  if (!clausesIn(text).some((clause) => leftOut.test(clause.before ?? ''))) return text;
  const clauses = (list: readonly Clause[]): Clause[] =>
    list
      .filter((clause) => !leftOut.test(clause.before ?? ''))
      .map((clause) => ({ ...clause, children: clauses(clause.children) }));
  const sections = (list: readonly Section[]): Section[] =>
    list.map((section) => ({ ...section, clauses: clauses(section.clauses) }));
  return {
    ...text,
    sections: sections(text.sections),
    annexes: text.annexes.map((annex) => ({ ...annex, sections: sections(annex.sections) })),
  };
}

/**
 * Which clause of the proposed text is which of the base text by the proposal itself: both stand in one clause of it.
 * Indexes count the clauses of each side as `clausesIn` gives them.
 */
export function pairsInProposal(text: LegalText): Map<number, number> {
  const pairs = new Map<number, number>();
  let [base, proposed] = [0, 0];
  const visit = (clauses: readonly Clause[]): void => {
    for (const clause of clauses) {
      if (leftOut.test(clause.before ?? clause.after ?? '')) continue;
      if (clause.before !== null && clause.after !== null) pairs.set(proposed, base);
      if (clause.before !== null) base++;
      if (clause.after !== null) proposed++;
      visit(clause.children);
    }
  };
  for (const section of [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)]) visit(section.clauses);
  return pairs;
}
