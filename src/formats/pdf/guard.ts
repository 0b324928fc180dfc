/**
 * Looks through a file before pdfjs does, for what would make pdfjs run out of memory or of time, or read less than
 * the file holds without saying so. It finds the ways that are known, no others: whoever opens files of strangers in
 * a server should besides do it in a process of its own.
 */
import { refuse } from '#kernel/problem.ts';
import type { Clock, Limits } from './limits.ts';
import {
  eachPart,
  indexOf,
  lastIndexOf,
  latin1,
  namesAt,
  objectNumbers,
  referenceArrays,
  type StreamObject,
} from './objects.ts';
import { refuseDamaged } from './refusals.ts';
import { fromText, inflatedSize, lzwSize, runLengthSize, type Unfolded } from './unfold.ts';

/** Compressed data of encrypted files cannot be measured: this is how much more it is taken to become. */
const usualRatio = 32;
/** Deflate makes data at most this many times smaller. */
const largestRatio = 1032;
/** Text forms of binary data larger than this are not converted to be measured. */
const largestText = 16 * 1024 * 1024;
/** Widths of characters are given for ranges of two-byte codes. */
const largestRange = 70_000;
/** More objects written again and left unfinished than any editor makes. */
const mostUnfinished = 50;

/** @throws Refusal when the file is too large, cut, damaged, or made to exhaust its reader. */
export function checkFile(bytes: Uint8Array, name: string, limits: Limits, clock: Clock): void {
  if (bytes.length > limits.bytes) {
    const [size, most] = [bytes.length, limits.bytes].map((count) => (count / 1024 / 1024).toFixed(0));
    refuse('too-large', `The PDF is ${size} MB; at most ${most} MB are read.`, 'Split it into several files.', {
      file: name,
    });
  }
  checkEnd(bytes, name);
  new Guard(bytes, name, limits, clock).check();
}

/** A whole file ends with the place of its cross-reference table; a file cut on its way ends anywhere. */
function checkEnd(bytes: Uint8Array, name: string): void {
  const table = lastIndexOf(bytes, 'startxref');
  if (table === -1 || indexOf(bytes, 'endobj', table) !== -1) {
    refuse('cut-short', 'The PDF is cut short: its end is missing.', 'Get the file again from where it came from.', {
      file: name,
    });
  }
}

class Guard {
  readonly #bytes: Uint8Array;
  readonly #name: string;
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #sizes = new Map<number, number>();
  readonly #arrays: number[][] = [];
  readonly #seen = new Set<number>();
  #unfinished = 0;
  readonly #encrypted: boolean;

  constructor(bytes: Uint8Array, name: string, limits: Limits, clock: Clock) {
    this.#bytes = bytes;
    this.#name = name;
    this.#limits = limits;
    this.#clock = clock;
    this.#encrypted = indexOf(bytes, '/Encrypt', 0) !== -1;
  }

