/** The document's own properties (docProps/core.xml, ECMA-376 part 2, 8.3). */
import type { Element } from '../xml/element.ts';

const names: ReadonlyMap<string, string> = new Map([
  ['dc:title', 'title'],
  ['dc:creator', 'creator'],
  ['dc:subject', 'subject'],
  ['dc:language', 'language'],
  ['cp:keywords', 'keywords'],
  ['cp:category', 'category'],
  ['cp:revision', 'revision'],
  ['dcterms:created', 'created'],
  ['dcterms:modified', 'modified'],
]);
const longestValue = 10_000;

/** Adds the property that an element holds. */
export function addProperty(properties: Record<string, string>, element: Element): void {
  const name = names.get(element.name);
  const value = element.text.trim().slice(0, longestValue);
  if (name !== undefined && value !== '') properties[name] = value;
}
