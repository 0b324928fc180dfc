/** One walk over a document before it is written: which styles it uses, where its moves, notes, controls and anchors are. */
import {
  stands,
  type Block,
  type Document,
  type Note,
  type Paragraph,
  type ParagraphStyle,
  type RevisionMark,
  type Run,
} from '../../document/index.ts';
import { numeral } from '../properties/numerals.ts';

export type Half = 'moved-from' | 'moved-to';
export const halves: readonly Half[] = ['moved-from', 'moved-to'];

/** How a note is written: its number in the package, and its mark if that is not the automatic one. */
export interface PlacedNote {
  note: Note;
  id: number;
  /** A typed mark; `null` where counting gives the mark that was printed. */
  typedMark: string | null;
  /** Whether the body refers to it. */
  referred: boolean;
}

export interface Survey {
  paragraphStyles: ParagraphStyle[];
  runStyles: Set<string>;
  /** For the words and paragraph marks that moved, in order: what shares a range; `null` for moves without a name. */
  moves: Record<Half, (string | null)[]>;
  /** The notes by reference, in the order in which the body refers to them; `null` for references without a note. */
  references: (PlacedNote | null)[];
  notes: PlacedNote[];
  /** Content controls that stand around words inside a paragraph; others stand around paragraphs, or are not written. */
  controls: Set<number>;
  revised: boolean;
}

/** The move that marks tell of; `undefined` where they tell of none of this half. */
export function moveIn(marks: readonly RevisionMark[], half: Half): string | null | undefined {
  return marks.find((mark) => mark.kind === half)?.move;
}

export function surveyOf(document: Document): Survey {
  return new Surveyor(document).made;
}

interface ControlPlace {
  paragraph: Paragraph;
  first: number;
  last: number;
  count: number;
  whole: boolean;
  isBody: boolean;
}

class Surveyor {
  readonly made: Survey = {
    paragraphStyles: [],
    runStyles: new Set(),
    moves: { 'moved-from': [], 'moved-to': [] },
    references: [],
    notes: [],
    controls: new Set(),
    revised: false,
  };
  readonly #styles = new Map<string, ParagraphStyle>();
  readonly #controls = new Map<number, ControlPlace>();
  readonly #notes: NotesOf;
  /** Ranges of moves stay inside one stretch: the body or a part of it, a note. */
  #stretch = 0;

  constructor(document: Document) {
    this.#notes = new NotesOf(document.notes);
    this.#walk(document.blocks, [], true);
    this.made.notes = this.#notes.inOrder();
    const notes = this.made.notes.map(({ note }) => note);
    for (const { blocks } of [...notes, ...document.comments, ...document.margins]) {
      this.#stretch++;
      this.#walk(blocks, [], false);
    }
    this.made.paragraphStyles = [...this.#styles.values()];
    for (const [index, place] of this.#controls) {
      const { count, first, last, whole, paragraph } = place;
      if (!whole || count !== last - first + 1) continue;
      const { kind, lines } = document.controls[index] ?? { kind: 'other', lines: null };
      // Around the paragraph a person may begin a new one inside; around the words Word allows no second paragraph.
      const holdsParagraph =
        kind === 'rich' &&
        place.isBody &&
        count === paragraph.runs.length &&
        lines?.[0] === paragraph.line &&
        lines[1] === paragraph.line;
      if (!holdsParagraph) this.made.controls.add(index);
    }
  }

  #walk(blocks: readonly Block[], around: readonly RevisionMark[], isBody: boolean): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        this.#paragraph(block, around, isBody);
        continue;
      }
      for (const row of block.rows)
        for (const cell of row.cells) this.#walk(cell.blocks, [...around, ...row.marks, ...cell.marks], isBody);
      this.made.revised ||= block.rows.some(
        ({ marks, cells }) => [marks, ...cells.map((cell) => cell.marks)].flat().length > 0,
      );
    }
  }

  #paragraph(paragraph: Paragraph, around: readonly RevisionMark[], isBody: boolean): void {
    const { style, runs, mark } = paragraph;
    // A mark that moved without a name would take the name of a range that runs on into its paragraph.
    if (halves.some((half) => moveIn(mark, half) === null)) this.#stretch++;
    if (style.id !== null && !this.#styles.has(style.id)) this.#styles.set(style.id, style);
    runs.forEach((run, index) => {
      if (run.style.name !== null) this.made.runStyles.add(run.style.name);
      if (run.control !== null) this.#control(run.control, paragraph, index, isBody);
      this.made.revised ||= run.marks.length > 0;
      this.#moves(run.marks);
      if (isBody && run.note !== null)
        this.made.references.push(this.#notes.refer(run, paragraph.line, [...around, ...run.marks]));
    });
    this.made.revised ||= mark.length > 0;
    this.#moves(mark);
  }

  #moves(marks: readonly RevisionMark[]): void {
    for (const half of halves) {
      const move = moveIn(marks, half);
      if (move !== undefined) this.made.moves[half].push(move === null ? null : `${this.#stretch} ${move}`);
    }
  }

  #control(index: number, paragraph: Paragraph, at: number, isBody: boolean): void {
    const known = this.#controls.get(index);
    if (known === undefined) {
      this.#controls.set(index, { paragraph, first: at, last: at, count: 1, whole: true, isBody });
      return;
    }
    known.whole &&= known.paragraph === paragraph;
    known.last = at;
    known.count++;
  }
}

