/** New labels: those of a text that has just these clauses, otherwise counted as the list is counted. */
import { coreAt, indexOf, labelOf, type Family } from '../labels/label.ts';
import type { View } from './views.ts';

/** How a list is counted: "a)", "(1)", "2.1". */
export interface Pattern {
  family: Exclude<Family, 'mark'>;
  opening: string;
  closing: string;
}

/** A clause of a list; alternatives for one place share a number. */
export interface Numbered {
  id: string;
  /** The identifier of the conflict between new clauses, where this is one of several alternatives. */
  alternativeOf: string | null;
}

/** Latin ordinals by which alternatives are told apart: 2, 2bis, 2ter. */
const ordinals = ['', 'bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'nonies', 'decies'];

/** "2" and "a)" as the label of the alternative with an index: "2bis", "abis)". */
export function ordinalLabel(label: string, index: number): string {
  const ordinal = ordinals[index] ?? `-${index + 1}`;
  const closing = /[).]*$/.exec(label)?.[0] ?? '';
  return `${label.slice(0, label.length - closing.length)}${ordinal}${closing}`;
}

/**
 * The labels of the clauses that stand directly under a heading or a clause.
 * @param container the identifier of the heading or clause
 * @param outer the new label of the clause they stand under; `null` under a heading
 * @param views the base first
 * @param usual how other lists of this kind are counted, for clauses that stood alone in every text
 */
export function labelsOf(
  list: readonly Numbered[],
  container: string,
  outer: string | null,
  views: readonly View[],
  usual: Pattern | null,
): Map<string, string> {
  const ids = list.map(({ id }) => id);
  const fitting = views.filter(({ lists }) => isSameList(lists.get(container), ids));
  const [first] = fitting;
  const known = fitting.find(
    (view) => first !== undefined && ids.some((id) => view.labels.get(id) !== first.labels.get(id)),
  );
  const verbatim = first?.by === null && known !== undefined ? known : first;
  if (verbatim !== undefined && !ownPrefixChanged(verbatim, container, outer)) {
    return new Map(ids.map((id) => [id, verbatim.labels.get(id) ?? '']));
  }
  const own = new Map(ids.map((id) => [id, views.find(({ labels }) => labels.has(id))?.labels.get(id) ?? '']));
  const stoodAlone = views.every(({ lists }) => (lists.get(container)?.length ?? 0) < 2);
  const pattern = patternOf(container, views) ?? (stoodAlone ? usual : null);
  return pattern === null ? own : counted(list, { container, outer, views }, pattern, own);
}

function isSameList(list: readonly string[] | undefined, ids: readonly string[]): boolean {
  return list !== undefined && list.length === ids.length && ids.every((id, index) => list[index] === id);
}

/** "2.1" under what is now 3. */
function ownPrefixChanged(view: View, container: string, outer: string | null): boolean {
  const before = view.labels.get(container);
  return outer !== null && before !== undefined && before !== outer;
}

function counted(
  list: readonly Numbered[],
  { container, outer, views }: { container: string; outer: string | null; views: readonly View[] },
  pattern: Pattern,
  own: ReadonlyMap<string, string>,
): Map<string, string> {
  const labels = new Map(own);
  const alone = list.length === 1 && outer === null && pattern.family !== 'decimal';
  if (alone) return new Map(list.map(({ id }) => [id, '']));
  const prefix = outer === null || outer === '' ? '' : `${outer.replace(/[).]+$/, '')}.`;
  let position = 0;
  let alternatives: string | null = null;
  let ordinal = 0;
  for (const { id, alternativeOf } of list) {
    if (isUncounted(id, container, views)) continue;
    const goesOn = alternativeOf !== null && alternativeOf === alternatives;
    if (!goesOn) position++;
    ordinal = goesOn ? ordinal + 1 : 0;
    alternatives = alternativeOf;
    const label = `${pattern.opening}${coreAt(pattern.family, position, prefix)}${pattern.closing}`;
    labels.set(id, ordinalLabel(label, ordinal));
  }
  return labels;
}

/** A line that leads into a list, a cell of a table: without label although others of its list have one. */
function isUncounted(id: string, container: string, views: readonly View[]): boolean {
  let seen = false;
  for (const { labels, lists } of views) {
    const label = labels.get(id);
    if (label === undefined) continue;
    if (label !== '') return /^[^\p{L}\p{N}]+$/u.test(label);
    seen ||= (lists.get(container)?.length ?? 0) > 1;
  }
  return seen;
}

/** How the texts count this list; `null` where they do not, or where the numbers do not begin with the list. */
export function patternOf(container: string, views: readonly View[]): Pattern | null {
  for (const { lists, labels } of views) {
    const printed = (lists.get(container) ?? []).map((id) => labels.get(id) ?? '').filter((label) => label !== '');
    const parsed = printed.flatMap((label) => labelOf(`${label}\t`) ?? []);
    const [first] = parsed;
    if (first === undefined) continue;
    for (const family of first.families) {
      if (family === 'mark') continue;
      if (parsed.every(({ core }, index) => indexOf(family, core) === index + 1)) {
        return { family, opening: first.opening, closing: first.closing };
      }
    }
    return null;
  }
  return null;
}
