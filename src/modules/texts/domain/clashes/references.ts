/**
 * References of a text to its own clauses ("considering c)", "resolves 2.1"). A label that only follows a renumbering is
 * no change, so labels of references are compared by the clause that they mean.
 */
import { headingIndex, headingsIn, type HeadingIndex } from '../words/headings.ts';
import type { Stretch } from './wording.ts';

/** The label of a reference: where it stands in the words and whose label it is. */
export interface Reference {
  from: number;
  to: number;
  heading: string;
  label: string;
}

/** Which clause a text means by a heading and a label. */
export type Targets = ReadonlyMap<string, string>;

const label =
  /(?:\p{L}{1,2}|\d{1,3}(?:\.\d{1,3}){0,3})[ \u00a0]?(?:bis|ter|quater)?[ \u00a0]?\)|\d{1,3}(?:\.\d{1,3}){0,3}(?![\d\p{L}/%)])/uy;
const between = /[ \u00a0]?(?:,[ \u00a0]?|[ \u00a0](?:and|or|to)[ \u00a0]|[-–][ \u00a0]?)/uy;
/** A number that counts something is no label. */
const counted = /[ \u00a0]\p{L}/uy;
const afterLabel = /[ \u00a0](?:above|below|and|or|to|of|in|is|are|shall|hereof|by|as|that|which)(?!\p{L})/uy;

/** Finds references to clauses under headings of one text. */
export function referenceFinder(headings: Iterable<string>): (words: string) => Reference[] {
  const index: HeadingIndex = headingIndex([...headings].map((heading) => heading.toLowerCase()));
  return (words) => {
    const low = words.toLowerCase().replaceAll('\u00a0', ' ');
    if (low.length !== words.length) return [];
    const found: Reference[] = [];
    let after = 0;
    for (const { heading, at, end } of headingsIn(low, index)) {
      if (at < after || low.charAt(end) !== ' ') continue;
      const labels = labelsAt(words, end + 1);
      found.push(...labels.map(({ from, to }) => ({ from, to, heading, label: coreOf(words.slice(from, to)) })));
      after = labels.at(-1)?.to ?? after;
    }
    return found;
  };
}

function labelsAt(words: string, start: number): { from: number; to: number }[] {
  const labels: { from: number; to: number }[] = [];
  for (let at = start; labels.length < 30;) {
    const printed = matchAt(label, words, at);
    if (printed === null) break;
    const to = at + printed.length;
    const isCount =
      !printed.endsWith(')') && matchAt(counted, words, to) !== null && matchAt(afterLabel, words, to) === null;
    if (isCount) break;
    labels.push({ from: at, to });
    const gap = matchAt(between, words, to);
    if (gap === null) break;
    at = to + gap.length;
  }
  return labels;
}

function matchAt(pattern: RegExp, words: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(words)?.[0] ?? null;
}

/** "c)", "(c)" and "c" are the same label. */
export function coreOf(label: string): string {
  return label
    .toLowerCase()
    .replace(/[()\s\u00a0]/gu, '')
    .replace(/\.$/, '');
}

/** What {@link Targets} are asked by. */
export const targetKey = (heading: string, label: string): string => `${heading.toLowerCase()}\n${coreOf(label)}`;

/** The references of the base words as stretches that are compared by what they mean. */
export function stretchesInBase(references: readonly Reference[], targets: Targets): Stretch[] {
  return references.map(({ from, to, heading, label }) => {
    const target = targets.get(targetKey(heading, label)) ?? null;
    return { from, to, key: target === null ? `→ ${heading} ${label}` : `→${target}`, target };
  });
}

/**
 * The references of changed words. Where all labels are those of the base words nothing was changed, even where other
 * clauses bear these labels now; otherwise each means the clause that bears it in the changed text.
 */
export function stretchesInVersion(
  references: readonly Reference[],
  targets: Targets,
  base: { references: readonly Reference[]; stretches: readonly Stretch[] },
): Stretch[] {
  const untouched =
    references.length === base.references.length &&
    references.every(({ heading, label }, index) => {
      const other = base.references[index];
      return other?.heading === heading && other.label === label;
    });
  if (!untouched) return stretchesInBase(references, targets);
  return references.map(({ from, to }, index) => ({
    from,
    to,
    key: base.stretches[index]?.key ?? '',
    target: base.stretches[index]?.target ?? null,
  }));
}
