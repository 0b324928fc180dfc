/**
 * Seams: places of a flattened text where old and new words meet without a mark between them. Each detector gives the
 * seams it can argue for; where two claim the same words, the one asked first has them.
 */
import type { Certainty, TextRun } from '#kernel/reading/index.ts';
import { claims } from '../words/claims.ts';
import { joinRuns } from '../words/runs.ts';

/** One stretch of the printed words that stands in one text only; [from, to) in UTF-16 units. */
export interface Edit {
  from: number;
  to: number;
  change: 'inserted' | 'deleted';
}

export interface Seam {
  /** Edits in order, not overlapping. */
  edits: Edit[];
  certainty: Certainty;
  /** What speaks for it, in words for a person. */
  evidence: string;
}

/** A deleted and an inserted stretch, in whichever order they are printed. */
export function replaced(
  old: readonly [from: number, to: number],
  next: readonly [from: number, to: number],
  certainty: Certainty,
  evidence: string,
): Seam {
  const edits: Edit[] = [
    { from: old[0], to: old[1], change: 'deleted' },
    { from: next[0], to: next[1], change: 'inserted' },
  ];
  return { edits: edits.filter((edit) => edit.to > edit.from).sort(byPlace), certainty, evidence };
}

/**
 * Two alternatives with or without white space between them. The white space goes with the second where a blank stands
 * before the first, else with the first where one follows, else with the old one, so that both texts read well.
 */
export function alternatives(
  text: string,
  first: readonly [from: number, to: number],
  second: readonly [from: number, to: number],
  firstIsOld: boolean,
  certainty: Certainty,
  evidence: string,
): Seam {
  const isBlankAt = (at: number): boolean => /\s/u.test(text.charAt(at));
  const withSecond = isBlankAt(first[0] - 1) || first[0] === 0 || (!isBlankAt(second[1]) && !firstIsOld);
  const left = withSecond ? first : ([first[0], second[0]] as const);
  const right = withSecond ? ([first[1], second[1]] as const) : second;
  return firstIsOld ? replaced(left, right, certainty, evidence) : replaced(right, left, certainty, evidence);
}

function byPlace(left: Edit, right: Edit): number {
  return left.from - right.from;
}

/** Keeps the seams that do not claim words of one before them. */
export function withoutOverlap(seams: readonly Seam[]): Seam[] {
  if (seams.length < 2) return seams.filter((seam) => seam.edits.length > 0);
  const length = seams.reduce((most, { edits }) => edits.reduce((end, { to }) => Math.max(end, to), most), 0);
  const claim = claims(length);
  return seams.filter(({ edits }) => edits.length > 0 && claim(edits));
}

/** Cuts a text at its seams. */
export function runsWith(text: string, seams: readonly Seam[]): TextRun[] {
  const edits = seams.flatMap((seam) => seam.edits).sort(byPlace);
  const runs: TextRun[] = [];
  let at = 0;
  for (const edit of edits) {
    runs.push({ text: text.slice(at, edit.from), change: 'same' });
    runs.push({ text: text.slice(edit.from, edit.to), change: edit.change });
    at = edit.to;
  }
  runs.push({ text: text.slice(at), change: 'same' });
  return joinRuns(runs);
}

/** The weakest of some certainties. */
export function weakest(certainties: readonly Certainty[], start: Certainty = 'sure'): Certainty {
  const order: readonly Certainty[] = ['sure', 'likely', 'guess'];
  return certainties.reduce((worst, one) => (order.indexOf(one) > order.indexOf(worst) ? one : worst), start);
}
