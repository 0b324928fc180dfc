/** Settles the level of elements that are printed with a code only, and of points in lists that do not name theirs. */
import { codedLine, keyOfCode, shapeOf } from './code.ts';
import { report, type Draft, type Item } from './draft.ts';
import type { PlanLine } from './lines.ts';
import { rankOf, type Ranks } from './ranks.ts';
import { isAlike } from './statement.ts';
import { levelNamesIn, type LevelName } from './words.ts';

/** A code whose level is still open. */
type Open = Item & { code: NonNullable<Item['code']>; level: null };

const unknown: LevelName = { key: 'item', name: 'Item', subject: 'other', qualified: false, plural: false };
const point: LevelName = { key: 'point', name: 'Point', subject: 'other', qualified: false, plural: false };
const activity: LevelName = { key: 'activity', name: 'Activity', subject: 'activity', qualified: false, plural: false };
const deepest = 5;

/**
 * Settles what can be settled and drops the rest from the draft: a coded line that fits no level is a section heading,
 * or something that is no element. `texts` are all lines, among which the legend of a plan without level words is
 * sought; `sections` are headings that every element repeats; `titled` says that the document calls itself a plan.
 */
export function settleLevels(
  draft: Draft,
  ranks: Ranks,
  texts: readonly PlanLine[],
  sections: ReadonlySet<string>,
  titled: boolean,
): void {
  const settle = new Settler(draft, ranks, sections);
  settle.reprints();
  settle.parents();
  for (let depth = 0; depth < deepest && settle.children(); depth++);
  settle.byLegend(texts);
  if (titled) settle.byNumbers(texts);
  settle.points();
  draft.items = draft.items.filter((item) => item.level !== null);
}

class Settler {
  readonly #draft: Draft;
  readonly #ranks: Ranks;
  readonly #sections: ReadonlySet<string>;

  constructor(draft: Draft, ranks: Ranks, sections: ReadonlySet<string>) {
    this.#draft = draft;
    this.#ranks = ranks;
    this.#sections = sections;
  }

