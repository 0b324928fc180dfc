/**
 * The label chain of a flattened list. Copied without revision marks, a list shows the labels of two texts at once:
 * "f) … fg) … gh)" is an inserted f, then the old f now g, the old g now h. Both the old and the new labels must run,
 * so each label is read by the whole list at least cost, not by itself: "12" is twelve, or an old 1 that became 2.
 */
import type { Certainty } from '#kernel/reading/index.ts';
import { coreAt, indexOf, type Family } from './label.ts';

/** How a clause ends: one sign or, where a revision fused two, both in the order printed (",;"). */
export type Ending = '' | ';' | ',' | '.' | ':' | (string & {});

export interface ChainItem {
  core: string;
  /** "3 bis" repeats a number: it does not count. */
  repeated: boolean;
  ending: Ending;
  /** The words hold a place where old and new ones meet: the clause is in both texts. */
  seamed: boolean;
  /** The words cite something younger than the base text: the clause cannot stand there as it is. */
  dated: boolean;
}

/** What became of one item; cores are `null` where the item is not in that text. */
export interface ChainReading {
  before: string | null;
  after: string | null;
  certainty: Certainty;
}

export interface ChainOptions {
  family: Family;
  /** "5." for a list 5.1, 5.2 … on each side. */
  prefix: { before: string; after: string };
  /** Where nothing tells which of two items with one label is old: which order the document uses elsewhere. */
  insertedFirst: boolean;
}

/** Costs: what a person would find odd, in units of one clause added or dropped. */
const cost = {
  renumberedDeletedFirst: 0.05,
  renumberedInsertedFirst: 0.7,
  renumberedInside: 0.8,
  addedOrDropped: 1,
  gap: 1.5,
  jump: 3,
  unexplained: 4,
  afterEnd: 0.5,
  afterEndOfPair: 1.6,
  neverEnded: 0.2,
  neverEndedPair: 1,
  pairReversed: 0.35,
  datedInBase: 2,
  datedKept: 0.7,
  datedAdded: -0.4,
  seamInOneText: 0.8,
  tie: 0.01,
} as const;

/** How a side of the list stands after an item: goes on, has ended, must have ended, must go on. */
const tails = ['open', 'ended', 'ended-by-pair', 'goes-on-by-pair'] as const;
type Tail = (typeof tails)[number];

interface State {
  old: number;
  new: number;
  oldTail: Tail;
  newTail: Tail;
}

interface Step {
  from: State;
  to: State;
  cost: number;
  before: string | null;
  after: string | null;
}

interface Layer {
  steps: Step[];
  /** Least cost from the start to each state after the item. */
  reached: Map<number, { state: State; cost: number }>;
}

/** States carried along: enough for several places in doubt at once, few enough that a long list costs little. */
const beam = 16;
const hopeless = 5;

/** Reads the labels of one list. */
export function readChain(items: readonly ChainItem[], options: ChainOptions): ChainReading[] {
  const running = runsPlainly(items, options);
  if (running !== null) return running;
  const start: State = { old: 0, new: 0, oldTail: 'open', newTail: 'open' };
  let reached: Layer['reached'] = new Map([[keyOf(start), { state: start, cost: 0 }]]);
  const layers: Layer[] = [];
  for (const item of items) {
    const layer: Layer = { steps: [], reached: new Map() };
    for (const { state, cost: soFar } of reached.values()) {
      for (const step of stepsFrom(state, item, options)) {
        layer.steps.push(step);
        const key = keyOf(step.to);
        const known = layer.reached.get(key);
        const total = soFar + step.cost;
        if (known === undefined || total < known.cost) layer.reached.set(key, { state: step.to, cost: total });
      }
    }
    prune(layer);
    layers.push(layer);
    reached = layer.reached;
  }
  return readBack(layers, keyOf(start));
}

/** The common case at once: plain labels that run from the first to the last, and nothing that speaks against it. */
function runsPlainly(items: readonly ChainItem[], { family, prefix }: ChainOptions): ChainReading[] | null {
  if (prefix.before !== prefix.after) return null;
  const plain = items.every(
    (item, index) =>
      item.core === coreAt(family, index + 1, prefix.before) &&
      !item.repeated &&
      !item.dated &&
      item.ending.length < 2 &&
      (item.ending === ';' || item.ending === '' || index === items.length - 1),
  );
  return plain ? items.map(({ core }) => ({ before: core, after: core, certainty: 'sure' })) : null;
}