/** Finds the note of each reference, gives the notes numbers of their own and tells typed marks from counted ones. */
class NotesOf {
  readonly #notes: readonly Note[];
  /** The notes of a name that no reference has taken yet, and those of a name on a line. */
  readonly #byName = new Map<string, Note[]>();
  readonly #byLine = new Map<string, Note[]>();
  readonly #first = new Map<string, Note>();
  readonly #made = new Map<Note, PlacedNote>();
  readonly #taken: Record<Note['kind'], Set<number>> = { footnote: new Set(), endnote: new Set() };
  readonly #counts = { footnote: { base: 0, proposed: 0 }, endnote: { base: 0, proposed: 0 } };

  constructor(notes: readonly Note[]) {
    this.#notes = notes;
    for (const note of notes) {
      const name = `${note.kind} ${note.id}`;
      if (!this.#first.has(name)) this.#first.set(name, note);
      collect(this.#byName, name, note);
      collect(this.#byLine, `${name} ${note.line ?? 0}`, note);
    }
    // The first note of a name stands at the end of its list, from where it is taken.
    for (const list of [...this.#byName.values(), ...this.#byLine.values()]) list.reverse();
  }

  /** A note that several references name belongs to the one on its own line, where there is one. */
  refer(run: Run, line: number, marks: readonly RevisionMark[]): PlacedNote | null {
    if (run.note === null) return null;
    const name = `${run.note.kind} ${run.note.id}`;
    const named = this.#byName.get(name);
    const note = this.#nextFree(this.#byLine.get(`${name} ${line}`)) ?? this.#nextFree(named) ?? this.#first.get(name);
    if (note === undefined) return null;
    const known = this.#made.get(note);
    const typedMark = this.#typed(note.kind, run.text, marks);
    if (known !== undefined) return { ...known, typedMark };
    return this.#place(note, typedMark, true);
  }

  /** Takes notes off the end of a list until one is free. */
  #nextFree(list: Note[] | undefined): Note | undefined {
    for (let note = list?.at(-1); note !== undefined; note = list?.at(-1)) {
      if (!this.#made.has(note)) return note;
      list?.pop();
    }
    return undefined;
  }

  #place(note: Note, typedMark: string | null, referred: boolean): PlacedNote {
    const taken = this.#taken[note.kind];
    const own = /^\d{1,8}$/.test(note.id) ? Number(note.id) : 0;
    let id = own;
    if (own === 0 || taken.has(own)) for (id = taken.size + 1; taken.has(id); id++);
    taken.add(id);
    const made = { note, id, typedMark, referred };
    this.#made.set(note, made);
    return made;
  }

  /**
   * Counts like Word on each side; a mark that counting would not give is a typed one and takes no number. A note
   * whose mark is not known is counted.
   */
  #typed(kind: Note['kind'], printed: string, marks: readonly RevisionMark[]): string | null {
    const counts = this.#counts[kind];
    const next = {
      base: counts.base + (stands(marks, 'base') ? 1 : 0),
      proposed: counts.proposed + (stands(marks, 'proposed') ? 1 : 0),
    };
    const shown = stands(marks, 'proposed') ? next.proposed : stands(marks, 'base') ? next.base : null;
    const counted = shown === null ? '' : numeral(shown, kind === 'footnote' ? 'decimal' : 'lowerRoman');
    if (printed !== counted && printed !== '') return printed;
    counts.base = next.base;
    counts.proposed = next.proposed;
    return null;
  }

  /** All notes as the document has them, footnotes first; those that nothing refers to get their numbers now. */
  inOrder(): PlacedNote[] {
    return this.#notes
      .map((note) => this.#made.get(note) ?? this.#place(note, null, false))
      .sort((one, other) => other.note.kind.localeCompare(one.note.kind));
  }
}

function collect<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
