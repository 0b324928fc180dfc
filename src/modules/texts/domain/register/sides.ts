/**
 * The two texts that a text with changes holds, each clean: what stands without the proposal, and what would stand with
 * it. A clean text is a `LegalText` in which everything is kept; all work on whole texts (comparison, clashes,
 * consolidation, publishing) starts from clean texts.
 */
import type { Annex, BothWords, Clause, Footnote, LegalText, Section } from '#kernel/reading/index.ts';

export type TextSide = 'base' | 'proposed';

/** Both clean texts. */
export function sidesOfText(text: LegalText): { base: LegalText; proposed: LegalText } {
  return { base: sideOfText(text, 'base'), proposed: sideOfText(text, 'proposed') };
}

/** One clean text: clauses, headings and notes that are not in it are gone, each of the others stands as kept. */
export function sideOfText(text: LegalText, side: TextSide): LegalText {
  const footnotes = text.footnotes.flatMap((note) => noteOn(note, side));
  return {
    heading: wordsOn(text.heading, text.changedHeading, side),
    title: wordsOn(text.title, text.changedTitle, side),
    opening: wordsOn(text.opening, text.changedOpening, side),
    sections: sectionsOn(text.sections, side),
    annexes: text.annexes.flatMap((annex) => annexOn(annex, side)),
    footnotes: side === 'base' ? inOrder([...footnotes, ...(text.droppedFootnotes ?? [])]) : footnotes,
  };
}

/** A clean clause: one label, one wording. */
export function cleanClause(clause: { label: string; words: string; line: number; children: Clause[] }): Clause {
  const { label, words, line, children } = clause;
  return {
    label: { printed: label, before: label, after: label },
    status: 'kept',
    before: words,
    after: words,
    runs: words === '' ? [] : [{ text: words, change: 'same' }],
    certainty: 'sure',
    line,
    children,
  };
}

function wordsOn(words: string | null, changed: BothWords | undefined, side: TextSide): string | null {
  if (changed === undefined) return words;
  return side === 'base' ? changed.before : changed.after;
}

function annexOn(annex: Annex, side: TextSide): Annex[] {
  const heading = wordsOn(annex.heading, annex.changedHeading, side);
  const sections = sectionsOn(annex.sections, side);
  if (heading === null && sections.length === 0) return [];
  const title = wordsOn(annex.title, annex.changedTitle, side);
  return [{ heading: heading ?? annex.heading, title, sections, line: annex.line }];
}

/** What stands under a heading that this text does not have belongs to the section before it. */
function sectionsOn(sections: readonly Section[], side: TextSide): Section[] {
  const standing: Section[] = [];
  for (const section of sections) {
    const gone = section.status === (side === 'base' ? 'inserted' : 'deleted');
    const clauses = clausesOn(section.clauses, side);
    const heading = wordsOn(section.heading, section.changedHeading, side);
    const last = standing.at(-1);
    if (gone && clauses.length === 0) continue;
    const headless = section.changedHeading !== undefined && heading === null;
    if (headless && clauses.length === 0) continue;
    if (headless && last !== undefined) last.clauses = [...last.clauses, ...clauses];
    else standing.push({ kind: section.kind, heading, status: 'kept', clauses, line: section.line });
  }
  return standing;
}

/** Sub-clauses of a clause that this text does not have go to the clause before it, or up where there is none. */
function clausesOn(clauses: readonly Clause[], side: TextSide): Clause[] {
  const standing: Clause[] = [];
  for (const clause of clauses) {
    const words = side === 'base' ? clause.before : clause.after;
    const label = side === 'base' ? clause.label.before : clause.label.after;
    const children = clausesOn(clause.children, side);
    if (words === null) {
      const last = standing.at(-1);
      if (last === undefined) standing.push(...children);
      else last.children = [...last.children, ...children];
      continue;
    }
    standing.push(cleanClause({ label: label ?? '', words, line: clause.line, children }));
  }
  return standing;
}

function noteOn(note: Footnote, side: TextSide): Footnote[] {
  const text = wordsOn(note.text, note.changedText, side);
  return text === null ? [] : [{ mark: note.mark, text, line: note.line }];
}

const inOrder = (notes: readonly Footnote[]): Footnote[] => [...notes].sort((one, other) => one.line - other.line);
