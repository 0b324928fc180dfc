/** The marks of revisions as XML: elements with numbers, authors and dates, and the ranges of moves. */
import type { RevisionMark } from '../../document/index.ts';
import { halves, moveIn, type Half, type Survey } from './survey.ts';
import { attribute } from './xml.ts';

/** The format wants an author for every revision; where none is known this stands for it. */
export const unknownAuthor = 'Unknown';

const elements: Record<RevisionMark['kind'], string> = {
  inserted: 'ins',
  deleted: 'del',
  'moved-from': 'moveFrom',
  'moved-to': 'moveTo',
};
/** The order in which the schema wants the revisions of a paragraph mark; each kind stands once. */
const orderOfMarks: readonly RevisionMark['kind'][] = ['inserted', 'deleted', 'moved-from', 'moved-to'];

/** Dates that the format can hold (xsd:dateTime). */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;

export class RevisionWriter {
  #id = 0;
  readonly #moves: Survey['moves'];
  readonly #at: Record<Half, number> = { 'moved-from': 0, 'moved-to': 0 };
  readonly #open: Record<Half, number | null> = { 'moved-from': null, 'moved-to': null };

  constructor(moves: Survey['moves']) {
    this.#moves = moves;
  }

  /** A number that nothing else in the file has. */
  nextId(): number {
    return ++this.#id;
  }

  #by(author: string | null, date: string | null): string {
    const when = date !== null && dateTime.test(date) ? ` w:date="${date}"` : '';
    return `w:id="${this.nextId()}" w:author="${attribute(author ?? unknownAuthor)}"${when}`;
  }

  /** The attributes of a change that nobody is known to have made, such as that of a number. */
  nobody(): string {
    return this.#by(null, null);
  }

  open({ kind, author, date }: RevisionMark): string {
    return `<w:${elements[kind]} ${this.#by(author, date)}>`;
  }

  close({ kind }: RevisionMark): string {
    return `</w:${elements[kind]}>`;
  }

  /** The revisions of a paragraph mark, for its run properties. */
  ofMark(marks: readonly RevisionMark[]): string {
    return orderOfMarks.map((kind) => this.#empty(marks.find((mark) => mark.kind === kind))).join('');
  }

  #empty(mark: RevisionMark | undefined, element = mark === undefined ? '' : elements[mark.kind]): string {
    return mark === undefined ? '' : `<w:${element} ${this.#by(mark.author, mark.date)}/>`;
  }

  /** The revisions of a row. Rows know only insertion and deletion: a moved row is deleted here and inserted there. */
  ofRow(marks: readonly RevisionMark[]): string {
    const find = (...kinds: RevisionMark['kind'][]): RevisionMark | undefined =>
      marks.find(({ kind }) => kinds.includes(kind));
    return this.#empty(find('inserted', 'moved-to'), 'ins') + this.#empty(find('deleted', 'moved-from'), 'del');
  }

  /** The revision of a cell, which can have one only: the first. */
  ofCell([mark]: readonly RevisionMark[]): string {
    if (mark === undefined) return '';
    return this.#empty(mark, mark.kind === 'inserted' || mark.kind === 'moved-to' ? 'cellIns' : 'cellDel');
  }

  /** Where marks begin a move: the start of its range. One range runs over all that moved together. */
  movesBegin(marks: readonly RevisionMark[]): string {
    let xml = '';
    for (const half of halves) {
      const move = moveIn(marks, half);
      const mark = marks.find(({ kind }) => kind === half);
      if (move === undefined || move === null || mark === undefined || this.#open[half] !== null) continue;
      const range = `<w:${elements[half]}RangeStart ${this.#by(mark.author, mark.date)} w:name="${attribute(move)}"/>`;
      this.#open[half] = this.#id;
      xml += range;
    }
    return xml;
  }

  /** Behind what moved: the end of the range where the next words of that half belong to another move, or none come. */
  movesEnd(marks: readonly RevisionMark[]): string {
    let xml = '';
    for (const half of halves) {
      if (moveIn(marks, half) === undefined) continue;
      const here = this.#moves[half][this.#at[half]++];
      const open = this.#open[half];
      if (open === null || this.#moves[half][this.#at[half]] === here) continue;
      xml += `<w:${elements[half]}RangeEnd w:id="${open}"/>`;
      this.#open[half] = null;
    }
    return xml;
  }
}
