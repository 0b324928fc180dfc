/** How large compressed data becomes, without keeping it; and how it is told that the data is broken. */
import { Unzlib } from 'fflate';

export interface Unfolded {
  /** Bytes after decompression; more than the limit when it was reached. */
  size: number;
  /** The data contradicts itself: what follows this place is lost. */
  broken: boolean;
}

/** Input is given in pieces this small, so that no piece becomes larger than 16 MB. */
const piece = 16 * 1024;

/**
 * Measures a zlib stream that begins at `start`. Where it ends is only known from itself: what a file says of the
 * length is not believed. `end` is where it should end, and only tells broken data from data that goes on.
 */
export function inflatedSize(
  bytes: Uint8Array,
  start: number,
  end: number,
  limit: number,
  keep?: Uint8Array[],
): Unfolded {
  const whole = run(bytes.subarray(start), limit, false, keep);
  if (!whole.broken) return whole;
  if (keep !== undefined) keep.length = 0;
  return run(bytes.subarray(start, end), limit, true, keep);
}

function run(bytes: Uint8Array, limit: number, isAll: boolean, keep?: Uint8Array[]): Unfolded {
  const counted = { size: 0 };
  const inflater = new Unzlib((data) => {
    counted.size += data.length;
    keep?.push(data);
  });
  try {
    // Two pieces without any result lie behind the end.
    for (let at = 0, silent = 0; at < bytes.length && silent < 2; at += piece) {
      const before = counted.size;
      inflater.push(bytes.subarray(at, at + piece), isAll && at + piece >= bytes.length);
      if (counted.size > limit) break;
      silent = counted.size === before ? silent + 1 : 0;
    }
    return { size: counted.size, broken: false };
  } catch (error) {
    // A stream that ends early lost its end, but holds nothing wrong.
    return { size: counted.size, broken: !(error instanceof Error && error.message === 'unexpected EOF') };
  }
}

/** The size of LZW data (ISO 32000-1, 7.4.4), counted from the lengths of the strings that its codes stand for. */
export function lzwSize(bytes: Uint8Array, start: number, end: number, limit: number): Unfolded {
  const [clear, endOfData, most] = [256, 257, 4096];
  const lengths = new Uint32Array(most);
  let [next, width, previous, size] = [258, 9, 0, 0];
  let [bits, held] = [0, 0];
  for (let at = start; at < end && size <= limit;) {
    while (held < width && at < end) {
      bits = ((bits << 8) | (bytes[at++] ?? 0)) & 0xffffff;
      held += 8;
    }
    if (held < width) break;
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    if (code === endOfData) break;
    if (code === clear) {
      [next, width, previous] = [258, 9, 0];
      continue;
    }
    const length = code < 256 ? 1 : code < next ? (lengths[code] ?? 1) : previous + 1;
    if (previous > 0 && next < most) lengths[next++] = previous + 1;
    previous = length;
    size += length;
    width = next < 511 ? 9 : next < 1023 ? 10 : next < 2047 ? 11 : 12;
  }
  return { size, broken: false };
}

/** The size of run-length data (ISO 32000-1, 7.4.5). */
export function runLengthSize(bytes: Uint8Array, start: number, end: number, limit: number): Unfolded {
  let size = 0;
  for (let at = start; at < end && size <= limit;) {
    const length = bytes[at] ?? 128;
    if (length === 128) break;
    size += length < 128 ? length + 1 : 257 - length;
    at += length < 128 ? length + 2 : 2;
  }
  return { size, broken: false };
}

/** Bytes written as text, in base 85 or base 16 (ISO 32000-1, 7.4.2 and 7.4.3). */
export function fromText(bytes: Uint8Array, base: 85 | 16): Uint8Array {
  const digits = base === 85 ? 5 : 2;
  const perGroup = base === 85 ? 4 : 1;
  const result = new Uint8Array(Math.ceil(bytes.length / digits) * perGroup + perGroup * bytes.length);
  let [length, value, count] = [0, 0, 0];
  for (const byte of bytes) {
    const digit = base === 85 ? byte - 33 : Number.parseInt(String.fromCharCode(byte), 16);
    if (byte === 0x7e || byte === 0x3e) break;
    if (base === 85 && byte === 0x7a && count === 0) length += 4;
    if (!(digit >= 0 && digit < base)) continue;
    value = value * base + digit;
    if (++count < digits) continue;
    for (let shift = perGroup - 1; shift >= 0; shift--) result[length++] = Math.floor(value / 256 ** shift) & 0xff;
    [value, count] = [0, 0];
  }
  return result.subarray(0, length);
}
