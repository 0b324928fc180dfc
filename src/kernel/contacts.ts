/**
 * Withholds what a person could be reached by: e-mail addresses and telephone numbers. A reading is shown to many and
 * kept for long, so it never holds them; only how many there were is told.
 *
 * Found are addresses as written and in the usual disguises (`(at)`, `[at]`, ` at … dot `, blanks around the sign,
 * `mailto:`, broken over two lines), and numbers that begin with `+` or `00`, stand after "tel", "phone", "mobile",
 * "fax" and the like, or are written with a trunk zero or an area code in brackets. Years, dates, amounts and document
 * numbers are left alone. Names of messaging services are found behind the name of the service. Time grows with the
 * length of the text, whatever stands in it.
 */

import { plainLetters } from './contact-letters.ts';
import { spansIn, type Spans } from './contact-spans.ts';

/** Stands where a contact stood. */
export const withheldMark = '[contact withheld]';

/** A text without contacts, and how many were taken out. */
export interface Withheld {
  text: string;
  count: number;
}

/** A way to reach a person, as printed, without line breaks and "mailto:". */
export interface FoundContact {
  kind: 'e-mail' | 'telephone';
  value: string;
}

/**
 * The contacts in a text, in order. For the one place that may keep them, the directory of the secretariat; everything
 * else withholds them.
 */
export function findContacts(text: string): FoundContact[] {
  return contactsAt(text, spansIn(text));
}

function contactsAt(text: string, { all, addresses }: Spans): FoundContact[] {
  let passed = 0;
  return all.map((span): FoundContact => {
    const words = text.slice(span.from, span.to).trim();
    while ((addresses[passed]?.to ?? Infinity) <= span.from) passed++;
    const isAddress = (addresses[passed]?.from ?? Infinity) < span.to;
    return isAddress
      ? { kind: 'e-mail', value: words.replace(/\s*\n\s*/gu, '').replace(/^mailto: ?/iu, '') }
      : { kind: 'telephone', value: words.replace(/\s+/gu, ' ') };
  });
}

/**
 * Replaces every contact by {@link withheldMark}. The number of line breaks stays the same, so neighbouring lines can
 * be joined with `\n`, cleaned together (an address may run over the end of a line) and split again.
 */
export function withholdContacts(text: string): Withheld {
  let cleaned = withheldOnce(text);
  // What stood between two contacts may be one by itself once they are gone.
  for (let round = 0; round < 3 && cleaned.count > 0; round++) {
    const again = withheldOnce(cleaned.text);
    if (again.count === 0) break;
    cleaned = { text: again.text, count: cleaned.count + again.count };
  }
  return cleaned;
}

function withheldOnce(text: string): Withheld {
  const spans = spansIn(text).all;
  let result = '';
  let from = 0;
  for (const span of spans) {
    const breaks = text.slice(span.from, span.to).split('\n').length - 1;
    result += text.slice(from, span.from) + withheldMark + '\n'.repeat(breaks);
    from = span.to;
  }
  return { text: result + text.slice(from), count: spans.length };
}

/**
 * Takes out contacts also where they lost the words that tell them: a telephone number whose "Tel:" went into another
 * field is one that the whole text announces. Made once from the whole text of a document.
 */
export function contactWithholder(whole: string): (text: string) => Withheld {
  const numbers = new Set<string>();
  const names = new Set<string>();
  const spans = spansIn(whole);
  for (const { kind, value } of contactsAt(whole, spans)) {
    const figures = plainLetters(value).text.replace(/\D/gu, '');
    if (kind === 'e-mail') continue;
    // Shorter numbers mean other things elsewhere.
    if (figures.length >= 6) numbers.add(figures);
    if (/\p{L}/u.test(value) && figures.length < 6) names.add(value);
  }
  const pieces = piecesOfBroken(whole, spans);
  if (numbers.size === 0 && names.size === 0 && pieces.size === 0) return withholdContacts;
  const known = (words: string): boolean =>
    names.has(words) || numbers.has(plainLetters(words).text.replace(/\D/gu, ''));
  return (text) => {
    const once = withholdContacts(withoutQuoted(withoutPieces(text, pieces), pieces));
    let count = once.text.split(withheldMark).length - text.split(withheldMark).length;
    const cleaned = once.text.replace(wordOrNumber, (words) => {
      if (!known(words)) return words;
      count++;
      return withheldMark;
    });
    return { text: cleaned, count };
  };
}

/** The pieces of addresses that are broken over lines: a recogniser may take the lines apart. */
function piecesOfBroken(whole: string, { addresses }: Spans): Set<string> {
  const pieces = addresses.flatMap(({ from, to }) => {
    const lines = whole.slice(from, to).split('\n');
    return lines.length === 1 ? [] : lines.map((line) => line.trim()).filter((line) => line.length > 2);
  });
  return new Set(pieces);
}

