/** Where the texts of a collection begin and end. */
import { hasStyle, isAnnexHeading, isInstrumentHeading, isSeparator, sectionHeading } from '../legal/headings.ts';
import { isOpening } from '../legal/parse.ts';
import { labelOf } from '../labels/label.ts';
import { wordsOf, type Passage } from '../words/passages.ts';

/** The passages of one text. */
export interface Stretch {
  passages: Passage[];
  /** What stands before the next text, or after the last one, and belongs to none: "RESOLUTIONS", declarations. */
  between: Passage[];
}

/** The texts of a document in order, and what stands before the first. */
export function stretchesOf(passages: readonly Passage[]): { before: Passage[]; texts: Stretch[] } {
  const starts = startsOf(passages);
  const texts = starts.map((start, index) => {
    const all = passages.slice(start, starts[index + 1]);
    const end = endOf(all, index < starts.length - 1);
    return { passages: all.slice(0, end), between: all.slice(end) };
  });
  return { before: passages.slice(0, starts[0] ?? passages.length), texts };
}

/** The heading of a text is followed by its title and by who speaks, or by sections; in a list of contents by neither. */
function startsOf(passages: readonly Passage[]): number[] {
  const starts: number[] = [];
  let last = -1;
  passages.forEach((passage, index) => {
    if (isInstrumentHeading(passage)) {
      if (beginsText(passages, index)) {
        starts.push(index);
        last = index;
      }
    } else if (index - last > farthestOpening && hasStyle(passage, /^normal_?aftertitle/) && isOpening(passage)) {
      // A text whose heading was lost: its title, as far as the styles show one, and who speaks.
      const before = passages[index - 1];
      const start = before !== undefined && hasStyle(before, /^(?:res|rec|dec)title/) ? index - 1 : index;
      starts.push(start);
      last = index;
    }
  });
  return starts;
}

/** Titles take up to this many lines. */
const farthestOpening = 7;

function beginsText(passages: readonly Passage[], heading: number): boolean {
  let sections = 0;
  for (let at = heading + 1; at < passages.length && at <= heading + 40; at++) {
    const passage = passages[at];
    if (passage === undefined || isInstrumentHeading(passage) || isAnnexHeading(passage)) return false;
    if (at <= heading + farthestOpening && isOpening(passage)) return true;
    if (sectionHeading(passage, passages[at + 1]) !== null && ++sections === 2) return true;
  }
  return false;
}

/** Delegations' declarations at the end of final acts are headed by their language: "Original: English". */
const declaration = /^(?:(?:\d{1,3}|\*)\s+)?Original:\s+(?:Arabic|Chinese|English|French|Russian|Spanish)\b/;

/** Index after the last passage of a text. */
function endOf(passages: readonly Passage[], isFollowed: boolean): number {
  const foreign = passages.findIndex((passage) => declaration.test(wordsOf(passage)));
  const end = foreign < 0 ? passages.length : foreign;
  if (!isFollowed) return end;
  // The name of the next part of the collection stands alone, in capitals.
  return Math.max(1, passages.slice(0, end).findLastIndex((passage) => !isPartTitle(passage)) + 1);
}

function isPartTitle(passage: Passage | undefined): boolean {
  if (passage === undefined) return false;
  const text = wordsOf(passage).trim();
  if (isSeparator(text)) return true;
  return (
    text.length <= 80 &&
    /\p{Lu}{3}/u.test(text) &&
    text === text.toUpperCase() &&
    !/[.;,:]$/.test(text) &&
    labelOf(text, false) === null
  );
}
