/** Which lines answer which question, and which are the form's own words. */
import type { Form, FormItem } from '../../form.ts';
import { blankSentence, headLabels, headOf, instructions } from '../names.ts';
import type { ReadLines } from './lines.ts';
import type { AskedHere } from './questions.ts';
import { tokensOf } from './similar.ts';

/** Places the words that the form itself prints, its questions aside. @returns headings, which end an answer */
export function placeOwnWords(form: Form, read: ReadLines, free: (index: number) => boolean): Set<number> {
  const headings = new Set<number>();
  const own: { text: string; heading: boolean }[] = [
    { text: form.title, heading: false },
    { text: instructions[form.kind], heading: false },
    ...form.items.flatMap(({ part, hint, blankMeans }) => [
      ...(part === null ? [] : [{ text: part, heading: true }]),
      ...(hint === null || hint === '' ? [] : [{ text: hint, heading: false }]),
      ...(blankMeans === null || blankMeans === '' ? [] : [{ text: blankSentence(blankMeans), heading: false }]),
    ]),
  ];
  for (const { text, heading } of own) {
    // A part that is numbered like a question: its words without the number.
    const words = tokensOf(text.replace(/^\(?\w{1,3}[.)]\s+/u, ''));
    const matches = read.lines.flatMap((_, index) => {
      const match = free(index) && !read.isPlaced(index) ? read.match(index, words, free) : null;
      const fits = match !== null && match.inline === null && match.like >= (words.length <= 3 ? 0.99 : 0.9);
      return fits ? [match] : [];
    });
    // The line before, taken together with the words, is nearly as like.
    const most = Math.max(0, ...matches.map(({ like }) => like));
    for (const match of matches.filter(({ like }) => like === most)) {
      for (let at = match.first; at <= match.last; at++) read.place(at);
      if (heading) headings.add(match.first);
    }
  }
  return headings;
}

/** Labels of the head, where their values stand in controls. */
export function placeHeadLabels(form: Form, read: ReadLines, free: (index: number) => boolean): void {
  const labels = headOf[form.kind].map((field) => headLabels[field].toLowerCase());
  read.lines.forEach(({ words }, index) => {
    if (free(index) && labels.includes(words.toLowerCase().replace(/\s*:$/u, ''))) read.place(index);
  });
}

export interface Region {
  item: FormItem;
  asked: AskedHere;
  /** Indices of the lines that nobody else has, in order. */
  lines: number[];
}

/** What stands below each question, up to the next one or the next heading. */
export function regionsOf(
  form: Form,
  read: ReadLines,
  found: readonly AskedHere[],
  headings: ReadonlySet<number>,
  free: (index: number) => boolean,
): Map<string, Region> {
  const stops = [...found.map(({ first }) => first), ...headings].sort((a, b) => a - b);
  const regions = new Map<string, Region>();
  for (const asked of found) {
    const item = form.items.find(({ key }) => key === asked.key);
    if (item === undefined) continue;
    const stop = stops.find((index) => index > asked.last) ?? read.lines.length;
    const lines: number[] = [];
    for (let index = asked.last + 1; index < stop; index++) {
      if (free(index) && !read.isPlaced(index) && read.at(index)?.inked === true) lines.push(index);
    }
    regions.set(asked.key, { item, asked, lines });
  }
  return regions;
}
