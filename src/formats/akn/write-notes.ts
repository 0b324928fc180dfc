/** Where in a text the marks of its footnotes are written: a record knows the line of each mark, not its word. */
import type { Annex, Clause, Footnote, LegalText, Section, TextRun } from '#kernel/reading/index.ts';
import { runsOfBoth } from './changes.ts';

/** Something whose words may carry the mark of a note; `'head'` stands for the title, or the heading without one. */
export type Anchor = Section | Clause | Annex | 'head';

/** The notes of a text, each with its words and the number it has in the file. */
export interface PlacedNote {
  note: Footnote;
  runs: TextRun[];
  /** Struck out: its mark stands in the base text only. */
  dropped: boolean;
  number: number;
}

/** Notes by what carries their marks, and all of them in order. */
export function placeNotes(text: LegalText): { all: PlacedNote[]; at: ReadonlyMap<Anchor, PlacedNote[]> } {
  const all = [
    ...text.footnotes.map((note) => ({ note, runs: runsOfBoth(note.text, note.changedText), dropped: false })),
    ...(text.droppedFootnotes ?? []).map((note) => ({
      note,
      runs: [{ text: note.text, change: 'deleted' as const }],
      dropped: true,
    })),
  ]
    .sort((one, other) => one.note.line - other.note.line)
    .map((placed, index) => ({ ...placed, number: index + 1 }));
  const anchors = anchorsOf(text);
  const at = new Map<Anchor, PlacedNote[]>();
  for (const placed of all) {
    const anchor = anchorAt(anchors, placed.note.line);
    at.set(anchor, [...(at.get(anchor) ?? []), placed]);
  }
  return { all, at };
}

interface AnchoredLine {
  line: number;
  anchor: Anchor;
}

/** Everything that stands at a line, in the order of the lines. */
function anchorsOf(text: LegalText): AnchoredLine[] {
  const anchors: AnchoredLine[] = [];
  const visit = (clauses: readonly Clause[]): void => {
    for (const clause of clauses) {
      anchors.push({ line: clause.line, anchor: clause });
      visit(clause.children);
    }
  };
  const visitSections = (sections: readonly Section[]): void => {
    for (const section of sections) {
      if (section.heading !== null) anchors.push({ line: section.line, anchor: section });
      visit(section.clauses);
    }
  };
  visitSections(text.sections);
  for (const annex of text.annexes) {
    anchors.push({ line: annex.line, anchor: annex });
    visitSections(annex.sections);
  }
  return anchors.sort((one, other) => one.line - other.line);
}

/** What stands at the line, or last before it; before the first of all the title. */
function anchorAt(anchors: readonly AnchoredLine[], line: number): Anchor {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((anchors[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return anchors[low - 1]?.anchor ?? 'head';
}
