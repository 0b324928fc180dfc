/**
 * Finds the lines that say the values of a record, for values that the recogniser gives no line of their own: the
 * reference and the date of a letter, the place and the host of a meeting, the title of a plan. A value that no line
 * says as it is printed in the record (because it was corrected, or put together) gets none.
 */
import { monthNames } from '#kernel/dates.ts';
import type { LineRange } from '#kernel/reading/index.ts';

/** Where one value of a record is said. */
export interface SaidAt {
  /** The way to the value, with dots: "letter.reference", "timeline.0.printed". */
  field: string;
  lines: LineRange;
}

/** Codes and keys of our own, which no source prints. */
const ownWords = new Set([
  'category',
  'codes',
  'candidate',
  'change',
  'comparator',
  'currency',
  'expects',
  'from',
  'id',
  'iso2',
  'key',
  'kind',
  'level',
  'of',
  'parent',
  'precision',
  'role',
  'scheme',
  'state',
  'status',
  'supports',
  'to',
  'unit',
  'who',
]);
/** Shorter values are said on many lines by chance. */
const least = 3;
/** A value is said on so many lines at most. */
const mostLines = 8;
/** Places that are looked at for one value. */
const mostPlaces = 20;
/** Characters that are looked through in all; beyond them, what is left of an enormous file gets no lines. */
const mostCharacters = 400_000_000;

/** All values of a record that the lines of its source say. */
export function linesOfValues(record: unknown, lines: readonly { number: number; words: string }[]): SaidAt[] {
  const source = new Searched(lines);
  const found: SaidAt[] = [];
  const visit = (value: unknown, field: string, key: string, range: LineRange | null): void => {
    if (typeof value === 'string') {
      const at = ownWords.has(key) && !isDate(value) ? null : source.find(printedForms(value), range);
      if (at !== null) found.push({ field, lines: at });
    } else if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => visit(item, `${field}.${index}`, key, range));
    } else if (typeof value === 'object' && value !== null && !('line' in value)) {
      const inner = rangeOf(value) ?? range;
      for (const [name, item] of Object.entries(value)) {
        visit(item, field === '' ? name : `${field}.${name}`, name, inner);
      }
    }
  };
  visit(record, '', '', null);
  return found;
}

function rangeOf(value: object): LineRange | null {
  if (!('lines' in value) || !Array.isArray(value.lines)) return null;
  const [first, last]: unknown[] = value.lines;
  return typeof first === 'number' && typeof last === 'number' ? [first, last] : null;
}

const isDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** How a source may print a value: as it is, and dates as people write them. */
function printedForms(value: string): string[] {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const month = date === null ? undefined : monthNames[Number(date[2]) - 1];
  if (date === null || month === undefined) return [value];
  const [year, day] = [date[1] ?? '', Number(date[3])];
  const ending =
    day % 10 === 1 && day !== 11
      ? 'st'
      : day % 10 === 2 && day !== 12
        ? 'nd'
        : day % 10 === 3 && day !== 13
          ? 'rd'
          : 'th';
  return [
    value,
    `${day} ${month} ${year}`,
    `${day}${ending} ${month} ${year}`,
    `${day}${ending} of ${month} ${year}`,
    `${month} ${day}, ${year}`,
    `${month} ${day} ${year}`,
    `${day} ${month.slice(0, 3)} ${year}`,
    `${date[3]}.${date[2]}.${year}`,
    `${date[3]}/${date[2]}/${year}`,
  ];
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** The lines of a source as one text, in which a place is a line again. */
class Searched {
  private readonly text: string;
  private readonly starts: number[] = [];
  private readonly numbers: number[] = [];
  private left = mostCharacters;

  constructor(lines: readonly { number: number; words: string }[]) {
    const folded: string[] = [];
    let at = 0;
    for (const { number, words } of lines) {
      const line = fold(words);
      this.starts.push(at);
      this.numbers.push(number);
      folded.push(line);
      at += line.length + 1;
    }
    // Line ends are blanks, so that words that go on over them are found too.
    this.text = `${folded.join(' ')} `;
  }

  /** The lines that say one of these: a line of its own before words within a line, the first of several. */
  find(forms: readonly string[], range: LineRange | null): LineRange | null {
    const from = range === null ? 0 : this.startOf(range[0]);
    const to = range === null ? this.text.length : this.startOf(range[1] + 1);
    for (const form of forms) {
      const words = fold(form);
      if (words.length < least) continue;
      const at = this.findOne(words, from, to);
      if (at !== null) return at;
    }
    return null;
  }

  private findOne(words: string, from: number, to: number): LineRange | null {
    let first: LineRange | null = null;
    let at = from;
    for (let places = 0; places < mostPlaces && this.left > 0; places++) {
      const before = at;
      at = this.text.indexOf(words, at);
      const end = at + words.length;
      this.left -= (at === -1 ? to : end) - before;
      if (at === -1 || end > to) break;
      const lines = this.wholeWords(at, end) ? this.linesAt(at, end) : null;
      if (lines !== null && this.fills(at, end)) return lines;
      first ??= lines;
      at++;
    }
    return first;
  }

  private wholeWords(at: number, end: number): boolean {
    const letter = /[\p{L}\p{N}]/u;
    return !letter.test(this.text[at - 1] ?? ' ') && !letter.test(this.text[end] ?? ' ');
  }

  /** Whether nothing else stands on the lines from here to there. */
  private fills(at: number, end: number): boolean {
    const first = this.indexAt(at);
    return this.starts[first] === at && (this.starts[this.indexAt(end - 1) + 1] ?? this.text.length) === end + 1;
  }

  private linesAt(at: number, end: number): LineRange | null {
    const first = this.indexAt(at);
    const last = this.indexAt(end - 1);
    const [from, to] = [this.numbers[first], this.numbers[last]];
    return from === undefined || to === undefined || last - first >= mostLines ? null : [from, to];
  }

  /** Position of the line that a place of the text stands in. */
  private indexAt(at: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where a line begins, or the next one that there is. */
  private startOf(number: number): number {
    let low = 0;
    let high = this.numbers.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.numbers[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return this.starts[low] ?? this.text.length;
  }
}
