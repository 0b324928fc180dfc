/**
 * Who could help whom, for all requests at once. Fairness comes first (after FairFlow, Kobren, Saha and McCallum 2019):
 * as many requests as possible are served, the worst-served one as well as can be; only then the sum of the scores
 * counts. It is a proposal: the beneficiary chooses.
 */
import { Network } from './flow.ts';

export interface Asking {
  id: string;
  /** How many experts it has room for, at least 1. */
  places: number;
  /** Comes first where all else is equal: 1 for each reason, such as LDC or SIDS, or no mission of late. */
  priority: number;
}

export interface Helping {
  id: string;
  /** How many missions it may take at most. */
  most: number;
}

/** A pair that may be proposed, with its score from 0 to 100. Pairs that are barred are not given. */
export interface Pair {
  asking: string;
  helping: string;
  score: number;
}

export interface AssignmentTask {
  asking: readonly Asking[];
  helping: readonly Helping[];
  pairs: readonly Pair[];
  /** What each further mission of the same helper costs more, in tenths of a point of score. */
  rising: number;
}

export interface Assignment {
  /** By request, the best first. */
  pairs: Pair[];
  /** Requests that get nobody. */
  nobody: string[];
  /** Every request that is served has at least this score; `null` when none is. */
  least: number | null;
  /** Costs of E.4: 1000 less ten times the score, what rises, and 2000 for each place with nobody. */
  cost: number;
}

export const costOfNobody = 2000;
const costOf = ({ score }: Pair): number => 1000 - 10 * score;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same task in one order: by priority, then by id. The order of the input then changes nothing. */
function inOrder(task: AssignmentTask): AssignmentTask {
  const asking = task.asking.toSorted((a, b) => b.priority - a.priority || compare(a.id, b.id));
  const place = new Map(asking.map(({ id }, at) => [id, at]));
  return {
    ...task,
    asking,
    helping: task.helping.toSorted((a, b) => compare(a.id, b.id)),
    pairs: task.pairs.toSorted(
      (a, b) => (place.get(a.asking) ?? 0) - (place.get(b.asking) ?? 0) || compare(a.helping, b.helping),
    ),
  };
}

/** The fair proposal. */
export function assign(given: AssignmentTask): Assignment {
  const task = inOrder(given);
  const least = fairLeast(task);
  const pairs = least === null ? [] : task.pairs.filter(({ score }) => score >= least);
  return cheapest({ ...task, pairs }, { everyOneFirst: true });
}

/** How many requests can be served at once by pairs of at least a score: augmenting paths over helpers with room. */
function servable({ asking, helping, pairs }: AssignmentTask, least: number): number {
  const fit = new Map<string, string[]>();
  for (const pair of pairs) {
    if (pair.score >= least) fit.set(pair.asking, [...(fit.get(pair.asking) ?? []), pair.helping]);
  }
  const room = new Map(helping.map(({ id, most }) => [id, most]));
  const taken = new Map<string, string[]>();
  const serve = (need: string, tried: Set<string>): boolean =>
    (fit.get(need) ?? []).some((helper) => {
      if (tried.has(helper)) return false;
      tried.add(helper);
      const others = taken.get(helper) ?? [];
      if (others.length < (room.get(helper) ?? 0)) {
        taken.set(helper, [...others, need]);
        return true;
      }
      const moved = others.find((other) => serve(other, tried));
      if (moved === undefined) return false;
      taken.set(helper, [...(taken.get(helper) ?? []).filter((other) => other !== moved), need]);
      return true;
    });
  return asking.filter(({ id }) => serve(id, new Set())).length;
}

/** The highest score that every served request can have, with as many served as can be; `null` when none can. */
function fairLeast(task: AssignmentTask): number | null {
  const scores = [...new Set(task.pairs.map(({ score }) => score))].sort((a, b) => a - b);
  const [lowest] = scores;
  if (lowest === undefined) return null;
  const many = servable(task, lowest);
  if (many === 0) return null;
  let [low, high] = [0, scores.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (servable(task, scores[middle] ?? 0) === many) low = middle;
    else high = middle - 1;
  }
  return scores[low] ?? null;
}

/**
 * The assignment of least cost. `everyOneFirst`: no request goes without so that another gets a second expert.
 * Secondary costs, too small to outweigh a tenth of a point, give ties to the request of higher priority.
 */
export function cheapest(
  given: AssignmentTask,
  { everyOneFirst = false }: { everyOneFirst?: boolean } = {},
): Assignment {
  const task = inOrder(given);
  const { asking, helping, pairs, rising } = task;
  const highest = Math.max(0, ...asking.map(({ priority }) => priority));
  const places = asking.reduce((sum, one) => sum + one.places, 0);
  const scale = 1 + places * (highest + 1) * 101;
  const first = everyOneFirst ? (places + 1) * (costOfNobody + rising * (places + 1)) : 0;
  const [source, sink] = [0, 1];
  const network = new Network(2 + asking.length + helping.length);
  const nodeOf = new Map(asking.map(({ id }, at) => [id, 2 + at]));
  const helperOf = new Map(helping.map(({ id }, at) => [id, 2 + asking.length + at]));
  const priorityOf = new Map(asking.map(({ id, priority }) => [id, priority]));
  const empty = asking.map(({ id, places: many, priority }) => {
    const node = nodeOf.get(id) ?? 0;
    network.connect(source, node, many, 0);
    // The last place to stay empty is the costliest: a request without anybody.
    if (many > 1) network.connect(node, sink, many - 1, costOfNobody * scale + priority * 101);
    return { id, alone: network.connect(node, sink, 1, (costOfNobody + first) * scale + priority * 101) };
  });
  const edges = pairs.flatMap((pair) => {
    const [from, to] = [nodeOf.get(pair.asking), helperOf.get(pair.helping)];
    if (from === undefined || to === undefined) return [];
    const tie = (priorityOf.get(pair.asking) ?? 0) * (100 - pair.score);
    return [{ pair, handle: network.connect(from, to, 1, costOf(pair) * scale + tie) }];
  });
  for (const { id, most } of helping) {
    for (let turn = 0; turn < Math.min(most, asking.length); turn++) {
      network.connect(helperOf.get(id) ?? 0, sink, 1, turn * rising * scale);
    }
  }
  network.send(source, sink);
  const taken = edges.filter(({ handle }) => network.flowOn(handle) > 0).map(({ pair }) => pair);
  return {
    pairs: taken.toSorted((a, b) => compare(a.asking, b.asking) || b.score - a.score || compare(a.helping, b.helping)),
    nobody: empty.filter(({ id }) => !taken.some((pair) => pair.asking === id)).map(({ id }) => id),
    least: taken.length === 0 ? null : Math.min(...taken.map(({ score }) => score)),
    cost: costOfAssignment(task, taken),
  };
}

/** The cost of E.4 of some pairs for a task. */
export function costOfAssignment({ asking, rising }: AssignmentTask, pairs: readonly Pair[]): number {
  const places = asking.reduce((sum, one) => sum + one.places, 0);
  const loads = new Map<string, number>();
  let cost = (places - pairs.length) * costOfNobody;
  for (const pair of pairs) {
    const load = loads.get(pair.helping) ?? 0;
    loads.set(pair.helping, load + 1);
    cost += costOf(pair) + load * rising;
  }
  return cost;
}
