/**
 * The words of one line of the copy with its base. What the base lacks was inserted, exactly. Which words of the base
 * were struck out is not in the base: they stand beside what was inserted, and are told by the signs that the copy shows
 * (two names of revisions, two numbers, two words that cannot follow one another, two words grown together).
 */
import { fold } from '#formats/document/index.ts';
import type { TextRun } from '#kernel/reading/index.ts';
import { endingSeam } from '../flattened/endings.ts';
import type { Evidence } from '../flattened/evidence.ts';
import { seamCandidates } from '../flattened/facts.ts';
import type { Edit, Seam } from '../flattened/seams.ts';
import { claims } from '../words/claims.ts';
import { struckOutBeside } from './beside.ts';
import { alike, asCopied, splitWithBase } from './with-base.ts';

/** Characters looked at in asking whether seams agree with the base; a real clause needs a small part of it. */
const mostLooking = 8_000_000;

/** The seams of a folded line of the copy that agree with its base; `null` where the base does not stand in it. */
export function seamsWithBase(flat: string, base: string, evidence: Evidence): Seam[] | null {
  const split = splitWithBase(base, flat);
  if (split === null) return null;
  const pieces = piecesOf(split);
  if (pieces.length === 0) return [];
  const taken = claims(flat.length);
  const seams: Seam[] = [];
  const explained = new Set<Edit>();
  let looked = 0;
  for (const seam of [...endings(flat), ...seamCandidates(flat, evidence)]) {
    looked += 2 * (flat.length + pieces.length);
    if (looked > mostLooking) break;
    const known = [seam, exchanged(seam)].find((one) => agrees(one, flat, base, pieces));
    if (known === undefined || !taken(known.edits)) continue;
    for (const piece of pieces) if (overlaps(piece, hullOf(known))) explained.add(piece);
    seams.push({ ...known, certainty: known.certainty === 'guess' ? 'likely' : 'sure' });
  }
  for (const piece of pieces) {
    if (explained.has(piece)) continue;
    const beside = struckOutBeside(flat, piece, evidence);
    // The words beside may be another seam's; the inserted ones are inserted all the same.
    const seam = taken(beside.edits) ? beside : inserted(piece);
    seams.push(seam);
  }
  return seams;
}

function inserted(piece: Edit): Seam {
  return { edits: [piece], certainty: 'likely', evidence: 'words that the base text does not have' };
}

/** The pair of signs at the end, whichever is the old one. */
function endings(flat: string): Seam[] {
  const seam = endingSeam(flat, true);
  return seam === null ? [] : [seam];
}

/** The inserted stretches. */
function piecesOf(runs: readonly TextRun[]): Edit[] {
  const pieces: Edit[] = [];
  let at = 0;
  for (const [index, { text, change }] of runs.entries()) {
    if (change === 'inserted') {
      // ",training" before a comma is "training," behind one.
      const next = runs[index + 1]?.text ?? '';
      const shift = /^[,;:.][\p{L}\p{N}]/u.test(text) && next.startsWith(text.charAt(0)) ? 1 : 0;
      pieces.push({ from: at + shift, to: at + text.length + shift, change });
    }
    at += text.length;
  }
  return pieces;
}

/** The same places with old and new words exchanged. */
export function exchanged(seam: Seam): Seam {
  const edits = seam.edits.map((edit): Edit => ({
    ...edit,
    change: edit.change === 'inserted' ? 'deleted' : 'inserted',
  }));
  return { ...seam, edits };
}

type Span = Pick<Edit, 'from' | 'to'>;

function hullOf({ edits }: Seam): Span {
  return { from: Math.min(...edits.map(({ from }) => from)), to: Math.max(...edits.map(({ to }) => to)) };
}

const overlaps = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** Whether the base is left when what the seam calls inserted is taken out, with all pieces elsewhere. */
function agrees(seam: Seam, flat: string, base: string, pieces: readonly Edit[]): boolean {
  if (!seam.edits.some((edit) => edit.change === 'inserted')) return false;
  const hull = hullOf(seam);
  const elsewhere = pieces.filter((piece) => !overlaps(piece, hull));
  if (elsewhere.length === pieces.length) return false;
  const gone = [...elsewhere, ...seam.edits.filter((edit) => edit.change === 'inserted')];
  gone.sort((one, other) => one.from - other.from);
  let left = '';
  let at = 0;
  for (const { from, to } of gone) {
    left += flat.slice(at, Math.max(at, from));
    at = Math.max(at, to);
  }
  return alike(fold(left + flat.slice(at))) === fold(asCopied(base, flat));
}
