/**
 * A draft as a legal text with its changes: computed from the base text and the text as it now stands, clause by
 * clause. Where the suggestions of a block tell the whole way from its base words, they are the changes; where some
 * were accepted, the changes are found word by word. A clause that was moved, or became a sub-clause, is deleted in
 * one place and inserted in the other.
 */
import type { Node } from 'prosemirror-model';
import { fold } from '#formats/document/index.ts';
import type { Annex, BothWords, Clause, Footnote, LegalText, Section, TextRun } from '#kernel/reading/index.ts';
import { runsBetween } from '../register/settle.ts';
import { baseOf, foldRuns, isChanged } from '../words/runs.ts';
import { kindOf, labelsOf, type BothLabels } from './outline.ts';
import { entriesOf, type Entry } from './merged.ts';
import { followedLabel } from './references.ts';
import { idOf, isInserted, isStruck, schema, textOfAttr } from './schema.ts';

interface Drafted {
  labels: ReadonlyMap<string, BothLabels>;
  /** Notes by id, in the draft and in the base. */
  notes: { now: ReadonlyMap<string, Node>; before: ReadonlyMap<string, Node> };
}

/**
 * The text of a draft, with its changes. Lines are counted in the draft itself: one for each block.
 * @param base the text that is changed; `null` for a new text
 */
export function textOfDraft(doc: Node, base: Node | null): LegalText {
  const drafted: Drafted = { labels: labelsOf(doc, base), notes: { now: notesOf(doc), before: notesOf(base) } };
  const entries = entriesOf(doc, base);
  const [heading, title, opening] = ['heading', 'title', 'opening'].map((name) =>
    wordsOf(
      entries.find(({ block }) => block.type.name === name),
      drafted,
    ),
  );
  const { sections, annexes } = partsOf(entries, drafted);
  const { footnotes, dropped } = footnotesOf(entries, drafted);
  return {
    heading: heading?.words ?? null,
    ...(heading?.changed === undefined ? {} : { changedHeading: heading.changed }),
    title: title?.words ?? null,
    ...(title?.changed === undefined ? {} : { changedTitle: title.changed }),
    opening: opening?.words ?? null,
    ...(opening?.changed === undefined ? {} : { changedOpening: opening.changed }),
    sections,
    annexes,
    footnotes,
    ...(dropped.length > 0 ? { droppedFootnotes: dropped } : {}),
  };
}

/** Ids of the blocks of a draft by their lines in {@link textOfDraft}. */
export function idsByLine(doc: Node, base: Node | null): Map<number, string> {
  return new Map(
    entriesOf(doc, base).flatMap(({ block, line, in: side }) => (side === 'base' ? [] : [[line, idOf(block)]])),
  );
}

function partsOf(entries: readonly Entry[], drafted: Drafted): Pick<LegalText, 'sections' | 'annexes'> {
  const sections: Section[] = [];
  const annexes: Annex[] = [];
  let into = sections;
  let open: { clause: Clause; depth: number }[] = [];
  const headings = new Map<Section, SectionHeading>();
  const begin = (kind: Section['kind'], line: number, heading: SectionHeading): void => {
    const { words, changed } = heading;
    const section: Section = {
      kind,
      heading: words,
      ...(changed === undefined ? {} : { changedHeading: changed }),
      status: 'kept',
      clauses: [],
      line,
    };
    headings.set(section, heading);
    into.push(section);
    open = [];
  };
  for (const entry of entries) {
    const { name } = entry.block.type;
    const words = wordsOf(entry, drafted);
    if (name === 'section') begin(kindOf(entry.block), entry.line, { ...words, own: entry.in });
    else if (name === 'annex') {
      into = [];
      annexes.push(annexOf(entry, words, into));
      open = [];
    } else if (name === 'annextitle') {
      const annex = annexes.at(-1);
      if (annex === undefined) continue;
      annex.title = words.words;
      if (words.changed !== undefined) annex.changedTitle = words.changed;
    } else if (name === 'clause') {
      const clause = clauseOf(entry, drafted);
      if (into.length === 0) {
        const kind = annexes.length > 0 ? 'annex' : 'operative';
        begin(kind, entry.line, { words: null, changed: undefined, own: entry.in });
      }
      open = open.slice(0, open.findLastIndex(({ depth }) => depth < entry.depth) + 1);
      (open.at(-1)?.clause.children ?? into.at(-1)?.clauses)?.push(clause);
      open.push({ clause, depth: entry.depth });
    }
  }
  for (const section of [...sections, ...annexes.flatMap((annex) => annex.sections)]) {
    section.status = statusOfSection(headings.get(section)?.own ?? 'both', section);
  }
  return { sections, annexes };
}

type SectionHeading = BlockWords & { own: Entry['in'] };

function annexOf({ line }: Entry, { words, changed }: BlockWords, sections: Section[]): Annex {
  const heading = words ?? changed?.before ?? '';
  return { heading, ...(changed === undefined ? {} : { changedHeading: changed }), title: null, sections, line };
}

function statusOfSection(own: Entry['in'], section: Section): Section['status'] {
  const all = (status: Clause['status']): boolean => section.clauses.every((clause) => clause.status === status);
  if (own === 'draft' && all('inserted')) return 'inserted';
  if (own === 'base' && all('deleted')) return 'deleted';
  return own === 'both' && section.changedHeading === undefined && section.clauses.every(isKept) ? 'kept' : 'changed';
}

