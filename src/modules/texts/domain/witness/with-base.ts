/**
 * Splits a flattened text with its base: the base is a subsequence of the flattened text, so what is left over was
 * inserted, exactly. Of the ways to lay the base into it, the one with the fewest pieces, cut at the borders of words.
 * What was deleted cannot be told from the base alone: those words are `same` here.
 */
import { fold } from '#formats/document/index.ts';
import type { TextRun } from '#kernel/reading/index.ts';
import { joinRuns } from '../words/runs.ts';
import { bordersOf } from './borders.ts';

/** Cells of the table that is filled at most; longer texts are laid in from left to right without looking for the best. */
const largestTable = 6_000_000;
const insideWord = 0.4;

/** The flattened text as kept and inserted runs, white space folded; `null` when the base is not contained in it. */
export function splitWithBase(base: string, flat: string): TextRun[] | null {
  const text = fold(flat);
  const known = asCopied(fold(base), text);
  const plain = alike(text);
  if (!isSubsequence(known, plain)) return null;
  const extra = text.length - known.length;
  if (extra === 0) return joinRuns([{ text, change: 'same' }]);
  const marks = text.length * (extra + 1) <= largestTable ? bestMarks(known, plain) : leftmostMarks(known, plain);
  const runs: TextRun[] = [];
  for (let at = 0; at < text.length; at++) {
    runs.push({ text: text.charAt(at), change: marks[at] === 1 ? 'inserted' : 'same' });
  }
  return joinRuns(runs);
}

/** Whether a base can be laid into a flattened text by {@link splitWithBase}. */
export function isContained(base: string, flat: string): boolean {
  return isSubsequence(asCopied(fold(base), flat), alike(fold(flat)));
}

/** A text as a copy prints it: plain quotes, and without the non-breaking hyphens that copies lose. */
export function asCopied(text: string, flat: string): string {
  const plain = alike(text);
  return flat.includes('\u2011') ? plain : plain.replaceAll('\u2011', '');
}

/** Signs that one writer's keyboard makes of another's, character for character. */
export function alike(text: string): string {
  return /[\u2018-\u201f\u00a0]/u.test(text)
    ? text
        .replace(/[\u2018\u2019\u201b]/gu, "'")
        .replace(/[\u201c-\u201f]/gu, '"')
        .replaceAll('\u00a0', ' ')
    : text;
}

/** Whether all characters of one text stand in another in their order. */
export function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (let index = 0; index < part.length; index++) {
    at = whole.indexOf(part.charAt(index), at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function leftmostMarks(known: string, text: string): Uint8Array {
  const marks = new Uint8Array(text.length).fill(1);
  let at = 0;
  for (let index = 0; index < known.length; index++) {
    at = text.indexOf(known.charAt(index), at) + 1;
    marks[at - 1] = 0;
  }
  return marks;
}

/** Marks the inserted characters with 1, by dynamic programming over (characters read, characters inserted so far). */
function bestMarks(known: string, text: string): Uint8Array {
  const extra = text.length - known.length;
  const width = extra + 1;
  const borders = bordersOf(text);
  const price = (at: number): number => (borders[at] === 1 ? 0 : insideWord);
  let kept = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  let inserted = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  kept[0] = 0;
  // For each cell: bit 0, the kept way came from an inserted one; bit 1, the inserted way came from an inserted one.
  const back = new Uint8Array((text.length + 1) * width);
  for (let read = 1; read <= text.length; read++) {
    const nextKept = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    const nextInserted = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    const border = price(read - 1);
    const code = text.charCodeAt(read - 1);
    for (let added = Math.max(0, read - known.length - 1); added <= Math.min(extra, read); added++) {
      let flags = 0;
      if (read - added >= 1 && known.charCodeAt(read - added - 1) === code) {
        const stay = kept[added] ?? Number.POSITIVE_INFINITY;
        const end = (inserted[added] ?? Number.POSITIVE_INFINITY) + border;
        nextKept[added] = Math.min(stay, end);
        if (end < stay) flags |= 1;
      }
      if (added > 0) {
        const goOn = inserted[added - 1] ?? Number.POSITIVE_INFINITY;
        const begin = (kept[added - 1] ?? Number.POSITIVE_INFINITY) + 1 + border;
        nextInserted[added] = Math.min(goOn, begin);
        if (goOn <= begin) flags |= 2;
      }
      back[read * width + added] = flags;
    }
    kept = nextKept;
    inserted = nextInserted;
  }
  return readBack(text.length, width, back, (inserted[extra] ?? 0) < (kept[extra] ?? 0));
}

function readBack(length: number, width: number, back: Uint8Array, endsInserted: boolean): Uint8Array {
  const marks = new Uint8Array(length);
  let added = width - 1;
  let isInserted = endsInserted;
  for (let read = length; read > 0; read--) {
    const flags = back[read * width + added] ?? 0;
    if (isInserted) {
      marks[read - 1] = 1;
      isInserted = (flags & 2) !== 0;
      added--;
    } else isInserted = (flags & 1) !== 0;
  }
  return marks;
}
