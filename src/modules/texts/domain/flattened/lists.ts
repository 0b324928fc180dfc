/** Which clauses of a flattened text are old, new or in both, read list by list from labels, endings and dates. */
import { readChain, type ChainItem, type ChainOptions, type ChainReading, type KnownItem } from '../labels/chain.ts';
import { coreAt, indexOf, labelOf, type Family, type PrintedLabel } from '../labels/label.ts';
import type { DraftClause, DraftSection } from '../legal/draft.ts';
import { readAppended, readCutOff } from './appended.ts';
import { endingOf } from './endings.ts';
import type { ClauseFacts, Witnessed } from './facts.ts';
import type { ListReading } from './list-reading.ts';
import { doubtTwins, movesIn, type Moves } from './moved.ts';
import { weakest } from './seams.ts';

type Facts = ReadonlyMap<DraftClause, ClauseFacts>;
type Readings = Map<DraftClause, ListReading>;

/** What is known of all lists while one is read. */
interface Known {
  facts: Facts;
  insertedFirst: boolean;
  printedFirst: ChainOptions['printedFirst'];
  /** Clauses of which it is settled where they were moved from or to. */
  moved: Moves;
}

/** Reads every list of the sections; clauses of lists that are not counted are read by endings and dates alone. */
export function readLists(
  sections: readonly DraftSection[],
  facts: Facts,
  printedFirst: ChainOptions['printedFirst'],
): Readings {
  const known: Known = { facts, insertedFirst: false, printedFirst, moved: new Map() };
  const first = readAll(sections, known);
  const again = { ...known, insertedFirst: insertedComesFirst(sections, first), moved: movesIn(first, facts) };
  const readings = again.insertedFirst || again.moved.size > 0 ? readAll(sections, again) : first;
  readAppended(sections, facts, readings);
  readCutOff(sections, facts, readings);
  doubtTwins(readings, facts);
  labelsAsKnown(readings, facts);
  return readings;
}

function readAll(sections: readonly DraftSection[], known: Known): Readings {
  const readings: Readings = new Map();
  for (const section of sections) {
    readList(section.clauses, null, known, readings);
    unlabelLone(section.clauses, readings);
  }
  return readings;
}

/** The texts at hand print the labels themselves; a clause that they do not have was inserted, or is gone, for sure. */
function labelsAsKnown(readings: Readings, facts: Facts): void {
  for (const [clause, reading] of readings) {
    const witnessed = facts.get(clause)?.witnessed ?? null;
    if (witnessed === null || witnessed.base === 'unknown') continue;
    const { base, adopted, complete } = witnessed;
    const before = base === null ? null : base.label;
    const after = adopted === 'unknown' ? reading.after : adopted === null ? null : adopted.label;
    const inserted = before === null && after !== null;
    const exact = adopted !== 'unknown' || (inserted && complete);
    const certainty = exact ? 'sure' : inserted ? 'likely' : reading.certainty;
    readings.set(clause, { ...reading, before, after: before === null ? (after ?? '') : after, certainty });
  }
}

/** Where two clauses share a label and something tells which is new: does the new one usually stand first? */
function insertedComesFirst(sections: readonly DraftSection[], readings: Readings): boolean {
  let balance = 0;
  for (const section of sections) {
    section.clauses.forEach((clause, index) => {
      const next = section.clauses[index + 1];
      const here = readings.get(clause);
      const there = next === undefined ? undefined : readings.get(next);
      if (next?.label?.core !== clause.label?.core || clause.label === null) return;
      if (here === undefined || there === undefined || here.certainty === 'guess' || there.certainty === 'guess')
        return;
      if (here.before === null && there.after === null) balance++;
      if (here.after === null && there.before === null) balance--;
    });
  }
  return balance > 0;
}

