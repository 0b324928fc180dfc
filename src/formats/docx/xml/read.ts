/**
 * Reads the XML of a part as a stream and hands over one complete element at a time, so that memory is bounded by the
 * largest paragraph or table and not by the document.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { refuse } from '#kernel/problem.ts';
import { limits } from '../limits.ts';
import { chosenBranch, understands } from './alternate.ts';
import { PartDecoder, refuseEncoding } from './decode.ts';
import type { Element } from './element.ts';
import { Scope } from './scope.ts';

/** Counts what all parts of one document hold together. */
export interface Budget {
  elements: number;
  /** Paragraphs, rows and cells. */
  blocks: number;
}

/** A part to be read. */
export interface XmlSource {
  pieces: Iterable<Uint8Array>;
  part: string;
  file: string;
  budget: Budget;
}

const textElements = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t', 'x:t', 'x:v', 'x:f']);
const blockElements = new Set(['w:p', 'w:tr', 'w:tc']);
const noChildren: Element[] = [];
const noAttributes: Readonly<Record<string, string>> = Object.freeze({});

/**
 * Calls `onElement` with every complete element whose parents are named by `path`, in order; an mc:AlternateContent is
 * replaced by the branch that is read. A step of the path may name several elements: "x:cols|x:sheetData". Answers
 * whether the part has that path at all.
 * @throws Refusal `dtd`, `malformed-xml`, `wrong-encoding`, `too-deep` or `too-large`, with part and line.
 */
export function readXml(source: XmlSource, path: readonly string[], onElement: (element: Element) => void): boolean {
  const parser = new SaxesParser();
  const builder = new Builder(source, parser, path, onElement);
  const decoder = new PartDecoder(() => refuseEncoding(source.file, source.part, parser.line));
  for (const piece of source.pieces) builder.guarded(() => parser.write(decoder.decode(piece)));
  builder.guarded(() => parser.write(decoder.decode()).close());
  return builder.found;
}

class Builder {
  found = false;
  readonly #source: XmlSource;
  readonly #parser: SaxesParser;
  readonly #path: readonly (readonly string[])[];
  readonly #onElement: (element: Element) => void;
  /** Elements that are being built; the first is handed over when it is complete. */
  readonly #open: Element[] = [];
  /** How many of the open tags follow the path, and how many tags are open. */
  #onPath = 0;
  #depth = 0;
  #tables = 0;
  #attributes = 0;
  /** The xml:space of the elements on the path, which all others inherit. */
  #space: string | undefined;
  #scope = Scope.outermost();
  /** The scopes to go back to, by the depth of the element that opened a new one. */
  readonly #outerScopes: { depth: number; scope: Scope }[] = [];

