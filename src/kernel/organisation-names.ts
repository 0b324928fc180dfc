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

/** British and American spellings of one word made one: "digitalisation", "centre", "programme", "labour". */
export function oneSpelling(text: string): string {
  return text
    .replace(/(?<=\p{L}{3})is(?=(?:e|ed|es|ing|ation|ations)(?!\p{L}))/giu, 'iz')
    .replace(/(?<!\p{L})(cent|met|theat)re(?=s?(?!\p{L}))/giu, '$1er')
    .replace(/(?<!\p{L})programme(?=s?(?!\p{L}))/giu, 'program')
    .replace(/(?<=\p{L}{3})our(?=s?(?!\p{L}))/giu, 'or');
}

/** Letters of an abbreviation that are printed with dots, without them: "T.L.A." is "TLA". */
export const withoutDots = (text: string): string =>
  text.replace(/(?<![\p{L}.])(?:\p{Lu}\.){2,}\p{Lu}?(?!\p{L})/gu, (letters) => letters.replaceAll('.', ''));

/** Folded forms of all names given, each once, empty ones left out. */
export function foldNames(names: readonly string[]): string[] {
  return [...new Set(names.map(foldName).filter((name) => name !== ''))];
}
