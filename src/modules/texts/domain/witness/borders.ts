/** Where words begin and end: pieces of a change are cut there rather than inside a word. */

/** True at the ends of a text, next to anything but letters and digits, and where a capital follows a small letter. */
export function isBorder(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (!/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(after)) return true;
  return /\p{Ll}/u.test(before) && /[\p{Lu}\p{N}]/u.test(after);
}

/** {@link isBorder} for every place of a text. */
export function bordersOf(text: string): Uint8Array {
  const borders = new Uint8Array(text.length + 1);
  for (let at = 0; at <= text.length; at++) borders[at] = isBorder(text, at) ? 1 : 0;
  return borders;
}
