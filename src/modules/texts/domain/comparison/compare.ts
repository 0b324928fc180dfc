/** Compares two texts clause by clause: what was added, deleted, moved, renumbered, and reworded word for word. */
import type { LegalText } from '#kernel/reading/index.ts';
import { alignOutlined } from './align.ts';
import type { AlignedClause, AlignedPart, AlignedTexts } from './aligned.ts';
import type {
  ClauseStatus,
  ComparedAnnex,
  ComparedClause,
  ComparedSection,
  ComparedWords,
  Comparison,
} from './comparison.ts';
import { sameButForTheEnd } from './likeness.ts';
import { comparedNotes } from './notes.ts';
import { outlineOf, type Outline } from './outline.ts';
import { wordChanges } from './word-changes.ts';

/** Compares two clean texts (see `sideOfText`). */
export function compareTexts(from: LegalText, to: LegalText): Comparison {
  const [earlier, later] = [outlineOf(from), outlineOf(to)];
  const aligned = alignOutlined(from, to, earlier, later);
  const clauses = clausesBySection(aligned, earlier, later);
  return {
    from,
    to,
    heading: comparedWords(from.heading, to.heading),
    title: comparedWords(from.title, to.title),
    opening: comparedWords(from.opening, to.opening),
    sections: aligned.sections.map((part, index) => sectionOf(part, clauses[index] ?? [], aligned, earlier, later)),
    annexes: aligned.annexes.map((part) => annexOf(part, from, to)),
    footnotes: comparedNotes(from.footnotes, to.footnotes),
  };
}

/** Words of two texts and the changes between them. */
export function comparedWords(before: string | null, after: string | null): ComparedWords {
  if (before === after) return { before, after, runs: after ? [{ text: after, change: 'same' }] : [] };
  return { before, after, runs: wordChanges(before ?? '', after ?? '') };
}

/** All clauses of a comparison, in reading order. */
export function clausesOf(comparison: Comparison): ComparedClause[] {
  return comparison.sections.flatMap((section) => section.clauses);
}

function clausesBySection(aligned: AlignedTexts, earlier: Outline, later: Outline): ComparedClause[][] {
  const ofFrom = new Map(aligned.sections.map(({ from }, index) => [from, index]));
  const ofTo = new Map(aligned.sections.map(({ to }, index) => [to, index]));
  const lists: ComparedClause[][] = aligned.sections.map(() => []);
  for (const clause of aligned.clauses) {
    const { from, to } = clause;
    const section = to === null ? ofFrom.get(earlier.sectionOf[from ?? -1] ?? -1) : ofTo.get(later.sectionOf[to] ?? -1);
    lists[section ?? -1]?.push(comparedClause(clause, aligned));
  }
  return lists;
}

function comparedClause({ from, to, moved }: AlignedClause, aligned: AlignedTexts): ComparedClause {
  const one = from === null ? undefined : aligned.from.clauses[from];
  const other = to === null ? undefined : aligned.to.clauses[to];
  const words = comparedWords(one?.words ?? null, other?.words ?? null);
  const both = one !== undefined && other !== undefined;
  const clause = {
    ...words,
    from,
    to,
    path: { before: one?.path ?? null, after: other?.path ?? null },
    label: { before: one?.label ?? null, after: other?.label ?? null },
    reworded: both && one.words !== other.words && !sameButForTheEnd(one.words, other.words),
    renumbered: both && !moved && one.label !== other.label,
    moved,
    movedFrom: moved && one !== undefined ? `${one.heading ?? one.annex ?? 'the text'} ${one.label}`.trim() : null,
    depth: other?.depth ?? one?.depth ?? 0,
  };
  return { status: statusOf(clause), ...clause };
}

function statusOf(clause: Omit<ComparedClause, 'status'>): ClauseStatus {
  if (clause.from === null) return 'inserted';
  if (clause.to === null) return 'deleted';
  if (clause.moved) return 'moved';
  if (clause.reworded) return 'changed';
  if (clause.renumbered) return 'renumbered';
  return clause.before === clause.after ? 'kept' : 'end-of-list';
}

function sectionOf(
  { from, to, moved }: AlignedPart,
  clauses: ComparedClause[],
  aligned: AlignedTexts,
  earlier: Outline,
  later: Outline,
): ComparedSection {
  const one = from === null ? undefined : earlier.sections[from];
  const other = to === null ? undefined : later.sections[to];
  const [fromAnnex, toAnnex] = [one?.annex ?? null, other?.annex ?? null];
  const annex = aligned.annexes.findIndex((part) =>
    other === undefined ? fromAnnex !== null && part.from === fromAnnex : toAnnex !== null && part.to === toAnnex,
  );
  const heading = comparedWords(one?.section.heading ?? null, other?.section.heading ?? null);
  return {
    status: partStatus({ from, to, moved }, heading),
    kind: (other ?? one)?.section.kind ?? 'operative',
    from,
    to,
    annex: annex < 0 ? null : annex,
    heading,
    clauses,
  };
}

function annexOf(part: AlignedPart, from: LegalText, to: LegalText): ComparedAnnex {
  const one = part.from === null ? undefined : from.annexes[part.from];
  const other = part.to === null ? undefined : to.annexes[part.to];
  const heading = comparedWords(one?.heading ?? null, other?.heading ?? null);
  const title = comparedWords(one?.title ?? null, other?.title ?? null);
  return { status: partStatus(part, heading, title), from: part.from, to: part.to, heading, title };
}

function partStatus({ from, to, moved }: AlignedPart, ...words: ComparedWords[]): ComparedSection['status'] {
  if (from === null) return 'inserted';
  if (to === null) return 'deleted';
  if (moved) return 'moved';
  return words.every(({ before, after }) => before === after) ? 'kept' : 'changed';
}
