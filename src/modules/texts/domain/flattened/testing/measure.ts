/** How much of made resolutions is read as it truly is, in numbers. */
import { fold } from '#formats/document/index.ts';
import type { Clause, LegalText, Section, TextRun } from '#kernel/reading/index.ts';
import { baseOf, proposedOf } from '../../words/runs.ts';
import type { EditKind, MadeClause, MadeResolution } from './made-resolutions.ts';

/** Right ones of all. */
export interface Share {
  right: number;
  all: number;
}

export type Measure =
  | 'labels'
  | 'labels that changed'
  | 'clauses inserted or deleted'
  | 'sections inserted or deleted'
  | 'both texts'
  | 'base text'
  | 'unchanged clauses'
  | 'sure'
  | 'sure labels'
  | 'likely'
  | 'a guess'
  | 'inserted words'
  | EditKind;

export type Measures = Map<Measure, Share>;

/** Compares a reading with what it should be and adds to the measures. */
export function measure(made: MadeResolution, read: LegalText | null, measures: Measures): void {
  const truth = made.sections.flatMap((section) =>
    section.clauses.map((clause, index) => ({ section, clause, first: index === 0 })),
  );
  const sections = read?.sections ?? [];
  const found = sections.flatMap((section) => everyOf(section.clauses).map((clause) => ({ section, clause })));
  const count = (name: Measure, right: boolean): void => {
    const share = measures.get(name) ?? { right: 0, all: 0 };
    measures.set(name, { right: share.right + (right ? 1 : 0), all: share.all + 1 });
  };
  truth.forEach(({ section, clause, first }, index) => {
    const one = found.length === truth.length ? found[index] : undefined;
    const words = wordsOf(clause);
    const labels = one?.clause.label.before === clause.label.before && one.clause.label.after === clause.label.after;
    const before = one !== undefined && one.clause.before === words.before;
    const both = before && one.clause.after === words.after;
    count('labels', labels);
    if (clause.label.before !== clause.label.after) count('labels that changed', labels);
    if (clause.label.before === null || clause.label.after === null)
      count('clauses inserted or deleted', one !== undefined && statusOf(one.clause) === statusOf(clause));
    count('base text', before);
    if (clause.runs.some((run) => run.change === 'inserted'))
      count('inserted words', one !== undefined && insertedIn(one.clause.runs) === insertedIn(clause.runs));
    count('both texts', both && labels);
    if (clause.edits.length === 0 && words.before === words.after) count('unchanged clauses', both);
    for (const edit of clause.edits) count(edit, both);
    if (one !== undefined) {
      const { certainty } = one.clause;
      count(certainty === 'guess' ? 'a guess' : certainty, labels && both);
      if (certainty === 'sure') count('sure labels', labels);
    }
    if (first && section.status !== 'both') {
      const status: Section['status'] | undefined = one?.section.status;
      count('sections inserted or deleted', status === section.status);
    }
  });
}

/** All words that are only in the proposed text, in their order. */
function insertedIn(runs: readonly TextRun[]): string {
  const inserted = runs.filter((run) => run.change === 'inserted').map((run) => run.text);
  return (
    inserted
      .join(' ')
      .match(/[^\s]+/gu)
      ?.join(' ') ?? ''
  );
}

function everyOf(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) => [clause, ...everyOf(clause.children)]);
}

function statusOf({ label }: Pick<MadeClause, 'label'>): 'inserted' | 'deleted' | 'both' {
  return label.before === null ? 'inserted' : label.after === null ? 'deleted' : 'both';
}

function wordsOf({ label, runs }: MadeClause): { before: string | null; after: string | null } {
  return {
    before: label.before === null ? null : fold(baseOf(runs)),
    after: label.after === null ? null : fold(proposedOf(runs)),
  };
}

/** The measures as lines, for people. */
export function shownMeasures(measures: Measures): string[] {
  return [...measures].map(
    ([name, { right, all }]) => `${name.padEnd(32)} ${((100 * right) / all).toFixed(2).padStart(6)} %  of ${all}`,
  );
}

/** The part that is right, 1 where there is nothing to be right about. */
export function partOf(measures: Measures, name: Measure): number {
  const { right, all } = measures.get(name) ?? { right: 0, all: 0 };
  return all === 0 ? 1 : right / all;
}
