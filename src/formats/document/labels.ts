/** Labels of lists: what stands before the words of an item. */

/** An item taken apart. */
export interface Labelled {
  /** A bullet stood before it (never part of the label). */
  bullet: boolean;
  /** As printed, "8)", "(a)", "1.2"; `null` when there is none. */
  label: string | null;
  /** The words after bullet and label. */
  text: string;
}

const bullets = /^[-–—−•·▪▫◦●○■◆◇‣⁃∙*\uf0b7\uf0a7\uf0d8]\s+/u;
const labels =
  /^(?:\((?:\d{1,3}|[a-z]{1,2}|[A-Z]|[ivxl]{1,6}|[IVXL]{1,6})\)|(?:\d{1,3}(?:\.\d{1,3}){1,4}[.)]?|(?:\d{1,3}|[a-z]{1,2}|[A-Z]|[ivxl]{1,6}|[IVXL]{1,6})[.)]|Q(?:uestion\s?)?\d{1,3}[.:)]))(?:\s+|$)/u;

/** Takes bullet and label off a line whose white space is folded. Words that only look like a label ("i.e.") stay. */
export function splitLabel(text: string): Labelled {
  const bullet = bullets.exec(text)?.[0] ?? '';
  const rest = text.slice(bullet.length);
  const label = labels.exec(rest)?.[0] ?? '';
  return {
    bullet: bullet !== '',
    label: label === '' ? null : label.trim(),
    text: rest.slice(label.length),
  };
}
