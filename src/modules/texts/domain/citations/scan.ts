/** What every finder of citations is given and gives. */
import { fold } from '#formats/document/index.ts';
import type { Citation } from '#kernel/reading/index.ts';
import type { Evidence } from '../flattened/evidence.ts';

export interface Scanned {
  line: number;
  text: string;
}

/** What the whole document says about its citations. */
export interface CitationContext {
  evidence: Evidence;
  /** The body that speaks in the document's texts. */
  speaker: string | null;
  /** Headings of its sections in lower case, longest first. */
  headings: readonly string[];
  /** Fused labels of its clauses, with the new label of each. */
  fused: ReadonlyMap<string, string>;
}

/** A citation with its place in the line. */
export interface Found {
  from: number;
  to: number;
  citation: Citation;
}

/** Makes a citation of a stretch of a line. */
export function found(
  { line, text }: Scanned,
  from: number,
  to: number,
  what: Pick<Citation, 'kind' | 'body' | 'number'> & Partial<Pick<Citation, 'revision' | 'superseded'>>,
): Found {
  const printed = text.slice(from, to);
  const start = from + (printed.length - printed.trimStart().length);
  return {
    from: start,
    to,
    citation: {
      line,
      text: fold(printed),
      kind: what.kind,
      body: what.body,
      number: what.number,
      revision: what.revision ?? null,
      superseded: what.superseded ?? null,
    },
  };
}

/** Separators of a list: ",", "and", ", and", "or", "&", and those of a range, whose ends alone are cited: "to", "–". */
export const listSeparator =
  /^(?:[–‑-]|(?:[\s\u00a0]*,)?[\s\u00a0]*(?:(?:and|or|to|as well as)[\s\u00a0]+|&[\s\u00a0]*|,[\s\u00a0]*)?)/u;

/** Reads a list of items that share one head: their places, from `at` on. Stops before what is no item. */
export function itemsFrom(
  text: string,
  at: number,
  item: RegExp,
  most = 60,
): { from: number; to: number; core: string }[] {
  const items: { from: number; to: number; core: string }[] = [];
  let from = at;
  while (items.length < most) {
    const match = item.exec(text.slice(from, from + 80));
    if (match === null) break;
    const to = from + match[0].length;
    items.push({ from, to, core: match[1] ?? match[0] });
    const gap = listSeparator.exec(text.slice(to, to + 20))?.[0] ?? '';
    if (gap.trim() === '') break;
    from = to + gap.length;
  }
  return items;
}
