/** A legal text with its changes as paragraphs in house styles. */
import { plainStyle, type Note, type Paragraph, type Run, type RunStyle } from '#formats/document/index.ts';
import type { Annex, BothWords, Clause, Footnote, LegalText, Section } from '#kernel/reading/index.ts';
import { marksFor, paragraphOf, runsOf, wordsBetween, type By, type Published } from './paragraphs.ts';

/** A paragraph with the texts that it stands in. */
interface Entry {
  paragraph: Paragraph;
  inBase: boolean;
  inProposed: boolean;
  /** Line of the record; 0 for heading, title and opening, which have none. */
  line: number;
}

/**
 * The paragraphs of a text. Labels are typed words: a renumbering strikes out the old one and inserts the new one.
 * Notes stand at the end of the clause that refers to them.
 */
export function textBlocks(text: LegalText, by: By): Published {
  const writer = new TextWriter(by);
  writer.text(text);
  return { blocks: writer.entries.map(({ paragraph }) => paragraph), notes: writer.notes };
}

class TextWriter {
  readonly entries: Entry[] = [];
  readonly notes: Note[] = [];
  readonly #by: By;

  constructor(by: By) {
    this.#by = by;
  }

  text(text: LegalText): void {
    this.#words('ResNo', bothOf(text.heading, text.changedHeading), 0);
    this.#words('Restitle', bothOf(text.title, text.changedTitle), 0);
    this.#words('Normalaftertitle', bothOf(text.opening, text.changedOpening), 0);
    for (const section of text.sections) this.#section(section, 'Call');
    for (const annex of text.annexes) this.#annex(annex);
    for (const note of notesOf(text)) this.#note(note);
  }

