/** Puts changes on the words of paragraphs as they stand in a file: no word is moved, lost or added. */
import type { Paragraph, Run } from '#formats/document/index.ts';
import type { Change, TextRun } from '#kernel/reading/index.ts';
import { marksOf, type By } from './paragraphs.ts';

/**
 * The paragraphs with the marks of the changes on their words. White space may differ between the words and the
 * paragraphs; marks of notes, looks and links stay where they are. `null` where the words are not those of the
 * paragraphs.
 */
export function painted(paragraphs: readonly Paragraph[], words: readonly TextRun[], by: By): Paragraph[] | null {
  const brush = new Brush(words);
  const made: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const runs = paragraph.runs.flatMap((run) => paintedRun(run, brush, by));
    if (brush.failed) return null;
    made.push({ ...paragraph, runs });
  }
  return brush.done ? made : null;
}

function paintedRun(run: Run, brush: Brush, by: By): Run[] {
  if (run.note !== null) return [{ ...run, marks: marksOf(brush.around(), by) }];
  const pieces: Run[] = [];
  let last: Change | null = null;
  for (const character of run.text) {
    const change = brush.next(character);
    const piece = pieces.at(-1);
    if (piece !== undefined && change === last) piece.text += character;
    else pieces.push({ ...run, text: character, marks: marksOf(change, by) });
    last = change;
  }
  return pieces.length === 0 ? [run] : pieces;
}

/** Goes through the characters of the words that are no white space; white space takes the change it has there. */
class Brush {
  readonly #characters: string[] = [];
  readonly #changes: Change[] = [];
  /** Changes of the white space before a character, by its index. */
  readonly #gaps = new Map<number, Change>();
  #at = 0;
  failed = false;

  constructor(words: readonly TextRun[]) {
    for (const { text, change } of words) {
      for (const character of text) {
        if (/\s/u.test(character)) this.#gaps.set(this.#characters.length, change);
        else {
          this.#characters.push(character);
          this.#changes.push(change);
        }
      }
    }
  }

  get done(): boolean {
    return this.#at === this.#characters.length;
  }

  next(character: string): Change {
    if (/\s/u.test(character)) return this.#gaps.get(this.#at) ?? this.around();
    if (this.#characters[this.#at] !== character) this.failed = true;
    return this.#changes[this.#at++] ?? 'same';
  }

  /** The change of what stands on both sides of a place; words of both texts where the two differ. */
  around(): Change {
    const before = this.#changes[this.#at - 1] ?? this.#changes[this.#at];
    const behind = this.#changes[this.#at] ?? before;
    return before === behind ? (before ?? 'same') : 'same';
  }
}
