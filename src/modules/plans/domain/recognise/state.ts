/** Where the reading of a plan stands: what was read, and which element, list and heading the next line belongs to. */
import type { EmptyChapter } from '#kernel/reading/index.ts';
import { emptyDraft, place, report, type Draft, type IndicatorDraft, type Item, type NamedLevel } from './draft.ts';
import { expectedUnder } from './chapters.ts';
import { keyOfCode, type Code } from './code.ts';
import type { OwnWords } from './element.ts';
import { isCapitals, type PlanLine } from './lines.ts';
import type { Unit } from './units.ts';
import type { announcedScheme } from './alignments.ts';
import type { Ranks } from './ranks.ts';
import { rankOf } from './ranks.ts';
import type { LevelName } from './words.ts';

/** A list whose points are being read. */
export interface List {
  /** `null` where the words before it do not say what the points are. */
  level: LevelName | null;
  owner: Item | null;
  /** Shape of the codes of its points, bullet of its points; `null` until the first. */
  shape: string | null;
  bullet: string | null;
  indent: number | null;
  last: Item | null;
  /** The point that announced the points now being read. */
  nestedUnder: Item | null;
  /** List numbers that stood before the codes of its points ("1. R.1 …"). */
  skipped: { number: string; line: number }[];
  /** Its points are laid out by region. */
  regional: boolean;
}

export interface State {
  readonly units: readonly Unit[];
  at: number;
  readonly draft: Draft;
  readonly own: OwnWords;
  readonly ranks: Ranks;
  /** Section headings that every element repeats ("Background"), in lower case. */
  readonly sections: ReadonlySet<string>;
  /** The last section number at each place of the numbering ("2" under ""; "2.3" is 3 under "2"), and its line. */
  numbers: Map<string, { last: number; line: number }>;
  /** Elements whose sections enclose the next line, outermost first. */
  open: Item[];
  /** The last element on a line of its own, settled or not. */
  current: Item | null;
  list: List | null;
  /** Every list so far. */
  lists: List[];
  /** Unmarked headings below are elements of this level: "Main areas of work include:". */
  titled: { level: LevelName; owner: Item | null } | null;
  /** The level that the last heading of levels named first. */
  headed: LevelName | null;
  /** Levels named by the last caption or heading of several levels. */
  caption: readonly LevelName[];
  /** References that the last heading announces. */
  scheme: ReturnType<typeof announcedScheme>;
  /** The last heading-like line. */
  heading: PlanLine | null;
  indicator: IndicatorDraft | null;
  /** The line read before this one, and whether it made an element. */
  previous: PlanLine | null;
  previousItem: Item | null;
  /** Whether the line being read made an element or went on with one. */
  made: boolean;
  /** Rows read so far. */
  rows: number;
  /** The first element of each level and code, and how many of the draft's items were looked at for them. */
  known: { items: Map<string, Item>; upTo: number };
  /** Items last read in each column of a table, for cells merged downwards. */
  above: { table: number; items: Map<number, Item[]>; supports: string };
}

/** The state before the first unit. */
export function startOf(units: readonly Unit[], own: OwnWords, ranks: Ranks, sections: ReadonlySet<string>): State {
  return {
    units,
    at: 0,
    draft: emptyDraft(),
    own,
    ranks,
    sections,
    numbers: new Map(),
    open: [],
    current: null,
    list: null,
    lists: [],
    titled: null,
    headed: null,
    caption: [],
    scheme: null,
    heading: null,
    indicator: null,
    previous: null,
    previousItem: null,
    made: false,
    rows: 0,
    known: { items: new Map(), upTo: 0 },
    above: { table: -1, items: new Map(), supports: '' },
  };
}

/** The nearest enclosing element that stands above a level. Values, principles and criteria belong to the whole plan. */
export function ownerFor(state: State, level: LevelName | null): Item | null {
  if (level === null) return state.current;
  if (ofWholePlan.has(level.key)) return null;
  const rank = rankOf(state.ranks, level);
  return state.open.findLast((item) => item.level !== null && rankOf(state.ranks, item.level) < rank) ?? null;
}

const ofWholePlan = new Set([
  'value',
  'principle',
  'criterion',
  'vision',
  'mission',
  'overall-objective',
  'overall-goal',
  'development-objective',
]);

