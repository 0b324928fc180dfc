/**
 * The blocks of an Akoma Ntoso document in the order of the file. What an element is tells the style of its paragraphs,
 * under the names that the Word templates of the conferences use: ResNo, Restitle, Call, enumlev1 and so on.
 */
import {
  plainRun,
  plainStyle,
  stands,
  textOf,
  type Block,
  type Note,
  type Paragraph,
  type Row,
  type Run,
} from '../document/index.ts';
import { documents, hasChild, placeIn, placeInDocument, styleOf, type Place } from './places.ts';
import { inside, runsOf, type InlineContext } from './read-inline.ts';
import { authorOf, notesOf } from './read-meta.ts';
import { childOf, elementsIn, type XmlElement } from './xml.ts';

/** Elements whose words are a paragraph. */
const paragraphs: ReadonlySet<string> = new Set([
  'block',
  'caption',
  'crossHeading',
  'docTitle',
  'heading',
  'listIntroduction',
  'listWrapUp',
  'p',
  'subheading',
]);

/** Labels that are typed in Word files of this kind; others ("Article 5") are kept beside the words. */
const typedLabel =
  /^(?:\(?(?:[a-z]{1,3}|[ivxlc]{1,12}|\d{1,6}(?:\.\d{1,4}){0,4})[ \u00a0]?(?:bis|ter|quater)?[.)]?|[-–—•·●○▪■◦‣*+])$/u;

/** Notes on notes on notes are read this far. */
const deepestNotes = 3;

export class BodyReader {
  readonly blocks: Block[] = [];
  readonly notes: Note[] = [];
  #into: Block[] = this.blocks;
  #line = 0;
  #documents = 0;
  /** The number of a clause, which waits for its words. */
  #label: Run[] | null = null;
  /** How many notes are being read, one inside the other. */
  #inNotes = 0;
  /** Notes that were met, by document and eId. */
  readonly #met = new Map<string, { id: string; mark: string }>();

  /** Reads all documents of a file. */
  read(root: XmlElement): void {
    const place: Place = {
      of: 'text',
      headings: { number: 'ResNo', title: 'Restitle' },
      named: null,
      depth: 0,
      marks: [],
      style: plainStyle,
      link: null,
      author: null,
      notes: new Map(),
      document: 0,
    };
    this.#children(root, place);
  }

