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

/**
 * A whole file.
 * @param holdWords elements inside which white space is part of the words, so that none is added for looks; those whose
 * children are words are such anyway
 */
export function xmlOf(root: Markup, holdWords: ReadonlySet<string> = new Set()): string {
  const pieces: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  write(root, { indent: '', inWords: false, holdWords }, pieces);
  return pieces.join('');
}

interface Place {
  indent: string;
  inWords: boolean;
  holdWords: ReadonlySet<string>;
}

function write(node: Markup, { indent, inWords, holdWords }: Place, pieces: string[]): void {
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${inWords ? '' : indent}<${node.name}${attributes.join('')}`;
  const words = inWords || holdWords.has(node.name) || node.children.some((child) => typeof child === 'string');
  const end = inWords ? '' : '\n';
  if (node.children.length === 0) {
    pieces.push(`${open}/>${end}`);
    return;
  }
  pieces.push(`${open}>${words ? '' : '\n'}`);
  for (const child of node.children) {
    if (typeof child === 'string') pieces.push(escaped(child));
    else write(child, { indent: `${indent}  `, inWords: words, holdWords }, pieces);
  }
  pieces.push(`${words ? '' : indent}</${node.name}>${end}`);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 has no place for (2.2) are dropped: controls, halves of pairs, U+FFFE and U+FFFF. */
const illegal = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return text.replace(illegal, '').replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
