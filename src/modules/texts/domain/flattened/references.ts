/**
 * References inside a text follow its renumbering, and are fused like the labels they name: "instructs the
 * Secretary-General 78" where clause 7 became 8. A reference that prints exactly the fused label of such a clause is
 * the same change.
 */
import { headingIndex, headingsIn, type HeadingIndex } from '../words/headings.ts';
import { replaced, type Seam } from './seams.ts';

/** A clause whose label changed, by the heading it stands under. */
export interface Renumbering {
  /** Heading in lower case, white space folded. */
  heading: string;
  /** The counting part as printed, and in each text. */
  core: string;
  before: string;
  after: string;
}

/** Renumberings by heading and printed label, with the index that finds the headings. */
export interface Renumberings {
  index: HeadingIndex;
  labels: ReadonlyMap<string, ReadonlyMap<string, Renumbering>>;
}

/** Renumberings in the order that {@link referenceSeams} needs them. */
export function renumberingsByHeading(all: readonly Renumbering[]): Renumberings {
  const headings = new Map<string, Map<string, Renumbering>>();
  for (const one of all) {
    const known = headings.get(one.heading) ?? new Map<string, Renumbering>();
    known.set(one.core, one);
    headings.set(one.heading, known);
  }
  return { index: headingIndex(headings.keys()), labels: headings };
}

/** Seams in references of a clause to renumbered clauses. */
export function referenceSeams(text: string, { index, labels }: Renumberings): Seam[] {
  if (labels.size === 0) return [];
  const seams: Seam[] = [];
  const low = text.toLowerCase().replaceAll('\u00a0', ' ');
  // Most clauses hold nothing that could be a fused label.
  if (!/ (?:\d\d|[a-z]{2}\))/.test(low)) return seams;
  for (const { heading, end } of headingsIn(low, index)) {
    const core = /^ (\d{2,6}|[a-z]{2}(?=\)))/.exec(low.slice(end, end + 12))?.[1];
    const label = core === undefined ? undefined : labels.get(heading)?.get(core);
    if (label !== undefined) seams.push(seamOf(label, end + 1));
  }
  return seams;
}

function seamOf({ core, before, after, heading }: Renumbering, from: number): Seam {
  const firstIsOld = core === before + after;
  const cut = from + (firstIsOld ? before.length : after.length);
  const first = [from, cut] as const;
  const second = [cut, from + core.length] as const;
  const evidence = `${heading} ${before} became ${after}`;
  return firstIsOld ? replaced(first, second, 'sure', evidence) : replaced(second, first, 'sure', evidence);
}
