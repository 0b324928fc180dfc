/**
 * The label chain of a flattened list. Copied without revision marks, a list shows the labels of two texts at once:
 * "f) … fg) … gh)" is an inserted f, then the old f now g, the old g now h. Both the old and the new labels must run,
 * so each label is read by the whole list at least cost, not by itself: "12" is twelve, or an old 1 that became 2.
 */
import type { Certainty } from '#kernel/reading/index.ts';
import { fusedCost, loneCost } from './fused.ts';
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
  /** The words look forward to a year that is past by the time of the proposed text: a sign of an old clause. */
  outdated: boolean;
  /** The words stand elsewhere as well: the clause was moved, so it is in one text only; `null` for other clauses. */
  moved: 'away' | 'here' | 'either' | null;
  /** What a text at hand says; absent where none does. */
  base?: KnownItem | null;
  proposed?: KnownItem | null;
}

/** How an item stands in a text that is at hand; `null` for one that is not in it. */
export interface KnownItem {
  /** The counting part of its label; `null` where it has none. */
  core: string | null;
  /** The sign it ends with. */
  ending: Ending;
  /** It stands in the other text as well, for its words were changed. */
  inBoth: boolean;
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
  /** Which of two fused labels the writers print first, `null` where the document does not show it. */
  printedFirst: 'deleted' | 'inserted' | null;
}

/** Costs: what a person would find odd, in units of one clause added or dropped. */
const cost = {
  addedOrDropped: 1,
  /** One more clause added next to an added one, or dropped next to a dropped one. */
  alongside: 0.15,
  gap: 1.5,
  unevenGap: 2.5,
  jump: 5,
  unexplained: 6,
  afterEnd: 0.5,
  afterEndOfPair: 2.5,
  neverEnded: 0.2,
  neverEndedPair: 1,
  /** Lists are lengthened more often than shortened, and writers type the new sign first as often as last. */
  pairInsertedFirst: 0.1,
  pairShortens: 0.35,
  datedInBase: 2,
  datedKept: 0.5,
  datedAdded: -0.4,
  outdated: 0.3,
  /** A list that grew out of one clause, one that shrank to one. */
  grewFromOne: 0.3,
  shrankToOne: 0.5,
  afterLone: 6,
  seamInOneText: 0.8,
  pairInOneText: 2,
  movedInBoth: 3,
  movedOtherWay: 3,
  tie: 0.01,
} as const;

const kinds = ['both', 'added', 'dropped'] as const;
/**
 * How a side of the list stands after an item: goes on, has ended, must have ended, must go on; `lone`: the item stood
 * alone and had no label there.
 */
const tails = ['open', 'goes-on', 'ended', 'ended-by-pair', 'goes-on-by-pair', 'lone'] as const;
type Tail = (typeof tails)[number];

interface State {
  old: number;
  new: number;
  oldTail: Tail;
  newTail: Tail;
  /** What the item before was. */
  last: (typeof kinds)[number];
}

interface Step {
  from: State;
  to: State;
  cost: number;
  before: string | null;
  after: string | null;
}

interface Reached {
  state: State;
  /** Least cost from the start, and the step that reached it. */
  cost: number;
  step: Step | null;
  from: Reached | null;
}

interface Layer {
  steps: Step[];
  reached: Map<number, Reached>;
}

/** States carried along: enough for several places in doubt at once, few enough that a long list costs little. */
const beam = 12;
const hopeless = 7;

/** Reads the labels of one list. */
export function readChain(items: readonly ChainItem[], options: ChainOptions): ChainReading[] {
  const running = runsPlainly(items, options);
  if (running !== null) return running;
  const start: State = { old: 0, new: 0, oldTail: 'open', newTail: 'open', last: 'both' };
  let reached: Layer['reached'] = new Map([[keyOf(start), { state: start, cost: 0, step: null, from: null }]]);
  const layers: Layer[] = [{ steps: [], reached }];
  for (const item of items) {
    const layer: Layer = { steps: [], reached: new Map() };
    for (const from of reached.values()) {
      for (const step of stepsFrom(from.state, item, options)) {
        layer.steps.push(step);
        const key = keyOf(step.to);
        const known = layer.reached.get(key);
        const total = from.cost + step.cost;
        if (known === undefined || total < known.cost) {
          layer.reached.set(key, { state: step.to, cost: total, step, from });
        }
      }
    }
    prune(layer);
    layers.push(layer);
    reached = layer.reached;
  }
  return readBack(layers);
}

function prune(layer: Layer): void {
  const byCost = [...layer.reached.entries()].sort((left, right) => left[1].cost - right[1].cost);
  const limit = (byCost[0]?.[1].cost ?? 0) + hopeless;
  layer.reached = new Map(byCost.slice(0, beam).filter(([, { cost }]) => cost <= limit));
  layer.steps = layer.steps.filter((step) => layer.reached.has(keyOf(step.to)));
}

