/**
 * Makes nodes of printed elements: settles the keys of levels, writes codes in the style of their level, joins the
 * prints of one element, finds parents.
 */
import type { PlanLevel, PlanNode } from '#kernel/reading/index.ts';
import { keyOfCode, shapeOf, type Code } from './code.ts';
import { called, report, type Draft, type Item } from './draft.ts';
import { levelsOf, settleKeys } from './levels.ts';
import { rankOf, type Ranks } from './ranks.ts';
import { differenceOf, isAlike } from './statement.ts';
import { settleCodes, type SettledCode } from './settled-codes.ts';
import type { LevelName, Subject } from './words.ts';

/** Nodes and the ways to find them. */
export interface Built {
  levels: PlanLevel[];
  nodes: PlanNode[];
  /** The node that a printed element became. */
  nodeOf(item: Item): PlanNode | null;
  /** The node of a level and a code; without a level the first of any level. */
  find(level: string | null, code: Code): PlanNode | null;
}

/** Builds the nodes. Every item has a level by now. */
export function buildNodes(draft: Draft, ranks: Ranks): Built {
  const levels = settleKeys(draft.items);
  const codes = settleCodes(draft, levels, ranks);
  const registry = new Registry(draft, ranks);
  for (const item of draft.items) registry.add(item, levels.get(item) ?? '', codes.get(item) ?? null);
  registry.connect();
  return registry.built(levelsOf(draft, levels, (item) => registry.depthOf(item)));
}

interface Entry {
  node: PlanNode;
  item: Item;
  level: LevelName;
  segments: readonly string[] | null;
}

/** Elements of one code that are looked at as parents: more than the levels of any plan. */
const mostSharing = 12;

/** What targets are set for, the likeliest first. */
const measuredByTargets: readonly Subject[] = ['goal', 'objective', 'outcome', 'output'];

class Registry {
  readonly #draft: Draft;
  readonly #ranks: Ranks;
  readonly #entries: Entry[] = [];
  readonly #byItem = new Map<Item, Entry>();
  readonly #byId = new Map<string, Entry>();
  /** Entries by the segments of their code, all levels together. */
  readonly #byCode = new Map<string, Entry[]>();
  readonly #counts = new Map<string, number>();

  constructor(draft: Draft, ranks: Ranks) {
    this.#draft = draft;
    this.#ranks = ranks;
  }

  add(item: Item, key: string, code: SettledCode | null): void {
    if (item.level === null) return;
    const id = code?.unique === true ? `${key}:${code.canonical}` : this.#numbered(key, item);
    const known = this.#byId.get(id);
    if (known !== undefined && isAlike(known.node.text, item.text)) return this.#merge(known, item);
    const node: PlanNode = {
      id: known === undefined ? id : this.#again(id, item),
      level: key,
      parent: null,
      code: code === null ? null : { printed: code.printed, canonical: code.canonical },
      text: item.text,
      bracketed: item.bracketed,
      line: item.line,
    };
    const entry = { node, item, level: item.level, segments: code?.unique === true ? code.segments : null };
    this.#entries.push(entry);
    this.#byItem.set(item, entry);
    this.#byId.set(node.id, entry);
    this.#index(entry);
    for (const line of item.lines) this.#draft.placed.add(line);
  }

