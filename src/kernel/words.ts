/** The first whole words of a text, with "…" where more follow; a word that is too long by itself is cut. */
export function firstWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const end = /\s/.test(text.charAt(most)) ? most : head.lastIndexOf(' ');
  return `${(end > 0 ? head.slice(0, end) : head).trimEnd()}…`;
}

/** Words as one line, without signs that control: what stands in the head of a message cannot begin another line. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
