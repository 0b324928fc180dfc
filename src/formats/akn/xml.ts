/**
 * Reads an XML file of mixed words and elements into a tree, within limits. No document type is read, so there are no
 * entities but the five of XML itself and nothing outside the file is opened.
 */
import { SaxesParser } from 'saxes';
import { refuse } from '#kernel/problem.ts';
import { PartDecoder } from '../docx/xml/decode.ts';

/** An element under its local name, whatever prefix the file uses; attributes likewise. Words are strings. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** Each limit is many times what a final act of 700 pages needs; a hostile file is refused within two seconds. */
export const limits = {
  /** Largest file, in bytes. */
  file: 64 * 1024 * 1024,
  /** Depth of elements. */
  depth: 400,
  elements: 1_500_000,
  /** Attributes of one element. */
  attributes: 64,
} as const;

const remedy = 'Have the file checked by whoever made it, or send the text as Word or PDF.';

class XmlFault extends Error {}

/** @throws Refusal `too-large`, `too-deep`, `dtd`, `wrong-encoding` or `malformed-xml`, with the line. */
export function readXmlTree(bytes: Uint8Array, file: string): XmlElement {
  if (bytes.length > limits.file) {
    refuse('too-large', `The file is larger than ${limits.file / 1024 / 1024} MB.`, 'Split it into several files.', {
      file,
    });
  }
  const parser = new SaxesParser();
  const place = () => ({ file, line: parser.line });
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  parser.on('doctype', () => {
    const why = 'The file has a document type declaration, which Akoma Ntoso never needs.';
    refuse('dtd', why, 'Do not trust this file; ask its sender for another.', { file });
  });
  parser.on('error', (error) => {
    throw new XmlFault(error.message.replace(/\.$/, ''));
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= limits.depth) {
      refuse('too-deep', `Elements are nested deeper than ${limits.depth}.`, remedy, place());
    }
    if (++elements > limits.elements) {
      refuse(
        'too-large',
        `The file has more than ${limits.elements} elements.`,
        'Split it into several files.',
        place(),
      );
    }
    const element: XmlElement = { name: localName(name), attributes: localNames(attributes), children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  let attributes = 0;
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  parser.on('attribute', () => {
    if (++attributes > limits.attributes) refuse('too-large', 'An element has too many attributes.', remedy, place());
  });
  parser.on('closetag', () => void open.pop());
  const words = (text: string): void => void open.at(-1)?.children.push(text);
  parser.on('text', words);
  parser.on('cdata', words);
  parse(parser, bytes, file);
  return root ?? refuse('malformed-xml', 'The file holds no element.', remedy, { file });
}

/** Large files go through in pieces, so that one that is cut off early is refused early. */
const piece = 256 * 1024;

function parse(parser: SaxesParser, bytes: Uint8Array, file: string): void {
  const decoder = new PartDecoder(() =>
    refuse('wrong-encoding', 'The file is neither UTF-8 nor UTF-16.', remedy, { file, line: parser.line }),
  );
  try {
    for (let at = 0; at < bytes.length; at += piece) parser.write(decoder.decode(bytes.subarray(at, at + piece)));
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    refuse('malformed-xml', `The XML is not well formed: ${error.message}.`, remedy, { file, line: parser.line });
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const noAttributes: Readonly<Record<string, string>> = Object.freeze({});

function localNames(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let named: Record<string, string> | null = null;
  for (const key in attributes) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
    named ??= {};
    named[localName(key)] = attributes[key] ?? '';
  }
  return named ?? noAttributes;
}

/** The child elements, words left out. */
export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The first child of this name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** All elements inside, in document order, the element itself first. */
export function* allElements(element: XmlElement): Generator<XmlElement> {
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) {
      const child = next.children[at];
      if (typeof child === 'object') waiting.push(child);
    }
  }
}
