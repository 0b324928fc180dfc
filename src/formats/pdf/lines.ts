/** From spans to lines of print: what stands on one baseline, cut where a gap is too wide to be a blank. */
import type { Box } from './geometry.ts';
import type { Span } from './spans.ts';

/** Words of a line without a wide gap between them; the cell of a table, or the whole line. */
export interface Fragment extends Box {
  /** From left to right. */
  spans: Span[];
  base: number;
  size: number;
}

export interface PrintLine extends Box {
  fragments: Fragment[];
  base: number;
  size: number;
}

/** A gap this many times the size of the font is wider than any blank between words. */
const wideGap = 1.1;

/** The lines of some spans, from the top down. */
export function printLines(spans: readonly Span[]): PrintLine[] {
  return joinRaised(baselines(spans)).map(lineOf);
}

/** Spans on one baseline. */
interface Baseline {
  base: number;
  size: number;
  spans: Span[];
}

function baselines(spans: readonly Span[]): Baseline[] {
  const lines: Baseline[] = [];
  for (const span of spans.toSorted((a, b) => a.base - b.base || a.left - b.left)) {
    const line = lines.at(-1);
    if (line !== undefined && span.base - line.base <= 0.3 * Math.min(span.size, line.size)) line.spans.push(span);
    else lines.push({ base: span.base, size: span.size, spans: [span] });
  }
  for (const line of lines) {
    const largest = line.spans.reduce((best, span) => (weight(span) > weight(best) ? span : best));
    line.base = largest.base;
    line.size = largest.size;
    line.spans.sort((a, b) => a.left - b.left);
  }
  return lines;
}

/** How much a span says about its line: long words in large print say most. */
function weight(span: Span): number {
  return span.size * 1000 + Math.min(span.text.length, 999);
}

/** Puts small raised or lowered print (marks of notes, exponents) into the line whose words it touches. */
function joinRaised(lines: readonly Baseline[]): Baseline[] {
  const joined: Span[][] = lines.map(() => []);
  lines.forEach((line, index) => {
    for (const span of line.spans) {
      const host = [index - 1, index + 1, index - 2, index + 2].find((at) => {
        const other = lines[at];
        return other !== undefined && isRaisedBeside(span, other);
      });
      joined[host ?? index]?.push(span);
    }
  });
  return lines.map((line, index) => ({ ...line, spans: joined[index] ?? [] })).filter((line) => line.spans.length > 0);
}

function isRaisedBeside(span: Span, line: Baseline): boolean {
  if (span.size > 0.85 * line.size || Math.abs(span.base - line.base) > 0.7 * line.size) return false;
  const near = 0.35 * line.size;
  const after = lastStartingBefore(line.spans, span.left + near);
  if (after !== undefined && Math.abs(span.left - after.right) <= near && after.size > span.size) return true;
  const before = firstStartingAfter(line.spans, span.right - near);
  return before !== undefined && Math.abs(before.left - span.right) <= near && before.size > span.size;
}

function lastStartingBefore(spans: readonly Span[], x: number): Span | undefined {
  return spans[lowerBound(spans, x) - 1];
}

function firstStartingAfter(spans: readonly Span[], x: number): Span | undefined {
  return spans[lowerBound(spans, x)];
}

/** Index of the first span, of spans from left to right, that starts at `x` or later. */
function lowerBound(spans: readonly Span[], x: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.left ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A line with its raised print marked, words printed twice left out, and cut at its wide gaps. */
function lineOf({ base, size, spans }: Baseline): PrintLine {
  const fragments: Fragment[] = [];
  for (const span of spans.toSorted((a, b) => a.left - b.left)) {
    const fragment = fragments.at(-1);
    if (fragment === undefined || span.left - fragment.right > wideGap * Math.max(size, span.size)) {
      fragments.push(fragmentOf([marked(span, base, size)], base, size));
    } else if (!isPrintedTwice(span, fragment.spans)) {
      fragment.spans.push(marked(span, base, size));
      fragment.right = Math.max(fragment.right, span.right);
    }
  }
  return { ...enclosing(fragments), fragments, base, size };
}

/** A fragment of these spans, which stand from left to right. */
export function fragmentOf(spans: Span[], base: number, size: number): Fragment {
  const left = spans[0]?.left ?? 0;
  const right = spans.reduce((most, span) => Math.max(most, span.right), left);
  return { spans, base, size, left, right, top: base - 0.8 * size, bottom: base + 0.2 * size };
}

/** The line that keeps only these fragments of it. */
export function lineWith(line: PrintLine, fragments: Fragment[]): PrintLine {
  return { ...line, ...enclosing(fragments), fragments };
}

/** The box around some boxes. */
export function enclosing(boxes: readonly Box[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { left, top, right, bottom } of boxes) {
    box.left = Math.min(box.left, left);
    box.top = Math.min(box.top, top);
    box.right = Math.max(box.right, right);
    box.bottom = Math.max(box.bottom, bottom);
  }
  return box;
}

function marked(span: Span, base: number, size: number): Span {
  if (span.size > 0.85 * size) return span;
  const raised = base - span.base;
  const vertical = raised > 0.12 * size ? 'superscript' : raised < -0.05 * size ? 'subscript' : null;
  return vertical === null ? span : { ...span, style: { ...span.style, vertical } };
}

/** Bold print is sometimes made by printing the same words twice, a hair apart. */
function isPrintedTwice(span: Span, before: readonly Span[]): boolean {
  const other = before.at(-1);
  return (
    other !== undefined &&
    other.text === span.text &&
    Math.abs(other.left - span.left) < 0.1 * span.size &&
    Math.abs(other.base - span.base) < 0.1 * span.size
  );
}