/** Goes back from the end along the cheapest way, and measures for each item how much dearer its next reading is. */
function readBack(layers: readonly Layer[]): ChainReading[] {
  const readings: ChainReading[] = [];
  let toEnd = new Map<number, number>();
  let best: { at: Reached; cost: number } | null = null;
  for (const [key, at] of layers.at(-1)?.reached ?? []) {
    const end = endCost(at.state.oldTail, at.state.old) + endCost(at.state.newTail, at.state.new);
    toEnd.set(key, end);
    if (best === null || at.cost + end < best.cost) best = { at, cost: at.cost + end };
  }
  let way = best?.at ?? null;
  for (let index = layers.length - 1; index > 0; index--) {
    const chosen = way?.step ?? null;
    const before = new Map<number, number>();
    let second = Number.POSITIVE_INFINITY;
    for (const step of layers[index]?.steps ?? []) {
      const remaining = toEnd.get(keyOf(step.to));
      const key = keyOf(step.from);
      const soFar = layers[index - 1]?.reached.get(key)?.cost;
      if (remaining === undefined || soFar === undefined) continue;
      before.set(key, Math.min(before.get(key) ?? Number.POSITIVE_INFINITY, step.cost + remaining));
      if (step.before !== chosen?.before || step.after !== chosen.after) {
        second = Math.min(second, soFar + step.cost + remaining);
      }
    }
    readings.push({
      before: chosen?.before ?? null,
      after: chosen?.after ?? null,
      certainty: certaintyOf(second - (best?.cost ?? 0)),
    });
    toEnd = before;
    way = way?.from ?? null;
  }
  return readings.reverse();
}

function certaintyOf(margin: number): Certainty {
  return margin >= 0.5 ? 'sure' : margin >= 0.2 ? 'likely' : 'guess';
}

function endCost(tail: Tail, items: number): number {
  if (tail === 'goes-on-by-pair') return cost.neverEndedPair;
  return tail === 'goes-on' && items > 0 ? cost.neverEnded : 0;
}

/** The common case at once: plain labels that run from the first to the last, and nothing that speaks against it. */
function runsPlainly(items: readonly ChainItem[], { family, prefix }: ChainOptions): ChainReading[] | null {
  if (prefix.before !== prefix.after) return null;
  const plain = items.every(
    (item, index) =>
      item.base !== null &&
      item.proposed !== null &&
      item.core === coreAt(family, index + 1, prefix.before) &&
      !item.repeated &&
      !item.dated &&
      !item.outdated &&
      item.moved === null &&
      item.ending.length < 2 &&
      (item.ending === ';' || item.ending === '' || index === items.length - 1),
  );
  return plain ? items.map(({ core }) => ({ before: core, after: core, certainty: 'sure' })) : null;
}

function keyOf(state: State): number {
  const tail = tails.indexOf(state.oldTail) * tails.length + tails.indexOf(state.newTail);
  return ((state.old * 100_000 + state.new) * tails.length ** 2 + tail) * kinds.length + kinds.indexOf(state.last);
}

/** Everything one item can be, seen from a state. */
function stepsFrom(from: State, item: ChainItem, options: ChainOptions): Step[] {
  const steps: Step[] = [];
  const push = (old: number | null, next: number | null, price: number): void => {
    steps.push(...finish(from, old, next, price, item, options).filter((step) => isAsKnown(step, item)));
  };
  if (item.repeated) {
    push(from.old, from.new, 0.3);
    return steps.length > 0 ? steps : unexplained(from, item, options);
  }
  const { family, prefix, printedFirst } = options;
  const both = (item.dated && !item.seamed ? cost.datedKept : 0) + (item.moved === null ? 0 : cost.movedInBoth);
  const added = oneSideCost(from, item, 'added') + (from.new > from.old ? 0 : options.insertedFirst ? 0 : cost.tie);
  const dropped = oneSideCost(from, item, 'dropped');
  const follow = (oldGap: number, newGap: number): void => {
    const old = from.old + 1 + oldGap;
    const next = from.new + 1 + newGap;
    const oldCore = coreAt(family, old, prefix.before);
    const newCore = coreAt(family, next, prefix.after);
    const gaps = oldGap === newGap ? oldGap * cost.gap : (oldGap + newGap) * cost.unevenGap;
    const fused =
      oldCore === newCore && item.core === oldCore
        ? 0
        : (loneCost(item, oldCore, newCore) ?? fusedCost(item.core, oldCore, newCore, printedFirst));
    if (fused !== null) push(old, next, gaps + fused + both);
    else if (oldGap === 0 && newGap === 0) steps.push(...loneSteps(from, item, both, options));
    if (oldGap === 0 && item.core === newCore) push(null, next, added + newGap * cost.gap);
    if (newGap === 0 && item.core === oldCore) push(old, null, dropped + oldGap * cost.gap);
  };
  follow(0, 0);
  // Labels that are left out are looked for only where the label fits nowhere without.
  for (let gaps = 1; steps.length === 0 && gaps <= 4; gaps++) {
    for (let oldGap = Math.max(0, gaps - 2); oldGap <= Math.min(2, gaps); oldGap++) follow(oldGap, gaps - oldGap);
  }
  const plain = indexOf(family, item.core);
  if (plain !== null && plain > 0) {
    const jump = from.old === 0 && from.new === 0 && plain > 1 ? cost.addedOrDropped : cost.jump;
    push(plain, plain, jump + both);
  }
  if (steps.length === 0 || plain === null) push(from.old, from.new, cost.unexplained);
  return steps.length > 0 ? steps : unexplained(from, item, options);
}

