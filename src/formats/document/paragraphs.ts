/**
 * Puts paragraphs together again whose lines were broken by the width of the page or of their cell (PDF, texts of
 * PDFs), and rows that the end of a page broke. In Word a line is a paragraph already.
 */
import type { Media } from '#kernel/reading/index.ts';
import { unfinished, wholeRows, widthsOfColumns, type ColumnWidths } from './cells.ts';
import { plainRun } from './document.ts';
import { fold, isBlank, type Line } from './lines.ts';
import { isLabelAlone, splitLabel } from './labels.ts';
import { firstWord, widthOf } from './width.ts';

/** Pages are narrower than this; where lines are longer, a line is a paragraph. In widths of a small letter. */
const widest = 150;
const narrowest = 40;
/** How many of the lines are nearly full where paragraphs were broken; a PDF breaks them always. */
const fullShare: Partial<Record<Media, number>> = { text: 0.35, pdf: 0.1 };

/**
 * The lines of each paragraph, blank lines alone. A line goes on in the next one when that one's first word would not
 * have fitted into it, and the next one begins no item and stands in the same cell.
 */
export function paragraphsOf(lines: readonly Line[], media: Media): [Line, ...Line[]][] {
  const width = pageWidth(lines, media) ?? (media === 'text' ? typedWidth(lines) : null);
  const whole = media === 'pdf' ? wholeRows(lines) : lines;
  const columns = media === 'pdf' ? widthsOfColumns(whole) : null;
  const paragraphs: [Line, ...Line[]][] = [];
  for (const line of whole) {
    const last = paragraphs.at(-1)?.at(-1);
    if (last !== undefined && goesOn(last, line, width, columns)) paragraphs.at(-1)?.push(line);
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
function pageWidth(lines: readonly Line[], media: Media): PageWidth | null {
  const share = fullShare[media];
  if (share === undefined) return null;
  const inked = lines.filter((line) => line.cell === null && !isBlank(line.text));
  const widths = inked.map((line) => widthOf(fold(line.text)));
  widths.sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.97)] ?? 0;
  if (widths.length < 12 || width > widest || width < narrowest) return null;
  const full = widths.filter((one) => one > width * 0.85).length;
  return full >= widths.length * share && runOn(inked, width) >= full * 0.2 ? { width, measure: widthOf } : null;
}

/** Full lines of a page: how wide they are, and by what they are measured. */
interface PageWidth {
  width: number;
  measure: (text: string) => number;
}

/**
 * A text that was typed on lines of so many letters, with many short ones between them: none is longer than a line of
 * such a text, and most of the full ones go on in small letters.
 */
function typedWidth(lines: readonly Line[]): PageWidth | null {
  const inked = lines.filter((line) => line.cell === null && !isBlank(line.text));
  let width = 0;
  for (const { text } of inked) width = Math.max(width, text.trimEnd().length);
  if (width < 60 || width > 90) return null;
  let full = 0;
  let runs = 0;
  lines.forEach((line, at) => {
    const next = lines[at + 1]?.text ?? '';
    if (line.cell !== null || isBlank(next) || line.text.trimEnd().length <= width * 0.85) return;
    full++;
    if (/^\s*\p{Ll}/u.test(next)) runs++;
  });
  return runs >= 4 && runs >= full * 0.5 ? { width, measure: (text) => text.length } : null;
}

/** How many full lines are followed by one in small letters: where a page breaks its paragraphs, many are. */
function runOn(inked: readonly Line[], width: number): number {
  let count = 0;
  inked.forEach((line, at) => {
    const next = inked[at + 1]?.text ?? '';
    if (/^\s*\p{Ll}/u.test(next) && widthOf(fold(line.text)) > width * 0.85) count++;
  });
  return count;
}

/** All words of a line are bold: a heading does not go on with the text below it. */
function isBold(line: Line): boolean {
  return line.paragraph.runs.every((run) => run.style.bold || isBlank(run.text));
}

function goesOn(last: Line, next: Line, page: PageWidth | null, columns: ColumnWidths | null): boolean {
  if (last.text.includes('\t') || next.text.includes('\t')) return false;
  const text = fold(last.text);
  const words = fold(next.text);
  if (text === '' || words === '' || isBold(last) !== isBold(next) || beginsAnew(words, next)) return false;
  // A sentence that ends at the end of a line mostly ends its paragraph too; if not, little is lost.
  const ends = /[.?!:]\)?(?:\s\([^()]*\))?["”’]?$/u.test(text) && !isLabelAlone(text);
  if (ends && /^[\p{Lu}\d]/u.test(words)) return false;
  if (last.cell !== null || next.cell !== null) return columns?.goesOn(last, next) ?? false;
  if (page === null) return false;
  const { width, measure } = page;
  // Capitals after small letters are a heading.
  if (words === words.toUpperCase() && /\p{L}{3}/u.test(words) && text !== text.toUpperCase()) return false;
  const taken = measure(text);
  // Widths are only estimated; words that break off need less of a proof.
  const proof = unfinished.test(text) ? 0.8 : 0.94;
  return taken >= width * 0.6 && taken + measure(` ${firstWord(words)}`) > width * proof;
}

/** A label, a short word with a colon ("Subject:") or words with a number ("Output 2.1 –") begin something of their own. */
function beginsAnew(words: string, line: Line): boolean {
  const { bullet, label } = splitLabel(words, line.paragraph.number.proposed);
  if (bullet || label !== null || numbered.test(words) || coded.test(words) || familyFirst.test(words)) return true;
  return /^[\p{L}\p{N} .–-]{2,24}:(?:\s|$)/u.test(words);
}

/** "MOANA, Ana (Ms.)" in a list of people. */
const familyFirst = /^['’‘ʻ]?\p{Lu}[\p{Lu}'’‘ʻ-]+, ['’‘ʻ]?\p{Lu}\p{Ll}/u;

/** "a.3.2 …", "D.2-a: …": codes of several parts. */
const coded = /^(?:\p{L}{1,3}[.–-]?)?\d{1,3}(?:[.–-][\p{L}\d]{1,3})+[:.)]?\s/u;

const numbered = /^\p{Lu}\p{L}+(?: \p{L}+){0,2} (?:\p{L}{0,2}[.-]?\d[\w.-]{0,7}|[IVX]{1,4})(?:[:)]| [–—-])\s/u;
