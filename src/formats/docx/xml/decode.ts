import { refuse } from '#kernel/problem.ts';

/**
 * Bytes of a part to characters, piece by piece: UTF-8, or UTF-16 told by its byte order mark or first character; Open
 * Packaging allows no other (ECMA-376 part 2, 8.1.4). Bytes that are neither are refused, not replaced.
 */
export class PartDecoder {
  #decoder: TextDecoder | null = null;
  readonly #refuse: () => never;

  /** `refuseBytes` is called for bytes that are not characters; it must throw. */
  constructor(refuseBytes: () => never) {
    this.#refuse = refuseBytes;
  }

  /** The characters of the next piece; with nothing, of what is still held back. */
  decode(piece?: Uint8Array): string {
    this.#decoder ??= new TextDecoder(encodingOf(piece ?? new Uint8Array()), { fatal: true });
    try {
      return piece === undefined ? this.#decoder.decode() : this.#decoder.decode(piece, { stream: true });
    } catch {
      return this.#refuse();
    }
  }
}

function encodingOf(start: Uint8Array): string {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

/** Refuses a part in another encoding. */
export function refuseEncoding(file: string, part: string, line?: number): never {
  refuse(
    'wrong-encoding',
    'The part is neither UTF-8 nor UTF-16, or holds bytes that are not characters.',
    'Open the file in Word and save it again.',
    line === undefined ? { file, part } : { file, part, line },
  );
}
