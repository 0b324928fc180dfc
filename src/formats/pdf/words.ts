/** From spans of a line to runs in reading order, with the blanks between words. */
import { plainRun, type Run } from '../document/index.ts';
import type { Span } from './spans.ts';

const rightToLeftLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;
const otherLetters = /[^\P{L}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;
/** A gap this many times the size of the font parts two words. */
const wordGap = 0.13;

/** Whether most letters of some texts are written from right to left (Arabic, Hebrew, …). */
export function isRightToLeft(texts: readonly string[]): boolean {
  return texts.reduce((sum, text) => sum + direction(text), 0) < 0;
}

/** Left-to-right letters less right-to-left ones. */
function direction(text: string): number {
  return (text.match(otherLetters)?.length ?? 0) - (text.match(rightToLeftLetters)?.length ?? 0);
}

/** The words of spans that stand from left to right. */
export function textIn(spans: readonly Span[]): string {
  return runsOf(spans, isRightToLeft(spans.map((span) => span.text)))
    .map((run) => run.text)
    .join('');
}

/** The runs of spans that stand from left to right; neighbours that look alike become one. */
export function runsOf(spans: readonly Span[], rightToLeft: boolean): Run[] {
  const runs: Run[] = [];
  let before: Span | null = null;
  for (const span of inReadingOrder(spans, rightToLeft)) {
    appendWords(runs, span, before !== null && hasBlank(before, span) ? ' ' : '');
    before = span;
  }
  return rightToLeft ? withUprightBrackets(runs) : runs;
}

const mirrored: ReadonlyMap<string, string> = new Map(
  Array.from('()[]{}', (bracket, at) => [bracket, ')(][}{'.charAt(at)]),
);

/**
 * From right to left brackets are printed by the mirrored sign, and files differ in which of the two they name: where
 * brackets close before they open and it is the other way round for the mirrored ones, those are meant.
 */
function withUprightBrackets(runs: Run[]): Run[] {
  const text = runs.map((run) => run.text).join('');
  if (areBalanced(text) || !areBalanced(mirror(text))) return runs;
  return runs.map((run) => ({ ...run, text: mirror(run.text) }));
}

function mirror(text: string): string {
  return text.replace(/[()[\]{}]/gu, (bracket) => mirrored.get(bracket) ?? bracket);
}

function areBalanced(text: string): boolean {
  const open: string[] = [];
  for (const bracket of text.match(/[()[\]{}]/gu) ?? []) {
    if ('([{'.includes(bracket)) open.push(bracket);
    else if (open.pop() !== mirrored.get(bracket)) return false;
  }
  return open.length === 0;
}

function appendWords(runs: Run[], span: Span, blank: string): void {
  const last = runs.at(-1);
  const note = span.note === null ? null : ({ kind: 'footnote', id: span.note } as const);
  const next: Run = { ...plainRun(span.text), style: span.style, link: span.link, control: span.control, note };
  if (last !== undefined && belongTogether(last, next)) {
    last.text += blank + span.text;
    return;
  }
  if (blank !== '' && last !== undefined) {
    // A blank is part of neither a link, nor the mark of a note, nor the value of a field.
    if (isPlain(last)) last.text += blank;
    else if (isPlain(next)) next.text = blank + next.text;
    else runs.push(plainRun(blank));
  }
  runs.push(next);
}

function isPlain(run: Run): boolean {
  return run.link === null && run.control === null && run.style.vertical === null;
}

function belongTogether(a: Run, b: Run): boolean {
  return (
    a.note === null &&
    b.note === null &&
    a.link === b.link &&
    a.control === b.control &&
    a.style.bold === b.style.bold &&
    a.style.italic === b.style.italic &&
    a.style.vertical === b.style.vertical
  );
}

function hasBlank(before: Span, after: Span): boolean {
  if (/\s$/u.test(before.text) || /^\s/u.test(after.text)) return false;
  const gap = Math.max(after.left - before.right, before.left - after.right);
  if (gap > wordGap * Math.max(before.size, after.size)) return true;
  const [first, second] = before.order <= after.order ? [before, after] : [after, before];
  return first.blankAfter && second.order - first.order < 2;
}

/**
 * Each span is in logical order by itself. Among spans, those of the line's own direction follow that direction, and
 * neighbours of the other direction keep theirs (a simple form of the Unicode bidirectional algorithm). A sign that
 * touches such neighbours on both sides belongs to them: "WRC-12" in an Arabic line.
 */
function inReadingOrder(spans: readonly Span[], rightToLeft: boolean): Span[] {
  const ordered = rightToLeft ? spans.toReversed() : [...spans];
  const parts = ordered.map((span) => (rightToLeft ? isLeftToRightPart(span.text) : direction(span.text) < 0));
  const isAgainst = (at: number): boolean => {
    const [before, span, after] = [ordered[at - 1], ordered[at], ordered[at + 1]];
    if (parts[at] === true || span === undefined) return parts[at] === true;
    if (!isSign(span.text) || before === undefined || after === undefined) return false;
    const joined = parts[at - 1] === true && parts[at + 1] === true;
    return joined && !hasBlank(before, span) && !hasBlank(span, after);
  };
  const result: Span[] = [];
  for (let at = 0; at < ordered.length;) {
    let end = at;
    while (end < ordered.length && isAgainst(end)) end++;
    if (end > at + 1) result.push(...ordered.slice(at, end).reverse());
    else result.push(...ordered.slice(at, at + 1));
    at = Math.max(end, at + 1);
  }
  return result;
}

/** Latin words and numbers, which run from left to right also in a line from right to left. */
function isLeftToRightPart(text: string): boolean {
  return direction(text) > 0 || (direction(text) === 0 && /\d/u.test(text));
}

/** Words without letters and numbers. */
function isSign(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
