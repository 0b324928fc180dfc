/** The lines of a clean text and of a copy without marks, in one shape, so that they can be laid side by side. */
import { fold } from '#formats/document/index.ts';
import type { Clause, LegalText, Section } from '#kernel/reading/index.ts';
import type { DraftClause, DraftSection, DraftText } from '../legal/draft.ts';
import { wordsOf, type Passage } from '../words/passages.ts';

/** A heading or clause of a clean text, white space folded. */
export interface WitnessLine {
  kind: 'heading' | 'clause';
  /** As printed; the empty string for headings and clauses without one. */
  label: string;
  words: string;
}

/** A heading or clause of the copy. */
export interface CopyLine extends WitnessLine {
  passage: Passage;
  /** `null` for headings. */
  clause: DraftClause | null;
}

/** The headings and clauses of a clean text with its annexes, in their order. */
export function linesOfText(text: LegalText): WitnessLine[] {
  const lines: WitnessLine[] = [];
  const clauses = (list: readonly Clause[]): void => {
    for (const { label, after, before, children } of list) {
      lines.push({ kind: 'clause', label: label.after ?? label.before ?? '', words: fold(after ?? before ?? '') });
      clauses(children);
    }
  };
  const sections = (list: readonly Section[]): void => {
    for (const section of list) {
      if (section.heading !== null) lines.push({ kind: 'heading', label: '', words: fold(section.heading) });
      clauses(section.clauses);
    }
  };
  sections(text.sections);
  for (const annex of text.annexes) {
    lines.push({ kind: 'heading', label: '', words: fold(annex.heading) });
    sections(annex.sections);
  }
  return lines.filter(({ words }) => words !== '');
}

/** The headings and clauses of the copy, in their order. */
export function linesOfCopy(draft: DraftText): CopyLine[] {
  const lines: CopyLine[] = [];
  const heading = (passage: Passage): void => {
    lines.push({ kind: 'heading', label: '', words: fold(wordsOf(passage)), passage, clause: null });
  };
  const clauses = (list: readonly DraftClause[]): void => {
    for (const clause of list) {
      const { passage, label } = clause;
      const words = fold(wordsOf(passage).slice(label?.length ?? 0));
      lines.push({ kind: 'clause', label: label?.printed ?? '', words, passage, clause });
      clauses(clause.children);
    }
  };
  const sections = (list: readonly DraftSection[]): void => {
    for (const section of list) {
      if (section.heading !== null) heading(section.heading);
      clauses(section.clauses);
    }
  };
  sections(draft.sections);
  for (const annex of draft.annexes) {
    heading(annex.heading);
    sections(annex.sections);
  }
  return lines;
}
