/**
 * Withholds what a person could be reached by: e-mail addresses and telephone numbers. A reading is shown to many and
 * kept for long, so it never holds them; only how many there were is told.
 *
 * Found are addresses as written and in the usual disguises (`(at)`, `[at]`, ` at … dot `, blanks around the sign,
 * `mailto:`, broken over two lines), and numbers that begin with `+` or `00`, stand after "tel", "phone", "mobile",
 * "fax" and the like, or are written with a trunk zero or an area code in brackets. Years, dates, amounts and document
 * numbers are left alone. Time grows with the length of the text, whatever stands in it.
 */

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
  const addresses = addressSpans(text);
  return merged([...addresses, ...phoneSpans(text)]).map((span): FoundContact => {
    const words = text.slice(span.from, span.to).trim();
    const isAddress = addresses.some((address) => address.from < span.to && span.from < address.to);
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
  const spans = merged([...addressSpans(text), ...phoneSpans(text)]);
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
 * The same for all words inside a value of plain objects and arrays, at any depth. The strings of an array count as
 * neighbouring lines.
 */
export function withholdContactsWithin<T>(value: T): T {
  if (typeof value === 'string') return withholdContacts(value).text as T;
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    if (items.every((item) => typeof item === 'string' && !item.includes('\n'))) {
      return (items.length === 0 ? [] : withholdContacts(items.join('\n')).text.split('\n')) as T;
    }
    return items.map((item) => withholdContactsWithin(item)) as T;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withholdContactsWithin(item)])) as T;
  }
  return value;
}

interface Span {
  from: number;
  to: number;
}