function keyOf(state: State): number {
  return ((state.old * 100_000 + state.new) * 4 + tails.indexOf(state.oldTail)) * 4 + tails.indexOf(state.newTail);
}

function prune(layer: Layer): void {
  const byCost = [...layer.reached.entries()].sort((left, right) => left[1].cost - right[1].cost);
  const limit = (byCost[0]?.[1].cost ?? 0) + hopeless;
  layer.reached = new Map(byCost.slice(0, beam).filter(([, { cost }]) => cost <= limit));
  layer.steps = layer.steps.filter((step) => layer.reached.has(keyOf(step.to)));
}

/** Goes back from the end, and measures for each item how much dearer its next best reading is. */
function readBack(layers: readonly Layer[], startKey: number): ChainReading[] {
  const readings: ChainReading[] = [];
  let rest = new Map<number, number>();
  for (const [key, { state }] of layers.at(-1)?.reached ?? []) {
    rest.set(key, endCost(state.oldTail, state.old) + endCost(state.newTail, state.new));
  }
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index];
    if (layer === undefined) break;
    const before = layers[index - 1]?.reached ?? new Map([[startKey, { cost: 0 }]]);
    const totals = new Map<string, { cost: number; step: Step }>();
    const toEnd = new Map<number, number>();
    for (const step of layer.steps) {
      const remaining = rest.get(keyOf(step.to));
      const soFar = before.get(keyOf(step.from))?.cost;
      if (remaining === undefined || soFar === undefined) continue;
      const fromHere = step.cost + remaining;
      const key = keyOf(step.from);
      toEnd.set(key, Math.min(toEnd.get(key) ?? Number.POSITIVE_INFINITY, fromHere));
      const reading = `${step.before}>${step.after}`;
      const known = totals.get(reading);
      if (known === undefined || soFar + fromHere < known.cost) totals.set(reading, { cost: soFar + fromHere, step });
    }
    readings.push(readingOf(totals));
    rest = toEnd;
  }
  return readings.reverse();
}

function readingOf(totals: Map<string, { cost: number; step: Step }>): ChainReading {
  const [best, second] = [...totals.values()].sort((left, right) => left.cost - right.cost);
  if (best === undefined) return { before: null, after: null, certainty: 'guess' };
  const margin = second === undefined ? 1 : second.cost - best.cost;
  const certainty = margin >= 0.5 ? 'sure' : margin >= 0.25 ? 'likely' : 'guess';
  return { before: best.step.before, after: best.step.after, certainty };
}

function endCost(tail: Tail, items: number): number {
  if (tail === 'goes-on-by-pair') return cost.neverEndedPair;
  return tail === 'open' && items > 0 ? cost.neverEnded : 0;
}

/** Everything one item can be, seen from a state. */
function stepsFrom(from: State, item: ChainItem, options: ChainOptions): Step[] {
  const steps: Step[] = [];
  const evidence = (kind: 'both' | 'added' | 'dropped'): number => {
    if (kind === 'both') return item.dated && !item.seamed ? cost.datedKept : 0;
    const seam = item.seamed ? cost.seamInOneText : 0;
    if (!item.dated) return seam;
    return seam + (kind === 'added' ? cost.datedAdded : cost.datedInBase);
  };
  const push = (old: number | null, next: number | null, price: number): void => {
    steps.push(...finish(from, old, next, price, item, options));
  };
  if (item.repeated) {
    push(from.old, from.new, 0.3);
    return steps;
  }
  const { family, prefix } = options;
  const plain = indexOf(family, item.core);
  for (let oldGap = 0; oldGap <= 2; oldGap++) {
    const old = from.old + 1 + oldGap;
    const oldCore = coreAt(family, old, prefix.before);
    for (let newGap = 0; newGap <= 2; newGap++) {
      const next = from.new + 1 + newGap;
      const newCore = coreAt(family, next, prefix.after);
      const gaps = (oldGap === newGap ? oldGap : oldGap + newGap) * cost.gap;
      if (oldCore === newCore && item.core === oldCore) push(old, next, gaps + evidence('both'));
      else {
        const fused = fusedCost(item.core, oldCore, newCore);
        if (fused !== null) push(old, next, gaps + fused + evidence('both'));
      }
    }
    if (item.core === oldCore) push(old, null, cost.addedOrDropped + oldGap * cost.gap + evidence('dropped'));
  }
  for (let newGap = 0; newGap <= 2; newGap++) {
    const next = from.new + 1 + newGap;
    if (item.core !== coreAt(family, next, prefix.after)) continue;
    const tie = options.insertedFirst ? -cost.tie : cost.tie;
    const early = from.new <= from.old ? tie : 0;
    push(null, next, cost.addedOrDropped + newGap * cost.gap + early + evidence('added'));
  }
  if (plain !== null && plain > 0) {
    const jump = from.old === 0 && from.new === 0 && plain > 1 ? cost.addedOrDropped : cost.jump;
    push(plain, plain, jump + evidence('both'));
  }
  if (steps.length === 0 || plain === null) push(from.old, from.new, cost.unexplained);
  return steps;
}

