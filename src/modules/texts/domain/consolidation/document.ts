/**
 * A consolidated text as a document with real revisions, each by the proponents who want it: rejecting all gives the base
 * text, accepting all the working text with its alternatives in square brackets.
 */
import type { Document, Note, Paragraph, Run } from '#formats/document/index.ts';
import type { Change, ConsolidatedText } from '#kernel/reading/index.ts';
import { documentOf, type About } from '../publish/document.ts';
import { marksFor, paragraphOf, runsOf } from '../publish/paragraphs.ts';
import { labelRuns } from '../publish/text.ts';
import {
  layoutOf,
  standingWords,
  type Alternative,
  type LaidClause,
  type LaidPassage,
  type LaidSection,
} from './layout.ts';
import type { Piece } from './pieces.ts';

/** Author of what follows from the changes of several: labels, signs, brackets. */
const coordinator = 'Consolidation';

interface Making {
  date: string | null;
  paragraphs: Paragraph[];
  /** For each line of the base the paragraph of its clause. */
  byLine: Map<number, Paragraph>;
}

/**
 * The document of a draft.
 * @param date of all revisions, ISO 8601; `null` where none should be told
 */
export function documentOfDraft(draft: ConsolidatedText, date: string | null, about: Partial<About> = {}): Document {
  const layout = layoutOf(draft);
  const making: Making = { date, paragraphs: [], byLine: new Map() };
  const { suppression } = layout;
  if (suppression.state === 'open') {
    add(
      making,
      'Note',
      [
        piece(
          `[${suppression.by.join(', ')} would suppress this text, which ${suppression.against.join(', ')} would amend.]`,
          'inserted',
          suppression.by,
        ),
      ],
      { inBase: false, inText: true, by: suppression.by },
    );
  }
  const isSuppressed = suppression.state === 'suppressed';
  passage(making, 'ResNo', layout.heading);
  passage(making, 'Restitle', layout.title);
  passage(making, 'Normalaftertitle', layout.opening);
  const sections = (annex: string | null): void => {
    for (const section of layout.sections)
      if (section.annex === annex) addSection(making, section, isSuppressed ? suppression.by : null);
  };
  sections(null);
  for (const annex of layout.annexes) {
    passage(making, 'AnnexNo', annex.heading);
    passage(making, 'Annextitle', annex.title);
    sections(annex.id);
  }
  const notes = layout.footnotes.flatMap(({ mark, note, line }, index) => addNote(making, { mark, note, line, index }));
  const title = draft.instrument;
  return documentOf([{ blocks: making.paragraphs, notes }], { name: title, properties: { title }, ...about });
}

const piece = (text: string, change: Change, by: readonly string[]): Piece => ({ text, change, by: [...by] });

function runsOfPieces(pieces: readonly Piece[], date: string | null): Run[] {
  return pieces.flatMap(({ text, change, by }) =>
    runsOf([{ text, change }], { author: by.length === 0 ? coordinator : by.join(', '), date }),
  );
}

function add(
  { paragraphs, date }: Making,
  style: string,
  pieces: readonly Piece[],
  { inBase, inText, by, label = [] }: { inBase: boolean; inText: boolean; by: readonly string[]; label?: Run[] },
): Paragraph {
  const author = by.length === 0 ? coordinator : by.join(', ');
  const paragraph = paragraphOf(
    style,
    [...label, ...runsOfPieces(pieces, date)],
    marksFor(inBase, inText, { author, date }),
  );
  paragraphs.push(paragraph);
  return paragraph;
}

function passage(making: Making, style: string, { pieces, stands, alternatives, conflict }: LaidPassage): void {
  if (pieces.length === 0 && conflict === null) return;
  const inBase = pieces.some(({ change }) => change !== 'inserted');
  const by = pieces.find(({ change }) => change !== 'same')?.by ?? [];
  if (conflict === null) {
    add(making, style, pieces, { inBase, inText: stands, by });
    return;
  }
  const standing = overBase(alternatives);
  for (const one of alternatives) {
    const isOver = one === standing;
    const words = inBrackets(one, isOver ? one.pieces : asInserted(one), alternatives);
    add(making, style, words, { inBase: isOver && inBase, inText: true, by: one.by });
  }
}

/** The alternative that is written over the base words: one that takes the clause away has none. */
function overBase(alternatives: readonly Alternative[]): Alternative | undefined {
  return alternatives.find(({ gone }) => !gone) ?? alternatives[0];
}

const asInserted = ({ gone, by, pieces }: Alternative): Piece[] => [
  piece(gone ? 'deleted' : standingWords(pieces), 'inserted', by),
];

