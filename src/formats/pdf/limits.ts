import { refuse } from '#kernel/problem.ts';

/** What one file may cost. Everything beyond is refused with the limit named, never read in part. */
export interface Limits {
  /** Size of the file. */
  bytes: number;
  pages: number;
  /** Characters of all pages together, white space included. */
  characters: number;
  /** Characters of one page. */
  pageCharacters: number;
  /** Bytes that one compressed stream, or the streams of one array, may unfold to. */
  unfolded: number;
  /** The same for pictures, which are looked at but not unfolded while reading text. */
  unfoldedPicture: number;
  /** Time for the whole file, in milliseconds. */
  milliseconds: number;
  /** Time for the drawing operators of one page, in milliseconds; beyond it a file is read without its lines. */
  drawingMilliseconds: number;
}

export const standardLimits: Limits = {
  bytes: 100 * 1024 * 1024,
  pages: 5_000,
  characters: 20_000_000,
  pageCharacters: 1_000_000,
  unfolded: 64 * 1024 * 1024,
  unfoldedPicture: 1024 * 1024 * 1024,
  milliseconds: 180_000,
  drawingMilliseconds: 5_000,
};

/** The time a reading may take, and waiting for work that may never end. */
export class Clock {
  readonly #name: string;
  readonly #limit: number;
  readonly #end: number;

  constructor(name: string, milliseconds: number) {
    this.#name = name;
    this.#limit = milliseconds;
    this.#end = performance.now() + milliseconds;
  }

  /** Waits for work, but not beyond the limit. The caller closes what was working. */
  async wait<T>(work: Promise<T>): Promise<T> {
    const result = await inTime(work, this.#end - performance.now());
    if (result === late) this.#refuse();
    this.check();
    return result;
  }

  check(): void {
    if (performance.now() > this.#end) this.#refuse();
  }

  #refuse(): never {
    refuse(
      'too-slow',
      `Reading takes longer than ${Math.round(this.#limit / 1000)} seconds.`,
      'Print the document to a new PDF, or split it.',
      { file: this.#name },
    );
  }
}

/** What {@link inTime} gives when the time is over. */
export const late = Symbol('late');

/** The result of work, or {@link late}; work that comes late is let go, its failure too. */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T | typeof late> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => {
      resolve(late);
    }, milliseconds);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