/** The step with the printed core kept where neither side counts on, and the ways its ending can be shared out. */
function finish(
  from: State,
  old: number | null,
  next: number | null,
  price: number,
  item: ChainItem,
  { family, prefix }: ChainOptions,
): Step[] {
  const counted = !(old === from.old && next === from.new);
  const before = old === null ? null : counted ? coreAt(family, old, prefix.before) : item.core;
  const after = next === null ? null : counted ? coreAt(family, next, prefix.after) : item.core;
  const late =
    (old === null ? 0 : afterEndCost(from.oldTail)) + (next === null ? 0 : afterEndCost(from.newTail)) + price;
  return endingsOf(item.ending, old !== null && next !== null).map(({ oldTail, newTail, extra }) => ({
    from,
    to: {
      old: old ?? from.old,
      new: next ?? from.new,
      oldTail: old === null ? from.oldTail : oldTail,
      newTail: next === null ? from.newTail : newTail,
    },
    cost: late + extra,
    before,
    after,
  }));
}

function afterEndCost(tail: Tail): number {
  if (tail === 'ended-by-pair') return cost.afterEndOfPair;
  return tail === 'ended' ? cost.afterEnd : 0;
}

function endingsOf(ending: Ending, inBoth: boolean): { oldTail: Tail; newTail: Tail; extra: number }[] {
  if (ending.length !== 2 || !inBoth) {
    const tail: Tail = /[,.]$/.test(ending) ? 'ended' : 'open';
    return [{ oldTail: tail, newTail: tail, extra: 0 }];
  }
  const oldFirst: Tail = ending.startsWith(';') ? 'goes-on-by-pair' : 'ended-by-pair';
  const newFirst: Tail = ending.endsWith(';') ? 'goes-on-by-pair' : 'ended-by-pair';
  return [
    { oldTail: oldFirst, newTail: newFirst, extra: 0 },
    { oldTail: newFirst, newTail: oldFirst, extra: cost.pairReversed },
  ];
}

/** What it costs to read a printed core as an old and a new one, or `null` where it cannot be both. */
export function fusedCost(core: string, old: string, next: string): number | null {
  if (old === next) return null;
  if (core === old + next) return cost.renumberedDeletedFirst;
  if (core === next + old) return cost.renumberedInsertedFirst;
  return isEditedInside(core, old, next) ? cost.renumberedInside : null;
}

/** True when the core is one text with a stretch replaced in it: "101" is "1", then 0 replaced by 1. */
function isEditedInside(core: string, old: string, next: string): boolean {
  const most = Math.min(old.length, next.length) - 1;
  for (let head = 0; head <= most; head++) {
    if (head > 0 && old.charAt(head - 1) !== next.charAt(head - 1)) break;
    for (let tail = 0; head + tail <= most; tail++) {
      if (tail > 0 && old.at(-tail) !== next.at(-tail)) break;
      if (head + tail === 0) continue;
      const start = old.slice(0, head);
      const end = tail === 0 ? '' : old.slice(-tail);
      const dropped = old.slice(head, old.length - tail);
      const added = next.slice(head, next.length - tail);
      if (core === start + dropped + added + end || core === start + added + dropped + end) return true;
    }
  }
  return false;
}
