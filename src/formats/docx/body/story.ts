/**
 * A story is a text of its own in a document: the body, a note, a comment, a header. It carries what is counted from
 * its first paragraph to its last, and the {@link Shared} state of the whole document.
 */
import type { Bookmark } from '../../document/index.ts';
import type { Relationship } from '../package/relationships.ts';
import { Counters } from '../properties/counters.ts';
import type { Numbering } from '../properties/numbering.ts';
import type { Styles } from '../properties/styles.ts';
import type { Remarks } from '../remarks.ts';
import type { Element } from '../xml/element.ts';
import type { Controls } from './controls.ts';
import { Fields } from './fields.ts';
import type { NoteReferences } from './notes.ts';
import { Pages } from './pages.ts';
import type { Revisions } from './revisions.ts';

/** What all stories of a document share. */
export interface Shared {
  styles: Styles;
  numbering: Numbering;
  revisions: Revisions;
  controls: Controls;
  notes: NoteReferences;
  remarks: Remarks;
  bookmarks: Bookmark[];
  /** First and last line that a comment is about, by id. */
  commented: Map<string, { first: number; last: number }>;
}

/** The number counters of both sides. */
interface Sides {
  base: Counters;
  proposed: Counters;
}

export class Story {
  readonly shared: Shared;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly pages = new Pages();
  fields = new Fields();
  counters: Sides = { base: new Counters(), proposed: new Counters() };
  /** Text boxes count for themselves. */
  #boxCounters: Sides = { base: new Counters(), proposed: new Counters() };
  /** Line of the paragraph that is being read. */
  line: number;
  readonly #isBody: boolean;

  /** `line` is `null` for the body, whose paragraphs are counted; else the body's line that the story belongs to. */
  constructor(shared: Shared, relationships: ReadonlyMap<string, Relationship>, line: number | null) {
    this.shared = shared;
    this.relationships = relationships;
    this.#isBody = line === null;
    this.line = line ?? 0;
  }

  /** The line of the next paragraph, which begins now. */
  nextLine(): number {
    if (this.#isBody) this.line++;
    return this.line;
  }

  /** Reads a text box: fields and numbers of the text around do not reach into it. */
  inBox<T>(read: () => T): T {
    const { fields, counters } = this;
    this.fields = new Fields();
    this.counters = this.#boxCounters;
    const made = read();
    this.fields.finish(this.shared.remarks);
    this.fields = fields;
    this.counters = counters;
    return made;
  }

  /**
   * Takes bookmarks, comment ranges and move ranges, which stand between words as well as between paragraphs;
   * `between` tells the latter. Answers false for other elements.
   */
  anchor(element: Element, between: boolean): boolean {
    const start = between && this.#isBody ? this.line + 1 : this.line;
    const id = element.attributes['w:id'] ?? '';
    switch (element.name) {
      case 'w:bookmarkStart':
        if (start > 0) this.shared.bookmarks.push({ name: element.attributes['w:name'] ?? '', line: start });
        return true;
      case 'w:bookmarkEnd':
        return true;
      case 'w:commentRangeStart':
        this.#comment(id, start, start);
        return true;
      case 'w:commentRangeEnd':
      case 'w:commentReference':
        this.#comment(id, this.line, this.line);
        return true;
      default:
        return this.shared.revisions.range(element);
    }
  }

  #comment(id: string, first: number, last: number): void {
    if (first === 0) return;
    const before = this.shared.commented.get(id);
    if (before === undefined) this.shared.commented.set(id, { first, last });
    else before.last = Math.max(before.last, last);
  }

  /** The address that a relationship means; `null` for ids that lead nowhere. */
  target(id: string | undefined): string | null {
    return id === undefined ? null : (this.relationships.get(id)?.target ?? null);
  }
}