function readList(clauses: readonly DraftClause[], parent: ListReading | null, known: Known, readings: Readings): void {
  const { facts, insertedFirst, printedFirst } = known;
  for (const group of groupsOf(clauses)) {
    const family = group[0]?.family ?? null;
    const counting = counts(group);
    const punctuated = counting && group.some((clause) => /;/.test(facts.get(clause)?.ending ?? ''));
    const items = group.map((clause) => itemOf(clause, known, counting, punctuated));
    const chain = readChain(items, {
      family: counting ? (family ?? 'mark') : 'mark',
      prefix: prefixOf(group, parent),
      insertedFirst,
      printedFirst,
    });
    const [first] = group;
    const about = first !== undefined && facts.get(first)?.aboutYounger === true;
    const isWitnessed = group.some((clause) => isKnown(clause, facts));
    const settled = isWitnessed ? chain : (mostlyNew(items, chain, about) ?? unlessErratic(items, chain));
    // What a clause moved to or from another place settles is no surer than that place was read.
    const limit = weakest(group.map((clause) => known.moved.get(clause)?.certainty ?? 'sure'));
    group.forEach((clause, index) => {
      const reading = settled[index];
      if (reading === undefined) return;
      const certainty = weakest([reading.certainty], limit);
      readings.set(clause, withLabels(clause.label, counting, { ...reading, certainty }));
    });
    shareEndings(group, facts, readings);
  }
  replacedByList(clauses, facts, readings);
  for (const clause of clauses) {
    const own = readings.get(clause) ?? null;
    if (clause.children.length === 0) continue;
    readList(clause.children, own, known, readings);
    if (own !== null) followParent(clause.children, own, facts, readings);
  }
}

/**
 * Clauses of one kind of label; those of another kind in between (an unlabelled line) are a group of their own. Where
 * the count starts again and goes on, a heading was lost: what follows is a list of its own, not another text's.
 */
function groupsOf(clauses: readonly DraftClause[]): DraftClause[][] {
  const groups: DraftClause[][] = [];
  const open = new Map<Family | null, DraftClause[]>();
  clauses.forEach((clause, index) => {
    const group = open.get(clause.family);
    if (group === undefined || startsAgain(group, clause, clauses[index + 1])) {
      const next = [clause];
      groups.push(next);
      open.set(clause.family, next);
    } else group.push(clause);
  });
  return groups;
}

function startsAgain(group: readonly DraftClause[], clause: DraftClause, next: DraftClause | undefined): boolean {
  const { family } = clause;
  if (family === null || family === 'mark' || group.length < 2) return false;
  const position = (one: DraftClause | undefined): number | null =>
    one?.family === family ? indexOf(family, one.label?.core ?? '') : null;
  const last = position(group.at(-1));
  const here = position(clause);
  // A label far beyond the count is two fused ones.
  if (last === null || last > group.length + 2) return false;
  // The first item may have stuck to the lost heading.
  if (here === 2) return last >= 4 && position(next) === 3;
  return here === 1 && last >= 2 && (next?.family !== family || isSecond(family, next.label?.core ?? ''));
}

/** The second label of a list, or that label fused with the first. */
function isSecond(family: Family, core: string): boolean {
  const [one, two] = [coreAt(family, 1), coreAt(family, 2)];
  return core === two || core === one + two || core === two + one;
}

/** Whether the labels of a list count; a converter may have printed the same number before each item. */
function counts(group: readonly DraftClause[]): boolean {
  const [first] = group;
  if (first === undefined || first.family === null || first.family === 'mark') return false;
  return group.length < 3 || group.some((clause) => clause.label?.core !== first.label?.core);
}

function itemOf(clause: DraftClause, { facts, moved }: Known, counted: boolean, punctuated: boolean): ChainItem {
  const known = facts.get(clause);
  const ending = known?.ending ?? '';
  const twin = known?.twin ?? null;
  return {
    core: counted ? (clause.label?.core ?? '') : '',
    repeated: (clause.label?.repetition ?? '') !== '',
    // Items that are sentences of their own all end with a full stop: only a pair of signs says something then.
    ending: clause.children.length > 0 || (!punctuated && ending.length < 2) ? '' : ending,
    seamed: (known?.seams.length ?? 0) > 0,
    dated: known?.dated === true,
    outdated: known?.outdated === true,
    moved: moved.get(clause)?.to ?? (twin === null ? null : 'either'),
    ...knownOf(known?.witnessed ?? null, counted),
  };
}

