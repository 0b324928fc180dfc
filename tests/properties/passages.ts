/** Taking words out of requests and candidates, to see what a score rests on. */
import type { Field, Part, Passage } from '#modules/missions/index.ts';

/** All passages of one side that a part quotes. */
export const quotedIn = (part: Part, side: 'need' | 'candidate'): Passage[] =>
  part.reasons.flatMap((reason) => reason[side]);

/** The same fields with some words taken out; signs stand in their place, so that no new words come together. */
export function without(fields: readonly Field[], taken: (field: Field, from: number, to: number) => boolean): Field[] {
  return fields.map((field) => ({
    ...field,
    text: field.text.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word: string, at: number) =>
      taken(field, at, at + word.length) ? '·'.repeat(word.length) : word,
    ),
  }));
}

export const touches =
  (passages: readonly Passage[]) =>
  ({ key }: Field, from: number, to: number): boolean =>
    passages.some((one) => one.field === key && one.from < to && from < one.to);

export const given = (part: Part): number => part.reasons.reduce((sum, { points }) => sum + points, 0);
