/** Content controls (w:sdt) and old form fields (w:ffData): what a form asks for and what was filled in. */
import { refuse } from '#kernel/problem.ts';
import type { Control } from '../../document/index.ts';
import { limits } from '../limits.ts';
import { child, childValue, descend, integer, onOff, type Element } from '../xml/element.ts';

interface Piece {
  text: string;
  first: number;
  last: number;
}

interface Entry {
  control: Control;
  parent: number | null;
  depth: number;
  /** Words and inner controls in order. */
  pieces: (Piece | number)[];
  first: number;
  last: number;
}

const kinds: ReadonlyMap<string, Control['kind']> = new Map([
  ['w:text', 'text'],
  ['w:richText', 'rich'],
  ['w14:checkbox', 'checkbox'],
  ['w:comboBox', 'choice'],
  ['w:dropDownList', 'choice'],
  ['w:date', 'date'],
  ['w:picture', 'picture'],
  ['w:group', 'group'],
  ['w:docPartObj', 'other'],
  ['w:docPartList', 'other'],
  ['w:equation', 'other'],
  ['w:citation', 'other'],
  ['w:bibliography', 'other'],
  ['w15:repeatingSection', 'other'],
  ['w15:repeatingSectionItem', 'other'],
]);

export class Controls {
  readonly #entries: Entry[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Opens a content control inside `parent`; the answer is its index. @throws Refusal `too-deep`. */
  open(sdt: Element, parent: number | null): number {
    const properties = child(sdt, 'w:sdtPr');
    const checkbox = child(properties, 'w14:checkbox');
    return this.#add(parent, {
      tag: childValue(properties, 'w:tag') ?? null,
      alias: childValue(properties, 'w:alias') ?? null,
      kind: properties?.children.map((one) => kinds.get(one.name)).find((kind) => kind !== undefined) ?? 'rich',
      checked: checkbox === undefined ? null : (onOff(child(checkbox, 'w14:checked'), 'w14:val') ?? false),
      placeholder: onOff(child(properties, 'w:showingPlcHdr')) ?? false,
    });
  }

  /** Opens an old form field; `shown` is what Word draws where the field has no result of its own. */
  openFormField(ffData: Element, parent: number | null): { index: number; shown: string } {
    const box = child(ffData, 'w:checkBox');
    const choice = child(ffData, 'w:ddList');
    const checked =
      box === undefined ? null : (onOff(child(box, 'w:checked')) ?? onOff(child(box, 'w:default')) ?? false);
    const index = this.#add(parent, {
      tag: childValue(ffData, 'w:name') ?? null,
      alias: childValue(ffData, 'w:statusText') ?? null,
      kind: box !== undefined ? 'checkbox' : choice !== undefined ? 'choice' : 'text',
      checked,
      placeholder: false,
    });
    const shown = checked === null ? chosenEntry(choice) : checked ? '☒' : '☐';
    return { index, shown };
  }

  #add(parent: number | null, properties: Omit<Control, 'text' | 'lines'>): number {
    const outer = parent === null ? undefined : this.#entries[parent];
    const depth = (outer?.depth ?? 0) + 1;
    if (depth > limits.controls) {
      refuse(
        'too-deep',
        `Content controls are nested deeper than ${limits.controls}.`,
        'Take the inner controls out.',
        { file: this.#file },
      );
    }
    const index = this.#entries.length;
    this.#entries.push({
      control: { ...properties, text: '', lines: null },
      parent,
      depth,
      pieces: [],
      first: Number.POSITIVE_INFINITY,
      last: 0,
    });
    outer?.pieces.push(index);
    return index;
  }

  /** Keeps in mind that a control stands on a line; 0 is no line of the body. */
  touch(index: number | null, line: number): void {
    const entry = index === null ? undefined : this.#entries[index];
    if (entry === undefined || line === 0) return;
    entry.first = Math.min(entry.first, line);
    entry.last = Math.max(entry.last, line);
  }

  /** Adds words of the proposed side. */
  write(index: number, text: string, line: number): void {
    this.#entries[index]?.pieces.push({ text, first: line, last: line });
  }

  /** All controls, with their words and lines put together; inner controls stand after the outer ones. */
  finish(): Control[] {
    const made: Piece[] = [];
    for (let index = this.#entries.length - 1; index >= 0; index--) {
      const entry = this.#entries[index];
      if (entry === undefined) continue;
      const piece = joined(entry.pieces.map((one) => (typeof one === 'number' ? made[one] : one)));
      made[index] = piece;
      entry.control.text = piece.text;
      entry.control.lines = entry.last === 0 ? null : [entry.first, entry.last];
      const outer = entry.parent === null ? undefined : this.#entries[entry.parent];
      if (outer !== undefined && entry.last > 0) {
        outer.first = Math.min(outer.first, entry.first);
        outer.last = Math.max(outer.last, entry.last);
      }
    }
    return this.#entries.map((entry) => entry.control);
  }
}

/** Words of one line run on; another line begins a new one. */
function joined(pieces: readonly (Piece | undefined)[]): Piece {
  let text = '';
  let first = 0;
  let last = 0;
  for (const piece of pieces) {
    if (piece === undefined || piece.text === '') continue;
    text += last !== 0 && piece.first !== last ? `\n${piece.text}` : piece.text;
    if (first === 0) first = piece.first;
    last = piece.last;
  }
  return { text, first, last };
}

function chosenEntry(choice: Element | undefined): string {
  const entries = choice?.children.filter((one) => one.name === 'w:listEntry') ?? [];
  const result = descend(choice, 'w:result') ?? descend(choice, 'w:default');
  return entries[integer(result?.attributes['w:val']) ?? 0]?.attributes['w:val'] ?? '';
}