function merged(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && span.from < last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

// ---------------------------------------------------------------- addresses

/** The sign itself, its encodings, "at" in brackets, "at" between blanks. */
const atSign = /[@＠]|&#64;|&commat;|%40|[([{<] ?(?:at|@) ?[)\]}>]|(?<=\s)at(?=\s)/giu;
const longestLocal = 64;
const longestDomain = 255;
const topLevel = /^(?:int|org|com|net|gov|edu|mil|info|biz|asia|[a-z]{2})$/iu;
const cue = /e-?mail|mailto|contact|address/iu;

function addressSpans(text: string): Span[] {
  const spans: Span[] = [];
  let free = 0;
  for (const match of text.matchAll(atSign)) {
    const sign = match[0];
    const end = match.index + sign.length;
    if (match.index < free) continue;
    const domain = readDomain(text, end);
    const from = readLocal(text, match.index, free);
    const hasLocal = from < match.index && /[\p{L}\p{N}]/u.test(text.slice(from, match.index));
    const to = addressEnd(text, { sign, hasLocal, from, at: match.index, end, domain });
    if (to === null) continue;
    const start = hasLocal ? from : match.index;
    const scheme = /mailto:\s?$/iu.exec(text.slice(Math.max(free, start - 8), start));
    spans.push({ from: start - (scheme?.[0].length ?? 0), to });
    free = to;
  }
  return spans;
}

interface Domain {
  to: number;
  labels: string[];
  /** Whether a dot was spelt out ("dot"), which nobody does outside an address. */
  spelt: boolean;
}

/** Where the address ends; `null` when the words around the sign are no address. */
function addressEnd(
  text: string,
  found: { sign: string; hasLocal: boolean; from: number; at: number; end: number; domain: Domain },
): number | null {
  const { sign, hasLocal, from, at, end, domain } = found;
  const dotted = domain.labels.length > 1 && /^[\p{L}]{2,}/u.test(domain.labels.at(-1) ?? '');
  if (/^at$/iu.test(sign)) {
    if (!hasLocal || !dotted) return null;
    // Our own mark left by an earlier cleaning announces nothing.
    const before = text.slice(Math.max(0, from - 60), from).replaceAll('contact withheld]', '');
    const announced = domain.spelt || cue.test(before) || text.slice(from, at).trim().includes('.');
    return announced ? domain.to : null;
  }
  const encoded = sign.startsWith('&') || sign === '%40';
  if (sign.length > 1 && !sign.includes('@') && !encoded) return hasLocal && dotted ? domain.to : null;
  if (dotted) return domain.to;
  // Half an address: cut at the sign by the end of a line, or with a host without a dot.
  if (!hasLocal || /\s/u.test(text[at - 1] ?? ' ')) return null;
  if (domain.labels.length > 0 && !/\s/u.test(text[end] ?? ' ')) return domain.to;
  return /\p{L}/u.test(text.slice(from, at)) ? end : null;
}

/** Start of the local part that ends at `at`, not before `floor`. */
function readLocal(text: string, at: number, floor: number): number {
  const low = Math.max(floor, at - longestLocal);
  let from = skipBack(text, at, low);
  for (let pieces = 0; pieces < 6; pieces++) {
    const start = wordStart(text, from, low);
    if (start === from) break;
    from = start;
    const before = text.slice(Math.max(low, from - 12), from);
    const joint =
      /\s(?:dot|[([{]\s?(?:dot|\.)\s?[)\]}]|\.)\s$|[([{](?:dot|\.)[)\]}]$|(?<=[\p{L}\p{N}][._+-])[ \t]{0,2}\n[ \t]{0,2}$/iu.exec(
        before,
      );
    if (joint === null) break;
    from -= joint[0].length;
  }
  const lead = /^[\s.'’_%+-]*/u.exec(text.slice(from, at))?.[0].length ?? 0;
  return from + lead;
}

function wordStart(text: string, from: number, low: number): number {
  let start = from;
  while (start > low && /[\p{L}\p{N}._%+'’-]/u.test(text[start - 1] ?? '')) start--;
  return start;
}

/** Steps back over a few blanks and at most one line break. */
function skipBack(text: string, at: number, low: number): number {
  const blanks = /[ \t\u00a0]{0,2}\n?[ \t\u00a0]{0,2}$/u.exec(text.slice(Math.max(low, at - 5), at))?.[0].length ?? 0;
  return at - blanks;
}

/** The domain that begins at `from`: labels joined by dots, also spelt out, spaced, or broken over two lines. */
function readDomain(text: string, from: number): Domain {
  const window = text.slice(from, from + longestDomain);
  const domain: Domain = { to: from, labels: [], spelt: false };
  let at = /^[ \t\u00a0]{0,2}\n?[ \t\u00a0]{0,2}/u.exec(window)?.[0].length ?? 0;
  for (let count = 0; count < 12; count++) {
    const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[\p{L}\p{N}])?/u.exec(window.slice(at))?.[0];
    if (label === undefined) break;
    domain.labels.push(label);
    at += label.length;
    domain.to = from + at;
    const joint = jointAfter(window.slice(at, at + 80), domain.labels);
    if (joint === null) break;
    if (/dot/iu.test(joint)) domain.spelt = true;
    at += joint.length;
  }
  return domain;
}

/** What joins a label to the next one, or `null` where the domain ends. */
function jointAfter(ahead: string, labels: readonly string[]): string | null {
  const plain = /^(?:[.．]|[([{]\s?(?:dot|\.)\s?[)\]}]|\s(?:dot|[([{]\s?(?:dot|\.)\s?[)\]}])\s)(?=[\p{L}\p{N}])/iu.exec(
    ahead,
  );
  if (plain !== null) return plain[0];
  // A dot among blanks or at the end of a line ends a sentence more often than it goes on with a domain.
  const loose =
    /^(?:\s\.\s?|[.．-]?[ \t]{0,2}\n[ \t]{0,2}[.．]?|\.\s)(?=([\p{Ll}\p{N}-]{2,63})(?![\p{L}\p{N}@]))/u.exec(ahead);
  if (loose === null || !/[.．-]/u.test(loose[0])) return null;
  const complete = labels.length > 1 && topLevel.test(labels.at(-1) ?? '');
  const goesOn =
    /^\s[.]\s/u.test(loose[0]) ||
    loose[0].trimStart().startsWith('-') ||
    topLevel.test(loose[1] ?? '') ||
    ahead[loose[0].length + (loose[1] ?? '').length] === '.';
  return !complete && goesOn ? loose[0] : null;
}

// ---------------------------------------------------------------- telephone numbers

const numberLike = /(?:[+＋]|(?<![\p{L}\p{N}]))[\d(][\d\s().\-–]{4,26}\d/gu;
const phoneCue =
  /(?:(?<!\p{L})(?:tel|telephone|phone|mobile|mob|cell|cellular|fax|facsimile|telefax|whatsapp|viber|hotline|dial)\.?(?:\s?\/\s?fax)?|(?<!\p{L})[tfmp](?=:))\s{0,3}(?:no|nos|number|numbers|n°|#)?\.?\s{0,3}(?:\([a-z]{1,12}\)\s{0,2})?[:.]?\s{0,3}(?:\([a-z]{1,12}\)\s{0,2})?$/iu;

function phoneSpans(text: string): Span[] {
  const spans: Span[] = [];
  const search = new RegExp(numberLike);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const words = atMostOne(uncrossed(match[0]));
    search.lastIndex = match.index + words.length;
    const last = spans.at(-1);
    const before = text.slice(Math.max(0, match.index - 48), match.index);
    const listed =
      last !== undefined && /^[ \t]{0,2}(?:[,;/]|or|and)?[ \t]{0,2}$/iu.test(text.slice(last.to, match.index));
    if (!isPhone(words, phoneCue.test(before), listed)) continue;
    const to = match.index + words.length;
    const extension =
      /^(?:[ ,]{0,3}(?:ext|extension|x)\.?[ :]{0,2}\d{1,6}|\s?\/\s?\d{1,4}(?![\d\s-]*\d))/iu.exec(
        text.slice(to, to + 24),
      )?.[0].length ?? 0;
    spans.push({ from: match.index, to: to + extension });
  }
  return spans;
}

/** The first of several numbers that follow one another: no number has more than 15 digits (ITU-T E.164). */
function atMostOne(words: string): string {
  if (digits(words) <= 15) return words;
  let whole = words.length;
  for (const gap of words.matchAll(/[^\d]+(?=\d)/gu)) {
    const count = digits(words.slice(0, gap.index));
    if (count > 15) break;
    whole = gap.index;
    // A second number begins with its trunk zero or with its area code in brackets.
    if (count >= 7 && (gap[0].includes('(') || words[gap.index + gap[0].length] === '0')) break;
  }
  return words.slice(0, whole === 0 ? words.length : whole);
}

/** A number that is whole before a line break does not take digits from the next line (there the list goes on). */
function uncrossed(words: string): string {
  const end = words.indexOf('\n');
  if (end === -1) return words;
  return digits(words.slice(0, end)) >= 7 ? words.slice(0, end).trimEnd() : words;
}

function digits(words: string): number {
  return words.replace(/\D/gu, '').length;
}

function isPhone(words: string, announced: boolean, listed: boolean): boolean {
  const count = digits(words);
  if (count < 6) return false;
  if (announced) return true;
  if (/^[+＋]/u.test(words)) return count >= 7;
  const date = /^\(?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|^\(?\d{4}[./–-]\d{1,4}\b/u;
  if (date.test(words)) return false;
  if (listed) return true;
  if (/^00[1-9]/u.test(words)) return count >= 9;
  if (/^\(\d{1,4}(?:[ -]\d{1,4})?\)/u.test(words)) return count >= 7 && /\)\s?\d{2,}/u.test(words);
  return /^0\d{1,3}[ .-]\d{3,4}[ .-]?\d{3,4}/u.test(words) && count >= 8;
}