  #open(): Open[] {
    return this.#draft.items.filter((item): item is Open => item.level === null && item.code !== null);
  }

  /** Elements by code. List numbers under an element are not unique and do not count. */
  #settled(): Map<string, Item[]> {
    const settled = new Map<string, Item[]>();
    for (const item of this.#draft.items) {
      if (item.level === null || item.code === null || (item.listNumber && item.owner !== null)) continue;
      const key = keyOfCode(item.code.segments);
      const same = settled.get(key);
      if (same === undefined) settled.set(key, [item]);
      else same.push(item);
    }
    return settled;
  }

  /** The same code with the same words again, or a code of a shape that only one level has. */
  reprints(): void {
    const settled = this.#settled();
    const shapes = this.#shapes();
    for (const item of this.#open()) {
      const same = settled.get(keyOfCode(item.code.segments)) ?? [];
      const alike = same.slice(0, 20).find((other) => isAlike(other.text, item.text));
      if (alike !== undefined) {
        Object.assign(item, { level: alike.level, owner: alike.owner, listNumber: alike.listNumber });
        continue;
      }
      const level = /[A-Za-z]/.test(item.code.printed) ? shapes.get(shapeOf(item.code)) : null;
      if (level !== undefined && level !== null && !item.listNumber) Object.assign(item, { level });
    }
  }

  /** The level of each shape of code that elements printed without level words have; shapes of two levels are left out. */
  #shapes(): Map<string, LevelName | null> {
    const shapes = new Map<string, LevelName | null>();
    for (const item of this.#draft.items) {
      if (item.level === null || item.code === null || item.worded || item.listNumber) continue;
      const shape = shapeOf(item.code);
      const other = shapes.get(shape);
      shapes.set(shape, other === undefined || other?.key === item.level.key ? item.level : null);
    }
    return shapes;
  }

  /** "A. CONNECTIVITY" over "Objective A.1": a heading whose code begins the codes of what follows it. */
  parents(): void {
    const settled = this.#settled();
    const groups = new Map<string, { item: Open; child: LevelName | null }[]>();
    const following = new Map<number, Item>();
    for (const item of [...this.#draft.items].reverse()) {
      if (item.code === null) continue;
      const length = item.code.segments.length;
      if (item.level !== null) {
        following.set(length, item);
        continue;
      }
      const child = following.get(length + 1);
      const key = keyOfCode(item.code.segments);
      const leads =
        child?.code !== undefined && child.code !== null && keyOfCode(child.code.segments.slice(0, -1)) === key;
      const group = groups.get(shapeOf(item.code)) ?? [];
      groups.set(shapeOf(item.code), group);
      group.push({ item: item as Open, child: leads && !settled.has(key) ? child.level : null });
      following.delete(length + 1);
    }
    for (const group of groups.values()) this.#settleParents(group);
  }

  #settleParents(group: readonly { item: Open; child: LevelName | null }[]): void {
    const leading = group.filter(({ item, child }) => child !== null && !this.#isSection(item));
    const child = leading[0]?.child ?? null;
    if (child === null || leading.length < 2 || leading.length < group.length * 0.8) return;
    const level = this.#unusedName((rank) => rank < rankOf(this.#ranks, child), 'low') ?? unknown;
    for (const { item } of leading) Object.assign(item, { level, owner: null, listNumber: false });
    if (level === unknown) this.#reportUnnamed(leading.map(({ item }) => item));
  }

  /** "a.1.3" under "a.1": a code that goes on from that of the element before it. True when any was settled. */
  children(): boolean {
    const settled = this.#settled();
    const groups = new Map<string, { item: Open; parent: Item | null }[]>();
    const last = new Map<number, Item>();
    for (const item of this.#draft.items) {
      if (item.code === null) continue;
      const length = item.code.segments.length;
      if (item.level !== null) last.set(length, item);
      if (item.level !== null || item.listNumber) continue;
      const key = keyOfCode(item.code.segments.slice(0, -1));
      const before = last.get(length - 1);
      const near =
        before !== undefined && before.code !== null && keyOfCode(before.code.segments) === key ? before : null;
      const lettered = /[A-Za-z]/.test(item.code.printed) ? (settled.get(key)?.[0] ?? null) : null;
      const group = groups.get(shapeOf(item.code)) ?? [];
      groups.set(shapeOf(item.code), group);
      group.push({ item: item as Open, parent: near ?? lettered });
    }
    let any = false;
    for (const group of groups.values()) any = this.#settleChildren(group) || any;
    return any;
  }

  #settleChildren(group: readonly { item: Open; parent: Item | null }[]): boolean {
    const under = group.filter(({ item, parent }) => parent !== null && !this.#isSection(item));
    const parent = under[0]?.parent?.level ?? null;
    const lettered = under.every(({ item }) => /^[A-Za-z]/.test(item.code.printed));
    if (parent === null || under.length < 2 || (lettered && under.length < group.length * 0.5)) return false;
    const level = this.#unusedName((rank) => rank > rankOf(this.#ranks, parent), 'high') ?? unknown;
    for (const { item } of under) Object.assign(item, { level });
    if (level === unknown) this.#reportUnnamed(under.map(({ item }) => item));
    return true;
  }

  #isSection(item: Item): boolean {
    return this.#sections.has(item.text.toLowerCase());
  }

  /** A level that headings name and no element has so far: the nearest one on the side asked for. */
  #unusedName(fits: (rank: number) => boolean, nearest: 'low' | 'high'): LevelName | null {
    const used = new Set(this.#draft.items.map((item) => item.level?.key));
    const names = this.#draft.named
      .map(({ name }) => name)
      .filter((name) => !used.has(name.key) && name.subject !== 'indicator' && name.subject !== 'risk')
      .filter((name) => name.subject !== 'other' && name.subject !== 'target' && fits(rankOf(this.#ranks, name)));
    const sign = nearest === 'high' ? 1 : -1;
    return names.sort((a, b) => sign * (rankOf(this.#ranks, a) - rankOf(this.#ranks, b)))[0] ?? null;
  }

  #reportUnnamed(items: readonly Item[]): void {
    const lines = items.map((item) => item.line);
    const range: [number, number] = [
      Math.min(lines[0] ?? 1, lines.at(-1) ?? 1),
      Math.max(lines[0] ?? 1, lines.at(-1) ?? 1),
    ];
    const message = `${items.length} coded elements stand on a level that the plan does not name.`;
    report(this.#draft, 'plan-level-unnamed', 'info', range, message);
  }

  /**
   * A plan that numbers its elements 1, 1.1, 1.1.1 and names the levels once: "priorities, each with objectives and
   * actions". Only where nothing else gave a level to any code.
   */
  byLegend(texts: readonly { line: number; text: string }[]): void {
    const open = this.#open().filter((item) => /^[0-9]/.test(item.code.printed) && !this.#isSection(item));
    const coded = this.#draft.items.some((item) => item.level !== null && item.code !== null);
    const depths = [...new Set(open.map((item) => item.code.segments.length))].sort((a, b) => a - b);
    if (coded || depths.length < 2 || depths.length > deepest) return;
    const legend = texts.find(({ text }) => namesOf(text).length === depths.length && isLegend(text));
    if (legend === undefined) return;
    const names = namesOf(legend.text);
    const below = open.filter((item) => item.line > legend.line && !ordinarySection.test(item.text));
    if (below.filter((item) => item.code.segments.length > (depths[0] ?? 1)).length < 3) return;
    for (const item of below) {
      const level = names[depths.indexOf(item.code.segments.length)];
      if (level !== undefined) Object.assign(item, { level, listNumber: false });
    }
    for (const name of names) this.#draft.named.push({ name, lines: [] });
  }

  /**
   * A plan that numbers its elements 1, 1.1, 1.1.1 and never says what they are: levels without a name of their own.
   * Numbered headings over prose are sections and no elements.
   */
  byNumbers(texts: readonly PlanLine[]): void {
    if (this.#draft.items.some((item) => item.level !== null && item.code !== null)) return;
    const numbered = this.#open().filter(
      (item) => /^[0-9]/.test(item.code.printed) && !this.#isSection(item) && !ordinarySection.test(item.text),
    );
    const keys = new Set(numbered.map((item) => keyOfCode(item.code.segments)));
    const owners = new Set(numbered.map((item) => keyOfCode(item.code.segments.slice(0, -1))));
    const placed = numbered.filter(({ code: { segments } }) => {
      const above = keyOfCode(segments.slice(0, -1));
      return segments.length === 1 ? owners.has(keyOfCode(segments)) : keys.has(above);
    });
    const leaves = placed.filter((item) => !owners.has(keyOfCode(item.code.segments)));
    const following = new Map(texts.map((text, at) => [text.line, texts[at + 1]]));
    const prose = leaves.filter((item) => isProse(following.get(item.line))).length;
    if (placed.length < 6 || leaves.length < 3 || prose > leaves.length * 0.3) return;
    for (const item of placed)
      Object.assign(item, { level: levelOfDepth(item.code.segments.length), listNumber: false });
    this.#reportUnnamed(placed);
  }

  /**
   * Points that no word names: of the level of activity that the plan names for its lists; under a programme or an area
   * activities, for that is what these consist of; else merely points.
   */
  points(): void {
    const unnamed = this.#draft.items.filter((item) => item.unnamed && item.level === null && belongs(item));
    const names = [...this.#draft.items.map((item) => item.level), ...this.#draft.named.map(({ name }) => name)];
    const named = names.find((name) => name?.subject === 'activity' && !particular.test(name.name)) ?? null;
    for (const item of unnamed) {
      const within = item.owner?.level?.subject;
      item.level = named ?? (within === 'programme' || within === 'area' ? activity : point);
    }
    const [first] = unnamed;
    const last = unnamed.at(-1);
    if (first === undefined || last === undefined) return;
    const levels = [...new Set(unnamed.map((item) => `“${item.level?.name ?? ''}”`))].join(', ');
    const message = `${unnamed.length} points of lists that do not say what their points are, read as ${levels}.`;
    report(this.#draft, 'plan-level-assumed', 'info', [first.line, last.line], message);
  }
}

/** Names of activities of a kind of their own. */
const particular = /^(?:regional|national|global|flagship)\b/i;

/** Whether the list of a point stands in the section of an element, and not under a mere heading. */
function belongs(item: Item): boolean {
  return item.owner !== null && (item.owner.level !== null || (item.nested && belongs(item.owner)));
}

function levelOfDepth(depth: number): LevelName {
  return { key: `level-${depth}`, name: `Level ${depth}`, subject: 'other', qualified: false, plural: false };
}

/** Whether the line under a numbered one is of sentences. */
function isProse(line: PlanLine | undefined): boolean {
  return line !== undefined && line.bullet === '' && codedLine(line.raw) === null && /[.:;]$/.test(line.text);
}

const ordinarySection =
  /^(?:introduction|background|foreword|preface|executive summary|conclusions?|context|annex|appendix|references|implementation|monitoring|financing|governance|acknowledg)/i;

/** Different levels named in a text, in order. */
function namesOf(text: string): LevelName[] {
  if (text.length > 600) return [];
  const names = levelNamesIn(text)
    .map(({ level }) => level)
    .filter((name) => name.subject !== 'indicator' && name.subject !== 'risk' && name.subject !== 'other');
  return names.filter((name, index) => names.findIndex((other) => other.key === name.key) === index);
}

/** Whether a text explains how levels are built on one another. */
function isLegend(text: string): boolean {
  return /\b(?:each|under|consists?|organi[sz]ed|structured?|built|levels?|hierarchy|compris\w+|broken down|cascades?|numbered|made up|divided|contains?)\b|\(\d\.\d/i.test(
    text,
  );
}
