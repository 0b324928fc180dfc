/**
 * References from one clause of a text to another ("considering c) above", "resolves 3"). They are kept as marks that
 * know the clause they point to, so that they follow it when it is renumbered.
 */
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { clauseCitations } from '../citations/clauses.ts';
import { coreOf } from './numbering.ts';
import { placedClauses, type BothLabels } from './outline.ts';
import { isInserted, isStruck, liveWords, schema, textOfAttr } from './schema.ts';

/** What references can point to: the labels under each heading, as they are at the moment. */
export interface Targets {
  /** In lower case, longest first. */
  headings: readonly string[];
  /** Clauses by heading and core of the label, with their sections; `null` where two headings make it doubtful. */
  byName: ReadonlyMap<string, { id: string; section: string } | null>;
}

const noFused: ReadonlyMap<string, string> = new Map();
const nameOf = (heading: string): string =>
  heading
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .replace(/[,:]$/u, '')
    .toLowerCase();

/** Everything in a text that a reference can point to. */
export function targetsIn(doc: Node, labels: ReadonlyMap<string, BothLabels>): Targets {
  const headings = new Map<string, string>();
  doc.forEach((block) => {
    if (block.type === schema.nodes.section) headings.set(textOfAttr(block.attrs, 'id'), nameOf(liveWords(block)));
  });
  const byName = new Map<string, { id: string; section: string } | null>();
  for (const { id, section } of placedClauses(doc)) {
    const label = labels.get(id)?.after ?? '';
    if (label === '') continue;
    const name = `${headings.get(section) ?? ''}|${coreOf(label)}`;
    byName.set(name, byName.has(name) ? null : { id, section });
  }
  const named = new Set([...headings.values()].filter((heading) => heading !== ''));
  return { headings: [...named].sort((one, other) => other.length - one.length), byName };
}

/** One reference in some words: the place of the label alone, and the clause it points to. */
export interface Reference {
  from: number;
  to: number;
  target: string;
  /** The section whose heading the words name. */
  under: string;
}

/** The references in some words whose clause the text has. */
export function referencesIn(words: string, targets: Targets): Reference[] {
  return clauseCitations({ line: 1, text: words }, { headings: targets.headings, fused: noFused }).flatMap(
    ({ heading, from, to, citation }) => {
      const target = targets.byName.get(`${heading}|${coreOf(citation.number)}`);
      const label = /\S+(?:[ \u00a0]\))?$/u.exec(words.slice(from, to))?.[0] ?? '';
      return citation.number === '' || target === undefined || target === null
        ? []
        : [{ from: to - label.length, to, target: target.id, under: target.section }];
    },
  );
}

interface Piece {
  /** Place in the document. */
  at: number;
  words: string;
  target: string | null;
  inserted: boolean;
}

/**
 * Marks the references of one block that are not marked yet. What is marked stays as it is: it points to a clause,
 * whatever its label has become.
 * @param at where the block begins
 * @param words which references: those in words of the base text, which name its labels, or those with new words
 */
export function markReferences(tr: Transform, at: number, targets: Targets, words: 'base' | 'new' = 'new'): void {
  const block = tr.doc.nodeAt(at);
  if (block !== null) markIn(tr, block, at + 1, targets, words);
}

/** A block with its references marked. */
export function withReferences(block: Node, before: Targets, after: Targets): Node {
  const tr = new Transform(block);
  markIn(tr, tr.doc, 0, before, 'base');
  markIn(tr, tr.doc, 0, after, 'new');
  return tr.doc;
}

/** @param start where the words of the block begin in the transform's document */
function markIn(tr: Transform, block: Node, start: number, targets: Targets, words: 'base' | 'new'): void {
  if (targets.byName.size === 0) return;
  const pieces: Piece[] = [];
  block.forEach((inline, offset) => {
    if (isStruck(inline)) return;
    const mark = schema.marks.reference.isInSet(inline.marks);
    // A note stands for one sign that no reference holds.
    pieces.push({
      at: start + offset,
      words: inline.text ?? '\ufffc',
      target: mark === undefined ? null : textOfAttr(mark.attrs, 'target'),
      inserted: isInserted(inline),
    });
  });
  // A "2" that was typed on to "2.1" or "20" means no more what it meant.
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    const typedOn = next?.target === null && /\d$/u.test(piece.words) && /^\.?\d/u.test(next.words);
    if (piece.target === null || !typedOn) continue;
    tr.removeMark(piece.at, next.at, schema.marks.reference);
    piece.target = null;
  }
  for (const { from, to, target, under } of referencesIn(pieces.map((piece) => piece.words).join(''), targets)) {
    const touched = piecesBetween(pieces, from, to);
    const marked = touched.every((piece) => piece.target !== null && piece.target === touched[0]?.target);
    const isNew = touched.some(({ inserted }) => inserted);
    if (touched.length === 0 || marked || (words === 'base') === isNew) continue;
    for (const piece of touched) {
      tr.removeMark(piece.at, piece.at + piece.words.length, schema.marks.reference);
      tr.addMark(piece.at, piece.at + piece.words.length, schema.marks.reference.create({ target, under }));
    }
  }
}

/** The pieces of words between two places, cut to them. */
function piecesBetween(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const cut: Piece[] = [];
  let start = 0;
  for (const piece of pieces) {
    const first = Math.max(from, start);
    const last = Math.min(to, start + piece.words.length);
    if (first < last) {
      const words = piece.words.slice(first - start, last - start);
      cut.push({ ...piece, at: piece.at + first - start, words });
    }
    start += piece.words.length;
  }
  return cut;
}

/**
 * The label that the words of a reference have to show now; `null` where they show it, or where the clause is gone or
 * stands under another heading and a person has to say what is meant.
 */
export function followedLabel(inline: Node, labels: ReadonlyMap<string, BothLabels>): string | null {
  const mark = schema.marks.reference.isInSet(inline.marks);
  const now = mark === undefined ? undefined : labels.get(textOfAttr(mark.attrs, 'target'));
  const after = now?.section === mark?.attrs['under'] ? (now?.after ?? '') : '';
  if (after === '' || inline.text === undefined) return null;
  const bare = after.replace(/\.$/u, '');
  return inline.text.replaceAll(/[ \u00a0]/gu, '') === bare ? null : bare;
}

/** Whether the words of a reference point to a clause that is gone or stands under another heading. */
export function isStray(inline: Node, labels: ReadonlyMap<string, BothLabels>): boolean {
  const mark = schema.marks.reference.isInSet(inline.marks);
  if (mark === undefined || isStruck(inline)) return false;
  const now = labels.get(textOfAttr(mark.attrs, 'target'));
  return (now?.after ?? '') === '' || now?.section !== mark.attrs['under'];
}
