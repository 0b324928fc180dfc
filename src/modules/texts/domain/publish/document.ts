/** Documents of legal texts and proposals: the first half of the way out, record → Document → writer → bytes. */
import {
  stands,
  type Block,
  type Document,
  type Note,
  type Paragraph,
  type Run,
  type Table,
} from '#formats/document/index.ts';
import type { LegalText, Proposal } from '#kernel/reading/index.ts';
import { nameOfInstrument, nameOfRevision } from '../register/identity.ts';
import { keepInsertionsApart, keepLastMark, paragraphOf, runsOf, type By, type Published } from './paragraphs.ts';
import { textBlocks } from './text.ts';

/** What a document is called. */
export interface About {
  /** File name without ending. */
  name: string;
  /** Title, creator and the like, for the file's own properties. */
  properties?: Record<string, string>;
}

/** A text with its changes as a document. Accepting all gives the proposed text, rejecting all the base text. */
export function documentOfText(text: LegalText, by: By, about: Partial<About> = {}): Document {
  const title = text.heading ?? text.title ?? 'Text';
  return documentOf([textBlocks(text, by)], { name: title, properties: { title }, ...about });
}

/** One proposal as a document. */
export function documentOfProposal(proposal: Proposal, by: By, about: Partial<About> = {}): Document {
  const { reference } = proposal;
  return documentOf([proposalBlocks(proposal, by)], { name: reference, properties: { title: reference }, ...about });
}

/**
 * A proposal as paragraphs: code line, text with changes, reasons.
 * @param reasons paragraphs of the reasons; a record only knows the lines of its source where they stand
 */
export function proposalBlocks(proposal: Proposal, by: By, reasons: readonly string[] = []): Published {
  const { action, reference, externalId, text } = proposal;
  const code = `${action}\t${reference}${externalId === null ? '' : `#${externalId}`}`;
  const made = text === null ? { blocks: headOf(proposal), notes: [] } : textBlocks(text, by);
  const reasoned = reasons.map((words, index) => plainParagraph('Reasons', index === 0 ? `Reasons:\t${words}` : words));
  return { blocks: [plainParagraph('Proposal', code), ...made.blocks, ...reasoned], notes: made.notes };
}

/** What a proposal is about, where it prints no text: no change, or a suppression by the heading alone. */
function headOf({ target, title, revision }: Proposal): Paragraph[] {
  const { kind, number, part } = target;
  const words = title.before ?? title.after;
  const named = words === null ? [] : [plainParagraph(number === null ? 'ResNo' : 'Restitle', words)];
  const ofPart = part === null ? [] : [plainParagraph('ResNo', part)];
  if (number === null) return [...named, ...ofPart];
  const adopted = revision.before ?? revision.after;
  const name = nameOfInstrument({ kind, number: String(number) }).toUpperCase();
  return [plainParagraph('ResNo', adopted === null ? name : `${name} ${nameOfRevision(adopted)}`), ...named];
}

/** A paragraph without changes. */
export function plainParagraph(styleId: string, words: string): Paragraph {
  return paragraphOf(styleId, runsOf([{ text: words, change: 'same' }], { author: null, date: null }));
}

/** The number of the page at the foot of each; writers set the right one. */
export const pageNumbers: Document['margins'][number] = {
  kind: 'footer',
  blocks: [plainParagraph('Footer', '– 1 –')],
};

/** Puts parts and tables one behind the other, counts their lines, ties their notes to them, and adds the numbers of pages. */
export function documentOf(parts: readonly (Published | Table)[], { name, properties = {} }: About): Document {
  const document: Document = {
    media: 'docx',
    name,
    blocks: [],
    notes: [],
    comments: [],
    controls: [],
    bookmarks: [],
    margins: [pageNumbers],
    properties,
    remarks: [],
  };
  let lines = 0;
  /** Paragraphs that follow each other without a table between them. */
  const stretches: Paragraph[][] = [[]];
  parts.forEach((part, index) => {
    if ('kind' in part) {
      document.blocks.push(counted(part, () => ++lines));
      stretches.push([]);
      return;
    }
    const places = new Map<string, number>();
    for (const block of part.blocks) {
      const line = ++lines;
      for (const { note } of block.runs) if (note !== null) places.set(note.id, line);
      const paragraph = { ...block, line, runs: block.runs.map((run) => renamed(run, index)) };
      document.blocks.push(paragraph);
      stretches.at(-1)?.push(paragraph);
    }
    for (const note of part.notes) {
      const line = places.get(note.id) ?? null;
      const inside = note.blocks.map((block) => (block.kind === 'table' ? block : { ...block, line: line ?? 0 }));
      document.notes.push({ ...note, id: `${index + 1}-${note.id}`, blocks: inside, line });
    }
  });
  for (const paragraphs of stretches) {
    keepInsertionsApart(paragraphs);
    keepLastMark(paragraphs);
  }
  countNotes(stretches.flat(), document.notes);
  return document;
}

/** A table with its paragraphs counted among the lines of the document. */
function counted(table: Table, next: () => number): Table {
  const inside = (block: Block): Block => (block.kind === 'table' ? counted(block, next) : { ...block, line: next() });
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(inside) })),
    })),
  };
}

/** Numbers as marks of notes are counted anew through the document, as Word counts: signs such as "*" stay. */
function countNotes(paragraphs: readonly Paragraph[], notes: readonly Note[]): void {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const counts = { base: 0, proposed: 0 };
  for (const run of paragraphs.flatMap(({ runs }) => runs)) {
    const note = run.note === null ? undefined : byId.get(run.note.id);
    if (note === undefined || !/^\d*$/.test(note.mark)) continue;
    const sides = (['base', 'proposed'] as const).filter((side) => stands(run.marks, side));
    for (const side of sides) counts[side]++;
    const last = sides.at(-1);
    run.text = last === undefined ? '' : String(counts[last]);
    note.mark = run.text;
  }
}

function renamed(run: Run, part: number): Run {
  return run.note === null ? run : { ...run, note: { ...run.note, id: `${part + 1}-${run.note.id}` } };
}
