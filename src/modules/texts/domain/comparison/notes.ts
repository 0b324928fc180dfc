/** Footnotes of two texts: which note is which, and what of its words changed. */
import type { Footnote } from '#kernel/reading/index.ts';
import type { ComparedNote } from './comparison.ts';
import { keyOf, vocabularyOf } from './likeness.ts';
import { pairAlike, pairEqual, gapsBetween, type Pair } from './sequence.ts';
import { wordChanges } from './word-changes.ts';

/** Notes are few and stand in order: two in the same place are one when they share at least so much. */
const alike = 0.4;

/** The words of a note without its mark, which copies often repeat at their start. */
export function noteWords(note: Footnote): string {
  const { mark, text } = note;
  return mark !== '' && text.startsWith(`${mark} `) ? text.slice(mark.length + 1).trimStart() : text;
}

/** Every note of both texts once: in the order of the later text, deleted ones behind those they followed. */
export function comparedNotes(from: readonly Footnote[], to: readonly Footnote[]): ComparedNote[] {
  const one = from.map(noteWords);
  const other = to.map(noteWords);
  const compared: ComparedNote[] = [];
  const pairs = notePairs(one, other);
  let at: Pair = [0, 0];
  for (const [fromEnd, toEnd] of [...pairs, [one.length, other.length] satisfies Pair]) {
    for (let index = at[0]; index < fromEnd; index++) compared.push(comparedNote(from[index], undefined, index, null));
    for (let index = at[1]; index < toEnd; index++) compared.push(comparedNote(undefined, to[index], null, index));
    if (fromEnd < one.length) compared.push(comparedNote(from[fromEnd], to[toEnd], fromEnd, toEnd));
    at = [fromEnd + 1, toEnd + 1];
  }
  return compared;
}

function notePairs(from: readonly string[], to: readonly string[]): Pair[] {
  const vocabulary = vocabularyOf(from, to);
  const equal = pairEqual(from.map(keyOf), to.map(keyOf));
  const alikeInGaps = gapsBetween(from, to, equal).flatMap((gap) => {
    const one = gap.from.map((words) => vocabulary.bagOf([words]));
    const other = gap.to.map((words) => vocabulary.bagOf([words]));
    const found = pairAlike(one.length, other.length, (row, column) => {
      const [bag, there] = [one[row], other[column]];
      return bag === undefined || there === undefined ? 0 : vocabulary.likeness(bag, there) - alike;
    });
    return found.map(([row, column]): Pair => [row + gap.at[0], column + gap.at[1]]);
  });
  return [...equal, ...alikeInGaps].sort((one, other) => one[0] - other[0]);
}

function comparedNote(
  one: Footnote | undefined,
  other: Footnote | undefined,
  from: number | null,
  to: number | null,
): ComparedNote {
  const before = one === undefined ? null : noteWords(one);
  const after = other === undefined ? null : noteWords(other);
  const both = before !== null && after !== null;
  return {
    status: both ? (before === after ? 'kept' : 'changed') : before === null ? 'inserted' : 'deleted',
    mark: { before: one?.mark ?? null, after: other?.mark ?? null },
    from,
    to,
    before,
    after,
    runs: wordChanges(before ?? '', after ?? ''),
  };
}