  constructor(source: XmlSource, parser: SaxesParser, path: readonly string[], onElement: (element: Element) => void) {
    this.#source = source;
    this.#parser = parser;
    this.#path = path.map((step) => step.split('|'));
    this.#onElement = onElement;
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^utf-?(?:8|16)$/i.test(encoding)) refuseEncoding(source.file, source.part);
    });
    parser.on('doctype', () => refuseDoctype(source.file, source.part));
    parser.on('attribute', ({ value }) => this.#countAttribute(value));
    parser.on('opentag', (tag) => this.#openTag(tag));
    parser.on('closetag', () => this.#closeTag());
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
    parser.on('error', (error) => {
      throw new XmlFault(error.message);
    });
  }

  /** Turns the parser's complaint into a refusal that names part and line. */
  guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      this.#refuse('malformed-xml', `The XML is not well formed: ${error.message}.`);
    }
  }

  #refuse(code: string, message: string, remedy = 'Open the file in Word, repair it and save it again.'): never {
    const { file, part } = this.#source;
    refuse(code, message, remedy, { file, part, line: this.#parser.line });
  }

  #countAttribute(value: string): void {
    if (++this.#attributes > limits.attributes || value.length > limits.attribute) {
      this.#refuse('too-large', 'An element has more attributes, or longer ones, than Word writes.');
    }
  }

  #openTag(tag: SaxesTagPlain): void {
    this.#attributes = 0;
    this.#depth++;
    const scope = this.#scope.inside(tag.attributes);
    if (scope !== this.#scope) this.#outerScopes.push({ depth: this.#depth, scope: this.#scope });
    this.#scope = scope;
    const name = scope.element(tag.name) ?? this.#unbound(tag.name);
    if (this.#depth > limits.depth) this.#refuse('too-deep', `Elements are nested deeper than ${limits.depth}.`);
    if (++this.#source.budget.elements > limits.elements) {
      this.#refuse(
        'too-large',
        `The document has more than ${limits.elements} elements.`,
        'Split it into several files.',
      );
    }
    if (blockElements.has(name) && ++this.#source.budget.blocks > limits.blocks) {
      this.#refuse(
        'too-large',
        `The document has more than ${limits.blocks} paragraphs and cells.`,
        'Split it into several files.',
      );
    }
    if (this.#onPath < this.#path.length) {
      this.#stepOnPath(name, tag);
      return;
    }
    if (name === 'w:tbl' && ++this.#tables > limits.tables) {
      this.#refuse('too-deep', `Tables are nested deeper than ${limits.tables}.`, 'Take the inner tables out.');
    }
    const element: Element = { name, attributes: this.#attributesOf(tag, name), children: noChildren, text: '' };
    this.#open.push(element);
  }

  #stepOnPath(name: string, tag: SaxesTagPlain): void {
    if (this.#onPath !== this.#depth - 1 || this.#path[this.#onPath]?.includes(name) !== true) return;
    this.#space = tag.attributes['xml:space'] ?? this.#space;
    if (++this.#onPath === this.#path.length) this.found = true;
  }

  #closeTag(): void {
    const outer = this.#outerScopes.at(-1);
    if (outer?.depth === this.#depth) {
      this.#scope = outer.scope;
      this.#outerScopes.pop();
    }
    this.#depth--;
    const element = this.#open.pop();
    if (element === undefined) {
      if (this.#depth < this.#onPath) this.#onPath = this.#depth;
      return;
    }
    if (element.name === 'w:tbl') this.#tables--;
    const parent = this.#open.at(-1);
    const done = element.name === 'mc:AlternateContent' ? chosenBranch(element) : [element];
    for (const one of done) {
      if (parent === undefined) this.#onElement(one);
      // Most elements have no children; those share one empty list.
      else if (parent.children === noChildren) parent.children = [one];
      else parent.children.push(one);
    }
  }

  #text(text: string): void {
    const element = this.#open.at(-1);
    if (element !== undefined && (textElements.has(element.name) || this.#open.length === 1)) element.text += text;
  }

  #unbound(name: string): never {
    throw new XmlFault(`${this.#parser.line}:${this.#parser.column}: the prefix of ${name} is not declared`);
  }

  #attributesOf(tag: SaxesTagPlain, name: string): Readonly<Record<string, string>> {
    let attributes: Record<string, string> | null = null;
    for (const key in tag.attributes) {
      const known = this.#scope.attribute(key);
      if (known === undefined) this.#unbound(key);
      if (known === null) continue;
      attributes ??= {};
      attributes[known] = tag.attributes[key] ?? '';
    }
    if (textElements.has(name)) {
      const space = attributes?.['xml:space'] ?? this.#inheritedSpace();
      if (space !== undefined) (attributes ??= {})['xml:space'] = space;
    }
    if (name === 'mc:Choice' && attributes !== null && understands(attributes['Requires'], this.#scope)) {
      attributes['understood'] = 'yes';
    }
    return attributes ?? noAttributes;
  }

  #inheritedSpace(): string | undefined {
    return (
      this.#open.findLast((one) => one.attributes['xml:space'] !== undefined)?.attributes['xml:space'] ?? this.#space
    );
  }
}

/** What the parser complains of. */
class XmlFault extends Error {}

/** Refuses a part with a document type: it could name files and addresses, or grow without end. */
export function refuseDoctype(file: string, part: string): never {
  refuse(
    'dtd',
    'The part has a document type declaration, which Word files never have.',
    'Do not trust this file; ask its sender for another.',
    { file, part },
  );
}
