/** How wide words are in print, where a format does not say. */

/** The width of a text in proportional type, in widths of a small letter: capitals are wider, thin letters narrower. */
export function widthOf(text: string): number {
  const capitals = text.match(/[\p{Lu}mwMW@%]/gu)?.length ?? 0;
  const thin = text.match(/[ijlftrI.,;:'’!|()[\] -]/gu)?.length ?? 0;
  return text.length + capitals * 0.4 - thin * 0.45;
}

/** What had to have room at the end of the line before. */
export function firstWord(text: string): string {
  return /^\S+/u.exec(text)?.[0] ?? '';
}
