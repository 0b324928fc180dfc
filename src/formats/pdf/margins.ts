/** Headers, footers and page numbers: lines at the edges of pages that come back on most of them. */
import { fold } from '../document/index.ts';
import { printLines, type PrintLine } from './lines.ts';
import type { PageContent } from './page.ts';
import type { Span } from './spans.ts';
import { textIn } from './words.ts';

export interface Margin {
  kind: 'header' | 'footer';
  line: PrintLine;
  text: string;
}

/** Of the height of the page: the outermost line of a header or footer, and all of it, stand no deeper than this. */
const outerZone = 0.1;
const deepestZone = 0.2;
/** Lines of a header stand at most this many times the size of their font apart. */
const closest = 2.2;
/** Lines looked at from each edge. */
const mostLines = 6;
/** Larger print than this times the usual size is a title, also where it comes back on each page. */
const largestPrint = 1.15;
/** On how many of the pages a line must stand: headers of odd and even pages differ, first pages have none. */
const mostPages = 0.4;
/** On how many of the pages there may be other words where a header stands, before it is taken for a title. */
const exceptions = 0.2;

/** A line near an edge of a page. */
interface EdgeLine {
  page: number;
  side: 'top' | 'bottom';
  /** 0 for the outermost. */
  order: number;
  distance: number;
  text: string;
  /** The same for lines as far from the same edge of other pages. */
  place: string;
  /** Place and words, numbers aside. */
  key: string;
  line: PrintLine;
}

/**
 * Takes headers, footers and watermarks off the pages; each is given once, as on its first page. A title that comes
 * back on many pages stands where other pages have their text, or is printed large: it stays.
 */
export function takeMargins(pages: PageContent[]): Margin[] {
  const margins = new Map<string, Margin>();
  const taken = new Set<string>();
  const edges = pages.map(edgeLinesOf);
  const isMargin = marginTest(pages, edges);
  for (const edge of edges) {
    for (const lines of [edge.top, edge.bottom]) {
      for (const line of marginOf(lines, isMargin)) {
        for (const span of spansOf(line.line)) taken.add(placeOf(span, line.page));
        const kind = line.side === 'top' ? 'header' : 'footer';
        if (!margins.has(line.key)) margins.set(line.key, { kind, line: line.line, text: line.text });
      }
    }
  }
  for (const page of pages) page.spans = page.spans.filter((span) => !taken.has(placeOf(span, page.number)));
  for (const watermark of takeWatermarks(pages)) margins.set(`turned ${watermark.text}`, watermark);
  return [...margins.values()];
}

/** The lines from the edge inwards that belong to the margin and stand close together. */
function marginOf(lines: readonly EdgeLine[], isMargin: (line: EdgeLine) => boolean): EdgeLine[] {
  const end = lines.findIndex((line, index) => {
    const before = lines[index - 1];
    const isApart = before !== undefined && line.distance - before.distance > closest * line.line.size;
    return isApart || !isMargin(line);
  });
  return end === -1 ? [...lines] : lines.slice(0, end);
}

interface Edges {
  top: EdgeLine[];
  bottom: EdgeLine[];
}

function edgeLinesOf(page: PageContent): Edges {
  const lines = printLines(page.spans);
  const edge = (side: 'top' | 'bottom', line: PrintLine, order: number): EdgeLine => {
    const distance = side === 'top' ? line.base - page.box.top : page.box.bottom - line.base;
    const text = textOfLine(line);
    const place = `${side} ${Math.round(distance / 4)}`;
    return { page: page.number, side, order, distance, text, line, place, key: `${place} ${withoutNumbers(text)}` };
  };
  const height = page.box.bottom - page.box.top;
  const top = lines.slice(0, mostLines).map((line, index) => edge('top', line, index));
  const bottom = lines
    .slice(-mostLines)
    .reverse()
    .map((line, index) => edge('bottom', line, index));
  const near = (lines: readonly EdgeLine[]): EdgeLine[] =>
    (lines[0]?.distance ?? Infinity) <= outerZone * height
      ? lines.filter((line) => line.distance <= deepestZone * height)
      : [];
  return { top: near(top), bottom: near(bottom) };
}

/** "Page 3 of 12" and "Page 4 of 12" are the same line, and so are "iii" and "iv". */
function withoutNumbers(text: string): string {
  return /^[ivxlc]+$/iu.test(text) ? '#' : text.replace(/\d+/gu, '#');
}