/** The only clause of a text has no label there: the printed one is that of the other text alone. */
function loneSteps(from: State, item: ChainItem, price: number, options: ChainOptions): Step[] {
  const { family, prefix } = options;
  const alone = (side: 'oldTail' | 'newTail', extra: number): Step[] =>
    finish(from, from.old + 1, from.new + 1, price + extra, item, options)
      .filter((step) => isAsKnown(step, item))
      .map((step) => ({ ...step, to: { ...step.to, [side]: 'lone' } }));
  if (from.old === 0 && from.new > 0 && item.core === coreAt(family, from.new + 1, prefix.after))
    return alone('oldTail', cost.grewFromOne);
  if (from.new === 0 && from.old > 0 && item.core === coreAt(family, from.old + 1, prefix.before))
    return alone('newTail', cost.shrankToOne);
  return [];
}

/** Where the labels contradict the texts at hand, the texts are right. */
function unexplained(from: State, item: ChainItem, options: ChainOptions): Step[] {
  const { base, proposed } = item;
  const position = (known: KnownItem | null | undefined, next: number): number | null =>
    known === null
      ? null
      : known?.core === null || known === undefined
        ? next
        : (indexOf(options.family, known.core) ?? next);
  return finish(from, position(base, from.old + 1), position(proposed, from.new + 1), cost.unexplained, item, options);
}

/** Whether a step leaves the item in those texts that have it, with its label and the sign at its end. */
function isAsKnown({ before, after, to }: Step, { base, proposed }: ChainItem): boolean {
  if (after === null && base?.inBoth === true) return false;
  return isSideAsKnown(before, to.oldTail, base) && isSideAsKnown(after, to.newTail, proposed);
}

function isSideAsKnown(core: string | null, tail: Tail, known: KnownItem | null | undefined): boolean {
  if (known === undefined) return true;
  if (known === null || core === null) return known === null && core === null;
  if (known.core !== null && known.core !== core) return false;
  if (tail === 'ended-by-pair') return ends(known.ending);
  return tail !== 'goes-on-by-pair' || !ends(known.ending);
}

function oneSideCost(from: State, item: ChainItem, kind: 'added' | 'dropped'): number {
  // A block is cheap only as such: where labels stand twice, old and new ones alternate.
  const block =
    kind === 'added'
      ? from.new > from.old || from.oldTail.startsWith('ended')
      : from.old > from.new || from.newTail.startsWith('ended');
  const price = from.last === kind && block ? cost.alongside : cost.addedOrDropped;
  const seam = item.ending.length === 2 ? cost.pairInOneText : item.seamed ? cost.seamInOneText : 0;
  const outdated = item.outdated ? (kind === 'added' ? cost.outdated : -cost.outdated) : 0;
  const dated = item.dated ? (kind === 'added' ? cost.datedAdded : cost.datedInBase) : 0;
  const moved = item.moved === (kind === 'added' ? 'away' : 'here') ? cost.movedOtherWay : 0;
  return Math.max(price + dated, 0.1) + seam + outdated + moved;
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
      last: old === null ? 'added' : next === null ? 'dropped' : 'both',
    },
    cost: late + extra,
    before,
    after,
  }));
}

function afterEndCost(tail: Tail): number {
  if (tail === 'lone') return cost.afterLone;
  if (tail === 'ended-by-pair') return cost.afterEndOfPair;
  return tail === 'ended' ? cost.afterEnd : 0;
}

/** Signs that end a list; others let it go on. */
function ends(sign: string): boolean {
  return sign === ',' || sign === '.';
}

/** A pair of signs: one text ends here, the other goes on. Plain signs hold for both. */
function endingsOf(ending: Ending, inBoth: boolean): { oldTail: Tail; newTail: Tail; extra: number }[] {
  const first = ending.charAt(0);
  const second = ending.charAt(1);
  if (second === '' || !inBoth || ends(first) === ends(second)) {
    const sign = ending.slice(-1);
    const tail: Tail = ends(sign) ? 'ended' : sign === ';' ? 'goes-on' : 'open';
    return [{ oldTail: tail, newTail: tail, extra: 0 }];
  }
  const oldFirst = ends(first);
  return [
    { oldTail: 'ended-by-pair', newTail: 'goes-on-by-pair', extra: oldFirst ? 0 : cost.pairInsertedFirst },
    {
      oldTail: 'goes-on-by-pair',
      newTail: 'ended-by-pair',
      extra: cost.pairShortens + (oldFirst ? cost.pairInsertedFirst : 0),
    },
  ];
}
