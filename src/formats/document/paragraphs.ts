/**
 * Puts paragraphs together again whose lines were broken by the width of the page (PDF, texts of PDFs). In Word a line
 * is a paragraph already.
 */
import type { Media } from '#kernel/reading/index.ts';
import { plainRun } from './document.ts';
import { fold, isBlank, type Line } from './lines.ts';
import { splitLabel } from './labels.ts';

/** Pages are narrower than this; where lines are longer, a line is a paragraph. In widths of a small letter. */
const widest = 150;
const narrowest = 40;
/** How many of the lines are nearly full where paragraphs were broken; a PDF breaks them always. */
const fullShare: Partial<Record<Media, number>> = { text: 0.35, pdf: 0.1 };

/** The width of a text in proportional type, in widths of a small letter: capitals are wider, thin letters narrower. */
function widthOf(text: string): number {
  const capitals = text.match(/[\p{Lu}mwMW@%]/gu)?.length ?? 0;
  const thin = text.match(/[ijlftrI.,;:'’!|()[\] -]/gu)?.length ?? 0;
  return text.length + capitals * 0.4 - thin * 0.45;
}

/**
 * The lines of each paragraph, blank lines alone. A line goes on in the next one when that one's first word would not
 * have fitted into it, and the next one begins no item and stands in the same cell.
 */
export function paragraphsOf(lines: readonly Line[], media: Media): [Line, ...Line[]][] {
  const width = pageWidth(lines, media);
  const paragraphs: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1)?.at(-1);
    if (width !== null && last !== undefined && goesOn(last, line, width)) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/** A paragraph's lines as one line, with the number of the first. A hyphen at the end of a line keeps its place. */
export function joinedLine(lines: readonly [Line, ...Line[]]): Line {
  const [first, ...others] = lines;
  if (others.length === 0) return first;
  const runs = [...first.paragraph.runs];
  const texts = [first.text.trim()];
  let before = first.text;
  for (const line of others) {
    const joint = /\p{L}-\s*$/u.test(before) ? '' : ' ';
    texts.push(joint, line.text.trim());
    if (joint !== '') runs.push(plainRun(joint));
    for (const run of line.paragraph.runs) runs.push(run);
    before = line.text;
  }
  return { ...first, text: texts.join(''), paragraph: { ...first.paragraph, runs } };
}

/** All numbers of the lines whose paragraphs are in a set by the number of their first line. */
export function withWholeParagraphs(
  numbers: ReadonlySet<number>,
  paragraphs: readonly { number: number; sources: readonly Line[] }[],
): Set<number> {
  const all = new Set(numbers);
  for (const { number, sources } of paragraphs) {
    if (sources.length > 1 && numbers.has(number)) for (const line of sources) all.add(line.number);
  }
  return all;
}

/** The width of a full line; `null` where lines are not broken by width. */
function pageWidth(lines: readonly Line[], media: Media): number | null {
  const share = fullShare[media];
  if (share === undefined) return null;
  const inked = lines.filter((line) => line.cell === null && !isBlank(line.text));
  const widths = inked.map((line) => widthOf(fold(line.text)));
  widths.sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.97)] ?? 0;
  if (widths.length < 12 || width > widest || width < narrowest) return null;
  const full = widths.filter((one) => one > width * 0.85).length;
  return full >= widths.length * share ? width : null;
}

/** All words of a line are bold: a heading does not go on with the text below it. */
function isBold(line: Line): boolean {
  return line.paragraph.runs.every((run) => run.style.bold || isBlank(run.text));
}

function goesOn(last: Line, next: Line, width: number): boolean {
  if (last.cell !== null || next.cell !== null || last.text.includes('\t') || next.text.includes('\t')) return false;
  const text = fold(last.text);
  const words = fold(next.text);
  const taken = widthOf(text);
  if (text === '' || words === '' || taken < width * 0.6) return false;
  // A sentence that ends at the end of a line mostly ends its paragraph too; if not, little is lost.
  if (/[.?!:](?:\s\([^()]*\))?["”’]?$/u.test(text) && /^[\p{Lu}\d]/u.test(words)) return false;
  if (isBold(last) !== isBold(next)) return false;
  // Capitals after small letters are a heading.
  if (words === words.toUpperCase() && /\p{L}{3}/u.test(words) && text !== text.toUpperCase()) return false;
  const { bullet, label } = splitLabel(words, next.paragraph.number.proposed);
  // A label, or a short word with a colon ("Subject:"), begins something of its own.
  if (bullet || label !== null || /^[\p{L}\p{N} .–-]{2,24}:(?:\s|$)/u.test(words)) return false;
  const word = /^\S+/u.exec(words)?.[0] ?? '';
  return taken + widthOf(` ${word}`) > width * 0.94;
}