function marginTest(pages: readonly PageContent[], edges: readonly Edges[]): (line: EdgeLine) => boolean {
  const all = edges.flatMap(({ top, bottom }) => [...top, ...bottom]);
  const repeated = repeatedKeys(all, pages.length);
  const usual = usualSize(pages);
  const trusted = artifactShare(pages) < 0.3;
  return ({ line, key, text }) => {
    if (line.size > largestPrint * usual) return false;
    return repeated.has(key) || isPageNumber(text) || (trusted && spansOf(line).every((span) => span.artifact));
  };
}

/**
 * Keys of lines that come back at a place where most pages have such a line (not all the same: chapters have their own
 * headers), and where the other pages have no text of their own.
 */
function repeatedKeys(lines: readonly EdgeLine[], pages: number): Set<string> {
  const needed = pages < 2 ? Infinity : Math.max(2, Math.ceil(mostPages * pages));
  const onPages = pagesBy(lines, (line) => line.key);
  const again = lines.filter(({ key }) => (onPages.get(key)?.size ?? 0) > 1);
  const atPlace = pagesBy(again, (line) => line.place);
  const candidates = again.filter(({ place }) => (atPlace.get(place)?.size ?? 0) >= needed);
  const keys = new Set(candidates.map(({ key }) => key));
  const own = { top: new Map<number, number>(), bottom: new Map<number, number>() };
  for (const { key, side, page, distance } of lines) {
    if (!keys.has(key)) own[side].set(page, Math.min(own[side].get(page) ?? Infinity, distance));
  }
  const kept = new Set<string>();
  for (const { key, side, distance } of candidates) {
    if (kept.has(key)) continue;
    const others = [...own[side].values()].filter((depth) => depth <= distance + 2).length;
    if (others <= exceptions * pages) kept.add(key);
  }
  return kept;
}

function pagesBy(lines: readonly EdgeLine[], by: (line: EdgeLine) => string): Map<string, Set<number>> {
  const pages = new Map<string, Set<number>>();
  for (const line of lines) pages.set(by(line), (pages.get(by(line)) ?? new Set()).add(line.page));
  return pages;
}

/** "Page 3 of 12", "3/12", "- 3 -": nothing else can be meant, even on a single page. */
function isPageNumber(text: string): boolean {
  return /^(?:page )?\d{1,4} ?(?:of|\/) ?\d{1,4}$|^page \d{1,4}$|^[-–—] ?\d{1,4} ?[-–—]$/iu.test(text);
}

/** The size in which most characters of some pages are printed. */
export function usualSize(pages: readonly PageContent[]): number {
  const characters = new Map<number, number>();
  for (const { spans } of pages) {
    for (const { size, text } of spans) {
      const rounded = Math.round(size * 2) / 2;
      characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
    }
  }
  return [...characters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** Files that call most of their words artifacts know nothing of headers. */
function artifactShare(pages: readonly PageContent[]): number {
  let [artifacts, all] = [0, 0];
  for (const { spans } of pages) {
    for (const { artifact, text } of spans) {
      all += text.length;
      if (artifact) artifacts += text.length;
    }
  }
  return all === 0 ? 0 : artifacts / all;
}

/** Words set askew or upwards that come back on most pages ("DRAFT"). */
function takeWatermarks(pages: readonly PageContent[]): Margin[] {
  const needed = Math.max(2, Math.ceil(mostPages * pages.length));
  const found = new Map<string, { pages: Set<number>; line: PrintLine }>();
  for (const page of pages) {
    for (const spans of page.turned) {
      for (const line of printLines(spans)) {
        const text = textOfLine(line);
        const entry = found.get(text) ?? { pages: new Set<number>(), line };
        entry.pages.add(page.number);
        found.set(text, entry);
      }
    }
  }
  const marks = [...found].filter(([, entry]) => entry.pages.size >= needed);
  const places = new Set(marks.flatMap(([, { line }]) => spansOf(line).map((span) => span.text)));
  for (const page of pages) {
    page.turned = page.turned.map((spans) => spans.filter((span) => !places.has(span.text)));
  }
  return marks.map(([text, { line }]) => ({ kind: 'header', line, text }));
}

function spansOf(line: PrintLine): Span[] {
  return line.fragments.flatMap((fragment) => fragment.spans);
}

function textOfLine(line: PrintLine): string {
  return fold(line.fragments.map(({ spans }) => textIn(spans)).join(' '));
}

function placeOf(span: Span, page: number): string {
  return `${page} ${span.left} ${span.base} ${span.text}`;
}
