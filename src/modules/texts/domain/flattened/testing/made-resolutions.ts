/**
 * Tracked resolutions of an invented federation, made by chance: a text, an author with habits, and edits. Each tells
 * the copy without marks that the recogniser is given, and what it should read there.
 */
import type { TextRun } from '#kernel/reading/index.ts';
import { baseOf, joinRuns, printedOf, proposedOf } from '../../words/runs.ts';
import { Chance } from './chance.ts';
import { addition, headings, inflected, instead, phraseInstead, places, sentence } from './vocabulary.ts';

/** How an author edits. */
export interface Habits {
  /** Types the new words before the old ones are struck out. */
  typesFirst: boolean;
  /** The same for the signs at the ends of clauses: authors who strike out words first put the caret before a sign. */
  typesSignsFirst: boolean;
  /** Strikes out and types words with the blank behind them, so that a blank stands between old and new words. */
  withBlanks: boolean;
  /** How many clauses are touched, 0 to 1. */
  zeal: number;
}

export type EditKind = 'replaced' | 'replaced-blank' | 'phrase' | 'inside' | 'added' | 'struck-out' | 'revision';

/** A clause as it truly is. */
export interface MadeClause {
  label: { before: string | null; after: string | null };
  runs: TextRun[];
  edits: EditKind[];
}

export interface MadeSection {
  heading: string;
  status: 'both' | 'inserted' | 'deleted';
  operative: boolean;
  clauses: MadeClause[];
}

export interface MadeResolution {
  habits: Habits;
  sections: MadeSection[];
  /** The copy without marks, with the code line. */
  flat: string;
  base: string;
  proposed: string;
}

interface Item {
  words: string[];
  status: 'both' | 'inserted' | 'deleted';
  runs: TextRun[];
  edits: EditKind[];
}

interface Part extends Omit<MadeSection, 'clauses'> {
  items: Item[];
}

/** Makes one resolution; the same number always gives the same one. */
export function makeResolution(seed: number, wanted: Partial<Habits> = {}): MadeResolution {
  const chance = new Chance(seed);
  const habits: Habits = {
    typesFirst: chance.is(0.3),
    typesSignsFirst: seed % 2 === 1,
    withBlanks: chance.is(0.35),
    zeal: 0.15 + chance.next() * 0.5,
    ...wanted,
  };
  const older = chance.one(places);
  const newer = chance.other(places, older);
  const revisions = { old: `${older}, 2016`, next: `${newer}, 2020` };
  const parts = partsOf(chance, revisions.old);
  editParts(parts, chance, habits, revisions);
  const sections = parts.map((part, index) => sectionOf(part, isLast(parts, index), habits));
  const number = 1 + chance.upTo(90);
  const title = `On ${chance.one(['towers', 'the keepers of lights', 'harbours and their lights'])}`;
  const name = joinRuns(replacement(revisions.old, revisions.next, habits.typesFirst));
  const heads: TextRun[][] = [
    [same(`RESOLUTION ${number} (Rev. `), ...name, same(')')],
    [same(title)],
    [same('The World Congress of the Federation of Lighthouses ('), ...name, same('),')],
  ];
  return {
    habits,
    sections,
    flat: ['MOD\tWFL/7A2/1', ...lines(heads, sections, printedOf, () => true, printedLabel(habits))].join('\n'),
    base: lines(
      heads,
      sections,
      baseOf,
      (one) => one.before !== null,
      (one) => one.before ?? '',
    ).join('\n'),
    proposed: lines(
      heads,
      sections,
      proposedOf,
      (one) => one.after !== null,
      (one) => one.after ?? '',
    ).join('\n'),
  };
}

function partsOf(chance: Chance, revision: string): Part[] {
  const names = headings(chance, 4 + chance.upTo(6));
  const grounds = Math.max(1, Math.floor(names.length / 2));
  return names.map((heading, index) => ({
    heading,
    status: 'both',
    operative: index >= grounds,
    items: Array.from({ length: chance.is(0.2) ? 1 : 2 + chance.upTo(7) }, () =>
      itemOf(sentence(chance, index >= grounds, revision)),
    ),
  }));
}

const itemOf = (words: string[]): Item => ({ words, status: 'both', runs: [same(words.join(' '))], edits: [] });
const same = (text: string): TextRun => ({ text, change: 'same' });

