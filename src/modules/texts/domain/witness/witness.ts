/**
 * The base text, and the text adopted later, as witnesses of a copy without marks. The copy holds every word of the base,
 * so a line that the base does not have was inserted, and words that it does not have were. What was struck out is told
 * by the text adopted later, where it is the one that was proposed, else by labels, signs and words that the copy shows.
 */
import { fold } from '#formats/document/index.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import type { Evidence } from '../flattened/evidence.ts';
import type { Witnessed } from '../flattened/facts.ts';
import type { Witness } from '../flattened/reader.ts';
import type { Edit, Seam } from '../flattened/seams.ts';
import type { DraftClause, DraftText } from '../legal/draft.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import { baseOf } from '../words/runs.ts';
import { align, coverOf, type Pair } from './align.ts';
import { linesOfCopy, linesOfText, type CopyLine, type WitnessLine } from './lines.ts';
import { seamsWithBase } from './words.ts';
import { splitWithBaseAndAdopted } from './with-both.ts';

/** A text that is laid into the copy. */
interface Laid {
  lines: readonly WitnessLine[];
  /** Which line of it stands in each line of the copy. */
  inCopy: ReadonlyMap<number, Pair>;
  /** The part of its lines that were found with all their characters. */
  fits: number;
}

/** A base that fits less is another text, or another revision. */
const leastFit = 0.8;
/** A text adopted as it was proposed; a footnote or a table may be printed otherwise. */
const asProposed = 0.98;

/** Lines of the base that are looked for in parts. */
const mostMissing = 50;
/** Steps that laying both texts into all lines of one copy may take; a real one takes a small part of it. */
const mostSteps = 60_000_000;

export interface TextWitness extends Witness {
  /** The parts of the two texts that were found in the copy, 0 to 1. */
  fits: { base: number; adopted: number | null };
  /** Whether the adopted text is the proposed one, so that it settles everything. */
  adoptedAsProposed: boolean;
}

/** What two texts say of a copy; `null` where the base is not a base of this copy. */
export function witnessOf(
  draft: DraftText,
  base: LegalText,
  adopted: LegalText | null,
  evidence: Evidence,
): TextWitness | null {
  const copy = linesOfCopy(draft);
  const old = lay(copy, linesOfText(base));
  if (old.fits < leastFit || old.lines.length === 0) return null;
  const next = adopted === null ? null : lay(copy, linesOfText(adopted));
  const exactAt = next === null ? () => null : exactly(copy, old, next);
  const proposed = next !== null && next.fits >= asProposed && coversAll(copy, exactAt) ? next : null;
  const indexOf = new Map(copy.flatMap((line, index) => (line.clause === null ? [] : [[line.clause, index] as const])));
  const indexOfHeading = new Map(
    copy.flatMap((line, index) => (line.clause === null ? [[line.passage, index] as const] : [])),
  );
  const heads = headsOf(draft, base, proposed === null ? null : adopted);
  const missing = missingFrom(old);
  let steps = 0;
  const withBase = (flat: string, before: string): Seam[] | null => {
    steps += flat.length * (1 + Math.max(0, flat.length - before.length));
    return steps > 4 * mostSteps ? null : seamsWithBase(flat, before, evidence);
  };
  return {
    fits: { base: old.fits, adopted: next?.fits ?? null },
    adoptedAsProposed: proposed !== null,
    clause: (clause: DraftClause): Witnessed | null => {
      const at = indexOf.get(clause);
      if (at === undefined) return null;
      const flat = copy[at]?.words ?? '';
      const known = { flat, before: sideAt(at, old), exact: exactAt(at) };
      if (known.before === null && isPartOf(flat, missing)) return nothingKnown;
      return proposed === null
        ? witnessedByBase(known, old.fits === 1, withBase)
        : { base: known.before, adopted: sideAt(at, proposed), seams: known.exact, settled: true, complete: true };
    },
    words: (passage: Passage) => {
      const at = indexOfHeading.get(passage);
      const known = heads.get(passage) ?? (at === undefined ? null : headingAt(at, old, proposed));
      return known === null ? null : wordsBetween(fold(wordsOf(passage)), known, evidence);
    },
  };
}

function lay(copy: readonly CopyLine[], lines: readonly WitnessLine[]): Laid {
  const pairs = align(copy, lines);
  const found = pairs.filter((pair) => pair.exact).length;
  return {
    lines,
    inCopy: new Map(pairs.map((pair) => [pair.copy, pair])),
    fits: lines.length === 0 ? 0 : found / lines.length,
  };
}

/** Lines of the base that stand in no one line of the copy: most were divided into two. */
function missingFrom({ lines, inCopy }: Laid): string[] {
  const found = new Set([...inCopy.values()].map((pair) => pair.text));
  return lines
    .filter((_, index) => !found.has(index))
    .map(({ words }) => words)
    .slice(0, mostMissing);
}

/** Whether a line of the copy holds little but words of a line that is missing. */
function isPartOf(flat: string, missing: readonly string[]): boolean {
  return missing.some((words) => coverOf(words, flat) >= leastFit);
}

const nothingKnown: Witnessed = { base: 'unknown', adopted: 'unknown', seams: null, settled: false, complete: false };

function sideAt(at: number, laid: Laid): WitnessLine | null {
  const pair = laid.inCopy.get(at);
  return pair === undefined ? null : (laid.lines[pair.text] ?? null);
}

