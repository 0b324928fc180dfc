/** A legal text as a document to draft on: its changes become suggestions, its notes hang where their lines say. */
import { Fragment, type Mark, type Node } from 'prosemirror-model';
import type { BothWords, Clause, Footnote, LegalText, Section, TextRun } from '#kernel/reading/index.ts';
import { addressedClauses } from '../register/paths.ts';
import { runsBetween } from '../register/settle.ts';
import { labelsOf } from './outline.ts';
import { targetsIn, withReferences } from './references.ts';
import { deepest, schema } from './schema.ts';

/** Permanent ids for the parts of a text. */
export interface Ids {
  /** Id of the clause at an address within the text ("resolves-5.3"). */
  clause(path: string): string;
  /** Id of anything else. */
  next(): string;
}

interface Made {
  block: Node;
  /** Line of the source, for the notes that hang on it. */
  line: number;
}

/** A text with nothing in it yet. */
export function emptyDocument(): Node {
  const { doc, heading, title, opening } = schema.nodes;
  return doc.create(null, [heading.create(), title.create(), opening.create()]);
}

/** The document of a text. Words that its changes insert or delete are suggestions of nobody in particular. */
export function documentOf(text: LegalText, ids: Ids): Node {
  const { nodes } = schema;
  const paths = new Map(addressedClauses(text).map(({ clause, path }) => [clause, path]));
  const made: Made[] = [];
  const suggested = suggestedBy(ids);
  const push = (block: Node, line: number): number => made.push({ block, line });

  push(nodes.heading.create(null, suggested(runsOf(text.heading, text.changedHeading))), 0);
  push(nodes.title.create(null, suggested(runsOf(text.title, text.changedTitle))), 0);
  push(nodes.opening.create(null, suggested(runsOf(text.opening, text.changedOpening))), 0);

  const clause = (one: Clause, depth: number): void => {
    const added = one.label.before === null;
    const id = ids.clause(paths.get(one) ?? '');
    const label = one.label.before ?? one.label.after ?? '';
    push(
      nodes.clause.create({ id, depth: Math.min(depth, deepest), label, added }, suggested(standing(one))),
      one.line,
    );
    for (const child of one.children) clause(child, depth + 1);
  };
  const section = (one: Section): void => {
    const runs = one.changedHeading === undefined ? sameRuns(one) : runsOf(one.heading, one.changedHeading);
    const added = one.status === 'inserted' || (one.changedHeading !== undefined && one.changedHeading.before === null);
    push(nodes.section.create({ id: ids.next(), kind: one.kind, added }, suggested(runs)), one.line);
    for (const inner of one.clauses) clause(inner, 0);
  };
  text.sections.forEach(section);
  for (const annex of text.annexes) {
    const added = annex.changedHeading?.before === null;
    const heading = suggested(runsOf(annex.heading, annex.changedHeading));
    push(nodes.annex.create({ id: ids.next(), added }, heading), annex.line);
    if (annex.title !== null || annex.changedTitle !== undefined) {
      const title = suggested(runsOf(annex.title, annex.changedTitle));
      push(nodes.annextitle.create({ id: ids.next(), added }, title), annex.line);
    }
    annex.sections.forEach(section);
  }
  const notes = withNotes(made, text, ids, suggested);
  const doc = nodes.doc.create(null, [...made.map(({ block }) => block), ...notes]);
  return linked(doc);
}

/**
 * Marks all references of a document whose clause it has. Words that stood in the base text name the labels of the base
 * text; new words name the new ones.
 */
function linked(doc: Node): Node {
  const base = rejected(doc);
  const before = targetsIn(base, labelsOf(base, base));
  const after = targetsIn(doc, labelsOf(doc, base));
  const blocks: Node[] = [];
  doc.forEach((block) => blocks.push(withReferences(block, before, after)));
  return doc.copy(Fragment.fromArray(blocks));
}

