/**
 * Makes the clauses under one heading: which paragraph is a clause of its own, which is a sub-clause of the one above.
 * Labels of another kind open a list inside the last clause ("1 … a) …", "5 … 5.1 …"), a label of a kind that is open
 * goes on there. A paragraph without a label after a colon is an item whose mark was lost.
 */
import { follows } from '../labels/follows.ts';
import { indexOf, labelOf, type Family, type PrintedLabel } from '../labels/label.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import type { DraftClause } from './draft.ts';
import { withLabelCells } from './label-cells.ts';

interface OpenList {
  family: Family | null;
  closing: string;
  items: DraftClause[];
}

/** Deepest nesting that is built; a label that would go deeper stays at this depth. */
const deepest = 8;

/** The clauses of one section, in the order of its passages. */
export function buildClauses(rows: readonly Passage[]): DraftClause[] {
  const passages = withLabelCells(rows);
  const labels = labelsOf(passages);
  const top: OpenList = { family: null, closing: '', items: [] };
  const stack: OpenList[] = [top];
  passages.forEach((passage, index) => {
    const label = labels[index] ?? null;
    const family = label === null ? null : familyOf(label, stack, labels[index + 1] ?? null);
    const clause: DraftClause = { passage, label, family, children: [] };
    place(clause, stack);
    stack.at(-1)?.items.push(clause);
  });
  return top.items;
}

/** Labels typed or numbered automatically. A number before a mere blank is one only where the count expects it. */
function labelsOf(passages: readonly Passage[]): (PrintedLabel | null)[] {
  let count: readonly number[] = [];
  return passages.map((passage) => {
    const text = wordsOf(passage);
    const label = labelOf(text, false) ?? automatic(passage) ?? expected(labelOf(text, true), count);
    count = countOf(label) ?? count;
    return label;
  });
}

/** The number before a mere blank where it begins a list or counts on: "1", "2 " after 1, "1.1 " after 1. */
function expected(label: PrintedLabel | null, count: readonly number[]): PrintedLabel | null {
  const number = countOf(label);
  if (number === null) return null;
  return (number.length === 1 && number[0] === 1) || follows(number, count) ? label : null;
}

/** [2, 1] of "2.1"; `null` for labels that are no numbers. */
function countOf(label: PrintedLabel | null): number[] | null {
  const [family] = label?.families ?? [];
  return family === 'number' || family === 'decimal' ? (label?.core ?? '').split('.').map(Number) : null;
}

function automatic(passage: Passage): PrintedLabel | null {
  const number = passage.number.proposed ?? passage.number.base;
  if (number === null || number === '') return null;
  const label = labelOf(`${number}\t`, false);
  // What is not a label of a known kind ("Article 5") is kept as printed, uncounted.
  const other: PrintedLabel = {
    printed: number,
    core: number,
    opening: '',
    closing: '',
    repetition: '',
    families: ['mark'],
    length: 0,
  };
  return { ...(label ?? other), length: 0 };
}

/** Letter or roman number: "i)" after h) is a letter; after a colon, with ii) below, a roman one. */
function familyOf(label: PrintedLabel, stack: readonly OpenList[], next: PrintedLabel | null): Family {
  const [only] = label.families;
  if (label.families.length === 1 || only === undefined) return only ?? 'mark';
  const { core } = label;
  const roman = [...stack].reverse().find((list) => list.family === 'roman' && list.closing === label.closing);
  const letters = [...stack].reverse().find((list) => list.family === 'letter' && list.closing === label.closing);
  const lastIsRoman = stack.at(-1)?.family === 'roman';
  const expectedLetter = letters !== undefined && followsLetter(letters, core);
  const startsRoman = /^i+$/.test(core) && core.length <= 2;
  if (startsRoman && !lastIsRoman && /:\s*$/.test(lastWords(stack)) && next !== null && /^i[iv]/.test(next.core)) {
    return 'roman';
  }
  if (lastIsRoman && roman !== undefined) {
    const count = roman.items.length;
    const index = indexOf('roman', core);
    if (index === null || Math.abs(index - (count + 1)) <= 1 || !expectedLetter) return 'roman';
    return 'letter';
  }
  if (expectedLetter) return 'letter';
  if (letters === undefined && startsRoman) return 'roman';
  return core.length <= 2 && letters !== undefined && indexOf('letter', core.slice(0, 1)) !== null && !startsRoman
    ? 'letter'
    : core.length === 1 && !startsRoman
      ? 'letter'
      : 'roman';
}

