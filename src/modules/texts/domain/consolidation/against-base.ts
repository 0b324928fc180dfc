/** How one proposal stands to the base text: which of its clauses, sections and annexes is which there. */
import type { LegalText } from '#kernel/reading/index.ts';
import { alignTexts } from '../comparison/align.ts';
import type { AlignedPart, AlignedTexts } from '../comparison/aligned.ts';
import { outlineOf, type Outline } from '../comparison/outline.ts';
import { keyOf } from '../comparison/likeness.ts';
import { contentOf } from './common-base.ts';
import { hasChanges, pairsInProposal, printedSides, printsAll, withoutMarks } from './printed-sides.ts';

/** Indexes into the outlines of the proposed text (`proposed`) and of the base text (`base`). */
export interface AgainstBase {
  /** The text as proposed. */
  proposed: LegalText;
  outline: Outline;
  /** The copy of the base that the proposal itself prints; the base where it prints the new text only. */
  copy: LegalText;
  /** For each proposed clause the base clause it is; `null` for a new one. */
  clauses: readonly { base: number | null; moved: boolean }[];
  sections: readonly (number | null)[];
  annexes: readonly (number | null)[];
  /** The base clauses that the proposal prints, with its own wording of them before its changes. */
  printed: ReadonlyMap<number, string>;
  printedSections: ReadonlyMap<number, string | null>;
  printedAnnexes: ReadonlyMap<number, { heading: string; title: string | null }>;
}

/** @param isNew the proposal adds a text or a provision: what it does not print stays */
export function againstBase(base: LegalText, text: LegalText, isNew: boolean): AgainstBase {
  if (isNew) return cleanAgainstBase(base, printedSides(text).proposed, { isNew, takesAway: false });
  if (!hasChanges(text)) return cleanAgainstBase(base, text, { isNew, takesAway: isWhole(text) });
  const { base: copy, proposed } = printedSides(text);
  const toBase = contentOf(base) === contentOf(copy) ? identical(base, copy) : alignTexts(base, copy);
  const steps = alignTexts(copy, proposed);
  const outline = outlineOf(proposed);
  const baseOf = new Map(toBase.clauses.map(({ from, to }) => [to, from]));
  const own = pairsInProposal(text);
  const taken = new Set(own.values());
  const clauses = outline.clauses.map((_, index): { base: number | null; moved: boolean } => {
    const before = own.get(index);
    return { base: before === undefined ? null : (baseOf.get(before) ?? null), moved: false };
  });
  for (const { from, to, moved } of steps.clauses) {
    if (from === null || to === null || own.has(to) || taken.has(from)) continue;
    clauses[to] = { base: baseOf.get(from) ?? null, moved };
  }
  const copied = outlineOf(copy);
  const printed = new Map<number, string>();
  for (const { from, to } of toBase.clauses) {
    if (from !== null && to !== null) printed.set(from, copied.clauses[to]?.words ?? '');
  }
  const printedSections = new Map<number, string | null>();
  for (const { from, to } of toBase.sections) {
    if (from !== null && to !== null) printedSections.set(from, copied.sections[to]?.section.heading ?? null);
  }
  return {
    proposed,
    outline,
    copy,
    clauses,
    sections: through(steps.sections, toBase.sections, outline.sections.length),
    annexes: through(steps.annexes, toBase.annexes, outline.annexes.length),
    printed,
    printedSections,
    printedAnnexes: annexesIn(toBase.annexes, copied),
  };
}

const eachItself = (parts: readonly unknown[]): { from: number; to: number; moved: boolean }[] =>
  parts.map((_, index) => ({ from: index, to: index, moved: false }));

const unknownParts = (count: number): (number | null)[] => Array.from({ length: count }, () => null);

/** A text aligned with itself. */
function identical(base: LegalText, copy: LegalText): AlignedTexts {
  const outline = outlineOf(copy);
  return {
    from: { text: base, clauses: outline.clauses },
    to: { text: copy, clauses: outline.clauses },
    clauses: eachItself(outline.clauses),
    sections: eachItself(outline.sections),
    annexes: eachItself(outline.annexes),
  };
}

