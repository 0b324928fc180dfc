/** Unpacks an entry piece by piece and counts what comes out, so that a bomb is noticed while it goes off. */
import { Inflate } from 'fflate';
import { refuse } from '#kernel/problem.ts';
import { limits } from '../limits.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './zip.ts';

/** Bytes fed at a time. Deflate grows at most 1,032-fold, so one step makes at most 16 MB. */
const step = 16 * 1024;

/** What was unpacked of one file so far. */
export class Meter {
  #inflated = 0;
  #packed = 0;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Counts and refuses what is too much. @throws Refusal `zip-bomb` or `too-large`. */
  count(packed: number, inflated: number, inPart: number, part: string): void {
    this.#packed += packed;
    this.#inflated += inflated;
    const place = { file: this.#file, part };
    if (this.#inflated > limits.ratioFreeBytes && this.#inflated > this.#packed * limits.ratio) {
      refuse(
        'zip-bomb',
        `The package unpacks to more than ${limits.ratio} times its size.`,
        'This is no document; do not open it.',
        place,
      );
    }
    if (inPart > limits.part || this.#inflated > limits.total) {
      refuse(
        'too-large',
        `The document is larger than ${megabytes(inPart > limits.part ? limits.part : limits.total)} MB of XML.`,
        'Split it into several files.',
        place,
      );
    }
  }
}

function megabytes(bytes: number): number {
  return bytes / 1024 / 1024;
}

/**
 * The bytes of an entry in pieces. Size and checksum are compared with the directory at the end.
 * @throws Refusal `damaged`, `zip-bomb` or `too-large`.
 */
export function* unpack(entry: ZipEntry, meter: Meter, file: string): Generator<Uint8Array, void, undefined> {
  const damaged = (): never =>
    refuse('damaged', 'The part is cut short or damaged.', 'Send the file again, or open it in Word and save it.', {
      file,
      part: entry.name,
    });
  let pieces: Uint8Array[] = [];
  let size = 0;
  let crc = 0;
  const inflate = entry.method === 8 ? new Inflate((piece) => pieces.push(piece)) : null;
  const { packed } = entry;
  let from = 0;
  do {
    const part = packed.subarray(from, from + step);
    from += step;
    pieces = [];
    if (inflate === null) pieces.push(part);
    else if (!pushed(inflate, part, from >= packed.length)) damaged();
    const made = pieces.reduce((sum, piece) => sum + piece.length, 0);
    size += made;
    meter.count(part.length, made, size, entry.name);
    for (const piece of pieces) {
      crc = crc32(piece, crc);
      yield piece;
    }
  } while (from < packed.length);
  if (size !== entry.size || crc !== entry.crc) damaged();
}

function pushed(inflate: Inflate, piece: Uint8Array, last: boolean): boolean {
  try {
    inflate.push(piece, last);
    return true;
  } catch {
    return false;
  }
}
