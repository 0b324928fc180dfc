/** Bookmarks from the outline of a file, and its properties. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Bookmark } from '../document/index.ts';
import { isoDate } from './annotations.ts';
import type { Builder } from './build.ts';
import { apply } from './geometry.ts';
import type { Clock } from './limits.ts';
import type { PageContent } from './page.ts';

const mostBookmarks = 10_000;

interface OutlineItem {
  title?: unknown;
  dest?: unknown;
  items?: unknown;
}

/** The entries of the outline in order, each at the line it leads to; entries that lead nowhere are left out. */
export async function bookmarksOf(
  document: PDFDocumentProxy,
  pages: readonly PageContent[],
  builder: Builder,
  clock: Clock,
): Promise<Bookmark[]> {
  const bookmarks: Bookmark[] = [];
  const waiting = itemsOf(await clock.wait(document.getOutline().catch(() => null))).reverse();
  for (let seen = 0; seen < mostBookmarks; seen++) {
    const item = waiting.pop();
    if (item === undefined) break;
    for (const inner of itemsOf(item.items).reverse()) waiting.push(inner);
    const name = typeof item.title === 'string' ? item.title.toWellFormed().trim() : '';
    const line = name === '' ? null : await clock.wait(lineOf(item.dest, document, pages, builder).catch(() => null));
    if (line !== null) bookmarks.push({ name, line });
  }
  return bookmarks;
}

function itemsOf(value: unknown): OutlineItem[] {
  return Array.isArray(value) ? (value as unknown[]).filter((item) => typeof item === 'object' && item !== null) : [];
}

/** The line that a destination shows (ISO 32000-1, 12.3.2.2). */
async function lineOf(
  destination: unknown,
  document: PDFDocumentProxy,
  pages: readonly PageContent[],
  builder: Builder,
): Promise<number | null> {
  const explicit: unknown = typeof destination === 'string' ? await document.getDestination(destination) : destination;
  if (!Array.isArray(explicit)) return null;
  const [target, fit, ...numbers] = explicit as unknown[];
  const index =
    typeof target === 'number' ? target : await document.getPageIndex(target as { num: number; gen: number });
  const page = pages[index];
  if (page === undefined) return null;
  const kind = (fit as { name?: unknown } | null)?.name;
  const [x, y] = kind === 'XYZ' ? [numbers[0], numbers[1]] : kind === 'FitH' ? [0, numbers[0]] : [0, null];
  const top = typeof y === 'number' ? apply(page.toPage, typeof x === 'number' ? x : 0, y)[1] : page.box.top;
  return builder.lineAt(page.number, top);
}

const names: ReadonlyMap<string, string> = new Map([
  ['Title', 'title'],
  ['Author', 'creator'],
  ['Subject', 'subject'],
  ['Keywords', 'keywords'],
  ['Language', 'language'],
  ['CreationDate', 'created'],
  ['ModDate', 'modified'],
]);
const longestValue = 10_000;

/** The document information, under the names that other readers use too. */
export function propertiesOf(information: Readonly<Record<string, unknown>>): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [entry, name] of names) {
    const value = information[entry];
    if (typeof value !== 'string') continue;
    const text = value.toWellFormed().replaceAll('\0', '').trim().slice(0, longestValue);
    if (text !== '') properties[name] = name === 'created' || name === 'modified' ? (isoDate(text) ?? text) : text;
  }
  return properties;
}
