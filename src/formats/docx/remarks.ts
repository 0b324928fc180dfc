import type { ReaderNote } from '../document/index.ts';
import { limits } from './limits.ts';

/** Collects what could not be represented; of very many alike only the first are kept, the rest are counted. */
export class Remarks {
  readonly #notes: ReaderNote[] = [];
  readonly #counts = new Map<string, number>();

  add(code: string, message: string, line: number | null = null): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= limits.remarks) this.#notes.push({ code, message, line });
  }

  /** All remarks by line, those without a line last. */
  list(): ReaderNote[] {
    const more = [...this.#counts]
      .filter(([, count]) => count > limits.remarks)
      .map(([code, count]) => ({ code, message: `${count - limits.remarks} more of this kind.`, line: null }));
    return [...this.#notes.toSorted((a, b) => lineOf(a) - lineOf(b)), ...more];
  }
}

function lineOf(note: ReaderNote): number {
  return note.line ?? Number.MAX_SAFE_INTEGER;
}