/** The changes of each line as both texts settle them, looked at once; `null` where they do not. */
function exactly(copy: readonly CopyLine[], old: Laid, next: Laid): (at: number) => Seam[] | null {
  const known = new Map<number, Seam[] | null>();
  let steps = 0;
  return (at) => {
    const found = known.get(at);
    if (found !== undefined) return found;
    const flat = copy[at]?.words ?? '';
    const [before, after] = [sideAt(at, old), sideAt(at, next)];
    const same = before?.words === flat && after?.words === flat;
    const shorter = Math.min(before?.words.length ?? flat.length, after?.words.length ?? flat.length);
    steps += same ? 0 : flat.length * (1 + flat.length - Math.min(shorter, flat.length));
    const seams = steps > mostSteps ? null : bothSeams(flat, before, after);
    known.set(at, seams);
    return seams;
  };
}

/** Whether base and adopted text together are the copy: then nothing else was proposed. */
function coversAll(copy: readonly CopyLine[], exactAt: (at: number) => Seam[] | null): boolean {
  const covered = copy.filter((_, at) => exactAt(at) !== null).length;
  return covered >= copy.length * asProposed;
}

/** A line that the base alone tells; one clause may be adopted as proposed where others are not. */
function witnessedByBase(
  { flat, before, exact }: { flat: string; before: WitnessLine | null; exact: Seam[] | null },
  complete: boolean,
  withBase: (flat: string, before: string) => Seam[] | null,
): Witnessed {
  const unknown = { adopted: 'unknown', complete } as const;
  if (before === null) return { ...unknown, base: null, seams: [], settled: false };
  if (exact === null) return { ...unknown, base: before, seams: withBase(flat, before.words), settled: false };
  return { ...unknown, base: before, ...byAdopted(exact) };
}

/**
 * What the adopted text lacks was struck out by the proposal only where the proposal put something in its place:
 * elsewhere the conference may have struck it out.
 */
function byAdopted(exact: readonly Seam[]): { seams: Seam[]; settled: boolean } {
  const edits = exact.flatMap((seam) => seam.edits);
  const inserted = edits.filter((edit) => edit.change === 'inserted');
  const replaced = edits.every(
    (edit) =>
      edit.change === 'inserted' ||
      inserted.some(({ from, to }) => Math.abs(edit.to - from) <= 1 || Math.abs(edit.from - to) <= 1),
  );
  // A clause adopted as it was may have been proposed to be struck out, and not agreed.
  if (edits.length === 0) return { seams: [], settled: false };
  if (replaced) return { seams: [...exact], settled: true };
  const evidence = 'the text adopted later does not have these words';
  return { seams: exact.map((seam) => ({ ...seam, certainty: 'likely', evidence })), settled: false };
}

/** The changes that both texts settle; `null` where they do not make up the words of the copy. */
function bothSeams(flat: string, before: { words: string } | null, after: { words: string } | null): Seam[] | null {
  if (before === null || after === null) {
    const only = before ?? after;
    return only !== null && splitWithBaseAndAdopted(only.words, flat, only.words) !== null ? [] : null;
  }
  if (before.words === flat && after.words === flat) return [];
  const runs = splitWithBaseAndAdopted(before.words, flat, after.words);
  if (runs === null || fold(baseOf(runs)) === '') return null;
  const edits: Edit[] = [];
  let at = 0;
  for (const { text, change } of runs) {
    if (change !== 'same') edits.push({ from: at, to: at + text.length, change });
    at += text.length;
  }
  return edits.length === 0 ? [] : [{ edits, certainty: 'sure', evidence: 'the base text and the text adopted later' }];
}

/** Words of a heading in both texts; `null` as a side where it is not in that text, undefined where that is not known. */
interface Known {
  before: string | null;
  after: string | null | undefined;
}

function headingAt(at: number, old: Laid, proposed: Laid | null): Known {
  return {
    before: sideAt(at, old)?.words ?? null,
    after: proposed === null ? undefined : (sideAt(at, proposed)?.words ?? null),
  };
}

/** The heading, title and opening of the text, where each is one line. */
function headsOf(draft: DraftText, base: LegalText, adopted: LegalText | null): Map<Passage, Known> {
  const heads = new Map<Passage, Known>();
  const put = (passages: readonly Passage[], key: 'heading' | 'title' | 'opening'): void => {
    const [only] = passages;
    const before = base[key];
    if (only === undefined || passages.length > 1 || before === null) return;
    heads.set(only, { before: fold(before), after: adopted === null ? undefined : fold(adopted[key] ?? '') });
  };
  put(draft.heading === null ? [] : [draft.heading], 'heading');
  put(draft.title, 'title');
  put(draft.opening, 'opening');
  return heads;
}

function wordsBetween(
  text: string,
  { before, after }: Known,
  evidence: Evidence,
): { text: string; seams: Seam[] } | null {
  const whole = (change: Edit['change'], evidenceText: string): { text: string; seams: Seam[] } => ({
    text,
    seams: [{ edits: [{ from: 0, to: text.length, change }], certainty: 'sure', evidence: evidenceText }],
  });
  if (before === null) return whole('inserted', 'the base text does not have this line');
  if (after === null) return whole('deleted', 'the text adopted later does not have this line');
  const seams =
    (after === undefined ? null : bothSeams(text, { words: before }, { words: after })) ??
    seamsWithBase(text, before, evidence);
  return seams === null ? null : { text, seams };
}