  #index(entry: Entry): void {
    if (entry.segments === null) return;
    const key = keyOfCode(entry.segments);
    const same = this.#byCode.get(key);
    if (same === undefined) this.#byCode.set(key, [entry]);
    else if (same.length < mostSharing) same.push(entry);
  }

  /** The id of an element without a code of its own: counted under its owner. */
  #numbered(key: string, item: Item): string {
    const owner = item.owner === null ? undefined : this.#byItem.get(item.owner);
    const under = owner === undefined ? '' : owner.node.id.slice(owner.node.id.indexOf(':') + 1);
    const stem = `${key}:${under}#`;
    const count = (this.#counts.get(stem) ?? 0) + 1;
    this.#counts.set(stem, count);
    return `${stem}${count}`;
  }

  /** An id for a second element with the same code and other words. */
  #again(id: string, item: Item): string {
    const count = (this.#counts.get(id) ?? 1) + 1;
    this.#counts.set(id, count);
    const message = `The code “${item.code?.printed ?? ''}” is printed for two different elements.`;
    report(this.#draft, 'plan-duplicate-code', 'warning', item.line, message);
    return `${id}~${count}`;
  }

  /** A second print of the same element: the fuller statement stays, differences are told. */
  #merge(entry: Entry, item: Item): void {
    const { node } = entry;
    this.#byItem.set(item, entry);
    for (const line of item.lines) this.#draft.placed.add(line);
    const difference = differenceOf(node.text, item.text);
    if (difference === 'typing' || difference === 'words') {
      const level = difference === 'words' ? 'warning' : 'info';
      const message = `${called(node)} is printed twice with different words: “${node.text}” (line ${node.line}) and “${item.text}” (line ${item.line}).`;
      report(this.#draft, 'plan-statement-differs', level, item.line, message);
    }
    if (wordCount(item.text) > wordCount(node.text)) Object.assign(node, { text: item.text, line: item.line });
    node.bracketed ||= item.bracketed;
  }

  /** Finds the parent of every node, and says which nodes miss theirs. */
  connect(): void {
    const paired = this.#pairedLevels();
    const byCode = new Map(this.#entries.map((entry) => [entry, this.#parentByCode(entry, paired)]));
    const ruled = new Set(this.#entries.filter((entry) => byCode.get(entry) !== null).map(({ node }) => node.level));
    for (const entry of this.#entries) {
      // Where codes tell the parents of a level, a code that names no element of the plan must not be overruled.
      const tells = ruled.has(entry.node.level) && entry.segments !== null && entry.segments.length > 1;
      const parent = byCode.get(entry) ?? (tells ? null : this.#parentByPlace(entry.item, entry));
      entry.node.parent = parent === null || parent === entry ? null : parent.node.id;
    }
    this.#breakCircles();
    this.#reportOrphans();
  }

  #parentByCode(entry: Entry, paired: ReadonlySet<string>): Entry | null {
    const { segments } = entry;
    if (segments === null) return null;
    const equal = (this.#byCode.get(keyOfCode(segments)) ?? []).find((other) =>
      paired.has(`${entry.node.level}>${other.node.level}`),
    );
    if (equal !== undefined) return equal;
    for (let length = segments.length - 1; length > 0; length--) {
      const above = this.#byCode.get(keyOfCode(segments.slice(0, length))) ?? [];
      const parent = above
        .filter((other) => other !== entry && !this.#standsLow(entry, other))
        .sort((a, b) => this.#closeness(entry, a) - this.#closeness(entry, b))[0];
      if (parent !== undefined) return parent;
    }
    return null;
  }

  /** Whether an element is of a kind that holds nothing of the other's level, whatever the numbers say. */
  #standsLow(entry: Entry, above: Entry): boolean {
    const { subject } = above.level;
    if (subject !== 'activity' && subject !== 'target' && subject !== 'enabler') return false;
    return rankOf(this.#ranks, above.level) > rankOf(this.#ranks, entry.level);
  }

  /**
   * Smaller for the better parent: a code that the child's code goes on from as written (a.1 rather than a1 for a.1.1),
   * then a level right above before one further up, and any before one below.
   */
  #closeness(entry: Entry, parent: Entry): number {
    if (entry.level.subject === 'target') return measuredByTargets.indexOf(parent.level.subject) + 1 || 1000;
    const distance = rankOf(this.#ranks, entry.level) - rankOf(this.#ranks, parent.level);
    const above = parent.node.code?.canonical ?? '';
    const goesOn = entry.node.code?.canonical.startsWith(above) === true ? 0 : 1000;
    return goesOn + (distance >= 0 ? distance : 100 - distance);
  }

  /**
   * Outcomes that are numbered one by one like the objectives (outcome a1 of objective a.1) hang under those. Told by
   * the numbers of the whole level, and only for what measures a level above.
   */
  #pairedLevels(): Set<string> {
    const codes = new Map<string, { subject: Subject; codes: Set<string> }>();
    for (const { node, level, segments } of this.#entries) {
      if (segments === null || segments.length < 2) continue;
      const ofLevel = codes.get(node.level) ?? { subject: level.subject, codes: new Set() };
      codes.set(node.level, ofLevel);
      ofLevel.codes.add(keyOfCode(segments));
    }
    const paired = new Set<string>();
    for (const [key, one] of codes) {
      for (const [other, above] of codes) {
        const measures = one.subject === 'outcome' && (above.subject === 'objective' || above.subject === 'goal');
        if (!measures || one.codes.size !== above.codes.size || one.codes.size < 2) continue;
        if ([...one.codes].every((code) => above.codes.has(code))) paired.add(`${key}>${other}`);
      }
    }
    return paired;
  }

  /** The owner, or the nearest owner of an owner that stands above. */
  #parentByPlace(item: Item, entry: Entry): Entry | null {
    const rank = rankOf(this.#ranks, entry.level);
    const passed = new Set<Item>();
    for (let owner = item.owner; owner !== null && !passed.has(owner); owner = owner.owner) {
      passed.add(owner);
      const above = this.#byItem.get(owner);
      if (above !== undefined && (item.nested || item.unnamed || rankOf(this.#ranks, above.level) < rank)) return above;
    }
    return null;
  }

  /** Contradictory numbers could make a node its own ancestor; such a node keeps no parent. */
  #breakCircles(): void {
    const sound = new Set<Entry>();
    for (const entry of this.#entries) {
      const path = new Set<Entry>();
      let at: Entry | undefined = entry;
      while (at !== undefined && !sound.has(at) && !path.has(at)) {
        path.add(at);
        at = at.node.parent === null ? undefined : this.#byId.get(at.node.parent);
      }
      if (at !== undefined && path.has(at)) at.node.parent = null;
      for (const one of path) sound.add(one);
    }
  }

  /** A node without the parent that its code asks for, where the others of its level have theirs. */
  #reportOrphans(): void {
    const coded = this.#entries.filter(({ segments }) => segments !== null && segments.length > 1);
    const withParent = new Set(coded.filter(({ node }) => node.parent !== null).map(({ node }) => node.level));
    for (const { node } of coded) {
      if (node.parent !== null || !withParent.has(node.level)) continue;
      report(
        this.#draft,
        'plan-orphan-node',
        'warning',
        node.line,
        `${called(node)} belongs to nothing that the plan prints.`,
      );
    }
  }

  /** How many nodes stand above that of an item. */
  depthOf(item: Item): number {
    let depth = 0;
    for (let at = this.#byItem.get(item)?.node.parent ?? null; at !== null && depth < 50; depth++) {
      at = this.#byId.get(at)?.node.parent ?? null;
    }
    return depth;
  }

  built(levels: PlanLevel[]): Built {
    return {
      levels,
      nodes: this.#entries.map(({ node }) => node),
      nodeOf: (item) => this.#byItem.get(item)?.node ?? null,
      find: (level, code) => this.#find(level, code),
    };
  }

  #find(level: string | null, code: Code): PlanNode | null {
    const same = this.#byCode.get(keyOfCode(code.segments)) ?? [];
    const shape = shapeOf(code);
    const ofLevel = same.filter((entry) => level === null || entry.node.level === level || entry.level.key === level);
    return (
      (ofLevel.find((entry) => entry.item.code !== null && shapeOf(entry.item.code) === shape) ?? ofLevel[0])?.node ??
      null
    );
  }
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
