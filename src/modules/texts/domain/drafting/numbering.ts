/**
 * The labels of one list: counted anew by the list's own way of counting. A list in which nothing came, went or moved
 * keeps its labels as they are, slips included; a list whose numbers are names (provisions 474 and 475, "3 bis") is
 * never renumbered, what is new there gets "bis", "ter".
 */
import { coreAt, indexOf, labelOf, type Family, type PrintedLabel } from '../labels/label.ts';

/** A member of a list as it is to be numbered. */
export interface Member {
  id: string;
  /** Its label in the base text, where it stood in this list; `null` where it is new to the list. */
  base: string | null;
  /** The label that a new clause was brought with: the empty string where it is to have none, `null` where it was typed. */
  hint: string | null;
}

export interface ListPlace {
  kind: 'preamble' | 'operative' | 'annex';
  depth: number;
  /** Label of the clause that the list belongs to, in both texts; `null` at depth 0 and for a new clause. */
  parent: { before: string | null; after: string } | null;
}

interface Style {
  family: Family;
  opening: string;
  closing: string;
  prefix: string;
}

const repetitions = ['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'nonies', 'decies'];

/**
 * The labels of a list, one for each member; the empty string for a member without one.
 * @param before the members of this list in the base text, in order
 */
export function labelsOfList(members: readonly Member[], before: readonly Member[], place: ListPlace): string[] {
  if (before.length === 0 && members.some(({ hint }) => hint !== null)) {
    const brought = members.map(({ id, hint }) => ({ id, base: hint, hint: null }));
    return labelsOfList(
      brought,
      brought.filter(({ base }) => base !== null),
      place,
    );
  }
  const unchanged = members.length === before.length && members.every(({ id }, index) => id === before[index]?.id);
  const parsed = before.flatMap(({ base }) => (base === null || base === '' ? [] : [parsedLabel(base)]));
  const style = styleOf(parsed, place);
  if (style?.family === 'decimal' && followsParent(parsed, place)) return count(members, style, place);
  if (unchanged) return members.map(({ base }) => base ?? '');
  if (before.length > 1 && parsed.length === 0) return members.map(() => '');
  const alone = members.length === 1 && place.depth === 0 && place.kind !== 'annex';
  if (parsed.length === 0) {
    const fresh = freshStyle(place);
    return alone || fresh === null ? members.map(() => '') : count(members.map(withoutBase), fresh, place);
  }
  if (style === null) return named(members);
  return alone && style.family !== 'mark' ? [''] : count(members, style, place);
}

const withoutBase = ({ id, hint }: Member): Member => ({ id, base: null, hint });
const parsedLabel = (label: string): PrintedLabel | null => labelOf(`${label}\t`, false);

/** How a list counts; `null` where its labels are names, not a count. */
function styleOf(labels: readonly (PrintedLabel | null)[], place: ListPlace): Style | null {
  const [first] = labels;
  if (first === undefined || first === null) return null;
  if (labels.some((label) => label === null || label.repetition !== '')) return null;
  const family = first.families.find(
    (family) => family === 'mark' || (indexOf(family, first.core) === 1 && labels.every((one) => fits(one, family))),
  );
  if (family === undefined) return null;
  const prefix = family === 'decimal' ? first.core.slice(0, first.core.lastIndexOf('.') + 1) : '';
  const { parent } = place;
  const follows = parent !== null && parent.before !== null && prefix === `${coreOf(parent.before)}.`;
  return {
    family,
    opening: family === 'mark' ? first.core : first.opening,
    closing: first.closing,
    prefix: follows && parent.after !== '' ? `${coreOf(parent.after)}.` : prefix,
  };
}

const fits = (label: PrintedLabel | null, family: Family): boolean => label?.families.includes(family) === true;

/** "5.1" under "5": where the "5" is renumbered, so is everything under it. */
function followsParent(labels: readonly (PrintedLabel | null)[], { parent }: ListPlace): boolean {
  const before = parent?.before;
  if (parent === null || before === undefined || before === null || parent.after === before) return false;
  return labels[0]?.core.startsWith(`${coreOf(before)}.`) === true;
}

/** "5)" is 5, "a)" is a. */
export function coreOf(label: string): string {
  return parsedLabel(label)?.core ?? label;
}

/** How a new list counts: a) under recitals, 1 under operative headings; 5.1 under 5, i) under a), dashes below. */
function freshStyle({ kind, depth, parent }: ListPlace): Style | null {
  if (depth === 0) {
    if (kind === 'annex') return null;
    return kind === 'preamble' ? plain('letter', ')') : plain('number', '');
  }
  const over = parent === null ? null : parsedLabel(parent.after);
  if (over?.families.includes('number') === true) return { ...plain('decimal', ''), prefix: `${over.core}.` };
  if (over?.families.includes('decimal') === true) return plain('letter', ')');
  if (over?.families[0] === 'letter') return plain('roman', ')');
  return { ...plain('mark', ''), opening: '–' };
}

const plain = (family: Family, closing: string): Style => ({ family, opening: '', closing, prefix: '' });

/** Counts the members; those that stood in the base list without a label (a line that leads in) stay without one. */
function count(members: readonly Member[], style: Style, place: ListPlace): string[] {
  const counted = members.some(({ base }) => base !== null && base !== '');
  let index = 0;
  return members.map(({ base, hint }) => {
    if ((base ?? hint) === '' && (counted || place.kind === 'annex')) return '';
    index++;
    return `${style.opening}${coreAt(style.family, index, style.prefix)}${style.closing}`;
  });
}

/** Labels that are names stay; what is new gets the name before it with "bis", "ter" …. */
function named(members: readonly Member[]): string[] {
  const taken = new Set(members.map(({ base }) => base));
  let last = '';
  return members.map(({ base }) => {
    if (base !== null) {
      last = base.replace(/\s+(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies)\b/, '');
      return base;
    }
    if (last === '') return '';
    const free = repetitions.map((word) => repeated(last, word)).find((label) => !taken.has(label)) ?? '';
    taken.add(free);
    return free;
  });
}

/** "3)" with "bis" is "3 bis)". */
function repeated(label: string, word: string): string {
  const end = /[).]*$/.exec(label)?.[0] ?? '';
  return `${label.slice(0, label.length - end.length)} ${word}${end}`;
}
