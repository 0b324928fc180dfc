/** Where in a text the contacts stand that `contacts.ts` withholds. Time grows with the length of the text. */
import { plainLetters } from './contact-letters.ts';

/** A stretch of a text: from its first character to the one after its last. */
export interface Span {
  from: number;
  to: number;
}

/** Where the contacts of a text stand, in order and without overlaps, and where the addresses among them do. */
export interface Spans {
  all: Span[];
  addresses: Span[];
}

/** Finds the contacts of a text. */
export function spansIn(printed: string): Spans {
  const plain = plainLetters(printed);
  const { text } = plain;
  const placed = (spans: readonly Span[]): Span[] =>
    spans.map(({ from, to }) => ({ from: plain.original(from), to: plain.original(to) }));
  const addresses = placed(addressSpans(text));
  return { all: merged([...addresses, ...placed([...phoneSpans(text), ...announcedSpans(text)])]), addresses };
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
const atSign =
  /["'] {0,3}\+ {0,3}["']@(?:["'] {0,3}\+ {0,3}["'])?|[@＠]|&#(?:64|x40);|&commat;|%40|\\u0040|[([{<] ?(?:at|@|a) ?[)\]}>]|(?<=\s)-?at-?(?=\s)|(?<=[\p{L}\p{N}])[-_]at[-_](?=[\p{L}\p{N}])/giu;
/** Signs that stand in other words too. */
const weakSign = /^(?:[-_]?at[-_]?|[([{<] ?a ?[)\]}>])$/iu;
const longestLocal = 64;
const longestDomain = 255;
const topLevel = /^(?:int|org|com|net|gov|edu|mil|info|biz|asia|[a-z]{2})$/iu;
const cue = /e-?mail|mailto|contact|address/iu;

/** Most texts hold nothing that could be an address, and this is told much faster than where one stands. */
const mayHoldAddress = /[@＠]|&#|&comm|%40|\\u00|[\s_-]at[\s_-]|[([{<] ?at? ?[)\]}>]/iu;

function addressSpans(text: string): Span[] {
  const spans: Span[] = [];
  if (!mayHoldAddress.test(text)) return spans;
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
  if (weakSign.test(sign)) {
    if (!hasLocal || !dotted) return null;
    // Our own mark left by an earlier cleaning announces nothing.
    const before = text.slice(Math.max(0, from - 60), from).replaceAll('contact withheld]', '');
    const announced = domain.spelt || cue.test(before) || text.slice(from, at).trim().includes('.');
    return announced ? domain.to : null;
  }
  const encoded = /^(?:&|%40$|\\u)/iu.test(sign);
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
    const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[\p{L}\p{N}])?/u
      .exec(window.slice(at))?.[0]
      .replace(/-dot-.*$/iu, '');
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
  const plain =
    /^(?:[.．]|-dot-|["'] {0,3}\+ {0,3}["']\.?|[([{]\s?(?:dot|\.)\s?[)\]}]|\s(?:dot|[([{]\s?(?:dot|\.)\s?[)\]}])\s)(?=[\p{L}\p{N}])/iu.exec(
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

const numberLike = /\+\d{1,3}(?:\/\d{2,4}){2,4}|(?:[+＋]|(?<![\p{L}\p{N}]))[\d(][\d\s().\-–]{4,26}\d/gu;
const phoneCue =
  /(?:(?<!\p{L})(?:tel|t[eé]l[eé]phone|t[eé]l|phone|handphone|ph|mobile|mob|cell|cellular|fax|facsimile|telefax|whatsapp|viber|hotline|landline|direct(?: line)?|dial|gsm(?=\s?[:.])|contact(?=\sn))\.?(?:\s?\/\s?fax)?|(?<!\p{L})[tfmp](?=:))\s{0,3}(?:no|nos|number|numbers|n°|#)?\.?\s{0,3}(?:\([a-z]{1,12}\)\s{0,2})?[:.]?\s{0,3}(?:\([a-z]{1,12}\)\s{0,2})?$/iu;

function phoneSpans(text: string): Span[] {
  const spans: Span[] = [];
  if (!/\d/.test(text)) return spans;
  const search = new RegExp(numberLike);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const words = atMostOne(beforeAnother(uncrossed(match[0])));
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

/** "2026 00679 867 5309": an international number begins anew. */
function beforeAnother(words: string): string {
  const next = words.search(/[\s(]{1,2}00[1-9]/u);
  return next <= 0 ? words : words.slice(0, next).trimEnd();
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

function isPhone(printed: string, announced: boolean, listed: boolean): boolean {
  // A bracket that is not closed belongs to the sentence.
  const words = printed.includes(')') ? printed : printed.replace(/^\(/u, '');
  const count = digits(words);
  if (count < 6) return false;
  if (announced) return true;
  if (/^[+＋]/u.test(words)) return count >= 7;
  // Numbers of items before years: "(1) 2023 (2) 2024".
  if (/^\([1-9]\)\s?(?:19|20)\d\d(?!\d)/u.test(words)) return false;
  const date = /^\(?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|^\(?\d{4}[./–-]\d{1,4}\b/u;
  if (date.test(words)) return false;
  if (listed) return true;
  if (/^00[1-9]/u.test(words)) return count >= 9;
  if (/^\(\d{1,4}(?:[ -]\d{1,4})?\)/u.test(words)) return count >= 7 && /\)\s?\d{2,}/u.test(words);
  return /^0\d{1,3}[ .-]\d{3,4}[ .-]?\d{3,4}/u.test(words) && count >= 8;
}

// ---------------------------------------------------------------- what is found by the words before it

/** "Tel: 3300", "Ext. 214": too short to be told by themselves, and at the end of what they belong to. */
const shortNumber =
  /(?<!\p{L})(?:(?:tel|t[eé]l|telephone|phone|ph|mobile|mob|cell|fax)\.?\s?(?:(?:no|number)\.?\s?)?[:.]|ext(?:ension|n)?\b\.?:?)[ \t]{0,3}(\d[\d -]{0,7}\d)(?=[ \t]*(?:[,;)|/\n]|$|\.(?:\s|$)))/giu;
/** "Skype: ana.moana", "LINE ID: ana88". */
const handle =
  /(?<!\p{L})(?:skype|wechat|weixin|telegram|twitter|instagram|facebook|linkedin|kakao(?:talk)?|zalo|line(?=\sid)|qq(?=\sid))(\s(?:id|name|account|user(?:name)?|handle))?[ \t]{0,2}(:?)[ \t]{0,2}((?:live:)?@?[\p{L}\p{N}][\p{L}\p{N}._-]{1,40}[\p{L}\p{N}])(?![/\p{L}\p{N}])/giu;

/** Most texts name no such thing, and this is told much faster ("programme", "text" and "paragraph" do not). */
const maySayNumber = /(?:tel|tél|telephone|phone|ph|mobile|mob|cell|fax)[\s.:n]|ext(?:ension|n)?\b/iu;
const mayNameService =
  /skype|we(?:chat|ixin)|telegram|instagram|twitter|facebook|linkedin|kakao|zalo|line\sid|qq\sid/iu;

function announcedSpans(text: string): Span[] {
  return [
    ...(/\d/.test(text) && maySayNumber.test(text) ? shortNumbers(text) : []),
    ...(mayNameService.test(text) ? handles(text) : []),
  ];
}

function shortNumbers(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(shortNumber)) {
    const [whole, number = ''] = match;
    // "Ext. 2024" may be a year; with a colon it is none.
    const isYear = /^(?:19|20)\d\d$/u.test(number) && !whole.includes(':');
    const isShort = digits(number) < 4 && !/^ext/iu.test(whole);
    if (!isYear && !isShort)
      spans.push({ from: match.index + whole.length - number.length, to: match.index + whole.length });
  }
  return spans;
}

function handles(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(handle)) {
    const [whole, kind, colon, name = ''] = match;
    const looks = /\p{L}/u.test(name) && !/^www\./iu.test(name) && /^live:|^@|[\d._-]/u.test(name);
    const named = kind !== undefined && colon === ':';
    if (named || (looks && (kind !== undefined || colon === ':')))
      spans.push({ from: match.index + whole.length - name.length, to: match.index + whole.length });
  }
  return spans;
}