/** What the texts at hand say of an item of a list. */
function knownOf(witnessed: Witnessed | null, counted: boolean): Pick<ChainItem, 'base' | 'proposed'> {
  if (witnessed === null) return {};
  const side = (known: Exclude<Witnessed['base'], 'unknown'>): KnownItem | null => {
    if (known === null) return null;
    const core = counted ? (labelOf(`${known.label}\t`)?.core ?? null) : null;
    const inBoth = witnessed.seams?.some(({ edits }) => edits.some((edit) => edit.change === 'inserted')) === true;
    return { core, ending: endingOf(known.words), inBoth };
  };
  return {
    ...(witnessed.base === 'unknown' ? {} : { base: side(witnessed.base) }),
    ...(witnessed.adopted === 'unknown' ? {} : { proposed: side(witnessed.adopted) }),
  };
}

const isKnown = (clause: DraftClause, facts: Facts): boolean => {
  const witnessed = facts.get(clause)?.witnessed ?? null;
  return witnessed !== null && witnessed.base !== 'unknown';
};

function prefixOf(group: readonly DraftClause[], parent: ListReading | null): { before: string; after: string } {
  const core = group[0]?.label?.core ?? '';
  if (group[0]?.family !== 'decimal') return { before: '', after: '' };
  const printed = core.slice(0, core.lastIndexOf('.') + 1);
  return {
    before: parent?.coreBefore === null || parent === null ? printed : `${parent.coreBefore}.`,
    after: parent?.coreAfter === null || parent === null ? printed : `${parent.coreAfter}.`,
  };
}

function withLabels(label: PrintedLabel | null, counting: boolean, reading: ChainReading): ListReading {
  const whole = (core: string | null): string | null => {
    if (core === null) return null;
    return counting && label !== null
      ? `${label.opening}${core}${label.repetition}${label.closing}`
      : (label?.printed ?? '');
  };
  return {
    before: whole(reading.before),
    after: whole(reading.after),
    coreBefore: reading.before,
    coreAfter: reading.after,
    certainty: reading.certainty,
    firstEndingIsOld: true,
  };
}

/**
 * A list whose labels show nothing, and most of whose clauses cannot have stood in the base text, is new as a whole:
 * a section can be inserted without leaving any mark. One clause alone must be about something younger: a mention may
 * have been added to it.
 */
function mostlyNew(items: readonly ChainItem[], chain: readonly ChainReading[], about: boolean): ChainReading[] | null {
  const untouched = chain.every((reading) => reading.before === null || reading.before === reading.after);
  const quiet = items.every((item) => !item.seamed && item.ending.length < 2);
  const dated = items.filter((item) => item.dated).length;
  if (!untouched || !quiet || dated === 0 || dated * 3 < items.length * 2) return null;
  if (items.length === 1 && !about) return null;
  return items.map((item) => ({
    before: null,
    after: item.core,
    certainty: dated === items.length ? 'likely' : 'guess',
  }));
}

/** Numbers that run neither way (a table taken for a list, headings lost) say nothing of old and new. */
function unlessErratic(items: readonly ChainItem[], chain: readonly ChainReading[]): readonly ChainReading[] {
  const moved = chain.filter((reading) => reading.before !== reading.after);
  const doubtful = moved.filter((reading) => reading.certainty === 'guess').length;
  if (items.length < 5 || doubtful < moved.length || doubtful * 10 < items.length * 7) return chain;
  return items.map(({ core }) => ({ before: core, after: core, certainty: 'guess' }));
}

/** The last clause of a text's list ends with a comma or stop there, the others with a semicolon. */
function shareEndings(group: readonly DraftClause[], facts: Facts, readings: Readings): void {
  const lastOld = group.findLastIndex((clause) => readings.get(clause)?.before !== null);
  const lastNew = group.findLastIndex((clause) => readings.get(clause)?.after !== null);
  group.forEach((clause, index) => {
    const reading = readings.get(clause);
    const ending = facts.get(clause)?.ending ?? '';
    if (reading === undefined || ending.length !== 2) return;
    if (ending.includes(':')) {
      // A clause began or ceased to lead into sub-clauses; new signs are mostly typed before the old ones.
      readings.set(clause, { ...reading, firstEndingIsOld: false, certainty: 'guess' });
      return;
    }
    const endsOld = index === lastOld;
    const endsNew = index === lastNew;
    if (endsOld === endsNew) return;
    // The side that ends here has the comma or stop.
    reading.firstEndingIsOld = /[,.]/.test(ending.charAt(0)) === endsOld;
  });
}

