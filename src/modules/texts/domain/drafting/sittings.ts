/** The history of a draft as people tell it: who worked on it, from when to when. */

export interface StepTaken {
  version: number;
  author: string;
  note: string | null;
  at: Date;
}

/** Steps of one author that follow each other without a long pause. */
export interface Sitting {
  author: string;
  /** What was done at once, in words; `null` for typing. */
  note: string | null;
  from: Date;
  to: Date;
  /** The version before it, and that with which it ended. */
  before: number;
  version: number;
}

/** A pause after which one comes back to the work, in milliseconds. */
const pause = 15 * 60_000;

/** The sittings of a draft, the last one first. */
export function sittingsOf(steps: readonly StepTaken[]): Sitting[] {
  const sittings: Sitting[] = [];
  for (const { version, author, note, at } of steps) {
    const last = sittings.at(-1);
    const goesOn =
      last?.author === author && last.note === note && (note === null || last.to.getTime() === at.getTime());
    if (last !== undefined && goesOn && at.getTime() - last.to.getTime() < pause) {
      last.to = at;
      last.version = version;
    } else sittings.push({ author, note, from: at, to: at, before: version - 1, version });
  }
  return sittings.reverse();
}