/** Adds an element that encloses what follows. */
export function addElement(state: State, item: Item): void {
  state.draft.items.push(item);
  state.indicator = null;
  state.previousItem = item;
  state.made = true;
  const enclosing = state.open.at(-1) ?? null;
  state.current = item;
  if (item.level === null) {
    item.owner ??= enclosing;
    return;
  }
  const rank = rankOf(state.ranks, item.level);
  while (state.open.length > 0) {
    const top = state.open.at(-1);
    if (top?.level === null || top?.level === undefined || rankOf(state.ranks, top.level) < rank) break;
    state.open.pop();
  }
  if (!ofWholePlan.has(item.level.key)) item.owner ??= state.open.at(-1) ?? null;
  state.open.push(item);
}

/** Adds a point of a list: what follows belongs to the list's owner, not to the point. */
export function addPoint(state: State, item: Item): void {
  state.draft.items.push(item);
  state.indicator = null;
  state.previousItem = item;
  state.made = true;
}

/** The element of a level that was printed with this code. */
export function knownItem(state: State, level: LevelName, code: Code | null): Item | null {
  const { known, draft } = state;
  for (; known.upTo < draft.items.length; known.upTo++) {
    const item = draft.items[known.upTo];
    if (item === undefined || item.code === null || item.level === null) continue;
    const name = `${item.level.key} ${keyOfCode(item.code.segments)}`;
    if (!known.items.has(name)) known.items.set(name, item);
  }
  return code === null ? null : (known.items.get(`${level.key} ${keyOfCode(code.segments)}`) ?? null);
}

/** Notes the levels that a heading, caption or column names. */
export function nameLevels(state: State, names: readonly LevelName[], lines: readonly PlanLine[]): void {
  const numbers = lines.flatMap((line) => line.lines);
  for (const name of names) state.draft.named.push({ name, lines: numbers } satisfies NamedLevel);
}

/**
 * What a heading ends: the list before it and, where the document styles its headings or types them in capitals, the
 * elements whose section it closes. Section headings that every element repeats close none.
 */
export function passHeading(state: State, line: PlanLine): void {
  state.list = null;
  const level = line.heading ?? (isCapitals(line.text) ? 0 : null);
  if (level === null || state.sections.has(line.text.toLowerCase())) return;
  state.open = state.open.filter((item) => item.heading !== null && item.heading < level);
  state.current = state.open.at(-1) ?? null;
}

/** The place and the number of a section heading in its numbering; letters count from A. `null` for other labels. */
function placeOf(code: Code): { place: string; number: number } | null {
  const last = code.segments.at(-1) ?? '';
  const number = /^\d+$/.test(last) ? Number(last) : /^[A-Z]$/.test(last) ? last.charCodeAt(0) - 64 : null;
  return number === null ? null : { place: keyOfCode(code.segments.slice(0, -1)), number };
}

/** Whether a code is the number that the next section would have. */
export function isNextSection(state: State, code: Code): boolean {
  const at = placeOf(code);
  return at !== null && at.number > 1 && state.numbers.get(at.place)?.last === at.number - 1;
}

/**
 * Notes a numbered section heading. It ends the elements that were printed after the section before it: section 3 ends
 * what section 2 held, but a section 2 inside an element does not end the element.
 */
export function passSection(state: State, code: Code, line: PlanLine): void {
  const at = placeOf(code);
  if (at === null) return;
  const before = state.numbers.get(at.place);
  if (before !== undefined && before.last === at.number - 1) {
    state.open = state.open.filter((item) => item.line <= before.line);
    state.current = state.open.at(-1) ?? null;
  }
  state.numbers.set(at.place, { last: at.number, line: line.line });
}

/** Adds a chapter that holds nothing yet; what it would hold is told from its heading unless it is given. */
export function addChapter(
  state: State,
  heading: PlanLine,
  words: string,
  expects: EmptyChapter['expects'] = expectedUnder(words),
): void {
  state.draft.chapters.push({ heading: words, expects, line: heading.line });
  place(state.draft, heading);
  state.list = null;
  report(state.draft, 'plan-empty-chapter', 'info', heading.line, `“${words}” is announced and left empty.`);
}

/** The unit after the one being read. */
export function nextUnit(state: State, ahead = 1): Unit | null {
  return state.units[state.at + ahead] ?? null;
}
