/**
 * References inside a text follow its renumbering, and are fused like the labels they name: "instructs the
 * Secretary-General 78" where clause 7 became 8. A reference that prints exactly the fused label of such a clause is
 * the same change.
 */
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

/** Renumberings by heading, longest heading first, so that "instructs the Director, in …" is not taken for its start. */
export function renumberingsByHeading(
  all: readonly Renumbering[],
): [heading: string, labels: Map<string, Renumbering>][] {
  const headings = new Map<string, Map<string, Renumbering>>();
  for (const one of all) {
    const known = headings.get(one.heading) ?? new Map<string, Renumbering>();
    known.set(one.core, one);
    headings.set(one.heading, known);
  }
  return [...headings.entries()].sort((left, right) => right[0].length - left[0].length);
}

/** Seams in references of a clause to renumbered clauses. */
export function referenceSeams(text: string, headings: ReturnType<typeof renumberingsByHeading>): Seam[] {
  const seams: Seam[] = [];
  if (headings.length === 0 || !/[\da-z]\)?/.test(text)) return seams;
  const low = text.toLowerCase().replaceAll('\u00a0', ' ');
  for (const [heading, labels] of headings) {
    let at = low.indexOf(`${heading} `);
    while (at >= 0) {
      const from = at + heading.length + 1;
      const core = /^(?:\d{2,6}|[a-z]{2}(?=\)))/.exec(low.slice(from, from + 12))?.[0];
      const label = core === undefined ? undefined : labels.get(core);
      if (label !== undefined) seams.push(seamOf(label, from));
      at = low.indexOf(`${heading} `, from);
    }
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