  #children(parent: XmlElement, place: Place): void {
    for (const child of parent.children) {
      if (typeof child !== 'string') this.#element(child, parent, place);
      else if (/\S/.test(child)) this.#paragraph([child], place.named, place);
    }
    this.#releaseLabel(place);
  }

  #element(element: XmlElement, parent: XmlElement, place: Place): void {
    const { name } = element;
    if (name === 'meta' || name === 'authorialNote') return;
    if (documents.has(name)) this.#document(element, parent, place);
    else if (name === 'num') this.#number(element, parent, place);
    else if (paragraphs.has(name)) this.#paragraphs(element, parent, place);
    else if (name === 'table') this.#table(element, place);
    else {
      const inner = placeIn(element, place);
      this.#children(element, { ...inner, ...inside(element, inner, inner) });
    }
  }

  #document(element: XmlElement, parent: XmlElement, place: Place): void {
    const meta = childOf(element, 'meta');
    const isAttached = parent.name === 'attachment';
    const inner = placeInDocument(element, place, isAttached);
    const notes = notesOf(meta);
    // An annex has the notes and the author of its text.
    const own = isAttached && notes.size === 0 ? {} : { notes, document: ++this.#documents };
    this.#children(element, { ...inner, ...own, author: isAttached ? place.author : authorOf(meta) });
  }

  #number(element: XmlElement, parent: XmlElement, place: Place): void {
    this.#releaseLabel(place);
    const runs = runsOf([element], place, this.#inline(place));
    if (runs.length === 0) return;
    if (parent.name === 'article') this.#add(runs, 'ArtNo');
    else this.#label = runs;
  }

  /** A number without words after it is a paragraph all the same. */
  #releaseLabel(place: Place): void {
    if (this.#label === null) return;
    this.#add([], place.named);
  }

  /** A line that holds number and title of a text is two paragraphs. */
  #paragraphs(element: XmlElement, parent: XmlElement, place: Place): void {
    const style = styleOf(element, parent, place);
    const at = element.children.findIndex((child) => typeof child !== 'string' && child.name === 'docTitle');
    const numbered = hasChild(element, 'docType') || hasChild(element, 'docNumber');
    const inner = { ...place, ...inside(element, place, place) };
    if (at > 0 && numbered && place.of !== 'collection') {
      this.#paragraph(element.children.slice(0, at), style, inner);
      this.#paragraph(element.children.slice(at), place.headings.title, inner);
    } else this.#paragraph(element.children, style, inner);
  }

  #paragraph(children: readonly (XmlElement | string)[], style: string | null, place: Place): void {
    this.#add(runsOf(children, place, this.#inline(place)), style);
  }

  #add(words: readonly Run[], style: string | null): void {
    const label = this.#label;
    this.#label = null;
    if (label === null && words.length === 0) return;
    const isTyped = label !== null && typedLabel.test(printedLabel(label));
    this.#into.push({
      kind: 'paragraph',
      line: ++this.#line,
      style: { id: style, name: style, outlineLevel: null },
      number:
        label === null || isTyped
          ? { base: null, proposed: null }
          : { base: textOf(label, 'base') || null, proposed: textOf(label, 'proposed') || null },
      runs: isTyped ? [...label, tabAfter(label), ...words] : [...words],
      mark: [],
      formatChanged: false,
      rightToLeft: false,
      indent: null,
      page: null,
      raw: null,
    } satisfies Paragraph);
  }

  #table(element: XmlElement, place: Place): void {
    const rows: Row[] = [];
    const outer = this.#into;
    this.#releaseLabel(place);
    for (const child of elementsIn(element)) {
      if (child.name !== 'tr') {
        this.#element(child, element, place);
        continue;
      }
      const cells = elementsIn(child).map((cell) => {
        const blocks: Block[] = [];
        this.#into = blocks;
        this.#children(cell, { ...place, named: null, ...inside(cell, place, place) });
        this.#into = outer;
        const span = Number(cell.attributes['colspan'] ?? '1');
        return { blocks, span: span >= 1 && span <= 1000 ? Math.trunc(span) : 1, continuesAbove: false, marks: [] };
      });
      const header = elementsIn(child).every(({ name }) => name === 'th');
      rows.push({ cells, header, marks: inside(child, place, place).marks });
    }
    if (rows.length > 0) this.#into.push({ kind: 'table', rows });
  }

  #inline(place: Place): InlineContext {
    return { author: place.author, note: (element) => this.#note(element, place) };
  }

  /** Enters a note at its reference, once. */
  #note(element: XmlElement, place: Place): { id: string; mark: string } {
    const eId = (element.attributes['href'] ?? '').replace(/^#/, '');
    const words = element.name === 'authorialNote' ? element : place.notes.get(eId);
    const own = element.attributes['marker'] ?? words?.attributes['marker'];
    const key = `${place.document}:${element.name === 'authorialNote' ? `own ${this.notes.length}` : eId}`;
    const known = this.#met.get(key);
    if (known !== undefined) return known;
    const made = { id: key, mark: (own ?? '').trim() };
    this.#met.set(key, made);
    const blocks: Block[] = [];
    const note: Note = { kind: 'footnote', ...made, blocks, line: this.#line + 1 };
    this.notes.push(note);
    if (words !== undefined && this.#inNotes < deepestNotes) this.#wordsOfNote(words, place, blocks);
    return made;
  }

  /** The paragraphs of a note stand at the line that refers to it; they are no lines of the body. */
  #wordsOfNote(words: XmlElement, place: Place, blocks: Block[]): void {
    const [outer, line, label] = [this.#into, this.#line, this.#label];
    [this.#into, this.#label] = [blocks, null];
    this.#inNotes++;
    this.#children(words, { ...place, named: null, depth: 0, marks: [] });
    this.#inNotes--;
    [this.#into, this.#line, this.#label] = [outer, line, label];
  }
}

/** A label as the text that stands last has it. */
function printedLabel(label: readonly Run[]): string {
  const proposed = textOf(label, 'proposed').trim();
  return proposed === '' ? textOf(label.filter((run) => stands(run.marks, 'base'))).trim() : proposed;
}

/** The tab after a label stands in the texts that have the label. */
function tabAfter(label: readonly Run[]): Run {
  const sides = new Set(label.map((run) => `${stands(run.marks, 'base')} ${stands(run.marks, 'proposed')}`));
  return { ...plainRun('\t'), marks: sides.size === 1 ? (label[0]?.marks ?? []) : [] };
}
