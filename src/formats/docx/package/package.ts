/** A Word package: its parts by name, what they are, and how they point to each other (ECMA-376 part 2). */
import { refuse } from '#kernel/problem.ts';
import { limits } from '../limits.ts';
import type { Element } from '../xml/element.ts';
import { PartDecoder, refuseEncoding } from '../xml/decode.ts';
import { readXml, refuseDoctype, type Budget } from '../xml/read.ts';
import { Meter, unpack } from './inflate.ts';
import { relationshipOf, relationshipsPart, type Relationship } from './relationships.ts';
import { readZip, type ZipEntry } from './zip.ts';

const contentTypesPart = '[content_types].xml';

export class Package {
  readonly file: string;
  /** Names of all parts, in the order of the package. */
  readonly names: readonly string[];
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #types = new Map<string, string>();
  readonly #defaultTypes = new Map<string, string>();
  readonly #meter: Meter;
  readonly #budget: Budget = { elements: 0, blocks: 0 };
  readonly #read = new Set<string>();

  /** @throws Refusal when the bytes are no sound zip. */
  constructor(bytes: Uint8Array, file: string) {
    this.file = file;
    this.#meter = new Meter(file);
    const entries = readZip(bytes, file).filter((entry) => !entry.name.endsWith('/'));
    this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
    this.names = entries.map((entry) => entry.name);
    this.readXml(contentTypesPart, ['ct:Types'], (element) => this.#addType(element));
  }

  #addType({ name, attributes }: Element): void {
    const type = attributes['ContentType'] ?? '';
    if (name === 'ct:Override') {
      this.#types.set((attributes['PartName'] ?? '').replace(/^\//, '').toLowerCase(), type);
    } else if (name === 'ct:Default') {
      this.#defaultTypes.set((attributes['Extension'] ?? '').toLowerCase(), type);
    }
  }

  has(part: string): boolean {
    return this.#entries.has(part.toLowerCase());
  }

  /** The content type of a part; empty when the package names none. */
  typeOf(part: string): string {
    const key = part.toLowerCase();
    return this.#types.get(key) ?? this.#defaultTypes.get(key.slice(key.lastIndexOf('.') + 1)) ?? '';
  }

  /** All content types that the package names. */
  types(): string[] {
    return [...this.#types.values(), ...this.#defaultTypes.values()];
  }

  /** What a part points to, by id; the package itself is the part ''. */
  relationships(part: string): Map<string, Relationship> {
    const found = new Map<string, Relationship>();
    this.readXml(relationshipsPart(part), ['rel:Relationships'], (element) => {
      const relationship = relationshipOf(element, part);
      if (relationship !== null) found.set(relationship.id, relationship);
    });
    return found;
  }

  /**
   * Reads a part's elements under `path`, one complete element at a time. Answers whether the part is there and has
   * that path.
   */
  readXml(part: string, path: readonly string[], onElement: (element: Element) => void): boolean {
    const entry = this.#entries.get(part.toLowerCase());
    if (entry === undefined) return false;
    this.#read.add(entry.name);
    return readXml(
      { pieces: unpack(entry, this.#meter, this.file), part: entry.name, file: this.file, budget: this.#budget },
      path,
      onElement,
    );
  }

  /** Looks at the beginning of the XML parts that were not read: a document type is refused wherever it stands. */
  refuseHiddenDoctypes(): void {
    for (const entry of this.#entries.values()) {
      if (this.#read.has(entry.name) || !/\.(?:xml|rels)$/i.test(entry.name)) continue;
      for (const piece of unpack(entry, this.#meter, this.file)) {
        const decoder = new PartDecoder(() => refuseEncoding(this.file, entry.name));
        const start = decoder.decode(piece.subarray(0, 64 * 1024));
        const root = start.search(/<[A-Za-z_]/);
        const doctype = start.indexOf('<!DOCTYPE');
        if (doctype !== -1 && (root === -1 || doctype < root)) refuseDoctype(this.file, entry.name);
        break;
      }
    }
  }

  /**
   * The part that holds the document's text, found by the package's own relationships.
   * @throws Refusal `macro-enabled`, or `not-word` that says what the package is instead.
   */
  mainPart(): string {
    const main = [...this.relationships('').values()].find(
      (one) => one.type === 'officeDocument' && !one.external && this.has(one.target),
    )?.target;
    const type = main === undefined ? '' : this.typeOf(main).toLowerCase();
    if (this.hasMacros(type)) {
      refuse('macro-enabled', 'The document carries macros.', 'Save it as .docx without macros and send it again.', {
        file: this.file,
      });
    }
    if (main === undefined || /spreadsheet|presentation|visio|drawing\.main/.test(type)) {
      refuse('not-word', `The file is ${this.kind(type)}, not a Word document (.docx).`, 'Choose the right file.', {
        file: this.file,
      });
    }
    return main;
  }

  /** Whether programs travel in the package. @param mainType content type of its main part, in small letters */
  hasMacros(mainType: string): boolean {
    return (
      mainType.includes('macroenabled') ||
      this.types().some((type) => type.toLowerCase() === 'application/vnd.ms-office.vbaproject') ||
      this.names.some((name) => /(?:^|\/)vbaproject\.bin$/i.test(name))
    );
  }

  /** What the package is, in words that follow "The file is". */
  kind(mainType: string): string {
    if (mainType.includes('spreadsheet') || this.has('xl/workbook.xml')) return 'an Excel workbook (.xlsx)';
    if (mainType.includes('presentation') || this.has('ppt/presentation.xml')) {
      return 'a PowerPoint presentation (.pptx)';
    }
    if (mainType.includes('visio') || this.has('visio/document.xml')) return 'a Visio drawing (.vsdx)';
    if (this.has('META-INF/manifest.xml') && this.has('content.xml')) return 'an OpenDocument file (.odt and the like)';
    if (this.has('META-INF/container.xml')) return 'an e-book (.epub)';
    if (this.has('word/document.xml')) return 'a Word document (.docx)';
    if (this.has(contentTypesPart)) return 'an Office package without a main document part';
    return 'a zip archive';
  }
}

/** Largest file that is opened at all. @throws Refusal `too-large`. */
export function refuseOversize(bytes: Uint8Array, file: string): void {
  if (bytes.length <= limits.file) return;
  refuse(
    'too-large',
    `The file has ${Math.round(bytes.length / 1024 / 1024)} MB; at most ${limits.file / 1024 / 1024} MB are read.`,
    'Take out the pictures, or split the document.',
    { file },
  );
}
