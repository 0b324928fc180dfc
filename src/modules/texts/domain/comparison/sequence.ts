/** Lists of two texts side by side: which members belong together when both keep their order. */

/** Indexes into the two lists. */
export type Pair = [from: number, to: number];

/** A longest subsequence that rises, by its indexes. */
export function rising(values: readonly number[]): number[] {
  const ends: number[] = [];
  const previous = new Int32Array(values.length).fill(-1);
  values.forEach((value, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  });
  const found: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) found.push(at);
  return found.reverse();
}

/** The pairs, in order of their first, that keep the order of both lists; as many as possible. */
export function inBothOrders(pairs: readonly Pair[]): Pair[] {
  const sorted = [...pairs].sort((one, other) => one[0] - other[0]);
  return rising(sorted.map(([, to]) => to)).flatMap((index) => {
    const pair = sorted[index];
    return pair === undefined ? [] : [pair];
  });
}

/** The stretches of both lists before, between and behind pairs that keep both orders. */
export function gapsBetween<T>(
  from: readonly T[],
  to: readonly T[],
  pairs: readonly Pair[],
): { from: T[]; to: T[]; at: Pair }[] {
  const ends: Pair[] = [...pairs, [from.length, to.length]];
  let [fromStart, toStart] = [0, 0];
  return ends.map(([fromEnd, toEnd]) => {
    const gap = {
      from: from.slice(fromStart, fromEnd),
      to: to.slice(toStart, toEnd),
      at: [fromStart, toStart] satisfies Pair,
    };
    [fromStart, toStart] = [fromEnd + 1, toEnd + 1];
    return gap;
  });
}

/** Deeper than this the members that are left repeat each other, and are paired as they come. */
const deepest = 12;

/**
 * Pairs equal members in the order of both lists: what both begin and end with, then members that stand once in each,
 * then, between these, the same again; members that repeat are paired as they come.
 */
export function pairEqual(from: readonly string[], to: readonly string[], depth = 0): Pair[] {
  const pairs: Pair[] = [];
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) pairs.push([start, start++]);
  let end = 0;
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  const middle = [from.slice(start, from.length - end), to.slice(start, to.length - end)] as const;
  for (const pair of shifted(pairMiddle(...middle, depth), start, start)) pairs.push(pair);
  for (let back = end; back > 0; back--) pairs.push([from.length - back, to.length - back]);
  return pairs;
}

function pairMiddle(from: readonly string[], to: readonly string[], depth: number): Pair[] {
  if (from.length === 0 || to.length === 0) return [];
  const anchors = inBothOrders(depth < deepest ? once(from, to) : []);
  if (anchors.length === 0) return inBothOrders(asTheyCome(from, to));
  const between = gapsBetween(from, to, anchors).flatMap((gap) =>
    shifted(pairEqual(gap.from, gap.to, depth + 1), ...gap.at),
  );
  return [...anchors, ...between].sort((one, other) => one[0] - other[0]);
}

function once(from: readonly string[], to: readonly string[]): Pair[] {
  const places = placesOf(to);
  return [...placesOf(from)].flatMap(([key, [at = 0, ...more]]): Pair[] => {
    const [there, ...others] = places.get(key) ?? [];
    return there === undefined || more.length + others.length > 0 ? [] : [[at, there]];
  });
}

function asTheyCome(from: readonly string[], to: readonly string[]): Pair[] {
  const places = placesOf(to);
  return [...placesOf(from)].flatMap(([key, all]) => {
    const others = places.get(key) ?? [];
    return all.slice(0, others.length).map((at, index): Pair => [at, others[index] ?? 0]);
  });
}

function placesOf(keys: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  keys.forEach((key, index) => {
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  });
  return places;
}

const shifted = (pairs: readonly Pair[], from: number, to: number): Pair[] =>
  pairs.map(([one, other]) => [one + from, other + to]);

/** Lists whose product is larger are compared near their diagonal only. */
const mostComparisons = 3_000_000;

/**
 * Pairs members that are alike, in the order of both lists, so that the sum of what the pairs are worth is largest.
 * @param worth what a pair is worth; 0 or less where the two do not belong together
 */
export function pairAlike(from: number, to: number, worth: (from: number, to: number) => number): Pair[] {
  if (from === 0 || to === 0) return [];
  const width = Math.min(to, Math.max(8, Math.floor(mostComparisons / from)));
  const startOf = (row: number): number => Math.max(0, Math.min(to - width, Math.round((row * to) / from - width / 2)));
  const steps: Uint8Array[] = [];
  // sums[column] is the best for the members up to this row and the first `column` of the other list.
  const sums = new Float64Array(to + 1);
  for (let row = 0; row < from; row++) {
    const start = startOf(row);
    const known = row === 0 ? to : startOf(row - 1) + width;
    if (start + width > known) sums.fill(sums[known] ?? 0, known, start + width + 1);
    const step = new Uint8Array(width);
    let diagonal = sums[start] ?? 0;
    for (let offset = 0; offset < width; offset++) {
      const column = start + offset;
      const pair = worth(row, column);
      const above = sums[column + 1] ?? 0;
      const left = sums[column] ?? 0;
      const both = pair > 0 ? diagonal + pair : -1;
      step[offset] = both > above && both > left ? 2 : left > above ? 1 : 0;
      sums[column + 1] = Math.max(above, left, both);
      diagonal = above;
    }
    steps.push(step);
  }
  return wayBack(steps, from, to, startOf);
}

function wayBack(steps: readonly Uint8Array[], from: number, to: number, startOf: (row: number) => number): Pair[] {
  const pairs: Pair[] = [];
  let [row, column] = [from - 1, to - 1];
  while (row >= 0 && column >= 0) {
    const offset = column - startOf(row);
    const width = steps[row]?.length ?? 0;
    if (offset < 0) row--;
    else if (offset >= width) column--;
    else {
      const step = steps[row]?.[offset];
      if (step === 2) pairs.push([row--, column--]);
      else if (step === 1) column--;
      else row--;
    }
  }
  return pairs.reverse();
}
