/** Lists of the proposed text as they are counted, and where the counting goes wrong. */
import type { Clause, LegalText, LineRange, Section } from '#kernel/reading/index.ts';
import { indexOf, labelOf, type PrintedLabel } from '../labels/label.ts';
import type { LintedText } from './rule.ts';

/** A clause with its label in a list whose labels count in one way. */
interface Counted {
  clause: Clause;
  label: PrintedLabel;
  index: number;
}

/** One thing wrong with the labels of a list. */
export interface LabelFault {
  kind: 'lost' | 'restart' | 'twice' | 'gap';
  lines: LineRange;
  message: string;
}

/** All sections of a clean text, those of its annexes last. */
export function sectionsOf({ sections, annexes }: LegalText): Section[] {
  return [...sections, ...annexes.flatMap((annex) => annex.sections)];
}

/** Every list of sibling clauses of a clean text. */
export function* listsOf(sections: readonly Section[]): Generator<readonly Clause[]> {
  for (const { clauses } of sections) yield* listsIn(clauses);
}

function* listsIn(clauses: readonly Clause[]): Generator<readonly Clause[]> {
  yield clauses;
  for (const { children } of clauses) if (children.length > 0) yield* listsIn(children);
}

/** The label of a clause of a clean text, or `null` where it has none. */
export function labelIn({ label }: Clause): PrintedLabel | null {
  return label.after === null || label.after === '' ? null : labelOf(`${label.after}\t`);
}

/** Labels of the proposed text must run, each once. Lists whose reading is a guess are not judged. */
export function labelFaults({ proposed, guessed }: LintedText): LabelFault[] {
  const faults: LabelFault[] = [];
  for (const clauses of [...listsOf(sectionsOf(proposed)), runningList(proposed.sections)]) {
    for (const list of countedLists(clauses)) {
      if (list.every(({ clause }) => !guessed.has(clause.line))) faults.push(...judged(list));
    }
  }
  return faults;
}

/** Running paragraphs ("2. Requests …;") each begin with their verb and are counted through the text. */
function runningList(sections: readonly Section[]): Clause[] {
  return sections.flatMap(({ clauses, line }) => (clauses.length === 1 && clauses[0]?.line === line ? clauses : []));
}

/** Lists by the way they count. A line without label that leads into a new list ends those before it. */
function countedLists(clauses: readonly Clause[]): Counted[][] {
  const lists: Counted[][] = [];
  let open = new Map<string, Counted[]>();
  let afterLead = false;
  for (const clause of clauses) {
    const label = labelIn(clause);
    const family = label?.families[0];
    // A clause that lost its label ends like its neighbours.
    if (label === null) afterLead = !(clause.after ?? '').trimEnd().endsWith(';');
    if (label === null || family === undefined || family === 'mark' || label.repetition !== '') continue;
    const index = indexOf(family, label.core) ?? indexOf('roman', label.core);
    if (index === null) continue;
    if (afterLead && index === 1) open = new Map();
    afterLead = false;
    const key = `${family === 'roman' ? 'letter' : family}${label.opening}${label.closing}`;
    const list = open.get(key) ?? [];
    if (list.length === 0) lists.push(list);
    list.push({ clause, label, index });
    open.set(key, list);
  }
  return lists;
}

function judged(list: readonly Counted[]): LabelFault[] {
  const [one] = list;
  const last = list.at(-1);
  if (one !== undefined && last !== undefined && list.length > 2 && list.every(({ index }) => index === one.index)) {
    const message = `All ${list.length} items of the list are labelled ${one.label.printed}: the numbers were lost.`;
    return [{ kind: 'lost', lines: lineRange(one.clause.line, last.clause.line), message }];
  }
  const roman = list.every(({ label }) => indexOf('roman', label.core) !== null);
  const indexes = list.map(({ label, index }) => (roman ? (indexOf('roman', label.core) ?? index) : index));
  const seen = new Map<string, number>();
  const faults: LabelFault[] = [];
  list.forEach(({ clause, label }, place) => {
    const before = list[place - 1];
    const first = seen.get(label.core);
    const here = indexes[place] ?? 0;
    const expected = place === 0 ? 1 : (indexes[place - 1] ?? 0) + 1;
    if (place > 1 && here === 1 && indexes[place + 1] === 2) {
      seen.clear();
      const message = `The list starts again at ${label.printed}; a heading may be missing before it.`;
      faults.push({ kind: 'restart', lines: lineRange(clause.line), message });
    } else if (first !== undefined) {
      const message = `The label ${label.printed} stands twice in one list.`;
      faults.push({ kind: 'twice', lines: lineRange(first, clause.line), message });
    } else if (here !== expected && list.length > 1) {
      const message =
        before === undefined
          ? `The list begins with ${label.printed}.`
          : `After ${before.label.printed} comes ${label.printed}.`;
      faults.push({ kind: 'gap', lines: lineRange(before?.clause.line ?? clause.line, clause.line), message });
    }
    seen.set(label.core, clause.line);
  });
  return faults;
}

export function lineRange(line: number, last = line): LineRange {
  return [Math.min(line, last), Math.max(line, last)];
}
