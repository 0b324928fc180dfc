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
  /^(?:\((?:\d{1,3}|[a-z]{1,2}|[A-Z]|[ivxl]{1,6}|[IVXL]{1,6})\)|(?:\d{1,3}(?:\.\d{1,3}){1,4}[.)]?|(?:\d{1,3}|[a-z]{1,2}|[A-Z]|[ivxl]{1,6}|[IVXL]{1,6})[.)]|Q\.?\d{1,3}(?:[.:)]| [–-])|(?:Question|Section|Part|Item|Step|Decision|Recommendation|Outcome|Conclusion|Action) (?:\d{1,3}(?:[./]\d{1,3})?|[A-Z])(?:[.:)]| [–-])))(?:\s+|$)/u;

/**
 * Takes bullet and label off a line whose white space is folded. Words that only look like a label ("i.e.") stay.
 *
 * @param automatic the number Word prints before the paragraph, which is not part of its text; `null` without one
 */
export function splitLabel(text: string, automatic: string | null = null): Labelled {
  const bullet = bullets.exec(text)?.[0] ?? '';
  const rest = text.slice(bullet.length);
  const typed = labels.exec(rest)?.[0] ?? '';
  // An automatic number without a letter or a digit is a bullet.
  const isBullet = automatic !== null && !/[\p{L}\p{N}]/u.test(automatic);
  return {
    bullet: bullet !== '' || isBullet,
    label: typed === '' ? (isBullet ? null : automatic) : typed.trim(),
    text: rest.slice(typed.length),
  };
}

/** Words with a number that nothing follows ("Outcome 1.1.", "Decision 3:"): the stop is the label's, not a sentence's. */
export function isLabelAlone(text: string): boolean {
  return /^\p{Lu}\p{L}+(?: \p{L}+){0,2} (?:\d[\d.]{0,6}|[IVX]{1,4}|[A-Z])[.:]$/u.test(text);
}
