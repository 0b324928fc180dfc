/** Chance that comes out the same for the same seed. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2654435761) >>> 0;
  }

  /** A number from 0 up to and without 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to and without `most`. */
  upTo(most: number): number {
    return Math.floor(this.next() * most);
  }

  is(part: number): boolean {
    return this.next() < part;
  }

  one<T>(list: readonly T[]): T {
    const chosen = list[this.upTo(list.length)];
    if (chosen === undefined) throw new RangeError('there is nothing to choose from');
    return chosen;
  }

  other<T>(list: readonly T[], than: T): T {
    return this.one(list.filter((one) => one !== than));
  }

  /** Some different ones, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[] {
    const chosen = new Set<T>();
    while (chosen.size < Math.min(count, list.length)) chosen.add(this.one(list));
    return list.filter((one) => chosen.has(one));
  }
}
