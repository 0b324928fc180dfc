/** The pages of a file, one after the other. */
import type { PDFPageProxy } from 'pdfjs-dist';
import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.d.ts';
import { Refusal, refuse } from '#kernel/problem.ts';
import { openSession, type Session } from './library.ts';
import { inTime, late, type Clock, type Limits } from './limits.ts';
import { readPage, readText, type PageContent } from './page.ts';

/** Thrown where drawing the lines of a page takes too long. */
class DrawingTooLong extends Error {}

export class Source {
  /** Numbers of the pages of which something could not be read. */
  readonly damagedPages: number[] = [];
  /** Lines and the looks of fonts were left out because drawing a page takes too long. */
  withoutDrawing = false;
  readonly #bytes: Uint8Array;
  readonly #name: string;
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #sessions = new Map<'reading' | 'checking', Session>();
  #characters = 0;

  constructor(bytes: Uint8Array, name: string, limits: Limits, clock: Clock) {
    this.#bytes = bytes;
    this.#name = name;
    this.#limits = limits;
    this.#clock = clock;
  }

  /** @throws Refusal when there are too many pages, when one cannot be read at all, or when the time is over. */
  async pages(): Promise<PageContent[]> {
    const count = (await this.session()).document.numPages;
    if (count > this.#limits.pages) {
      const message = `The PDF has ${count} pages; at most ${this.#limits.pages} are read.`;
      refuse('too-many-pages', message, 'Split it into several files.', { file: this.#name });
    }
    const pages: PageContent[] = [];
    for (let number = 1; number <= count; number++) {
      pages.push(await this.#page(number));
      if (!(await this.#isWhole(number))) this.damagedPages.push(number);
    }
    return pages;
  }

  /** The session that pages are read in. */
  async session(): Promise<Session> {
    return this.#session('reading');
  }

  async close(): Promise<void> {
    for (const session of this.#sessions.values()) await session.close();
    this.#sessions.clear();
  }

  async #session(kind: 'reading' | 'checking'): Promise<Session> {
    const open = this.#sessions.get(kind);
    if (open !== undefined) return open;
    const [bytes, name, clock] = [this.#bytes, this.#name, this.#clock];
    const session = await openSession({ bytes, name, clock, strict: kind === 'checking' });
    this.#sessions.set(kind, session);
    return session;
  }

  async #page(number: number): Promise<PageContent> {
    this.#clock.check();
    const { document, operators } = await this.session();
    const before = this.#characters;
    try {
      return await readPage(document, number, {
        wait: (work) => this.#clock.wait(work),
        count: (characters) => {
          this.#count(characters, before, number);
        },
        drawing: this.withoutDrawing ? null : (page) => this.#drawing(page),
        operators,
      });
    } catch (error) {
      if (!(error instanceof DrawingTooLong)) throw error;
    }
    // What goes on drawing can only be stopped with its session.
    await this.close();
    this.withoutDrawing = true;
    this.#characters = before;
    return this.#page(number);
  }

  /**
   * pdfjs passes over what it cannot read, or fails, as it was told when the file was opened. Pages are read by passing
   * over; reading their text once more the other way shows whether anything was passed over.
   */
  async #isWhole(number: number): Promise<boolean> {
    try {
      const { document } = await this.#session('checking');
      const page = await this.#clock.wait(document.getPage(number));
      await readText(
        page,
        (work) => this.#clock.wait(work),
        () => undefined,
      );
      page.cleanup();
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.problem.code === 'too-slow') throw error;
      return false;
    }
  }

  #count(characters: number, before: number, page: number): void {
    this.#characters += characters;
    const [all, ofPage] = [this.#limits.characters, this.#limits.pageCharacters];
    if (this.#characters <= all && this.#characters - before <= ofPage) return;
    const what = this.#characters > all ? `The PDF holds more than ${all}` : `Page ${page} holds more than ${ofPage}`;
    refuse('too-much-text', `${what} characters.`, 'Split it into several files.', { file: this.#name });
  }

  /** `null` where drawing fails, which text does not suffer from. */
  async #drawing(page: PDFPageProxy): Promise<PDFOperatorList | null> {
    const list = page.getOperatorList({ annotationMode: 0 }).catch(() => null);
    const result = await inTime(list, this.#limits.drawingMilliseconds);
    if (result === late) throw new DrawingTooLong();
    return result;
  }
}
