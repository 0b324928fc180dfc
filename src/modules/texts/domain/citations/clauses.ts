/**
 * References to clauses of the text itself: "considering d) and e) above", "instructs the Secretary-General 8",
 * "resolves 1 to 13", "under bearing in mind above". In a flattened revision the label may show two ("78").
 */
import { headingIndex, headingsIn, type HeadingIndex } from '../words/headings.ts';
import { found, type CitationContext, type Found, type Scanned } from './scan.ts';

/** Labels as references write them: letters with a bracket, numbers with sub-numbers, roman numbers with a bracket. */
const label =
  /^((?:[a-z]{1,2}|[ivx]{1,5})[ \u00a0]?\)|\d{1,4}(?:\.\d{1,2}){0,2}(?:[ \u00a0]?[a-z]\))?)(?![\d\p{L}/%])/u;
const separator = /^(?:[\s\u00a0]*,[\s\u00a0]*(?:and[\s\u00a0]+)?|[\s\u00a0]+(?:and,?|or|to|–|-)[\s\u00a0]+)/u;
/** What may follow a number that is a label: not a noun that it counts. */
const afterNumber = /^(?:[\s\u00a0]*(?:$|[,;.:)\]])|[\s\u00a0]+(?:above|below|and|or|to|of|in|is|are|shall|hereof)\b)/u;
const pointing = /^[\s\u00a0]+(?:above|below)\b/u;

/** A reference with the heading it names, in lower case. */
export interface ClauseReference extends Found {
  heading: string;
}

/** The references of a line to clauses. */
export function clauseCitations(
  scanned: Scanned,
  { headings, fused }: Pick<CitationContext, 'headings' | 'fused'>,
): ClauseReference[] {
  const { text } = scanned;
  const low = text.toLowerCase().replaceAll('\u00a0', ' ');
  const citations: ClauseReference[] = [];
  const index = indexFor(headings);
  let claimed = 0;
  for (const { heading, at, end } of headingsIn(low, index)) {
    if (at < claimed) continue;
    const made = referencesAt(scanned, at, end, fused);
    const last = made.at(-1);
    if (last === undefined) continue;
    claimed = last.to;
    citations.push(...made.map((one) => ({ ...one, heading })));
  }
  return citations;
}

/** Made once for the headings of a document. */
const indexes = new WeakMap<readonly string[], HeadingIndex>();

function indexFor(headings: readonly string[]): HeadingIndex {
  const made = indexes.get(headings) ?? headingIndex(headings);
  indexes.set(headings, made);
  return made;
}

function referencesAt(scanned: Scanned, start: number, end: number, fused: ReadonlyMap<string, string>): Found[] {
  const { text } = scanned;
  const blank = /^[ \u00a0]+/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  const citations: Found[] = [];
  let at = end + blank;
  while (citations.length < 30) {
    const match = label.exec(text.slice(at, at + 16));
    if (match === null) break;
    const [single, number = ''] = match;
    const pair = sideBySide.exec(text.slice(at, at + 12));
    const whole = pair?.[1] ?? single;
    const to = at + whole.length;
    if (pair === null && /\d$/.test(number) && !afterNumber.test(text.slice(to, to + 12))) break;
    citations.push(
      found(scanned, citations.length === 0 ? start : at, to, {
        kind: 'clause',
        body: null,
        number: pair?.[2] ?? proposedLabel(number.replaceAll(/[ \u00a0]/g, ''), fused),
      }),
    );
    const gap = separator.exec(text.slice(to, to + 12))?.[0];
    if (gap === undefined) break;
    at = to + gap.length;
  }
  if (citations.length === 0 && pointing.test(text.slice(end, end + 8))) {
    return [found(scanned, start, end, { kind: 'clause', body: null, number: '' })];
  }
  return citations;
}

/** "2 1": an old and a new number side by side. */
const sideBySide = /^(\d{1,2}[ \u00a0](\d{1,2}))(?=[ \u00a0](?:to|above|of)\b|[,;.])/u;

/** The new one of two fused labels, where a clause of the document prints just these. */
function proposedLabel(number: string, fused: ReadonlyMap<string, string>): string {
  return fused.get(number) ?? number;
}

/**
 * Labels of a document that hold an old and a new one, with the new one: "78" where no clause 77 stands before it.
 * @param cores the counting parts of all labels, in the order of the document
 */
export function fusedLabels(cores: readonly string[]): Map<string, string> {
  const all = new Set(cores);
  const fused = new Map<string, string>();
  for (const core of all) {
    if (!/^\d{2,4}$/.test(core) || all.has(String(Number(core) - 1)) || Number(core) === cores.length) continue;
    for (let cut = 1; cut < core.length; cut++) {
      const old = Number(core.slice(0, cut));
      const next = Number(core.slice(cut));
      if (core.charAt(cut) !== '0' && old !== next && Math.abs(old - next) <= 4) fused.set(core, String(next));
    }
  }
  return fused;
}