/** A resolution or the like under its heading; of treaties a proposal prints the provisions that it is about. */
function isWhole({ heading, title }: LegalText): boolean {
  return heading !== null && !/\b(?:constitution|convention)\b/i.test(`${heading} ${title ?? ''}`);
}

/** For each part of the proposed text the part of the base that it is, by way of the proposal's copy of the base. */
function through(steps: readonly AlignedPart[], toBase: readonly AlignedPart[], count: number): (number | null)[] {
  const baseOf = new Map(toBase.map(({ from, to }) => [to, from]));
  const parts = unknownParts(count);
  for (const { from, to } of steps) if (from !== null && to !== null) parts[to] = baseOf.get(from) ?? null;
  return parts;
}

/** The annexes of the base that a proposal prints, as its copy has them. */
function annexesIn(
  parts: readonly AlignedPart[],
  copied: Outline,
): Map<number, { heading: string; title: string | null }> {
  const found = new Map<number, { heading: string; title: string | null }>();
  for (const { from, to } of parts) {
    const annex = to === null ? undefined : copied.annexes[to];
    if (from !== null && annex !== undefined) found.set(from, { heading: annex.heading, title: annex.title });
  }
  return found;
}

/**
 * A text printed without marks of changes: all that differs from the base is proposed. What it does not print is taken
 * away only under headings that it does print, and only where it does not say that something is left out.
 * @param isNew what it prints is new unless the base says the very same
 * @param takesAway the proposal prints a whole text, not some provisions
 */
function cleanAgainstBase(
  base: LegalText,
  text: LegalText,
  { isNew, takesAway }: { isNew: boolean; takesAway: boolean },
): AgainstBase {
  const proposed = withoutMarks(text);
  const outline = outlineOf(proposed);
  const aligned = alignTexts(base, proposed);
  const from = outlineOf(base);
  const whole = outlineOf(text);
  const complete = new Set(
    whole.sections.flatMap(({ section }, index) => (takesAway && printsAll(section) ? [index] : [])),
  );
  const clauses = outline.clauses.map((): { base: number | null; moved: boolean } => ({ base: null, moved: false }));
  const printed = new Map<number, string>();
  const sectionAt = new Map<number, number>();
  const sections = unknownParts(outline.sections.length);
  for (const { from: earlier, to } of aligned.sections) {
    if (earlier === null || to === null) continue;
    sections[to] = earlier;
    sectionAt.set(earlier, to);
  }
  for (const { from: earlier, to, moved } of aligned.clauses) {
    if (earlier === null) continue;
    const isComplete = complete.has(sectionAt.get(from.sectionOf[earlier] ?? -1) ?? -1);
    const isOther =
      isNew && keyOf(from.clauses[earlier]?.words ?? '') !== keyOf(outline.clauses[to ?? -1]?.words ?? '');
    if (to === null || isOther) {
      if (isComplete) printed.set(earlier, from.clauses[earlier]?.words ?? '');
      continue;
    }
    clauses[to] = { base: earlier, moved };
    printed.set(earlier, from.clauses[earlier]?.words ?? '');
  }
  const annexes = unknownParts(outline.annexes.length);
  for (const { from: earlier, to } of aligned.annexes) if (earlier !== null && to !== null) annexes[to] = earlier;
  const headings = [...sectionAt.keys()].map((index): [number, string | null] => [
    index,
    from.sections[index]?.section.heading ?? null,
  ]);
  return {
    proposed,
    outline,
    copy: contentOf(base) === contentOf(proposed) ? proposed : base,
    clauses,
    sections,
    annexes,
    printed,
    printedSections: new Map(headings),
    printedAnnexes: annexesIn(
      aligned.annexes.map(({ from: earlier, to }) => ({
        from: earlier,
        to: to === null ? null : earlier,
        moved: false,
      })),
      from,
    ),
  };
}
