/** One part of the package while it is written: the body, the notes of a kind, the comments, a header or footer. */
import type { Bookmark, Comment, Control, Document, Run } from '../../document/index.ts';
import type { Lists } from './lists.ts';
import type { RevisionWriter } from './revisions.ts';
import type { StyleSheet } from './styles.ts';
import type { Survey } from './survey.ts';
import type { HouseTemplate } from './template.ts';
import { around, attribute, wordsXml } from './xml.ts';

/** What all parts of a file share. */
export interface FileWriter {
  document: Document;
  template: HouseTemplate;
  survey: Survey;
  styles: StyleSheet;
  revisions: RevisionWriter;
  lists: Lists;
}

export interface PartRelationship {
  id: string;
  /** The last word of the type: "hyperlink". */
  type: string;
  target: string;
  external: boolean;
}

const emptyControl: Control = {
  tag: null,
  alias: null,
  kind: 'rich',
  checked: null,
  placeholder: false,
  text: '',
  lines: null,
};

export class PartWriter {
  readonly file: FileWriter;
  readonly isBody: boolean;
  /** Numbers of pages stand in headers and footers as fields. */
  readonly isMargin: boolean;
  readonly relationships: PartRelationship[] = [];
  readonly #links = new Map<string, string>();
  readonly #anchors: Anchors;
  #references = 0;

  constructor(file: FileWriter, kind: 'body' | 'aside' | 'margin') {
    this.file = file;
    this.isBody = kind === 'body';
    this.isMargin = kind === 'margin';
    this.#anchors = this.isBody ? new Anchors(file) : Anchors.none;
  }

  /** The id of a relationship of this part; the same target has one only. */
  relationship(type: string, target: string, external: boolean): string {
    const key = `${type} ${target}`;
    const known = this.#links.get(key);
    if (known !== undefined) return known;
    const id = `rId${this.relationships.length + 1}`;
    this.relationships.push({ id, type, target, external });
    this.#links.set(key, id);
    return id;
  }

  /** Whether a content control is written around its words. */
  writes(control: number | null): boolean {
    return control !== null && this.file.survey.controls.has(control);
  }

  control(index: number): Control {
    return this.file.document.controls[index] ?? emptyControl;
  }

  /** What stands at the beginning and the end of a line: bookmarks, and the ranges of comments. */
  anchorsAt(line: number): { before: string; behind: string } {
    return this.#anchors.at(line);
  }

  /** The anchors of lines that are no paragraph. */
  anchorsLeft(): string {
    return this.#anchors.left();
  }

  /** The words of a note inside a note, which Word does not know: they follow its mark in brackets. */
  #innerNote({ note }: Run): string {
    if (this.isBody || note === null) return '';
    const inner = this.file.survey.notes.find(
      (one) => !one.referred && one.note.line !== null && one.note.kind === note.kind && one.note.id === note.id,
    );
    const words = inner?.note.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : [])) ?? [];
    return words.length === 0 ? '' : ` [${words.map(({ text }) => text).join('')}]`;
  }

  /** The reference mark of a note. Notes can only be referred to in the body; elsewhere the mark stays as words. */
  noteReference(run: Run, styleId: string | null, deleted: boolean): string {
    const placed = this.isBody ? (this.file.survey.references[this.#references++] ?? null) : null;
    const properties = around('rPr', this.file.styles.runProperties(run.style, styleId, false));
    if (placed === null) {
      const words = `${run.text}${this.#innerNote(run)}`;
      return words === '' ? '' : `<w:r>${properties}${wordsXml(words, deleted)}</w:r>`;
    }
    const { note, id, typedMark } = placed;
    const element = `w:${note.kind}Reference`;
    const reference =
      typedMark === null
        ? `<${element} w:id="${id}"/>`
        : `<${element} w:customMarkFollows="1" w:id="${id}"/>${wordsXml(typedMark, deleted)}`;
    return `<w:r>${properties}${reference}</w:r>`;
  }
}

/** Bookmarks and comments by the lines where they begin and end. */
class Anchors {
  static readonly none = { at: () => ({ before: '', behind: '' }), left: () => '' } as unknown as Anchors;
  readonly #file: FileWriter;
  readonly #bookmarks: Map<number, Bookmark[]>;
  readonly #begins: Map<number, Comment[]>;
  readonly #ends: Map<number, Comment[]>;

  constructor(file: FileWriter) {
    this.#file = file;
    const comments = file.document.comments.filter(({ lines }) => lines !== null);
    this.#bookmarks = Map.groupBy(file.document.bookmarks, ({ line }) => line);
    this.#begins = Map.groupBy(comments, ({ lines }) => lines?.[0] ?? 0);
    this.#ends = Map.groupBy(comments, ({ lines }) => lines?.[1] ?? 0);
  }

  at(line: number): { before: string; behind: string } {
    const before =
      (this.#bookmarks.get(line) ?? []).map((bookmark) => this.#bookmark(bookmark)).join('') +
      (this.#begins.get(line) ?? []).map((one) => `<w:commentRangeStart w:id="${this.#id(one)}"/>`).join('');
    const style = this.#file.styles.idOf('CommentReference');
    const behind = (this.#ends.get(line) ?? [])
      .map((one) => this.#id(one))
      .map(
        (id) =>
          `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="${attribute(style)}"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
      )
      .join('');
    this.#bookmarks.delete(line);
    this.#begins.delete(line);
    this.#ends.delete(line);
    return { before, behind };
  }

  left(): string {
    return [...this.#bookmarks.keys()].map((line) => this.at(line).before).join('');
  }

  #bookmark({ name }: Bookmark): string {
    const id = this.#file.revisions.nextId();
    return `<w:bookmarkStart w:id="${id}" w:name="${attribute(name)}"/><w:bookmarkEnd w:id="${id}"/>`;
  }

  #id(comment: Comment): number {
    return commentIds(this.#file.document).get(comment) ?? 0;
  }
}

const known = new WeakMap<Document, Map<Comment, number>>();

/** A number for each comment: its own where it has one that no other has. */
export function commentIds(document: Document): ReadonlyMap<Comment, number> {
  const made = known.get(document) ?? new Map<Comment, number>();
  if (!known.has(document)) {
    known.set(document, made);
    const taken = new Set<number>();
    for (const comment of document.comments) {
      const own = /^\d{1,8}$/.test(comment.id) ? Number(comment.id) : -1;
      let id = own;
      if (own < 0 || taken.has(own)) for (id = taken.size; taken.has(id); id++);
      taken.add(id);
      made.set(comment, id);
    }
  }
  return made;
}
