import { refuse } from '#kernel/problem.ts';

/** Largest text that is read, in bytes: a hundred times the largest contribution we know of. */
export const largestText = 64 * 1024 * 1024;

/**
 * The characters of a text file. UTF-8, or UTF-16 where a byte order mark says so. Other encodings cannot be told from
 * one another, so they are refused with the place of the first byte that is not UTF-8 rather than guessed.
 */
export function decode(bytes: Uint8Array, name: string): string {
  if (bytes.length > largestText) {
    refuse(
      'too-large',
      `The text is ${megabytes(bytes.length)} MB; at most ${megabytes(largestText)} MB are read.`,
      'Split it into several files.',
      { file: name },
    );
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { line, offset } = firstInvalid(bytes);
    refuse('wrong-encoding', `Byte ${offset + 1} is not UTF-8.`, 'Save the file again as UTF-8 text.', {
      file: name,
      line,
    });
  }
}

function megabytes(size: number): string {
  return (size / 1024 / 1024).toFixed(0);
}

/** Finds the line of the first byte that is not UTF-8, a piece at a time. */
function firstInvalid(bytes: Uint8Array): { line: number; offset: number } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    const piece = bytes.subarray(start, at);
    try {
      decoder.decode(piece);
    } catch {
      return { line, offset: start + validPrefix(piece) };
    }
    start = at + 1;
    line++;
  }
  return { line, offset: start };
}

/** Length of the longest prefix of these bytes that is UTF-8. */
function validPrefix(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return low;
}
