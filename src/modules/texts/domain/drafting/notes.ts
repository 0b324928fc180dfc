/** Footnotes and comments of a draft. */
import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { schema, textOfAttr } from './schema.ts';
import { blocksOf } from './structure.ts';
import { putIn, type Hand } from './suggest.ts';

/** Adds a footnote at a place. @returns where its words begin, or `null` in a note */
export function addNote(tr: Transform, place: number, hand: Hand): number | null {
  const { note, noteref } = schema.nodes;
  if (tr.doc.resolve(place).node(1).type === note) return null;
  const id = hand.newId();
  putIn(tr, place, [noteref.create({ note: id })], hand);
  tr.insert(tr.doc.content.size, note.create({ id, mark: freeMark(tr.doc), added: true }));
  return tr.doc.content.size - 1;
}

/** The next number that no note has. */
function freeMark(doc: Node): string {
  const marks = blocksOf(doc).flatMap(({ block }) =>
    block.type === schema.nodes.note ? Number.parseInt(textOfAttr(block.attrs, 'mark'), 10) || 0 : [],
  );
  return String(Math.max(0, ...marks) + 1);
}

/** One comment: on which words, by whom, what it says. */
export interface Comment {
  id: string;
  author: string;
  at: string;
  text: string;
  from: number;
  to: number;
  words: string;
}

/** Says something on the words between two places. */
export function addComment(tr: Transform, from: number, to: number, text: string, hand: Hand): string {
  const id = hand.newId();
  tr.addMark(from, to, schema.marks.comment.create({ id, author: hand.author, at: hand.at, text }));
  return id;
}

/** Takes a comment off; the history keeps it. */
export function resolveComment(tr: Transform, id: string): void {
  for (const { from, to, mark } of marksWithId(tr.doc, id).reverse()) tr.removeMark(from, to, mark);
}

function marksWithId(doc: Node, id: string) {
  const found: { from: number; to: number; mark: Node['marks'][number] }[] = [];
  doc.descendants((node, at) => {
    const mark = node.marks.find((mark) => mark.type === schema.marks.comment && mark.attrs['id'] === id);
    if (mark !== undefined) found.push({ from: at, to: at + node.nodeSize, mark });
    return true;
  });
  return found;
}

/** The comments on a draft, in the order of the text. */
export function commentsIn(doc: Node): Comment[] {
  const comments = new Map<string, Comment>();
  doc.descendants((node, at) => {
    for (const mark of node.marks) {
      if (mark.type !== schema.marks.comment) continue;
      const [id = '', author = '', when = '', text = ''] = ['id', 'author', 'at', 'text'].map((name) =>
        textOfAttr(mark.attrs, name),
      );
      const known = comments.get(id) ?? { id, author, at: when, text, from: at, to: at, words: '' };
      comments.set(id, { ...known, to: at + node.nodeSize, words: known.words + (node.text ?? '') });
    }
    return true;
  });
  return [...comments.values()];
}