/**
 * One clause without label, complete in itself, before a list that starts at 1 and says the same kind of thing: the
 * single clause was replaced by the list. A line that only leads into the list ("within the mandate …,") is kept.
 */
function replacedByList(clauses: readonly DraftClause[], facts: Facts, readings: Readings): void {
  const [single, first] = clauses;
  if (single === undefined || first === undefined || single.family !== null || first.family === null) return;
  if (first.family === 'mark' || !/^(?:1|a|i)$/.test(first.label?.core ?? '')) return;
  const opener = /^\s*(to|that)\s/i.exec(facts.get(single)?.text ?? '')?.[1]?.toLowerCase();
  const ofFirst = /^\s*(to|that)\s/i.exec(facts.get(first)?.text ?? '')?.[1]?.toLowerCase();
  if (opener === undefined || opener !== ofFirst || !/^[,.;]/.test(facts.get(single)?.ending ?? '')) return;
  const rest = clauses.slice(1);
  const witnessed = isKnown(single, facts);
  if (witnessed && (readings.get(single)?.before ?? null) === null) return;
  if (rest.some((clause) => (witnessed ? readings.get(clause)?.before !== null : isTouched(readings.get(clause)))))
    return;
  const own = readings.get(single);
  if (own !== undefined) readings.set(single, { ...own, after: null, coreAfter: null, certainty: 'likely' });
  for (const clause of rest) {
    const reading = readings.get(clause);
    if (reading !== undefined)
      readings.set(clause, { ...reading, before: null, coreBefore: null, certainty: 'likely' });
  }
}

const isTouched = (reading: ListReading | undefined): boolean => reading?.before !== reading?.after;

/**
 * A clause alone under its heading has no label: where a list grew out of one clause its label is new, where a list
 * shrank to one clause its label is gone. Only the printed label shows, so this is likely at most; two fused labels show
 * that it had one in both.
 */
function unlabelLone(clauses: readonly DraftClause[], readings: Readings): void {
  if (new Set(clauses.map((clause) => clause.family)).size !== 1 || clauses[0]?.family === 'mark') return;
  const inBase = clauses.filter((clause) => readings.get(clause)?.before !== null);
  const inProposed = clauses.filter((clause) => readings.get(clause)?.after !== null);
  if (inBase.length === inProposed.length || (inBase.length !== 1 && inProposed.length !== 1)) return;
  const [lone] = inBase.length === 1 ? inBase : inProposed;
  const reading = lone === undefined ? undefined : readings.get(lone);
  const printed = lone?.label?.core;
  if (lone === undefined || reading === undefined) return;
  if (printed !== reading.coreBefore && printed !== reading.coreAfter) return;
  const label = inBase.length === 1 ? { before: '' } : { after: '' };
  readings.set(lone, { ...reading, ...label, certainty: weakest([reading.certainty], 'likely') });
}

/** Sub-clauses of an inserted clause are inserted with it, those of a deleted one deleted. */
function followParent(children: readonly DraftClause[], parent: ListReading, facts: Facts, readings: Readings): void {
  if (parent.before !== null && parent.after !== null) return;
  for (const child of children) {
    const reading = readings.get(child);
    if (reading === undefined) continue;
    const label = child.label?.printed ?? '';
    const known = isKnown(child, facts);
    const before = known ? reading.before : parent.before === null ? null : label;
    const stays = parent.after !== null || (known && reading.before === null);
    const after = known ? (stays ? reading.after : null) : parent.after === null ? null : label;
    const made = { ...reading, before, after, certainty: parent.certainty };
    readings.set(child, made);
    followParent(child.children, made, facts, readings);
  }
}
