/** Elements to be written, and how they become XML. */

/** An element with what is in it; words are strings. */
export interface Markup {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (Markup | string)[];
}

/** Makes an element; attributes that are `undefined` are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (Markup | string)[] = [],
): Markup {
  const given: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) given[key] = value;
  return { name, attributes: given, children };
}

/** White space inside these is part of the words, so none is added for looks. */
const holdWords = new Set([
  'p',
  'num',
  'heading',
  'docType',
  'docNumber',
  'docTitle',
  'docProponent',
  'ins',
  'del',
  'i',
]);

/** A whole file. */
export function xmlOf(root: Markup): string {
  const pieces: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  write(root, '', false, pieces);
  return pieces.join('');
}

function write(node: Markup, indent: string, inWords: boolean, pieces: string[]): void {
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${inWords ? '' : indent}<${node.name}${attributes.join('')}`;
  const words = inWords || holdWords.has(node.name);
  const end = inWords ? '' : '\n';
  if (node.children.length === 0) {
    pieces.push(`${open}/>${end}`);
    return;
  }
  pieces.push(`${open}>${words ? '' : '\n'}`);
  for (const child of node.children) {
    if (typeof child === 'string') pieces.push(escaped(child));
    else write(child, `${indent}  `, words, pieces);
  }
  pieces.push(`${words ? '' : indent}</${node.name}>${end}`);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 has no place for (2.2) are dropped: controls, halves of pairs, U+FFFE and U+FFFF. */
const illegal = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return text.replace(illegal, '').replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
