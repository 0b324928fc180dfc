/**
 * Revision marks and moves. The same revision is one object and the same stack of revisions is one array, so that
 * neighbouring words that share them can be told by identity.
 */
import type { RevisionMark } from '../../document/index.ts';
import type { Element } from '../xml/element.ts';
import type { Remarks } from '../remarks.ts';

export type Marks = readonly RevisionMark[];
export const unmarked: Marks = [];

type Half = 'moved-from' | 'moved-to';

const kinds: ReadonlyMap<string, RevisionMark['kind']> = new Map([
  ['w:ins', 'inserted'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'moved-from'],
  ['w:moveTo', 'moved-to'],
  ['w:cellIns', 'inserted'],
  ['w:cellDel', 'deleted'],
]);

/** The kind of revision that an element records around or in something; `undefined` for other elements. */
export function revisionKind(element: Element): RevisionMark['kind'] | undefined {
  return kinds.get(element.name);
}

export class Revisions {
  readonly #marks = new Map<string, RevisionMark>();
  readonly #stacks = new WeakMap<Marks, Map<RevisionMark, Marks>>();
  readonly #ranges: Record<Half, MoveRanges> = { 'moved-from': new MoveRanges(), 'moved-to': new MoveRanges() };
  readonly #named: Record<Half, Map<string, RevisionMark[]>> = { 'moved-from': new Map(), 'moved-to': new Map() };

  /** The stack with one more revision inside it. */
  inside(stack: Marks, mark: RevisionMark): Marks {
    let next = this.#stacks.get(stack);
    if (next === undefined) {
      next = new Map();
      this.#stacks.set(stack, next);
    }
    let made = next.get(mark);
    if (made === undefined) {
      made = [...stack, mark];
      next.set(mark, made);
    }
    return made;
  }

  /** The stacks one inside the other. */
  joined(outer: Marks, inner: Marks): Marks {
    return inner.reduce<Marks>((stack, mark) => this.inside(stack, mark), outer);
  }

  /** The revision that an element records; `kind` as told by {@link revisionKind}. */
  mark(element: Element, kind: RevisionMark['kind']): RevisionMark {
    const { 'w:author': author = null, 'w:date': date = null } = element.attributes;
    return this.#shared(kind, author, date, kind === 'moved-from' || kind === 'moved-to' ? this.openMove(kind) : null);
  }

  /** The revision of words that stand as deleted without saying by whom (w:delText outside any w:del). */
  nameless(kind: RevisionMark['kind']): RevisionMark {
    return this.#shared(kind, null, null, null);
  }

  /** The revision `mark` with the name of its move, for paragraph marks whose range opens after their properties. */
  moved(mark: RevisionMark, move: string | null): RevisionMark {
    return mark.move === move ? mark : this.#shared(mark.kind, mark.author, mark.date, move);
  }

  #shared(kind: RevisionMark['kind'], author: string | null, date: string | null, move: string | null): RevisionMark {
    const key = JSON.stringify([kind, author, date, move]);
    let mark = this.#marks.get(key);
    if (mark === undefined) {
      mark = { kind, author, date, move };
      this.#marks.set(key, mark);
      if (move !== null && (kind === 'moved-from' || kind === 'moved-to')) {
        const marks = this.#named[kind].get(move);
        if (marks === undefined) this.#named[kind].set(move, [mark]);
        else marks.push(mark);
      }
    }
    return mark;
  }

  /** The name of the innermost open range of that half; `null` where none is open. */
  openMove(half: Half): string | null {
    return this.#ranges[half].innermost();
  }

  /** Takes a range marker; answers false for other elements. */
  range(element: Element): boolean {
    const { 'w:id': id = '', 'w:name': name = id } = element.attributes;
    switch (element.name) {
      case 'w:moveFromRangeStart':
        this.#ranges['moved-from'].open(id, name);
        return true;
      case 'w:moveToRangeStart':
        this.#ranges['moved-to'].open(id, name);
        return true;
      case 'w:moveFromRangeEnd':
        this.#ranges['moved-from'].close(id);
        return true;
      case 'w:moveToRangeEnd':
        this.#ranges['moved-to'].close(id);
        return true;
      default:
        return false;
    }
  }

  /** At the end: a half without its counterpart is no move that could be followed, so it loses its name. */
  settle(remarks: Remarks): void {
    for (const [half, other] of [
      ['moved-from', 'moved-to'],
      ['moved-to', 'moved-from'],
    ] as const) {
      for (const [name, marks] of this.#named[half]) {
        if (this.#named[other].has(name)) continue;
        for (const mark of marks) mark.move = null;
        remarks.add('move-unpaired', `The move “${name}” has no other half.`);
      }
    }
  }
}

/** The move ranges that are open at a place. They may overlap, so they are closed by id and not by order. */
class MoveRanges {
  readonly #names = new Map<string, string>();
  readonly #order: string[] = [];

  open(id: string, name: string): void {
    this.#names.set(id, name);
    this.#order.push(id);
  }

  close(id: string): void {
    this.#names.delete(id);
  }

  innermost(): string | null {
    for (let id = this.#order.at(-1); id !== undefined; id = this.#order.at(-1)) {
      const name = this.#names.get(id);
      if (name !== undefined) return name;
      this.#order.pop();
    }
    return null;
  }
}
