/**
 * Minimum-cost flow by successive shortest paths (Busacker and Gowen 1960; potentials after Edmonds and Karp 1972), in
 * whole numbers. Ties are settled by the order of the edges, so that the same network always gives the same flow.
 */

interface Edge {
  to: number;
  /** What may still flow. */
  left: number;
  cost: number;
}

export class Network {
  /** Edges in pairs: the one at `2k + 1` runs back along the one at `2k`. */
  private readonly edges: Edge[] = [];
  private readonly outOf: number[][];

  constructor(nodes: number) {
    this.outOf = Array.from({ length: nodes }, () => []);
  }

  /** Adds an edge of a cost that is not negative. @returns its handle, for {@link flowOn} */
  connect(from: number, to: number, capacity: number, cost: number): number {
    const handle = this.edges.length;
    this.edges.push({ to, left: capacity, cost }, { to: from, left: 0, cost: -cost });
    this.outOf[from]?.push(handle);
    this.outOf[to]?.push(handle + 1);
    return handle;
  }

  /** What flows along an edge. */
  flowOn(handle: number): number {
    return this.edges[handle + 1]?.left ?? 0;
  }

  /** Sends as much as can flow from a node to another at the least cost. @returns how much, and at which cost */
  send(from: number, to: number): { flow: number; cost: number } {
    const potential = Array.from(this.outOf, () => 0);
    let [flow, cost] = [0, 0];
    for (;;) {
      const { distance, by } = this.shortest(from, to, potential);
      const whole = distance[to] ?? Infinity;
      if (whole === Infinity) return { flow, cost };
      for (let node = 0; node < potential.length; node++) {
        potential[node] = (potential[node] ?? 0) + Math.min(distance[node] ?? Infinity, whole);
      }
      const path = this.pathTo(to, from, by);
      const amount = Math.min(...path.map((handle) => this.edges[handle]?.left ?? 0));
      for (const handle of path) {
        const [along, back] = [this.edges[handle], this.edges[handle ^ 1]];
        if (along === undefined || back === undefined) continue;
        along.left -= amount;
        back.left += amount;
        cost += amount * along.cost;
      }
      flow += amount;
    }
  }

  private pathTo(to: number, from: number, by: readonly number[]): number[] {
    const path: number[] = [];
    for (let node = to; node !== from;) {
      const handle = by[node] ?? 0;
      path.push(handle);
      node = this.edges[handle ^ 1]?.to ?? from;
    }
    return path;
  }

  /**
   * Dijkstra over costs that the potentials keep from being negative, until the goal is settled; of equal nodes the
   * first is settled first.
   */
  private shortest(from: number, to: number, potential: readonly number[]): { distance: number[]; by: number[] } {
    const distance = Array.from(this.outOf, () => Infinity);
    const by = Array.from(this.outOf, () => 0);
    const waiting = new Heap();
    const settled = this.outOf.map(() => false);
    distance[from] = 0;
    waiting.push({ at: 0, node: from });
    for (let next = waiting.pop(); next !== null; next = waiting.pop()) {
      const { node } = next;
      if (node === to) break;
      if (settled[node] === true) continue;
      settled[node] = true;
      for (const handle of this.outOf[node] ?? []) {
        const edge = this.edges[handle];
        if (edge === undefined || edge.left === 0) continue;
        const at = next.at + edge.cost + (potential[node] ?? 0) - (potential[edge.to] ?? 0);
        if (at >= (distance[edge.to] ?? Infinity)) continue;
        distance[edge.to] = at;
        by[edge.to] = handle;
        waiting.push({ at, node: edge.to });
      }
    }
    return { distance, by };
  }
}

interface Waiting {
  at: number;
  node: number;
}

const before = (a: Waiting, b: Waiting): boolean => a.at < b.at || (a.at === b.at && a.node < b.node);

/** A binary heap of nodes by distance, then by number. */
class Heap {
  private readonly all: Waiting[] = [];

  push(one: Waiting): void {
    const { all } = this;
    let place = all.length;
    all.push(one);
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = all[above];
      if (parent === undefined || !before(one, parent)) break;
      all[place] = parent;
      place = above;
    }
    all[place] = one;
  }

  pop(): Waiting | null {
    const { all } = this;
    const first = all[0];
    const last = all.pop();
    if (first === undefined || last === undefined) return null;
    if (all.length === 0) return first;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      let child = all[below];
      const other = all[below + 1];
      if (child !== undefined && other !== undefined && before(other, child)) [child, below] = [other, below + 1];
      if (child === undefined || !before(child, last)) break;
      all[place] = child;
      place = below;
    }
    all[place] = last;
    return first;
  }
}
