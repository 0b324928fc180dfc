import { stands, type Run, type RunStyle } from '../../document/index.ts';
import type { Element } from '../xml/element.ts';
import type { Place } from './place.ts';
import type { Story } from './story.ts';

/** A text box met in a paragraph; its paragraphs follow the one that anchors it. */
export interface Box {
  content: Element;
  place: Place;
}

/** Collects the runs of one paragraph; neighbours that share revisions, look, link and control become one run. */
export class ParagraphWriter {
  readonly story: Story;
  readonly line: number;
  /** Style of the paragraph, which the look of its runs builds on. */
  readonly styleId: string | undefined;
  readonly runs: Run[] = [];
  readonly boxes: Box[] = [];
  formatChanged = false;
  #hidden = false;
  #hasWords = false;
  /** The last run stands inside a field instruction, so nothing may be added to it. */
  #held = false;
  /** Page counts where the words begin. */
  start: { rendered: number; set: number };

  constructor(story: Story, line: number, styleId: string | undefined) {
    this.story = story;
    this.line = line;
    this.styleId = styleId;
    this.start = story.pages.now();
  }

  /** Adds words. */
  text(text: string, place: Place, style: RunStyle, hidden = false): void {
    if (text === '') return;
    const { fields, shared } = this.story;
    const { visible } = fields;
    const field = fields.innermost;
    const link = place.link ?? field.link;
    const control = field.control ?? place.control;
    if (visible && control !== null && stands(place.marks, 'proposed') && stands(place.around, 'proposed')) {
      shared.controls.write(control, text, this.line);
    }
    if (hidden) this.#noteHidden();
    this.#hasWords ||= text.trim() !== '';
    const last = this.runs.at(-1);
    if (
      last !== undefined &&
      visible &&
      !this.#held &&
      last.marks === place.marks &&
      last.style === style &&
      last.link === link &&
      last.control === control &&
      last.note === null
    ) {
      last.text += text;
      return;
    }
    const run: Run = { text, marks: place.marks, style, link, note: null, control };
    this.runs.push(run);
    this.#held = !visible;
    if (!visible) fields.hold(this.runs, run, this.line);
  }

  /** Adds the reference mark of a note; its words are known only when all references are. */
  noteMark(note: NonNullable<Run['note']>, place: Place, style: RunStyle): Run {
    const run: Run = { text: '', marks: place.marks, style, link: place.link, note, control: place.control };
    this.runs.push(run);
    this.#held = false;
    if (!this.story.fields.visible) this.story.fields.hold(this.runs, run, this.line);
    return run;
  }

  /** A page begins here; when no word stands before it, the paragraph begins on that page. */
  pageBreak(kind: 'rendered' | 'set'): void {
    this.story.pages[kind]();
    if (!this.#hasWords) this.start = this.story.pages.now();
  }

  #noteHidden(): void {
    if (this.#hidden) return;
    this.#hidden = true;
    this.story.shared.remarks.add(
      'hidden-text',
      'The paragraph has hidden words; they are read like others.',
      this.line || null,
    );
  }
}