function editParts(parts: Part[], chance: Chance, habits: Habits, revisions: { old: string; next: string }): void {
  for (const part of parts) {
    for (const item of part.items) if (chance.is(habits.zeal)) editWords(item, chance, habits, revisions);
    if (chance.is(0.35)) insertItem(part, chance, revisions);
    if (part.items.length > 2 && chance.is(0.25)) dropItem(part, chance);
  }
  if (chance.is(0.25)) insertSection(parts, chance, revisions);
  if (chance.is(0.15)) dropSection(parts, chance);
  if (chance.is(0.2)) moveItem(parts, chance);
}

function dropItem(part: Part, chance: Chance): void {
  const item = chance.one(part.items);
  if (item.status !== 'both') return;
  Object.assign(item, itemOf(item.words), { status: 'deleted' });
}

function insertItem(part: Part, chance: Chance, revisions: { next: string }): void {
  const count = chance.is(0.25) ? 2 : 1;
  const at = chance.is(0.35) ? part.items.length : chance.upTo(part.items.length + 1);
  for (let index = 0; index < count; index++) {
    const words = sentence(chance, part.operative, revisions.next);
    part.items.splice(at, 0, { ...itemOf(words), status: 'inserted' });
  }
}

function insertSection(parts: Part[], chance: Chance, revisions: { next: string }): void {
  const taken = new Set(parts.map((part) => part.heading));
  const [heading] = headings(chance, 12).filter((name) => !taken.has(name));
  const operative = chance.is(0.5);
  const name = operative ? 'appeals to the harbour offices' : heading;
  if (name === undefined || taken.has(name)) return;
  const items = Array.from({ length: 1 + chance.upTo(4) }, (): Item => {
    const words = sentence(chance, operative, revisions.next);
    return { ...itemOf(words), status: 'inserted' };
  });
  const first = parts.findIndex((part) => part.operative);
  const at = operative ? first + chance.upTo(parts.length - first + 1) : chance.upTo(first + 1);
  parts.splice(at, 0, { heading: name, status: 'inserted', operative, items });
}

function dropSection(parts: Part[], chance: Chance): void {
  const candidates = parts.filter((part) => part.status === 'both');
  if (candidates.length < 4) return;
  const part = chance.one(candidates);
  part.status = 'deleted';
  part.items = part.items.filter((item) => item.status !== 'inserted');
  for (const item of part.items) Object.assign(item, { status: 'deleted', edits: [] });
}

function moveItem(parts: Part[], chance: Chance): void {
  const from = chance.one(parts);
  const to = chance.one(parts.filter((part) => part.operative === from.operative && part.status !== 'deleted'));
  const item = from.items.find((one) => one.status === 'both' && one.edits.length === 0);
  if (item === undefined || from === to || from.status === 'deleted' || from.items.length < 2) return;
  item.status = 'deleted';
  to.items.splice(chance.upTo(to.items.length + 1), 0, { ...itemOf(item.words), status: 'inserted' });
}

/** A deleted and an inserted stretch in the author's order. */
function replacement(old: string, next: string, typesFirst: boolean): TextRun[] {
  const gone: TextRun = { text: old, change: 'deleted' };
  const come: TextRun = { text: next, change: 'inserted' };
  return typesFirst ? [come, gone] : [gone, come];
}

/** Puts one or two edits into the words of a clause. */
function editWords(item: Item, chance: Chance, habits: Habits, revisions: { old: string; next: string }): void {
  const { words } = item;
  const cited = words.join(' ').includes(`(Rev. ${revisions.old})`);
  if (cited) {
    item.edits.push('revision');
    const text = words.join(' ');
    const at = text.indexOf(revisions.old);
    const rest = text.slice(at + revisions.old.length);
    item.runs = joinRuns([
      same(text.slice(0, at)),
      ...replacement(revisions.old, revisions.next, habits.typesFirst),
      same(rest),
    ]);
    return;
  }
  const first = 1 + chance.upTo(Math.max(1, words.length - 3));
  const runs: TextRun[] = [same(`${words.slice(0, first).join(' ')} `)];
  const { taken, made, kind } = editAt(words.slice(first), chance, habits);
  runs.push(...made);
  const left = words.slice(first + taken);
  if (left.length > 0) runs.push(same(left.join(' ')));
  item.edits.push(kind);
  item.runs = joinRuns(runs);
}

