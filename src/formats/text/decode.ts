import { refuse } from '#kernel/problem.ts';

/** Largest text that is read, in bytes: a hundred times the largest contribution we know of. */
export const largestText = 64 * 1024 * 1024;

/**
 * The characters of a text file. UTF-8, or UTF-16 where a byte order mark says so. Other encodings cannot be told from
 * one another, so they are refused with the line of the first byte that is not UTF-8 rather than guessed; so is
 * anything with a NUL, which no text holds.
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
  const text = decodeAs(encodingOf(bytes), bytes, name);
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    refuse(
      'not-text',
      'The file holds NUL characters: it is no text, or damaged.',
      'Save the file again as UTF-8 text.',
      {
        file: name,
        line: linesBefore(text, nul) + 1,
      },
    );
  }
  return text;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function decodeAs(encoding: Encoding, bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const { before, offset } = untilInvalid(encoding, bytes);
    const what = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
    refuse('wrong-encoding', `Byte ${offset + 1} is not ${what}.`, 'Save the file again as UTF-8 text.', {
      file: name,
      line: linesBefore(before, before.length) + 1,
    });
  }
}

function megabytes(size: number): string {
  return (size / 1024 / 1024).toFixed(0);
}

function linesBefore(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** The characters before the first byte that is not of an encoding, and its offset; found by halving. */
function untilInvalid(encoding: Encoding, bytes: Uint8Array): { before: string; offset: number } {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isValidStart(encoding, bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // A character that the end of the file cuts in two is told at that end.
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, low), { stream: true });
  return { before, offset: low };
}

function isValidStart(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