  #annex(annex: Annex): void {
    const { inBase, inProposed } = sidesOfSections(annex.sections);
    const words = bothOf(annex.heading, annex.changedHeading);
    // An annex that holds anything in a text is headed there.
    const held = annex.sections.length > 0;
    const heading = {
      before: words.before ?? (held && inBase ? annex.heading : null),
      after: words.after ?? (held && inProposed ? annex.heading : null),
    };
    this.#words('AnnexNo', heading, annex.line);
    this.#words(
      'Annextitle',
      annex.changedTitle ?? only(annex.title, { inBase: heading.before !== null, inProposed: heading.after !== null }),
      annex.line,
    );
    for (const section of annex.sections) this.#section(section, 'Headingb');
  }

  #section(section: Section, style: string): void {
    const heading = section.changedHeading ?? only(section.heading, sidesOfSections([section]));
    this.#words(style, heading, section.line);
    for (const clause of section.clauses) this.#clause(clause, 1);
  }

  #words(style: string, words: BothWords, line: number): void {
    if (words.before === null && words.after === null) return;
    this.#add(style, runsOf(wordsBetween(words), this.#by), words.before !== null, words.after !== null, line);
  }

  #clause(clause: Clause, depth: number): void {
    const { label, before, after, runs } = clause;
    const words = [...labelRuns(label, this.#by), ...runsOf(runs, this.#by)];
    const labelled = (label.before ?? '') !== '' || (label.after ?? '') !== '';
    const style = labelled || depth > 1 ? `enumlev${Math.min(depth, 3)}` : 'Normal';
    this.#add(style, words, before !== null, after !== null, clause.line);
    for (const child of clause.children) this.#clause(child, depth + 1);
  }

  #add(style: string, runs: Run[], inBase: boolean, inProposed: boolean, line: number): void {
    const paragraph = paragraphOf(style, runs, marksFor(inBase, inProposed, this.#by));
    this.entries.push({ paragraph, inBase, inProposed, line });
  }

  /** A note that a text has goes where that text has words, as near to its place as can be. */
  #note({ note, words }: NoteWords): void {
    const home = this.#homeOf(note.line, words);
    if (home === null) return;
    const inBase = home.inBase && words.before !== null;
    const inProposed = home.inProposed && words.after !== null;
    const id = String(this.notes.length + 1);
    const marks = marksFor(inBase, inProposed, this.#by);
    home.paragraph.runs.push({
      text: note.mark,
      marks,
      style: referenceStyle,
      link: null,
      note: { kind: 'footnote', id },
      control: null,
    });
    const paragraph = paragraphOf('FootnoteText', runsOf(wordsBetween(words), this.#by));
    this.notes.push({ kind: 'footnote', id, mark: note.mark, blocks: [paragraph], line: null });
  }

  #homeOf(line: number, words: BothWords): Entry | null {
    const near = Math.max(
      0,
      this.entries.findLastIndex((entry) => entry.line <= line),
    );
    const exact = this.entries.findLast((entry) => entry.line === line);
    if (exact !== undefined) {
      const suits = (words.before === null || exact.inBase) && (words.after === null || exact.inProposed);
      // A note goes with its clause: struck out or new together, though its own words say nothing of it.
      if (suits || words.before === words.after) return exact;
    }
    const fits = (entry: Entry): boolean =>
      (words.before === null || entry.inBase) && (words.after === null || entry.inProposed);
    return (
      this.entries.slice(0, near + 1).findLast(fits) ??
      this.entries.slice(near).find(fits) ??
      this.entries[near] ??
      null
    );
  }
}

const referenceStyle: RunStyle = { ...plainStyle, name: 'footnote reference', vertical: 'superscript' };

interface NoteWords {
  note: Footnote;
  words: BothWords;
}

/** The notes of both texts in the order of their places. */
function notesOf(text: LegalText): NoteWords[] {
  const kept = text.footnotes.map((note) => ({ note, words: bothOf(note.text, note.changedText) }));
  const dropped = (text.droppedFootnotes ?? []).map((note) => ({ note, words: { before: note.text, after: null } }));
  return [...kept, ...dropped].sort((one, other) => one.note.line - other.note.line);
}

const bothOf = (words: string | null, changed: BothWords | undefined): BothWords =>
  changed ?? { before: words, after: words };

interface Sides {
  inBase: boolean;
  inProposed: boolean;
}

const only = (words: string | null, { inBase, inProposed }: Sides): BothWords => ({
  before: inBase ? words : null,
  after: inProposed ? words : null,
});

/** A heading without changes of its own stands in every text that has something under it. */
function sidesOfSections(sections: readonly Section[]): Sides {
  const inText = (gone: Section['status'], has: (clause: Clause) => boolean): boolean =>
    sections.length === 0 || sections.some(({ status, clauses }) => status !== gone || anywhere(clauses, has));
  return {
    inBase: inText('inserted', ({ before }) => before !== null),
    inProposed: inText('deleted', ({ after }) => after !== null),
  };
}

const anywhere = (clauses: readonly Clause[], has: (clause: Clause) => boolean): boolean =>
  clauses.some((clause) => has(clause) || anywhere(clause.children, has));

/** Letters of labels are set in italics, numbers are not. */
function labelStyle(label: string): RunStyle {
  return /^\(?\p{L}/u.test(label) ? { ...plainStyle, italic: true } : plainStyle;
}

/** A label with the tab behind it: where the two texts differ, the old one struck out and the new one inserted. */
export function labelRuns({ before, after }: Clause['label'], by: By): Run[] {
  const typed = (label: string, change: 'same' | 'inserted' | 'deleted'): Run[] =>
    runsOf([{ text: label, change }], by, labelStyle(label));
  const tab = (change: 'same' | 'inserted' | 'deleted'): Run[] => runsOf([{ text: '\t', change }], by);
  const [old, next] = [before ?? '', after ?? ''];
  if (before === null) return next === '' ? [] : [...typed(next, 'inserted'), ...tab('inserted')];
  if (after === null) return old === '' ? [] : [...typed(old, 'deleted'), ...tab('deleted')];
  if (old === next) return old === '' ? [] : [...typed(old, 'same'), ...tab('same')];
  const change = old === '' ? 'inserted' : next === '' ? 'deleted' : 'same';
  return [...typed(old, 'deleted'), ...typed(next, 'inserted'), ...tab(change)];
}