const isKept = (clause: Clause): boolean => clause.status === 'kept' && clause.children.every(isKept);

interface BlockWords {
  /** In the draft, or where it has none, in the base. */
  words: string | null;
  /** Both, where they differ. */
  changed: BothWords | undefined;
}

/** The words of a heading, a title or the like in both texts; `null` for a text that has none. */
function wordsOf(entry: Entry | undefined, drafted: Drafted): BlockWords {
  if (entry === undefined) return { words: null, changed: undefined };
  const before = entry.in === 'draft' ? '' : fold(wordsIn(entry.base));
  const after = entry.in === 'base' ? '' : liveText(entry.block, drafted);
  const words = after === '' ? (before === '' ? null : before) : after;
  if (before === after) return { words, changed: undefined };
  return { words, changed: { before: before === '' ? null : before, after: after === '' ? null : after } };
}

function clauseOf(entry: Entry, drafted: Drafted): Clause {
  const labels = drafted.labels.get(idOf(entry.block));
  const before = entry.in === 'draft' ? null : fold(wordsIn(entry.base));
  const after = entry.in === 'base' ? null : liveText(entry.block, drafted);
  const label = {
    before: before === null ? null : (labels?.before ?? ''),
    after: after === null ? null : (labels?.after ?? ''),
  };
  const runs = runsOfBlock(entry, before, after, drafted);
  return {
    label: { printed: label.after ?? label.before ?? '', ...label },
    status: statusOf(before, after, runs, label.before === label.after),
    before,
    after,
    runs,
    certainty: 'sure',
    line: entry.line,
    children: [],
  };
}

function statusOf(
  before: string | null,
  after: string | null,
  runs: readonly TextRun[],
  sameLabel: boolean,
): Clause['status'] {
  if (before === null) return 'inserted';
  if (after === null) return 'deleted';
  return isChanged(runs) ? 'changed' : sameLabel ? 'kept' : 'renumbered';
}

function runsOfBlock(entry: Entry, before: string | null, after: string | null, drafted: Drafted): TextRun[] {
  if (before === null) return after === null || after === '' ? [] : [{ text: after, change: 'inserted' }];
  if (after === null) return before === '' ? [] : [{ text: before, change: 'deleted' }];
  const runs = foldRuns(runsIn(entry.block, drafted.labels));
  return fold(baseOf(runs)) === before ? runs : runsBetween(before, after);
}

/** The words of a block with its suggestions; references show the label that their clause has now. */
export function runsIn(block: Node, labels: ReadonlyMap<string, BothLabels>): TextRun[] {
  const runs: TextRun[] = [];
  block.forEach((inline) => {
    if (inline.text === undefined) return;
    const change = isStruck(inline) ? 'deleted' : isInserted(inline) ? 'inserted' : 'same';
    const followed = change === 'deleted' ? null : followedLabel(inline, labels);
    if (followed === null) {
      runs.push({ text: inline.text, change });
      return;
    }
    if (change === 'same') runs.push({ text: inline.text, change: 'deleted' });
    runs.push({ text: followed, change: 'inserted' });
  });
  return runs;
}

/** The words of a block in the draft. */
function liveText(block: Node, { labels }: Drafted): string {
  return fold(
    runsIn(block, labels)
      .filter(({ change }) => change !== 'deleted')
      .map(({ text }) => text)
      .join(''),
  );
}

const wordsIn = (block: Node | null): string => block?.textContent ?? '';

function notesOf(doc: Node | null): Map<string, Node> {
  const notes = new Map<string, Node>();
  doc?.forEach((block) => {
    if (block.type === schema.nodes.note) notes.set(idOf(block), block);
  });
  return notes;
}

/** Ids of the notes that a block refers to. */
function signsIn(block: Node | null, live: boolean): string[] {
  const ids: string[] = [];
  block?.forEach((inline) => {
    if (inline.type === schema.nodes.noteref && !(live && isStruck(inline))) ids.push(textOfAttr(inline.attrs, 'note'));
  });
  return ids;
}

/** The notes in the order of their signs; a note without a sign is in neither text. */
function footnotesOf(entries: readonly Entry[], drafted: Drafted): { footnotes: Footnote[]; dropped: Footnote[] } {
  const footnotes: Footnote[] = [];
  const dropped: Footnote[] = [];
  const later = new Set(entries.flatMap((entry) => (entry.in === 'base' ? [] : signsIn(entry.block, true))));
  for (const entry of entries) {
    const now = entry.in === 'base' ? [] : signsIn(entry.block, true);
    const before = entry.in === 'draft' ? [] : signsIn(entry.base, false);
    for (const id of new Set([...before, ...now])) {
      const note = drafted.notes.now.get(id) ?? drafted.notes.before.get(id);
      if (note === undefined) continue;
      const mark = textOfAttr(note.attrs, 'mark');
      const text = now.includes(id) ? liveText(note, drafted) : '';
      const old = drafted.notes.before.get(id);
      const oldText = old === undefined ? null : fold(old.textContent);
      if (now.includes(id)) {
        const changed = oldText === text ? {} : { changedText: { before: oldText, after: text } };
        footnotes.push({ mark, text, ...changed, line: entry.line });
      } else if (!later.has(id)) dropped.push({ mark, text: oldText ?? '', line: entry.line });
    }
  }
  return { footnotes, dropped };
}
