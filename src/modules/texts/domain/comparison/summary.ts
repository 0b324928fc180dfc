/** What a comparison comes to, in numbers and in words. */
import type { ComparedClause, Comparison } from './comparison.ts';
import { clausesOf } from './compare.ts';
import { dutyChanges } from './duties.ts';

/** How many were added, deleted and changed. */
export interface Changes {
  added: number;
  deleted: number;
  changed: number;
}

/** Numbers of what differs; a clause that was renumbered and reworded counts as both. */
export interface ComparisonSummary {
  clauses: {
    added: number;
    deleted: number;
    renumbered: number;
    reworded: number;
    moved: number;
    /** Where only the sign or "and" at the end differs, because a list grew or shrank. */
    endOfList: number;
    kept: number;
  };
  /** Operative clauses that tell somebody to do something. */
  duties: Changes;
  /** Headings of sections: added and deleted with their sections. */
  headings: Changes;
  annexes: Changes;
  footnotes: Changes;
  /** The parts at the head of the text that differ. */
  heads: ('heading' | 'title' | 'opening')[];
}

export function summaryOf(comparison: Comparison): ComparisonSummary {
  const clauses = clausesOf(comparison);
  const those = (test: (clause: ComparedClause) => boolean): number => clauses.filter(test).length;
  return {
    clauses: {
      added: those((clause) => clause.status === 'inserted'),
      deleted: those((clause) => clause.status === 'deleted'),
      renumbered: those((clause) => clause.renumbered),
      reworded: those((clause) => clause.reworded),
      moved: those((clause) => clause.moved),
      endOfList: those((clause) => isEndOfList(clause)),
      kept: those((clause) => clause.status === 'kept'),
    },
    duties: dutyChanges(comparison),
    headings: changesOf(comparison.sections.filter(({ heading }) => heading.before !== null || heading.after !== null)),
    annexes: changesOf(comparison.annexes),
    footnotes: changesOf(comparison.footnotes),
    heads: (['heading', 'title', 'opening'] as const).filter(
      (part) => comparison[part].before !== comparison[part].after,
    ),
  };
}

const allKept = (all: readonly { status: string }[]): boolean => all.every(({ status }) => status === 'kept');

/** Whether anything at all differs. */
export function differs(comparison: Comparison): boolean {
  const { sections, annexes, footnotes } = comparison;
  const heads = [comparison.heading, comparison.title, comparison.opening];
  return !(
    allKept(clausesOf(comparison)) &&
    allKept(sections) &&
    allKept(annexes) &&
    allKept(footnotes) &&
    heads.every(({ before, after }) => before === after)
  );
}

/** "3 clauses added, 2 deleted, 8 renumbered; duties: 1 added"; "no difference" where the texts are the same. */
export function summaryInWords(comparison: Comparison): string {
  if (!differs(comparison)) return 'no difference';
  const { clauses, duties, headings, annexes, footnotes, heads } = summaryOf(comparison);
  const parts = [
    counted('clause', [
      [clauses.added, 'added'],
      [clauses.deleted, 'deleted'],
      [clauses.renumbered, 'renumbered'],
      [clauses.reworded, 'reworded'],
      [clauses.moved, 'moved'],
      [clauses.endOfList, 'with another sign at the end'],
    ]),
    named('duties', duties),
    named('headings', headings),
    named('annexes', annexes),
    named('footnotes', footnotes),
    heads.length === 0 ? '' : `${listed(heads)} changed`,
  ].filter((part) => part !== '');
  // What is left are sections in another order, with all their clauses as they were.
  return parts.length === 0 ? 'sections in another order' : parts.join('; ');
}

const isEndOfList = (clause: ComparedClause): boolean =>
  clause.from !== null && clause.to !== null && !clause.reworded && clause.before !== clause.after;

function changesOf(all: readonly { status: string }[]): Changes {
  const those = (status: string): number => all.filter((one) => one.status === status).length;
  return { added: those('inserted'), deleted: those('deleted'), changed: those('changed') };
}

/** "3 clauses added, 2 deleted": the thing is named once, with the first number. */
function counted(thing: string, numbers: readonly (readonly [number, string])[]): string {
  const some = numbers.filter(([number]) => number > 0);
  return some
    .map(([number, what], index) => {
      const of = index > 0 ? '' : number === 1 ? ` ${thing}` : ` ${thing}s`;
      return `${number}${of} ${what}`;
    })
    .join(', ');
}

/** "duties: 1 added". */
function named(things: string, { added, deleted, changed }: Changes): string {
  const some = (
    [
      [added, 'added'],
      [deleted, 'deleted'],
      [changed, 'changed'],
    ] as const
  )
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number} ${what}`);
  return some.length === 0 ? '' : `${things}: ${some.join(', ')}`;
}

/** "title and opening". */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
