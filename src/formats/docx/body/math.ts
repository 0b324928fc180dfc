/**
 * Equations (Office Math, ECMA-376 part 1, 22.1) as one readable line: (a + b)/2, x^2, √(y), ∑_(i=1)^n x_i. Brackets are
 * set where a part has more than one character, so that the line can be read only one way.
 */
import type { Marks, Revisions } from './revisions.ts';
import { revisionKind } from './revisions.ts';
import { child, descend, onOff, type Element } from '../xml/element.ts';

/** A piece of the line with the revisions it stands under. */
export interface MathPiece {
  text: string;
  marks: Marks;
}

/** Reads an equation; `marks` are the revisions around it. */
export function linearMath(element: Element, marks: Marks, revisions: Revisions): MathPiece[] {
  const pieces: MathPiece[] = [];
  new Linear(revisions, pieces).sequence(element.children, marks);
  return pieces;
}

class Linear {
  readonly #revisions: Revisions;
  #out: MathPiece[];

  constructor(revisions: Revisions, out: MathPiece[]) {
    this.#revisions = revisions;
    this.#out = out;
  }

  sequence(elements: readonly Element[], marks: Marks): void {
    for (const element of elements) this.#element(element, marks);
  }

  #write(text: string, marks: Marks): void {
    if (text !== '') this.#out.push({ text, marks });
  }

  #element(element: Element, marks: Marks): void {
    const kind = revisionKind(element);
    if (kind !== undefined) {
      this.sequence(element.children, this.#revisions.inside(marks, this.#revisions.mark(element, kind)));
      return;
    }
    if (element.name.endsWith('Pr')) return;
    if (element.name === 'm:r' || element.name === 'w:r') {
      this.#run(element, marks);
      return;
    }
    this.#structure(element, marks, this.#structureMarks(element, marks));
  }

  #run(element: Element, marks: Marks): void {
    for (const one of element.children) {
      if (one.name === 'm:t' || one.name === 'w:t' || one.name === 'w:delText') this.#write(one.text, marks);
      else if (one.name === 'w:tab') this.#write('\t', marks);
      else if (one.name === 'w:br') this.#write(' ', marks);
    }
  }

  /** The fraction bar and the like may be inserted or deleted themselves (m:ctrlPr). */
  #structureMarks(element: Element, marks: Marks): Marks {
    const control = descend(
      element.children.find((one) => one.name.startsWith('m:') && one.name.endsWith('Pr')),
      'm:ctrlPr',
    );
    return (control?.children ?? []).reduce<Marks>((stack, one) => {
      const kind = revisionKind(one);
      return kind === undefined ? stack : this.#revisions.inside(stack, this.#revisions.mark(one, kind));
    }, marks);
  }

  #structure(element: Element, marks: Marks, own: Marks): void {
    const part = (name: string): Element | undefined => child(element, name);
    const property = (name: string): string | undefined =>
      descend(element, `${element.name}Pr`, name)?.attributes['m:val'];
    switch (element.name) {
      case 'm:f':
        this.#group(part('m:num'), marks, own);
        this.#write('/', own);
        this.#group(part('m:den'), marks, own);
        return;
      case 'm:sSup':
      case 'm:sSub':
      case 'm:sSubSup':
      case 'm:limLow':
      case 'm:limUpp':
        this.#group(part('m:e'), marks, own);
        this.#scripts(element, marks, own);
        return;
      case 'm:sPre':
        this.#scripts(element, marks, own);
        this.#group(part('m:e'), marks, own);
        return;
      case 'm:rad':
        if (onOff(descend(element, 'm:radPr', 'm:degHide'), 'm:val') !== true) this.#plain(part('m:deg'), marks);
        this.#write('√', own);
        this.#group(part('m:e'), marks, own);
        return;
      case 'm:nary':
        this.#write(property('m:chr') ?? '∫', own);
        this.#scripts(element, marks, own);
        this.#write(' ', own);
        this.#plain(part('m:e'), marks);
        return;
      case 'm:func':
        this.#plain(part('m:fName'), marks);
        this.#write(' ', own);
        this.#plain(part('m:e'), marks);
        return;
      case 'm:d':
        this.#write(property('m:begChr') ?? '(', own);
        this.#list(element, 'm:e', property('m:sepChr') ?? '|', marks, own);
        this.#write(property('m:endChr') ?? ')', own);
        return;
      case 'm:m':
        this.#write('[', own);
        this.#list(element, 'm:mr', '; ', marks, own);
        this.#write(']', own);
        return;
      case 'm:mr':
        this.#list(element, 'm:e', ', ', marks, own);
        return;
      case 'm:eqArr':
        this.#list(element, 'm:e', '; ', marks, own);
        return;
      case 'm:acc':
      case 'm:groupChr':
        this.#group(part('m:e'), marks, own);
        this.#write(property('m:chr') ?? (element.name === 'm:acc' ? '\u0302' : '\u23df'), own);
        return;
      default:
        this.sequence(element.children, marks);
    }
  }

  #scripts(element: Element, marks: Marks, own: Marks): void {
    for (const [name, sign] of [
      ['m:sub', '_'],
      ['m:sup', '^'],
      ['m:lim', element.name === 'm:limUpp' ? '^' : '_'],
    ] as const) {
      const script = child(element, name);
      if (script === undefined) continue;
      const pieces = this.#collected(script, marks);
      if (pieces.length === 0) continue;
      this.#write(sign, own);
      this.#bracketed(pieces, own);
    }
  }

  #list(element: Element, name: string, between: string, marks: Marks, own: Marks): void {
    let first = true;
    for (const one of element.children) {
      if (one.name !== name) continue;
      if (!first) this.#write(between, own);
      first = false;
      this.#element({ ...one, name: one.name === 'm:mr' ? 'm:mr' : 'm:box' }, marks);
    }
  }

  #plain(element: Element | undefined, marks: Marks): void {
    this.sequence(element?.children ?? [], marks);
  }

  #group(element: Element | undefined, marks: Marks, own: Marks): void {
    this.#bracketed(this.#collected(element, marks), own);
  }

  #bracketed(pieces: readonly MathPiece[], own: Marks): void {
    const text = pieces.map((piece) => piece.text).join('');
    const single = Array.from(text).length === 1 || /^[\p{L}\d.,]+$/u.test(text) || /^\([^()]*\)$/.test(text);
    if (!single) this.#write('(', own);
    this.#out.push(...pieces);
    if (!single) this.#write(')', own);
  }

  #collected(element: Element | undefined, marks: Marks): MathPiece[] {
    const outer = this.#out;
    const pieces: MathPiece[] = [];
    this.#out = pieces;
    this.#plain(element, marks);
    this.#out = outer;
    return pieces;
  }
}
