/** A comparison as one text with changes, in the shape in which proposals are shown and written. */
import type { Annex, BothWords, Clause, Footnote, LegalText, Section } from '#kernel/reading/index.ts';
import type { ComparedClause, Comparison } from './comparison.ts';
import { clausesOf, comparedWords } from './compare.ts';
import { outlineOf, type Outline } from './outline.ts';
import { gapsBetween, inBothOrders, type Pair } from './sequence.ts';

/**
 * The two texts as one: its base side is the earlier text, its proposed side the later one. What moved is shown as
 * deleted in one place and inserted in the other. Lines are positions in the common reading order, since the two texts
 * come from different files; a note keeps the mark of the later text.
 */
export function asChangedText(comparison: Comparison): LegalText {
  return changedTextWithMoves(comparison).text;
}

/** Where lines of the two files are found in the common text. */
export interface CommonLines {
  from: ReadonlyMap<number, number>;
  to: ReadonlyMap<number, number>;
}

/** The same, with the two lines at which each clause that moved stands, and where the lines of both files went. */
export function changedTextWithMoves(comparison: Comparison): {
  text: LegalText;
  moves: { deleted: number; inserted: number }[];
  lines: CommonLines;
} {
  const joining = new Joining(comparison);
  const { from, to } = comparison;
  const text: LegalText = {
    heading: to.heading,
    ...changed('changedHeading', from.heading, to.heading),
    title: to.title,
    ...changed('changedTitle', from.title, to.title),
    opening: to.opening,
    ...changed('changedOpening', from.opening, to.opening),
    sections: joining.sections(joining.earlier.body, joining.later.body),
    annexes: joining.annexes(),
    ...joining.footnotes(),
  };
  return { text, moves: joining.moves(), lines: joining.lines };
}

function changed<Name extends string>(
  name: Name,
  before: string | null,
  after: string | null,
): Record<Name, BothWords> | Record<Name, never> {
  return (before === after ? {} : { [name]: { before, after } }) as Record<Name, BothWords>;
}

