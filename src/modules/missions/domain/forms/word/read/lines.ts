/** The lines of a form that came back, and who has taken which. */
import { isBlank, linesOf, stands, textOf, type Document } from '#formats/document/index.ts';
import { formLines, type FormLine } from '../../../recognise/form-lines.ts';
import { isFootLine, isHiddenLine } from '../identity.ts';
import { isUnwritten } from '../names.ts';
import { behind, likeness, tokensOf, type Token } from './similar.ts';

/** A paragraph of a page may be broken into so many lines. */
const mostLines = 5;

export class ReadLines {
  readonly document: Document;
  readonly lines: readonly FormLine[];
  readonly #tokens: readonly Token[][];
  readonly #indices = new Map<number, number>();
  /** Lines of the source that are in the record or the form's own. */
  readonly placed = new Set<number>();

  constructor(document: Document) {
    this.document = document;
    this.lines = formLines({ document, lines: linesOf(document) }, 'kept');
    this.#tokens = this.lines.map(({ words }) => tokensOf(words));
    this.lines.forEach((line, index) => {
      for (let number = line.number; number <= line.last; number++) this.#indices.set(number, index);
      if (isHiddenLine(line.text)) this.place(index);
      if (isFootLine(line.text)) this.#placeFoot(index);
    });
  }

  /** The foot of a page, which a print has among its lines, with the number of the page beside it. */
  #placeFoot(index: number): void {
    this.place(index);
    for (const beside of [index - 1, index + 1]) {
      if (/^\d{1,3}$/u.test(this.lines[beside]?.text ?? '')) this.place(beside);
    }
  }

  /** The index of a line of the source. */
  indexOf(number: number): number | null {
    return this.#indices.get(number) ?? null;
  }

  at(index: number): FormLine | null {
    return this.lines[index] ?? null;
  }

  place(index: number): void {
    const line = this.lines[index];
    if (line === undefined) return;
    for (let number = line.number; number <= line.last; number++) this.placed.add(number);
  }

  isPlaced(index: number): boolean {
    const line = this.lines[index];
    return line !== undefined && this.placed.has(line.number);
  }

  /** Nothing was written here: no words, a dotted line, or a prompt that lost its mark. */
  isEmpty(index: number): boolean {
    const line = this.lines[index];
    return line === undefined || line.blank || isUnwritten(line.text) || isUnwritten(line.words);
  }

  /** The words of a line as they stand after all revisions, white space kept. */
  raw(index: number): string {
    const line = this.lines[index];
    if (line === undefined) return '';
    return line.sources.map(({ paragraph }) => textOf(paragraph.runs, 'proposed')).join(' ');
  }

  /** Whether somebody's revisions stand in a line. */
  isRevised(index: number): boolean {
    return (this.lines[index]?.runs ?? []).some(({ marks, text }) => marks.length > 0 && !isBlank(text));
  }

  /** All words of the line were deleted by revisions. */
  isDeleted(index: number): boolean {
    const runs = this.lines[index]?.runs ?? [];
    return runs.length > 0 && runs.every(({ marks, text }) => text === '' || !stands(marks, 'proposed'));
  }

  /**
   * How far the lines from here on are these words: alone, over several lines, or with something behind them.
   * @returns the best of them; `null` where they are not
   */
  match(index: number, words: readonly Token[], free: (index: number) => boolean): Match | null {
    const first = this.lines[index];
    if (first === undefined || first.blank || words.length === 0) return null;
    let text = '';
    let tokens: Token[] = [];
    let best: Match | null = null;
    for (let last = index; last < Math.min(this.lines.length, index + mostLines); last++) {
      const line = this.lines[last];
      if (line === undefined || line.blank || !free(last)) break;
      // What begins a cell or a check box of its own goes on with nothing.
      if (last > index && (line.cell?.first === true || line.controls.length > 0 || line.bullet)) break;
      text = last === index ? line.words : `${text} ${line.text}`;
      tokens = last === index ? [...(this.#tokens[index] ?? [])] : tokensOf(text);
      if (/^\d{1,3}$/u.test(tokens[0]?.word ?? '') && words[0]?.word !== tokens[0]?.word) tokens = tokens.slice(1);
      const whole = likeness(tokens, words);
      if (whole > (best?.like ?? 0)) best = { first: index, last, like: whole, inline: null };
      const opened = behind(text, tokens, words);
      if (opened !== null && opened.like >= 0.9 && opened.like * 0.99 > (best?.like ?? 0)) {
        best = { first: index, last, like: opened.like * 0.99, inline: opened.rest };
      }
      if (tokens.length > words.length * 1.6 + 2) break;
    }
    return best;
  }
}

export interface Match {
  first: number;
  last: number;
  like: number;
  /** What stands behind the words on the same line. */
  inline: string | null;
}
