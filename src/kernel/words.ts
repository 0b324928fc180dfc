/** The first whole words of a text, with "…" where more follow; a word that is too long by itself is cut. */
export function firstWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const end = /\s/.test(text.charAt(most)) ? most : head.lastIndexOf(' ');
  return `${(end > 0 ? head.slice(0, end) : head).trimEnd()}…`;
}
