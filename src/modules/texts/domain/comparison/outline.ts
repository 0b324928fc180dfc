/** A text as flat lists that know each other by index: annexes, sections, clauses. */
import type { Clause, LegalText, Section } from '#kernel/reading/index.ts';
import { addressedClauses } from '../register/paths.ts';
import type { PlacedClause } from './aligned.ts';
import { keyOf } from './likeness.ts';

export interface OutlinedSection {
  section: Section;
  /** Index of its annex; `null` in the body. */
  annex: number | null;
  /** Indexes of the clauses directly under its heading. */
  clauses: number[];
}

export interface Outline {
  clauses: PlacedClause[];
  /** For each clause what makes its words the same as others. */
  keys: string[];
  /** For each clause the index of its section. */
  sectionOf: number[];
  /** For each clause the indexes of its sub-clauses. */
  children: number[][];
  sections: OutlinedSection[];
  /** For each annex the indexes of its sections. */
  annexes: { heading: string; title: string | null; sections: number[] }[];
  /** The indexes of the sections of the body. */
  body: number[];
}

/** @param text a clean text */
export function outlineOf(text: LegalText): Outline {
  const paths = addressedClauses(text);
  const outline: Outline = { clauses: [], keys: [], sectionOf: [], children: [], sections: [], annexes: [], body: [] };
  const addSection = (section: Section, annex: number | null): number => {
    const index = outline.sections.length;
    const clauses: number[] = [];
    outline.sections.push({ section, annex, clauses });
    const heading = annex === null ? null : (outline.annexes[annex]?.heading ?? null);
    const visit = (clause: Clause, depth: number, parent: number | null): number => {
      const at = outline.clauses.length;
      const words = clause.after ?? clause.before ?? '';
      outline.keys.push(keyOf(words));
      outline.clauses.push({
        path: paths[at]?.path ?? '',
        annex: heading,
        heading: section.heading,
        label: clause.label.after ?? clause.label.before ?? '',
        words,
        depth,
        parent,
        line: clause.line,
      });
      outline.sectionOf.push(index);
      const children: number[] = [];
      outline.children.push(children);
      for (const child of clause.children) children.push(visit(child, depth + 1, at));
      return at;
    };
    for (const clause of section.clauses) clauses.push(visit(clause, 0, null));
    return index;
  };
  outline.body = text.sections.map((section) => addSection(section, null));
  text.annexes.forEach(({ heading, title, sections }, index) => {
    const annex = { heading, title, sections: [] as number[] };
    outline.annexes.push(annex);
    annex.sections = sections.map((section) => addSection(section, index));
  });
  return outline;
}