  check(): void {
    eachPart(this.#bytes, {
      between: (text) => {
        this.#text(text);
        this.#repeated(text);
      },
      stream: (stream) => {
        this.#stream(stream);
      },
    });
    for (const array of this.#arrays) {
      this.#clock.check();
      const size = array.reduce((sum, number) => sum + (this.#sizes.get(number) ?? 0), 0);
      if (size > this.#limits.unfolded) this.#tooFar();
    }
  }

  #text(text: string): void {
    this.#clock.check();
    for (const array of referenceArrays(text)) this.#arrays.push(array);
    if (hasEndlessWidths(text)) {
      refuseDamaged('a font gives widths to more characters than there are', this.#name);
    }
  }

  /**
   * A file whose table is broken is searched for its objects. One written again is read to its end, and an unfinished
   * one ends with the file: many of them take forever.
   */
  #repeated(text: string): void {
    const objects = [...objectNumbers(text)];
    let end = -1;
    objects.forEach(({ number, at }, index) => {
      if (!this.#seen.has(number)) {
        this.#seen.add(number);
        return;
      }
      if (end !== Infinity && end < at) {
        const found = text.indexOf('endobj', at);
        end = found === -1 ? Infinity : found;
      }
      const body = text.slice(at, Math.min(end, objects[index + 1]?.at ?? text.length));
      if (opens(body) > 0 && ++this.#unfinished > mostUnfinished) {
        refuseDamaged('it holds many unfinished objects', this.#name);
      }
    });
  }

  #stream(stream: StreamObject): void {
    this.#clock.check();
    const { dictionary } = stream;
    const chains = [...namesAt(dictionary, '/F'), ...namesAt(dictionary, '/Filter')];
    if (chains.some((chain) => chain.filter((filter) => unfolders.has(filter)).length > 1)) this.#tooFar();
    const isPicture = namesAt(dictionary, '/Subtype').flat().includes('Image');
    const limit = isPicture ? this.#limits.unfoldedPicture : this.#limits.unfolded;
    for (const chain of chains) {
      const isObjects = namesAt(dictionary, '/Type').flat().includes('ObjStm');
      const { size, broken } = this.#measure(stream, chain, limit, isPicture, isObjects);
      if (size > limit) this.#tooFar();
      const isEmpty = stream.end - stream.start < 8;
      if (broken && !isPicture && !isEmpty && !this.#encrypted)
        refuseDamaged('compressed data contradicts itself', this.#name);
      if (stream.number !== null) this.#sizes.set(stream.number, Math.max(size, this.#sizes.get(stream.number) ?? 0));
    }
  }

  #measure(
    { start, end, dictionary }: StreamObject,
    filters: readonly string[],
    limit: number,
    isPicture: boolean,
    isObjects: boolean,
  ): Unfolded {
    const size = end - start;
    const unfolder = filters.map((filter) => unfolders.get(filter)).find((kind) => kind !== undefined);
    // The word that ends data may stand in it: only a length that the file tells besides is believed, for pictures.
    const told = Number(/\/Length\s+(\d+)(?!\d*\s+\d+\s+R)/u.exec(dictionary)?.[1] ?? Infinity);
    const isSmall = isPicture && Math.max(size, told) * largestRatio <= limit;
    if (unfolder === undefined || isSmall) return { size, broken: false };
    const base = textBases.get(filters[0] ?? '');
    if (unfolder === 'brotli' || (base !== undefined && size > largestText)) return { size: limit + 1, broken: false };
    const bytes = base === undefined ? this.#bytes : fromText(this.#bytes.subarray(start, end), base);
    const [from, to] = base === undefined ? [start, end] : [0, bytes.length];
    const kept: Uint8Array[] = [];
    const unfolded =
      unfolder === 'lzw'
        ? lzwSize(bytes, from, to, limit)
        : unfolder === 'runs'
          ? runLengthSize(bytes, from, to, limit)
          : inflatedSize(bytes, from, to, limit, isObjects ? kept : undefined);
    if (kept.length > 0) this.#text(joined(kept));
    // Encrypted data says nothing of its size; that it is encrypted may be a lie.
    return this.#encrypted ? { ...unfolded, size: Math.max(unfolded.size, size * usualRatio) } : unfolded;
  }

  #tooFar(): never {
    refuse(
      'unfolds-too-far',
      `Compressed data in the PDF unfolds to more than ${Math.round(this.#limits.unfolded / 1024 / 1024)} MB.`,
      'Print the document to a new PDF.',
      { file: this.#name },
    );
  }
}

/** Filters whose result may be much larger than their data, by all their names (ISO 32000-1, 7.4 and 8.9.7). */
const unfolders: ReadonlyMap<string, 'deflate' | 'lzw' | 'runs' | 'brotli'> = new Map([
  ['FlateDecode', 'deflate'],
  ['Fl', 'deflate'],
  ['LZWDecode', 'lzw'],
  ['LZW', 'lzw'],
  ['RunLengthDecode', 'runs'],
  ['RL', 'runs'],
  ['BrotliDecode', 'brotli'],
]);

/** Filters that write binary data as text. */
const textBases: ReadonlyMap<string, 85 | 16> = new Map([
  ['ASCII85Decode', 85],
  ['A85', 85],
  ['ASCIIHexDecode', 16],
  ['AHx', 16],
]);

function joined(parts: readonly Uint8Array[]): string {
  return parts.map((part) => latin1(part, 0, part.length)).join('');
}

/** How many arrays and dictionaries begun in a text are not ended in it, strings aside. */
function opens(text: string): number {
  const marks = text.replace(/\((?:[^()\\]|\\.)*\)/gsu, '');
  return marks.split('<<').length - marks.split('>>').length + (marks.split('[').length - marks.split(']').length);
}

/**
 * Whether an array of widths (ISO 32000-1, 9.7.4.3: `first last width`) has a range beyond all characters. Such an
 * array is the value of /W or /W2, or an object by itself; arrays under other keys may well hold such numbers.
 */
function hasEndlessWidths(text: string): boolean {
  let suspects = 0;
  for (const match of text.matchAll(/(?<![\d.])(\d{1,10})\s{1,4}(\d{5,10})\s{1,4}(?=[-+.\d])/gu)) {
    if (Number(match[2]) - Number(match[1]) <= largestRange) continue;
    if (++suspects > mostSuspects) return true;
    const before = text.slice(Math.max(0, match.index - farthestBracket), match.index);
    const bracket = before.lastIndexOf('[');
    if (bracket === -1) continue;
    const key = /\/([A-Za-z0-9]+)\s*$/u.exec(before.slice(Math.max(0, bracket - 40), bracket))?.[1];
    if (key === undefined || key === 'W' || key === 'W2') return true;
  }
  return false;
}

/** Of {@link hasEndlessWidths}: places looked at, and characters looked back for the beginning of an array. */
const mostSuspects = 2_000;
const farthestBracket = 100_000;