/** Whether a letter, or two fused ones, can come next in a list of letters. */
function followsLetter(list: OpenList, core: string): boolean {
  const last = list.items.at(-1)?.label?.core ?? '';
  const lastIndex = Math.max(...Array.from(last, (letter) => indexOf('letter', letter) ?? 0), 0);
  const cores = core.length === 1 ? [core] : [core.slice(0, 1), core.slice(1)];
  return cores.every((part) => {
    const index = indexOf('letter', part);
    return index !== null && Math.abs(index - (lastIndex + 1)) <= 2;
  });
}

function lastWords(stack: readonly OpenList[]): string {
  const last = stack.at(-1)?.items.at(-1);
  return last === undefined ? '' : wordsOf(last.passage);
}

/** Opens or closes lists so that the clause belongs at the end of the innermost open one. */
function place(clause: DraftClause, stack: OpenList[]): void {
  const { family, label } = clause;
  const top = stack[0];
  if (top === undefined) return;
  const last = stack.at(-1)?.items.at(-1);
  const afterColon = last !== undefined && /:\s*$/.test(wordsOf(last.passage));
  if (family === null) {
    if (last !== undefined && afterColon) open(stack, null, '', last);
    else if (stack.length === 1 || stack.at(-1)?.family !== null) stack.length = 1;
    return;
  }
  const closing = family === 'mark' ? '' : `${label?.opening ?? ''}${label?.closing ?? ''}`;
  if (family === 'mark' && last?.family === 'mark' && afterColon) {
    open(stack, 'mark', '', last);
    return;
  }
  if (family === 'decimal' && openDecimal(clause, stack)) return;
  const known = stack.findLastIndex((list) => list.family === family && list.closing === closing);
  if (known >= 0) {
    stack.length = known + 1;
    return;
  }
  const lastUnlabelled = last?.family === null;
  if (top.family === null && stack.length === 1 && !(lastUnlabelled && afterColon && isInner(family))) {
    top.family = family;
    top.closing = closing;
    return;
  }
  if (stack.length === 1 && top.family === 'mark' && !afterColon) {
    top.family = family;
    top.closing = closing;
    return;
  }
  if (last !== undefined) open(stack, family, closing, last);
}

/** Kinds that never number the clauses of a section themselves. */
function isInner(family: Family): boolean {
  return family === 'mark' || family === 'roman';
}

/** "5.1" goes under "5", "5.1.1" under "5.1", wherever these are open. */
function openDecimal(clause: DraftClause, stack: OpenList[]): boolean {
  const depth = (clause.label?.core.split('.').length ?? 1) - 1;
  const same = stack.findLastIndex(
    (list) => list.family === 'decimal' && list.items[0]?.label?.core.split('.').length === depth + 1,
  );
  if (same >= 0) {
    stack.length = same + 1;
    return true;
  }
  const parent = stack.findLastIndex((list) => list.family === 'number' || list.family === 'decimal');
  const under = stack[parent]?.items.at(-1);
  if (parent < 0 || under === undefined) return false;
  stack.length = parent + 1;
  open(stack, 'decimal', '', under);
  return true;
}

function open(stack: OpenList[], family: Family | null, closing: string, under: DraftClause): void {
  if (stack.length >= deepest) return;
  stack.push({ family, closing, items: under.children });
}
