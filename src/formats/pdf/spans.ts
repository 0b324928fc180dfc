/** From the text items of pdfjs to spans: pieces of a line of print with their place and look. */
import type { TextItem, TextMarkedContent, TextStyle } from 'pdfjs-dist/types/src/display/api.d.ts';
import { plainStyle, type RunStyle } from '../document/index.ts';
import { apply, matrixOf, multiply, turned, type Matrix } from './geometry.ts';
import { readable, type FontLook } from './characters.ts';

/** Words that stand together on a baseline in one look. */
export interface Span {
  text: string;
  left: number;
  right: number;
  /** The baseline. */
  base: number;
  /** Height of the font. */
  size: number;
  style: RunStyle;
  link: string | null;
  /** Index into the controls of the document. */
  control: number | null;
  /** Id of the note whose mark this is. */
  note: string | null;
  /** Place among the words of the page in the file. */
  order: number;
  /** In the file a blank follows before the next words, however narrow the gap on paper. */
  blankAfter: boolean;
  /** Marked by the file as not belonging to its content: headers, footers, watermarks (ISO 32000-1, 14.8.2.2). */
  artifact: boolean;
}

/** Spans that run in the same direction, in coordinates turned so that they run along x. */
export interface Direction {
  /** Of the words on the page as shown, in degrees clockwise. */
  degrees: number;
  spans: Span[];
  characters: number;
}

export interface TextOfPage {
  items: readonly (TextItem | TextMarkedContent)[];
  styles: Readonly<Record<string, TextStyle>>;
}

/** The spans of a page by direction, the one with most characters first; `lookUp` knows the fonts by name. */
export function directionsOf(text: TextOfPage, toPage: Matrix, lookUp: (font: string) => FontLook | null): Direction[] {
  const directions = new Map<number, Direction>();
  const artifacts = new ArtifactDepth();
  let last: Span | null = null;
  let order = 0;
  for (const item of text.items) {
    if (!('str' in item)) {
      artifacts.pass(item);
      continue;
    }
    const look = lookUp(item.fontName);
    const words = readable(item.str, look);
    if (/^\s*$/u.test(words)) {
      if (last !== null && words !== '') last.blankAfter = true;
      continue;
    }
    const placed = place(item, words, text.styles[item.fontName]?.vertical === true, toPage);
    if (placed === null) continue;
    last = { ...placed.span, style: styleOf(look), order: order++, artifact: artifacts.inside };
    const direction = directions.get(placed.degrees) ?? { degrees: placed.degrees, spans: [], characters: 0 };
    directions.set(placed.degrees, direction);
    direction.spans.push(last);
    direction.characters += words.length;
  }
  return [...directions.values()].sort((a, b) => b.characters - a.characters);
}

/** Follows the nesting of marked content and knows whether any level of it is an artifact. */
class ArtifactDepth {
  #depth = 0;
  #from: number | null = null;

  get inside(): boolean {
    return this.#from !== null;
  }

  pass(item: TextMarkedContent): void {
    if (item.type === 'endMarkedContent') {
      this.#depth--;
      if (this.#from !== null && this.#depth < this.#from) this.#from = null;
      return;
    }
    this.#depth++;
    // The type of pdfjs leaves out the tag.
    if (this.#from === null && (item as { tag?: unknown }).tag === 'Artifact') this.#from = this.#depth;
  }
}

function styleOf(look: FontLook | null): RunStyle {
  return look === null ? plainStyle : { ...plainStyle, bold: look.bold, italic: look.italic };
}

function place(
  item: TextItem,
  text: string,
  vertical: boolean,
  toPage: Matrix,
): { degrees: number; span: Omit<Span, 'style' | 'artifact' | 'order'> } | null {
  const own = matrixOf(item.transform);
  if (own === null) return null;
  const matrix = multiply(toPage, own);
  const scale = Math.hypot(toPage[0], toPage[1]);
  // Vertical writing runs down along the second axis of its own matrix.
  const [alongX, alongY] = vertical ? [-matrix[2], -matrix[3]] : [matrix[0], matrix[1]];
  const length = (vertical ? item.height : item.width) * scale;
  const size = vertical ? Math.hypot(matrix[0], matrix[1]) : Math.hypot(matrix[2], matrix[3]);
  if (!Number.isFinite(length) || !Number.isFinite(size) || size === 0) return null;
  const degrees = rounded((Math.atan2(alongY, alongX) * 180) / Math.PI);
  const [left, base] = apply(turned(degrees), matrix[4], matrix[5]);
  const span = {
    text,
    left,
    right: left + length,
    base,
    size,
    link: null,
    control: null,
    note: null,
    blankAfter: false,
  };
  return { degrees, span };
}

/** Scans lie a little askew: within 3° of a quarter turn words count as upright, others go by steps of 5°. */
function rounded(degrees: number): number {
  const quarter = Math.round(degrees / 90) * 90;
  const angle = Math.abs(degrees - quarter) <= 3 ? quarter : Math.round(degrees / 5) * 5;
  return ((angle % 360) + 360) % 360;
}