class Joining {
  readonly earlier: Outline;
  readonly later: Outline;
  readonly #comparison: Comparison;
  /** For members of the earlier text that stayed in their place, the member of the later text. */
  readonly #stayedClauses: Map<number, number>;
  readonly #stayedSections: Map<number, number>;
  readonly #byFrom = new Map<number, ComparedClause>();
  /** The lines of the clauses of both texts in the common text. */
  readonly #places = { from: new Map<number, number>(), to: new Map<number, number>() };
  readonly lines = { from: new Map<number, number>(), to: new Map<number, number>() };
  #line = 0;

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
    this.earlier = outlineOf(comparison.from);
    this.later = outlineOf(comparison.to);
    const clauses = clausesOf(comparison);
    this.#stayedClauses = stayed(clauses);
    this.#stayedSections = stayed(comparison.sections.map((part) => ({ ...part, moved: part.status === 'moved' })));
    for (const clause of clauses) if (clause.from !== null) this.#byFrom.set(clause.from, clause);
  }

  sections(from: readonly number[], to: readonly number[]): Section[] {
    return inOrder(from, to, this.#stayedSections, (one, other) => this.#section(one, other));
  }

  #section(from: number | null, to: number | null): Section {
    const one = from === null ? undefined : this.earlier.sections[from];
    const other = to === null ? undefined : this.later.sections[to];
    const line = this.#next(one?.section.line, other?.section.line);
    const clauses = this.#clauses(one?.clauses ?? [], other?.clauses ?? []);
    const [before, after] = [one?.section.heading ?? null, other?.section.heading ?? null];
    const both = one !== undefined && other !== undefined;
    const kept = before === after && clauses.every(isKept);
    return {
      kind: (other ?? one)?.section.kind ?? 'operative',
      heading: other === undefined ? before : after,
      ...(both ? changed('changedHeading', before, after) : {}),
      status: one === undefined ? 'inserted' : other === undefined ? 'deleted' : kept ? 'kept' : 'changed',
      clauses,
      line,
    };
  }

  #clauses(from: readonly number[], to: readonly number[]): Clause[] {
    return inOrder(from, to, this.#stayedClauses, (one, other) => this.#clause(one, other));
  }

  #clause(from: number | null, to: number | null): Clause {
    const one = from === null ? undefined : this.earlier.clauses[from];
    const other = to === null ? undefined : this.later.clauses[to];
    const line = this.#next(one?.line, other?.line);
    if (from !== null) this.#places.from.set(from, line);
    if (to !== null) this.#places.to.set(to, line);
    const [before, after] = [one?.words ?? null, other?.words ?? null];
    const label = { before: one?.label ?? null, after: other?.label ?? null };
    const both = from !== null && to !== null;
    const { runs } = both ? (this.#byFrom.get(from) ?? comparedWords(before, after)) : comparedWords(before, after);
    return {
      label: { printed: label.after ?? label.before ?? '', ...label },
      status: statusOf(before, after, label),
      before,
      after,
      runs,
      certainty: 'sure',
      line,
      children: this.#clauses(
        from === null ? [] : (this.earlier.children[from] ?? []),
        to === null ? [] : (this.later.children[to] ?? []),
      ),
    };
  }

  annexes(): Annex[] {
    const { from, to, annexes } = this.#comparison;
    const stay = stayed(annexes.map((part) => ({ ...part, moved: part.status === 'moved' })));
    return inOrder([...from.annexes.keys()], [...to.annexes.keys()], stay, (one, other) => {
      const before = one === null ? undefined : from.annexes[one];
      const after = other === null ? undefined : to.annexes[other];
      const line = this.#next(before?.line, after?.line);
      return {
        heading: after?.heading ?? before?.heading ?? '',
        ...changed('changedHeading', before?.heading ?? null, after?.heading ?? null),
        title: after === undefined ? (before?.title ?? null) : after.title,
        ...changed('changedTitle', before?.title ?? null, after?.title ?? null),
        sections: this.sections(
          one === null ? [] : (this.earlier.annexes[one]?.sections ?? []),
          other === null ? [] : (this.later.annexes[other]?.sections ?? []),
        ),
        line,
      };
    });
  }

  moves(): { deleted: number; inserted: number }[] {
    return clausesOf(this.#comparison).flatMap(({ from, to, moved }) => {
      const deleted = this.#places.from.get(from ?? -1);
      const inserted = this.#places.to.get(to ?? -1);
      return moved && deleted !== undefined && inserted !== undefined ? [{ deleted, inserted }] : [];
    });
  }

  /** Notes with the line of the clause they hang on; called last, when all lines are known. */
  footnotes(): Pick<LegalText, 'footnotes' | 'droppedFootnotes'> {
    const { from, to, footnotes } = this.#comparison;
    const standing: Footnote[] = [];
    const dropped: Footnote[] = [];
    for (const note of footnotes) {
      const one = note.from === null ? undefined : from.footnotes[note.from];
      const other = note.to === null ? undefined : to.footnotes[note.to];
      if (other !== undefined) {
        const change = changed('changedText', one?.text ?? null, other.text);
        standing.push({ mark: other.mark, text: other.text, ...change, line: this.#lineOf('to', other.line) });
      } else if (one !== undefined) {
        dropped.push({ mark: one.mark, text: one.text, line: this.#lineOf('from', one.line) });
      }
    }
    return { footnotes: standing, ...(dropped.length === 0 ? {} : { droppedFootnotes: dropped }) };
  }

  #next(from: number | undefined, to: number | undefined): number {
    this.#line++;
    if (from !== undefined) this.lines.from.set(from, this.#line);
    if (to !== undefined) this.lines.to.set(to, this.#line);
    return this.#line;
  }

  /** The place of a line of one of the files; notes of the title and opening stand before everything else. */
  #lineOf(side: 'from' | 'to', line: number): number {
    return this.lines[side].get(line) ?? 1;
  }
}

/** From members of the earlier text that stayed in their place to those of the later text. */
function stayed(members: readonly { from: number | null; to: number | null; moved: boolean }[]): Map<number, number> {
  return new Map(
    members.flatMap(({ from, to, moved }): Pair[] => (from === null || to === null || moved ? [] : [[from, to]])),
  );
}

/** Members of both lists: those that stayed once, between them first what is gone, then what is new. */
function inOrder<T>(
  from: readonly number[],
  to: readonly number[],
  stay: ReadonlyMap<number, number>,
  join: (from: number | null, to: number | null) => T,
): T[] {
  const places = new Map(to.map((index, place) => [index, place]));
  const pairs = from.flatMap((index, place): Pair[] => {
    const there = places.get(stay.get(index) ?? -1);
    return there === undefined ? [] : [[place, there]];
  });
  const anchors = inBothOrders(pairs);
  return gapsBetween(from, to, anchors).flatMap((gap, index) => {
    const anchor = anchors[index];
    const [one, other] = anchor === undefined ? [] : [from[anchor[0]], to[anchor[1]]];
    return [
      ...gap.from.map((gone) => join(gone, null)),
      ...gap.to.map((added) => join(null, added)),
      ...(one === undefined || other === undefined ? [] : [join(one, other)]),
    ];
  });
}

function statusOf(
  before: string | null,
  after: string | null,
  label: { before: string | null; after: string | null },
): Clause['status'] {
  if (before === null) return 'inserted';
  if (after === null) return 'deleted';
  if (before !== after) return 'changed';
  return label.before === label.after ? 'kept' : 'renumbered';
}

const isKept = (clause: Clause): boolean => clause.status === 'kept' && clause.children.every(isKept);
