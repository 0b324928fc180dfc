/**
 * The lines of a plan as its recogniser sees them: words as proposed, automatic numbers put before them, bullets taken
 * off, whole brackets opened.
 */
import { fold, isBlank, stands, textOf, type CellPlace, type Line } from '#formats/document/index.ts';

export interface PlanLine {
  /** The line of the source; the first one where a deleted paragraph mark joins several. */
  line: number;
  /** All lines that these words were printed on. */
  lines: readonly number[];
  /** The words with white space folded, without bullet and without brackets around the whole. */
  text: string;
  /** The same with its tabs, which tell a label from a word. */
  raw: string;
  /** The bullet as printed; empty when there is none. */
  bullet: string;
  /** In square brackets as a whole: not agreed yet. */
  bracketed: boolean;
  /** 0 for the highest heading level where the document styles its headings. */
  heading: number | null;
  cell: CellPlace | null;
  indent: number | null;
  /** A blank line, or the beginning of the text, stands before it. */
  gap: boolean;
}

/** Lines longer than this are no element of a plan, whatever they begin with; they are left unread. */
const longestLine = 20_000;

const bulletAtStart = /^\s*([-–—−•·▪▫◦●○■□◆◇►▶➢➤✓✔‣⁃∙*+\uf0b7\uf0a7\uf0d8\uf02d]|o(?=\t))(?:\s+|(?=[A-Z][a-z]))/;
const bulletNumber = /^[^\p{L}\p{N}]$/u;
const contentsLine = /(?:\.{4,}|…{2,}|(?:\. ){3,})\s*\d{1,3}\s*$/;
const contentsHeading = /^(?:table of )?contents$/i;
const contentsStyle = /^(?:toc|table of contents|contents)\b/i;

/** Joins paragraphs whose mark is deleted, drops what is blank once changes are accepted, keeps the rest in order. */
export function planLines(lines: readonly Line[]): PlanLine[] {
  const made: PlanLine[] = [];
  let gap = true;
  let parts: Line[] = [];
  for (const line of withoutContents(lines)) {
    const runsOn = !stands(line.paragraph.mark, 'proposed') && !isBlank(line.text);
    const previous = parts.at(-1);
    if (previous !== undefined && !sameCell(previous, line)) {
      push(made, parts, gap);
      parts = [];
    }
    parts.push(line);
    if (runsOn) continue;
    gap = !push(made, parts, gap);
    parts = [];
  }
  push(made, parts, gap);
  return made;
}

function sameCell(one: Line, other: Line): boolean {
  return (
    one.cell?.table === other.cell?.table &&
    one.cell?.row === other.cell?.row &&
    one.cell?.column === other.cell?.column
  );
}

/** A table of contents repeats headings with their pages and is not read. */
function* withoutContents(lines: readonly Line[]): Iterable<Line> {
  let inside = false;
  for (const line of lines) {
    const style = line.paragraph.style;
    const words = line.text.length > 300 ? '' : fold(line.text);
    if (contentsStyle.test(style.name ?? style.id ?? '')) continue;
    if (line.cell === null && contentsLine.test(words)) continue;
    if (contentsHeading.test(words)) inside = true;
    else if (inside && words !== '' && !/\s\d{1,3}$/.test(words)) inside = false;
    if (!inside) yield line;
  }
}

/** Adds the line that these parts make; false when nothing of it is left to read. */
function push(made: PlanLine[], parts: readonly Line[], gap: boolean): boolean {
  const [first] = parts;
  if (first === undefined) return true;
  const words = parts.map((part) => textOf(part.paragraph.runs, 'proposed')).join('');
  if (isBlank(words)) return false;
  if (words.length > longestLine) return true;
  const filled = parts.filter((part) => !isBlank(textOf(part.paragraph.runs, 'proposed')));
  made.push(planLine(first, filled, words, gap));
  return true;
}

function planLine(first: Line, parts: readonly Line[], words: string, gap: boolean): PlanLine {
  const number = first.paragraph.number.proposed?.trim() ?? '';
  const automaticBullet = bulletNumber.test(number) || number === 'o' ? number : '';
  const numbered = number === '' || automaticBullet !== '' ? words : `${number}\t${words}`;
  const lines = parts.map((part) => part.number);
  return {
    ...opened(numbered, automaticBullet),
    line: lines[0] ?? first.number,
    lines,
    heading: first.paragraph.style.outlineLevel,
    cell: first.cell,
    indent: first.paragraph.indent,
    gap,
  };
}

/** Takes bullet and whole brackets off the words of a line. Also for words that are only a part of one. */
export function opened(words: string, bullet = ''): Pick<PlanLine, 'text' | 'raw' | 'bullet' | 'bracketed'> {
  const inside = insideBrackets(words);
  const mark = bulletAtStart.exec(inside ?? words);
  const unmarked = mark === null ? (inside ?? words) : (inside ?? words).slice(mark[0].length);
  const raw = inside === null ? (insideBrackets(unmarked) ?? unmarked) : unmarked;
  return {
    text: fold(raw),
    raw,
    bullet: bullet === '' ? (mark?.[1] ?? '') : bullet,
    bracketed: inside !== null || raw !== unmarked,
  };
}

/** The words inside square brackets that enclose all of them; `null` where brackets enclose a part or nothing. */
function insideBrackets(words: string): string | null {
  const trimmed = words.trim();
  if (!trimmed.startsWith('[') || !trimmed.endsWith(']')) return null;
  let depth = 0;
  for (let at = 0; at < trimmed.length; at++) {
    if (trimmed[at] === '[') depth++;
    if (trimmed[at] === ']' && --depth === 0 && at < trimmed.length - 1) return null;
  }
  return depth === 0 ? trimmed.slice(1, -1) : null;
}

/** A line that could stand over something: short, begun anew, not ended like a sentence. */
export function isHeadingLike(line: PlanLine): boolean {
  if (line.heading !== null) return true;
  return line.text.length <= 120 && line.bullet === '' && /^[A-Z0-9("“[]/.test(line.text) && !/[.;,:]$/.test(line.text);
}

/** Whether all letters are capitals, as in a heading typed without a style. */
export function isCapitals(text: string): boolean {
  return text.length >= 4 && text === text.toUpperCase() && /[A-Z]{3}/.test(text);
}