function editAt(
  words: readonly string[],
  chance: Chance,
  habits: Habits,
): { taken: number; made: TextRun[]; kind: EditKind } {
  const [word = ''] = words;
  const blank = words.length > 1 ? ' ' : '';
  const kind = chance.upTo(10);
  const form = inflected(word);
  if (kind < 2 && form !== null) {
    const made = [same(form.stem), ...replacement(form.old, form.next, habits.typesFirst), same(blank)];
    return { taken: 1, made, kind: form.next === '' ? 'struck-out' : 'inside' };
  }
  const next = instead(chance, word);
  if (kind !== 2 && kind < 6 && next !== null) {
    const spaced = habits.withBlanks && blank !== '';
    const made = spaced
      ? replacement(`${word} `, `${next} `, habits.typesFirst)
      : [...replacement(word, next, habits.typesFirst), same(blank)];
    return { taken: 1, made, kind: spaced ? 'replaced-blank' : 'replaced' };
  }
  const phrase = phraseInstead(chance, words);
  if ((kind === 2 || kind === 6) && phrase !== null) {
    const { taken } = phrase;
    const rest = words.length > taken ? ' ' : '';
    const made = [...replacement(words.slice(0, taken).join(' '), phrase.next, habits.typesFirst), same(rest)];
    return { taken, made, kind: 'phrase' };
  }
  if (kind < 9 || words.length < 4) {
    return { taken: 0, made: [{ text: `${addition(chance).join(' ')} `, change: 'inserted' }], kind: 'added' };
  }
  const taken = 1 + chance.upTo(2);
  const gone: TextRun = { text: `${words.slice(0, taken).join(' ')} `, change: 'deleted' };
  return { taken, made: [gone], kind: 'struck-out' };
}

function isLast(parts: readonly Part[], index: number): { base: boolean; proposed: boolean } {
  const lastOf = (gone: string): number =>
    parts.findLastIndex((part) => part.items.some((item) => item.status !== gone));
  return { base: lastOf('inserted') === index, proposed: lastOf('deleted') === index };
}

const signOf = (item: Item, side: readonly Item[], ends: boolean): string =>
  side.at(-1) === item ? (ends ? '.' : ',') : ';';

function sectionOf(part: Part, last: { base: boolean; proposed: boolean }, habits: Habits): MadeSection {
  const base = part.items.filter((item) => item.status !== 'inserted');
  const proposed = part.items.filter((item) => item.status !== 'deleted');
  const labelOf = (item: Item, side: Item[]): string | null => {
    const at = side.indexOf(item);
    if (at < 0) return null;
    if (side.length === 1) return '';
    return part.operative ? String(at + 1) : `${String.fromCharCode(97 + at)})`;
  };
  const clauses = part.items.map((item): MadeClause => {
    const old = signOf(item, base, last.base);
    const next = signOf(item, proposed, last.proposed);
    const label = { before: labelOf(item, base), after: labelOf(item, proposed) };
    if (item.status !== 'both') {
      const text = `${item.words.join(' ')}${item.status === 'inserted' ? next : old}`;
      return { label, runs: [{ text, change: item.status }], edits: [] };
    }
    const sign = old === next ? [same(old)] : replacement(old, next, habits.typesSignsFirst);
    return { label, runs: joinRuns([...item.runs, ...sign]), edits: item.edits };
  });
  return { heading: part.heading, status: part.status, operative: part.operative, clauses };
}

const core = (label: string | null): string => (label ?? '').replace(')', '');

/** The label as the copy prints it: the counting parts fused, the bracket once. */
function printedLabel({ typesFirst }: Habits): (label: MadeClause['label']) => string {
  return ({ before, after }) => {
    const bracket = `${before ?? ''}${after ?? ''}`.includes(')') ? ')' : '';
    if (before === after || before === null || after === null) return `${core(before ?? after)}${bracket}`;
    return `${typesFirst ? core(after) + core(before) : core(before) + core(after)}${bracket}`;
  };
}

function lines(
  heads: readonly TextRun[][],
  sections: readonly MadeSection[],
  words: (runs: readonly TextRun[]) => string,
  stands: (label: MadeClause['label']) => boolean,
  labelOf: (label: MadeClause['label']) => string,
): string[] {
  const made = heads.map(words);
  for (const section of sections) {
    const clauses = section.clauses.filter((clause) => stands(clause.label));
    if (clauses.length === 0) continue;
    made.push(section.heading);
    for (const clause of clauses) {
      const label = labelOf(clause.label);
      made.push(`${label === '' ? '' : `${label}\t`}${words(clause.runs)}`);
    }
  }
  return made;
}