function inBrackets(one: Alternative, pieces: readonly Piece[], all: readonly Alternative[]): Piece[] {
  const number = all.indexOf(one) + 1;
  const moved = one.movedTo === null ? '' : `, moved to ${one.movedTo}`;
  return [
    piece(`[ALT ${number} ${one.by.join(', ')}${moved}: `, 'inserted', one.by),
    ...pieces,
    piece(']', 'inserted', one.by),
  ];
}

function addSection(making: Making, section: LaidSection, suppressedBy: readonly string[] | null): void {
  const { heading, annex, clauses } = section;
  const style = annex === null ? 'Call' : 'Headingb';
  if (heading !== null) passage(making, style, suppressedBy === null ? heading : struck(heading, suppressedBy));
  for (const clause of clauses) addClause(making, clause, 1, suppressedBy);
}

function struck(heading: LaidPassage, by: readonly string[]): LaidPassage {
  const words = baseWords(heading.pieces);
  return { ...heading, stands: false, conflict: null, pieces: words === '' ? [] : [piece(words, 'deleted', by)] };
}

const baseWords = (pieces: readonly Piece[]): string =>
  pieces
    .filter(({ change }) => change !== 'inserted')
    .map(({ text }) => text)
    .join('');

function addClause(making: Making, clause: LaidClause, depth: number, suppressedBy: readonly string[] | null): void {
  const { base, fate, line } = clause;
  const isGone = suppressedBy !== null || !clause.stands;
  const by = suppressedBy ?? clause.by;
  const style = (label: string): string => (label !== '' || depth > 1 ? `enumlev${Math.min(depth, 3)}` : 'Normal');
  const typed = (before: string | null, after: string | null, names: readonly string[]): Run[] =>
    labelRuns(
      { printed: after ?? before ?? '', before, after },
      { author: names.length === 0 ? coordinator : names.join(', '), date: making.date },
    );
  const open = suppressedBy === null && clause.conflict !== null;
  if (isGone && base !== null) {
    const label = typed(base.label, null, by);
    const paragraph = add(making, style(base.label), [piece(base.words, 'deleted', by)], {
      inBase: true,
      inText: false,
      by,
      label,
    });
    making.byLine.set(line, paragraph);
  } else if (open && clause.alternatives.length > 0) {
    const standing = overBase(clause.alternatives);
    for (const one of clause.alternatives) {
      const isOver = one === standing;
      const pieces = inBrackets(one, isOver ? one.pieces : asInserted(one), clause.alternatives);
      const paragraph = add(making, style(one.label), pieces, {
        inBase: isOver && base !== null,
        inText: true,
        by: one.by,
        label: isOver ? typed(base?.label ?? null, one.label, []) : typed(null, one.label, one.by),
      });
      if (isOver) making.byLine.set(line, paragraph);
    }
  } else if (!isGone) {
    const isNew = base === null || fate === 'moved';
    const words = isNew ? [piece(standingWords(clause.pieces), 'inserted', by)] : clause.pieces;
    const shown = open ? [piece(`[${by.join(', ')}: `, 'inserted', by), ...words, piece(']', 'inserted', by)] : words;
    const label = typed(isNew ? null : base.label, clause.label, isNew ? by : []);
    const paragraph = add(making, style(clause.label), shown, { inBase: !isNew, inText: true, by, label });
    if (!isNew) making.byLine.set(line, paragraph);
  }
  for (const child of clause.children) addClause(making, child, depth + 1, suppressedBy);
}

/** A note of the base goes to the clause on its line or the one before; a new one to the end, where nothing says more. */
function addNote(
  { byLine, paragraphs, date }: Making,
  { mark, note, line, index }: { mark: string; note: LaidPassage; line: number; index: number },
): Note[] {
  const isNew = note.pieces.every(({ change }) => change === 'inserted');
  const near = Math.max(...[...byLine.keys()].filter((one) => one <= line), 0);
  const home = (isNew ? undefined : byLine.get(near)) ?? paragraphs.at(-1);
  if (home === undefined) return [];
  const id = String(index + 1);
  const by = note.pieces.find(({ change }) => change !== 'same')?.by ?? [];
  const marks = marksFor(!isNew, note.stands, { author: by.join(', ') || coordinator, date });
  const [reference] = runsOf([{ text: mark, change: 'same' }], { author: null, date: null });
  if (reference !== undefined) {
    home.runs.push({
      ...reference,
      marks,
      style: { ...reference.style, name: 'footnote reference', vertical: 'superscript' },
      note: { kind: 'footnote', id },
    });
  }
  return [
    { kind: 'footnote', id, mark, blocks: [paragraphOf('FootnoteText', runsOfPieces(note.pieces, date))], line: null },
  ];
}
