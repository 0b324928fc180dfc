/**
 * The objects of a file as plain text, found by looking through it once and not by its cross-reference table, which a
 * hostile file may use to hide them (ISO 32000-1, 7.3). Only as much is understood as {@link checkFile} needs.
 */

export interface StreamObject {
  /** `null` where the number cannot be told. */
  number: number | null;
  dictionary: string;
  /** First byte of the data, and the place of the next `endstream`. */
  start: number;
  end: number;
}

/**
 * Calls back with each stream, and with the text between streams. The data of a stream is looked through as well: an
 * object may be hidden in it.
 */
export function eachPart(
  bytes: Uint8Array,
  part: { between(text: string): void; stream(stream: StreamObject): void },
): void {
  let from = 0;
  let end = 0;
  for (let at = indexOf(bytes, 'stream', 0); at !== -1; at = indexOf(bytes, 'stream', at + 6)) {
    const start = dataStart(bytes, at + 6);
    if (start === null || bytes[at - 1] === 0x64) continue;
    const text = latin1(bytes, from, at);
    part.between(text);
    if (end < start) end = indexOf(bytes, 'endstream', start);
    if (end === -1) end = bytes.length;
    part.stream({ ...lastObject(text), start, end });
    from = start;
  }
  part.between(latin1(bytes, from, bytes.length));
}

/** The data begins after one end of line. */
function dataStart(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] === 0x0a) return at + 1;
  if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? at + 2 : at + 1;
  return null;
}

/** Number and dictionary of the last object in a text. */
function lastObject(text: string): { number: number | null; dictionary: string } {
  const at = text.lastIndexOf(' obj');
  if (at === -1) return { number: null, dictionary: text };
  const number = /(\d{1,10})\s+\d{1,5}$/u.exec(text.slice(Math.max(0, at - 32), at));
  return { number: number === null ? null : Number(number[1]), dictionary: unescaped(text.slice(at)) };
}

/** Names may be written with codes: `/Fl#61teDecode` (ISO 32000-1, 7.3.5). */
function unescaped(text: string): string {
  return text.replace(/#([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Place of an ASCII word in bytes from a place on, or -1. */
export function indexOf(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < word.length && bytes[at + length] === word.charCodeAt(length)) length++;
    if (length === word.length) return at;
  }
  return -1;
}

/** Place of the last ASCII word in bytes, or -1. */
export function lastIndexOf(bytes: Uint8Array, word: string): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.lastIndexOf(first); at !== -1; at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1)) {
    let length = 1;
    while (length < word.length && bytes[at + length] === word.charCodeAt(length)) length++;
    if (length === word.length) return at;
  }
  return -1;
}

export function latin1(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(from, to));
}

/** The values of a key as far as they are names or arrays of names, wherever it stands: `/Filter [/A85 /Fl]`. */
export function namesAt(dictionary: string, key: string): string[][] {
  const values: string[][] = [];
  for (let at = dictionary.indexOf(key); at !== -1; at = dictionary.indexOf(key, at + 1)) {
    const rest = dictionary.slice(at + key.length, at + key.length + 400);
    if (/^[A-Za-z0-9_.-]/u.test(rest)) continue;
    const value = rest.trimStart();
    const inside = value.startsWith('[') ? value.slice(1).split(']')[0] : /^\/[^\s/<>[\]()]+/u.exec(value)?.[0];
    const names = (inside ?? '').split('/').slice(1);
    values.push(names.map((name) => name.trim()));
  }
  return values;
}

/** The references of each array that holds nothing but references, two or more. */
export function* referenceArrays(text: string): Generator<number[]> {
  let close = -1;
  for (let open = text.indexOf('['); open !== -1;) {
    if (close < open) close = text.indexOf(']', open);
    if (close === -1) return;
    const inner = text.indexOf('[', open + 1);
    const inside = inner !== -1 && inner < close ? '' : text.slice(open + 1, close);
    open = inner;
    if (!/^[\s\dR]+$/u.test(inside)) continue;
    const references = [...inside.matchAll(/(\d{1,10})\s+\d{1,5}\s+R/gu)].map((match) => Number(match[1]));
    if (references.length > 1) yield references;
  }
}

/** Numbers of the objects that begin in a text. */
export function* objectNumbers(text: string): Generator<{ number: number; at: number }> {
  for (const match of text.matchAll(/(?<![\d])(\d{1,10})\s{1,4}\d{1,5}\s{1,4}obj\b/gu)) {
    yield { number: Number(match[1]), at: match.index + match[0].length };
  }
}
