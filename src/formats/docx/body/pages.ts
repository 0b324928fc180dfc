/**
 * Pages of the body as Word last saw them. Word notes where pages began when it saved (w:lastRenderedPageBreak); a file
 * without those notes only has the breaks that its author set.
 */
import type { Paragraph } from '../../document/index.ts';

export class Pages {
  #rendered = 1;
  #set = 1;
  #hasRendered = false;
  #hasSet = false;
  readonly #starts: { paragraph: Paragraph; rendered: number; set: number }[] = [];

  /** Where Word began a page when it saved. */
  rendered(): void {
    this.#rendered++;
    this.#hasRendered = true;
  }

  /** A break that the author set. */
  set(): void {
    this.#set++;
    this.#hasSet = true;
  }

  /** The two counts now. */
  now(): { rendered: number; set: number } {
    return { rendered: this.#rendered, set: this.#set };
  }

  /** Keeps in mind where a paragraph begins. */
  begin(paragraph: Paragraph, at: { rendered: number; set: number }): void {
    this.#starts.push({ paragraph, ...at });
  }

  /** Writes the pages into the paragraphs; none where the file knows of no break. */
  finish(): void {
    if (!this.#hasRendered && !this.#hasSet) return;
    for (const { paragraph, rendered, set } of this.#starts) paragraph.page = this.#hasRendered ? rendered : set;
  }
}