/** The base text of a document with suggestions: what stood before any of them. */
export function rejected(doc: Node): Node {
  const kept: Node[] = [];
  doc.forEach((block) => {
    if (block.attrs['added'] === true) return;
    const inlines: Node[] = [];
    block.forEach((inline) => {
      if (schema.marks.insertion.isInSet(inline.marks) !== undefined) return;
      inlines.push(inline.mark(schema.marks.deletion.removeFromSet(inline.marks)));
    });
    kept.push(block.copy(Fragment.fromArray(inlines)));
  });
  return doc.copy(Fragment.fromArray(kept));
}

function runsOf(words: string | null, changed: BothWords | undefined): TextRun[] {
  if (changed === undefined) return words === null || words === '' ? [] : [{ text: words, change: 'same' }];
  return runsBetween(changed.before ?? '', changed.after ?? '');
}

/** The words of a section's heading that say nothing of changes of their own: they came or went with the section. */
function sameRuns({ heading, status }: Section): TextRun[] {
  const change = status === 'inserted' || status === 'deleted' ? status : 'same';
  return heading === null || heading === '' ? [] : [{ text: heading, change }];
}

/** The runs of a clause; those of a clause that is in one text only are of that text only. */
function standing({ label, runs }: Clause): TextRun[] {
  if (label.before === null) {
    return runs.flatMap(({ text, change }) => (change === 'deleted' ? [] : [{ text, change: 'inserted' as const }]));
  }
  if (label.after !== null) return runs;
  return runs.flatMap(({ text, change }) => (change === 'inserted' ? [] : [{ text, change: 'deleted' as const }]));
}

type Suggested = (runs: readonly TextRun[]) => Node[];

/** Words with their changes as words with marks; what replaces what it follows is one suggestion with it. */
function suggestedBy(ids: Ids): Suggested {
  return (runs) => {
    let id = '';
    return runs.map(({ text, change }, index) => {
      if (change === 'same') return schema.text(text);
      const before = runs[index - 1]?.change;
      if (before === undefined || before === 'same' || before === change) id = ids.next();
      return schema.text(text, [suggestion(change, id)]);
    });
  };
}

const suggestion = (change: 'inserted' | 'deleted', id: string): Mark =>
  (change === 'inserted' ? schema.marks.insertion : schema.marks.deletion).create({ id });

/** Hangs the notes on the blocks of their lines, and gives the blocks of the notes themselves. */
function withNotes(made: Made[], text: LegalText, ids: Ids, suggested: Suggested): Node[] {
  const dropped = new Set(text.droppedFootnotes ?? []);
  const all = [...text.footnotes, ...dropped].sort((one, other) => one.line - other.line);
  return all.map((note) => {
    const id = ids.next();
    const change = dropped.has(note) ? 'deleted' : note.changedText?.before === null ? 'inserted' : 'same';
    hang(made, note, schema.nodes.noteref.create({ note: id }), change, ids);
    const runs: TextRun[] = change === 'same' ? runsOf(note.text, note.changedText) : [{ text: note.text, change }];
    const words = suggested(runs.filter((run) => run.text !== ''));
    return schema.nodes.note.create({ id, mark: note.mark, added: change === 'inserted' }, words);
  });
}

/** Puts a sign for a note at the end of the block it belongs to: that of its line, or the last one before. */
function hang(made: Made[], note: Footnote, sign: Node, change: TextRun['change'], ids: Ids): void {
  const at = Math.max(
    made.findLastIndex(({ line }) => line <= note.line),
    1,
  );
  const home = made[note.line < (made[3]?.line ?? Number.POSITIVE_INFINITY) ? 1 : at];
  if (home === undefined) return;
  const last = home.block.lastChild;
  const gone = change !== 'inserted' && last !== null && schema.marks.deletion.isInSet(last.marks) !== undefined;
  const becomes = home.block.attrs['added'] === true ? 'inserted' : gone ? 'deleted' : change;
  const marked = becomes === 'same' ? sign : sign.mark([suggestion(becomes, ids.next())]);
  home.block = home.block.copy(home.block.content.append(Fragment.from(marked)));
}
