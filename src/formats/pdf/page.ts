/** One page of the file as spans, lines and annotations, before anything is made of them. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { PDFOperatorList, TextItem, TextMarkedContent, TextStyle } from 'pdfjs-dist/types/src/display/api.d.ts';
import { lookOf, type FontLook } from './characters.ts';
import { boxOf, identity, matrixOf, multiply, turned, type Box, type Matrix } from './geometry.ts';
import { rulesOf, type Operators, type Rules } from './rules.ts';
import { directionsOf, type Span, type TextOfPage } from './spans.ts';

export interface PageContent {
  /** 1-based. */
  number: number;
  box: Box;
  /** Words that run as most of the page does. */
  spans: Span[];
  /** Words that run otherwise (notes up the side, watermarks), each direction in its own coordinates. */
  turned: Span[][];
  rules: Rules;
  /** From the coordinates of the file to those of `box`, `spans` and `rules`. */
  toPage: Matrix;
  /** Annotations as pdfjs gives them. */
  annotations: readonly unknown[];
}

/** What reading a page needs beside the page. */
export interface PageReading {
  /** Waits, but not too long; throws when the time is over. */
  wait: <T>(work: Promise<T>) => Promise<T>;
  /** Called with the number of characters as they arrive; throws when there are too many. */
  count: (characters: number) => void;
  /** The drawing operators of a page; `null` where they are left out. */
  drawing: ((page: PDFPageProxy) => Promise<PDFOperatorList | null>) | null;
  operators: Operators;
}

export async function readPage(
  document: PDFDocumentProxy,
  number: number,
  { wait, count, drawing, operators }: PageReading,
): Promise<PageContent> {
  const page = await wait(document.getPage(number));
  const text = await readText(page, wait, count);
  const list = drawing === null ? null : await drawing(page);
  const annotations: unknown[] = await wait(page.getAnnotations({ intent: 'display' }));
  const shown = matrixOf(page.getViewport({ scale: 1 }).transform) ?? identity;
  const [main, ...others] = directionsOf(text, shown, (font) => fontLook(page, font));
  const toPage = multiply(turned(main?.degrees ?? 0), shown);
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
  const content: PageContent = {
    number,
    box: boxOf(toPage, [x0, y0, x1, y1]),
    spans: main?.spans ?? [],
    turned: others.map((direction) => direction.spans),
    rules: list === null ? { horizontal: [], vertical: [] } : rulesOf(list, operators, toPage),
    toPage,
    annotations,
  };
  page.cleanup();
  return content;
}

/** Reads the text piece by piece, so that a page without end is noticed. */
export async function readText(
  page: PDFPageProxy,
  wait: PageReading['wait'],
  count: PageReading['count'],
): Promise<TextOfPage> {
  const items: (TextItem | TextMarkedContent)[] = [];
  const styles: Record<string, TextStyle> = {};
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
  try {
    for (;;) {
      const { done, value } = (await wait(reader.read())) as { done: boolean; value: TextChunk | undefined };
      if (done || value === undefined) return { items, styles };
      Object.assign(styles, value.styles);
      for (const item of value.items) {
        count('str' in item ? item.str.length : 1);
        items.push(item);
      }
    }
  } catch (error) {
    void reader.cancel(error).catch(() => undefined);
    throw error;
  }
}

interface TextChunk {
  items: (TextItem | TextMarkedContent)[];
  styles: Record<string, TextStyle>;
}

/** Fonts are known by name once the drawing operators were asked for. */
function fontLook(page: PDFPageProxy, font: string): FontLook | null {
  if (!page.commonObjs.has(font)) return null;
  const { name } = page.commonObjs.get(font) as { name?: unknown };
  return typeof name === 'string' ? lookOf(name) : null;
}
