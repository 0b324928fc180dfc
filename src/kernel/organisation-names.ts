/** When two printed names of an organisation mean the same. */

/** A name without case, accents, punctuation, articles and blanks: what two spellings of one name have in common. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(the|of|for|and)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** Folded forms of all names given, each once, empty ones left out. */
export function foldNames(names: readonly string[]): string[] {
  return [...new Set(names.map(foldName).filter((name) => name !== ''))];
}
