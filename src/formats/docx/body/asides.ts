/** The texts beside the body: notes, comments, headers and footers. */
import type { Block, Comment, Document, Note } from '../../document/index.ts';
import type { Package } from '../package/package.ts';
import type { Relationship } from '../package/relationships.ts';
import type { Element } from '../xml/element.ts';
import { readBlocks } from './blocks.ts';
import { noteKey } from './notes.ts';
import { Story, type Shared } from './story.ts';

/** The parts that a relationship of the main part leads to, by its type. */
export type PartsOf = (type: string) => string[];

/** Finds parts by type of relationship, each once, as the package holds them. */
export function partsByType(relationships: ReadonlyMap<string, Relationship>, source: Package): PartsOf {
  return (type) => {
    const targets = new Set(
      [...relationships.values()]
        .filter((one) => one.type === type && !one.external)
        .map((one) => one.target.toLowerCase()),
    );
    return source.names.filter((name) => targets.has(name.toLowerCase()));
  };
}

/** Reads the footnotes and endnotes; separators are no notes. */
export function readNotes(source: Package, parts: PartsOf, shared: Shared): Note[] {
  const referred = shared.notes.finish(shared.remarks);
  const notes: Note[] = [];
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const part of parts(`${kind}s`)) {
      const relationships = source.relationships(part);
      source.readXml(part, [`w:${kind}s`], (element) => {
        const type = element.attributes['w:type'] ?? 'normal';
        if (element.name !== `w:${kind}` || type !== 'normal') return;
        const id = element.attributes['w:id'] ?? '';
        const reference = referred.get(noteKey(kind, id));
        const line = reference === undefined || reference.line === 0 ? null : reference.line;
        notes.push({
          kind,
          id,
          mark: reference?.mark ?? '',
          blocks: storyOf(element, shared, relationships, line),
          line,
        });
      });
    }
  }
  return ordered(notes);
}

/** Above any line. */
const endOfKind = 2 ** 32;

/** Footnotes before endnotes, each in the order of the body; those that nothing refers to at the end. */
function ordered(notes: Note[]): Note[] {
  return notes.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ kind, line }: Note): number {
  return (line ?? endOfKind - 1) + (kind === 'footnote' ? 0 : endOfKind);
}

/** Reads the comments. */
export function readComments(source: Package, parts: PartsOf, shared: Shared): Comment[] {
  const comments: Comment[] = [];
  for (const part of parts('comments')) {
    const relationships = source.relationships(part);
    source.readXml(part, ['w:comments'], (element) => {
      if (element.name !== 'w:comment') return;
      const { 'w:id': id = '', 'w:author': author, 'w:initials': initials, 'w:date': date } = element.attributes;
      const range = shared.commented.get(id);
      comments.push({
        id,
        author: author ?? null,
        initials: initials ?? null,
        date: date ?? null,
        blocks: storyOf(element, shared, relationships, range?.first ?? null),
        lines: range === undefined ? null : [range.first, range.last],
      });
    });
  }
  return comments;
}

/** Reads headers and footers, each part once. */
export function readMargins(source: Package, parts: PartsOf, shared: Shared): Document['margins'] {
  const margins: Document['margins'] = [];
  for (const [kind, root] of [
    ['header', 'w:hdr'],
    ['footer', 'w:ftr'],
  ] as const) {
    for (const part of parts(kind)) {
      const story = new Story(shared, source.relationships(part), 0);
      const blocks: Block[] = [];
      source.readXml(part, [root], (element) => blocks.push(...readBlocks([element], story)));
      story.fields.finish(shared.remarks);
      margins.push({ kind, blocks });
    }
  }
  return margins;
}

/** Paragraphs beside the body carry the line that they belong to, 0 where there is none. */
function storyOf(
  element: Element,
  shared: Shared,
  relationships: ReadonlyMap<string, Relationship>,
  line: number | null,
): Block[] {
  const story = new Story(shared, relationships, line ?? 0);
  const blocks = readBlocks(element.children, story);
  story.fields.finish(shared.remarks);
  return blocks;
}
