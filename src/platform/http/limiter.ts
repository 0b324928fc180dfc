/**
 * Counts failures by who caused them, so that trying again and again is no use. In memory of the process: it slows
 * guessing down and is no lock of its own.
 */
export class Limiter {
  readonly #most: number;
  readonly #window: number;
  readonly #failures = new Map<string, { count: number; until: number }>();

  /** @param most failures within `seconds` */
  constructor(most: number, seconds: number) {
    this.#most = most;
    this.#window = seconds * 1000;
  }

  /** Seconds to wait; 0 where one may try. */
  wait(who: string, now: number): number {
    const known = this.#failures.get(who);
    if (known === undefined || known.until <= now || known.count < this.#most) return 0;
    return Math.ceil((known.until - now) / 1000);
  }

  /** Notes one more failure. */
  failed(who: string, now: number): void {
    const known = this.#failures.get(who);
    if (known !== undefined && known.until > now) known.count++;
    else this.#failures.set(who, { count: 1, until: now + this.#window });
    // A stranger who changes addresses must not fill the memory.
    if (this.#failures.size > 10_000) {
      for (const [key, { until }] of this.#failures) if (until <= now) this.#failures.delete(key);
      if (this.#failures.size > 10_000) this.#failures.clear();
    }
  }
}
