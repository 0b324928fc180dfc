/** Footnotes: small print at the foot of a page whose marks stand raised in the text above. */
import { printLines, type PrintLine } from './lines.ts';
import { usualSize } from './margins.ts';
import type { PageContent } from './page.ts';
import type { Span } from './spans.ts';

export interface PageNote {
  /** Unlike any other in the document. */
  id: string;
  /** As printed. */
  mark: string;
  /** The words of its lines, without the mark. */
  lines: Span[][];
  page: number;
}

/** Footnotes are printed at most this large, of the usual size; below a line across the page they may be larger. */
const largestPrint = 0.95;
/** The line above footnotes is at most this long, of the width of the page. */
const longestRule = 0.6;
const mark = /^(?:\d{1,3}|[*†‡§]{1,3}|[a-z])$/u;

/**
 * Takes the footnotes off a page and ties them to their marks. Small print that no mark in the text leads to stays in
 * the text, where it can be read but does not claim to be a note.
 */
export function takeNotes(page: PageContent): PageNote[] {
  const lines = printLines(page.spans);
  const start = firstNoteLine(page, lines);
  if (start === null) return [];
  const marks = raisedMarks(lines);
  const notes: PageNote[] = [];
  const ids = new Map<string, string>();
  for (const line of lines.slice(start)) {
    const opening = openingOf(line);
    const raised = opening === null ? undefined : marks.get(opening.mark);
    if (opening !== null && raised !== undefined && raised.line < start && !ids.has(placeOf(raised.span))) {
      const id = `${page.number}-${opening.mark}`;
      ids.set(placeOf(raised.span), id);
      notes.push({ id, mark: opening.mark, lines: [opening.rest], page: page.number });
    } else notes.at(-1)?.lines.push(spansOf(line));
  }
  const taken = new Set(lines.slice(start).flatMap((line) => spansOf(line).map(placeOf)));
  page.spans = page.spans
    .filter((span) => !taken.has(placeOf(span)))
    .map((span) => ({ ...span, note: ids.get(placeOf(span)) ?? span.note }));
  return notes;
}

/** Index of the line with which the notes begin; all lines from there to the foot of the page are theirs. */
function firstNoteLine(page: PageContent, lines: readonly PrintLine[]): number | null {
  const usual = usualSize([page]);
  const ruled = lines.findIndex((line, index) => index > 0 && hasRuleAbove(page, line, lines[index - 1]));
  const marks = raisedMarks(lines);
  let start: number | null = null;
  for (let index = lines.length - 1; index > 0; index--) {
    const line = lines[index];
    const isBelowRule = ruled !== -1 && index >= ruled;
    if (line === undefined || (!isBelowRule && line.size > largestPrint * usual)) break;
    const opening = openingOf(line);
    if (opening !== null && (marks.get(opening.mark)?.line ?? Infinity) < index) start = index;
  }
  return start;
}

function hasRuleAbove(page: PageContent, line: PrintLine, before: PrintLine | undefined): boolean {
  const longest = longestRule * (page.box.right - page.box.left);
  return page.rules.horizontal.some(
    ({ at, from, to }) =>
      before !== undefined &&
      at > before.base &&
      at < line.base - 0.5 * line.size &&
      to - from < longest &&
      Math.abs(from - line.left) < 2 * line.size,
  );
}

/** The first raised mark of each kind, and the index of its line. */
function raisedMarks(lines: readonly PrintLine[]): Map<string, { span: Span; line: number }> {
  const marks = new Map<string, { span: Span; line: number }>();
  lines.forEach((line, index) => {
    for (const span of spansOf(line)) {
      const text = span.text.trim();
      if (span.style.vertical === 'superscript' && mark.test(text) && !marks.has(text))
        marks.set(text, { span, line: index });
    }
  });
  return marks;
}

/** The mark that a line begins with, raised or followed by a blank, and the words after it. */
function openingOf(line: PrintLine): { mark: string; rest: Span[] } | null {
  const [first, ...rest] = spansOf(line);
  if (first === undefined) return null;
  const own = first.text.trim();
  if (mark.test(own) && rest.length > 0) return { mark: own, rest };
  const [, opening = '', words = ''] = /^(\d{1,3}|[*†‡§]{1,3}) +(.*)$/u.exec(first.text) ?? [];
  return words === '' ? null : { mark: opening, rest: [{ ...first, text: words }, ...rest] };
}

function spansOf(line: PrintLine): Span[] {
  return line.fragments.flatMap((fragment) => fragment.spans);
}

/** Lines hold copies of the spans whose print is raised: the same span is where the same words stand. */
function placeOf(span: Span): string {
  return `${span.left} ${span.base} ${span.text}`;
}