/** A text without a piece of an address that is the whole of it, or that opens or ends it and can be no common word. */
function withoutPieces(text: string, pieces: ReadonlySet<string>): string {
  if (pieces.size === 0) return text;
  const bare = text.trim();
  if (pieces.has(bare)) return text.replace(bare, () => withheldMark);
  // A piece is a few words at most, so few beginnings and ends of a text can be one.
  const isPiece = (words: string): boolean => /[\p{Nd}@._]/u.test(words) && pieces.has(words);
  let [head, tail] = [0, bare.length];
  for (let words = 0; words < mostWords; words++) {
    head = bare.indexOf(' ', head + 1);
    tail = tail <= 0 ? -1 : bare.lastIndexOf(' ', tail - 1);
    if (head === -1 || tail === -1) return text;
    const [opening, closing] = [bare.slice(0, Math.min(head, longestPiece)), bare.slice(tail + 1)];
    if (closing.length <= longestPiece && isPiece(closing))
      return `${text.slice(0, text.lastIndexOf(closing))}${withheldMark}`;
    if (isPiece(opening)) return text.replace(opening, () => withheldMark);
  }
  return text;
}

/** A word that a finding quotes, with a sign of its own or without, and that is a piece of an address. */
function withoutQuoted(text: string, pieces: ReadonlySet<string>): string {
  if (pieces.size === 0 || !/["“‘«]/u.test(text)) return text;
  return text.replace(/(?<=["“‘«])[^\s"“”‘’«»]{3,320}/gu, (word) => {
    const bare = word.replace(/[.,;:!?]+$/u, '');
    return /[\p{Nd}@._]/u.test(bare) && pieces.has(bare) ? withheldMark : word;
  });
}

const mostWords = 8;
const longestPiece = 320;

const wordOrNumber = /[+＋(]?\p{Nd}[\p{Nd} ().\-–‑/]{4,26}\p{Nd}|@?\p{L}[\p{L}\p{N}._-]{2,40}/gu;

/**
 * The same for all words inside a value of plain objects and arrays, at any depth. The strings of an array count as
 * neighbouring lines.
 * @returns the value itself where it holds no contacts; the one given is never changed
 */
export function withholdContactsWithin<T>(value: T, withhold: (text: string) => Withheld = withholdContacts): T {
  // The words of a clause stand in a record several times: as base text, as proposed text, as a run.
  const known = new Map<string, string>();
  return cleaned(value, (text) => {
    const clean = known.get(text) ?? withhold(text).text;
    known.set(text, clean);
    return clean;
  }) as T;
}

function cleaned(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return cleanedItems(value, clean);
  if (typeof value !== 'object' || value === null) return value;
  let touched = false;
  const entries = Object.entries(value).map(([key, item]: [string, unknown]) => {
    const made = cleaned(item, clean);
    touched ||= made !== item;
    return [key, made] as const;
  });
  return touched ? Object.fromEntries(entries) : value;
}

function cleanedItems(items: readonly unknown[], clean: (text: string) => string): readonly unknown[] {
  if (items.length === 0) return items;
  if (items.every((item) => typeof item === 'string' && !item.includes('\n'))) {
    const text = items.join('\n');
    const made = clean(text);
    return made === text ? items : made.split('\n');
  }
  const together = items.length > 1 && items.every(isRun) ? withoutSpanning(items) : items;
  const made = together.map((item) => cleaned(item, clean));
  return made.every((item, index) => item === items[index]) ? items : made;
}

interface Run {
  text: string;
}
const isRun = (item: unknown): item is Run =>
  typeof item === 'object' && item !== null && 'text' in item && 'change' in item && typeof item.text === 'string';

/** Runs of one line without the contacts that stand in several of them, such as an address half of which is changed. */
function withoutSpanning(runs: readonly Run[]): readonly Run[] {
  const spans = spansIn(runs.map((run) => run.text).join('')).all;
  if (spans.length === 0) return runs;
  let start = 0;
  let passed = 0;
  return runs.map((run) => {
    const [from, to] = [start, start + run.text.length];
    start = to;
    while ((spans[passed]?.to ?? Infinity) <= from) passed++;
    let text = '';
    let done = from;
    for (let at = passed; (spans[at]?.from ?? Infinity) < to; at++) {
      const span = spans[at];
      if (span === undefined || (span.from >= from && span.to <= to)) continue;
      text += run.text.slice(done - from, Math.max(span.from, from) - from) + withheldMark;
      done = Math.min(span.to, to);
    }
    return { ...run, text: text + run.text.slice(done - from) };
  });
}
