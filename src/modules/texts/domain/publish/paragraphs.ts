/** Paragraphs of the common tree from words with changes: house styles, revision marks, and the rule of the last mark. */
import {
  plainStyle,
  stands,
  type Note,
  type Paragraph,
  type ParagraphStyle,
  type RevisionMark,
  type Run,
  type RunStyle,
  type Side,
} from '#formats/document/index.ts';
import { houseTemplate } from '#formats/docx/write/index.ts';
import type { BothWords, Change, TextRun } from '#kernel/reading/index.ts';
import { runsBetween } from '../register/settle.ts';

/** Who made a change, and when (ISO 8601), as far as that is known. */
export interface By {
  author: string | null;
  date: string | null;
}

/** Paragraphs with the notes that they refer to; line numbers are given when the whole document is there. */
export interface Published {
  blocks: Paragraph[];
  notes: Note[];
}

const unmarked: readonly RevisionMark[] = [];

/** The marks of words that stand in one text only; none for words of both. */
export function marksOf(change: Change, by: By): readonly RevisionMark[] {
  return change === 'same' ? unmarked : [{ kind: change, ...by, move: null }];
}

/** The marks of what stands in these texts; what stands in neither was inserted and struck out again. */
export function marksFor(inBase: boolean, inProposed: boolean, by: By): readonly RevisionMark[] {
  if (inBase && inProposed) return unmarked;
  if (inBase) return marksOf('deleted', by);
  return inProposed ? marksOf('inserted', by) : [...marksOf('inserted', by), ...marksOf('deleted', by)];
}

/** Words with their changes as runs. */
export function runsOf(words: readonly TextRun[], by: By, style: RunStyle = plainStyle): Run[] {
  return words
    .filter(({ text }) => text !== '')
    .map(({ text, change }) => ({ text, marks: marksOf(change, by), style, link: null, note: null, control: null }));
}

/** The words that lead from one text to the other. */
export function wordsBetween({ before, after }: BothWords): TextRun[] {
  if (before === null) return after === null ? [] : [{ text: after, change: 'inserted' }];
  return after === null ? [{ text: before, change: 'deleted' }] : runsBetween(before, after);
}

const styles = new Map(
  houseTemplate.styles.map(({ id, name, outline }): [string, ParagraphStyle] => [
    id,
    { id, name, outlineLevel: outline ?? null },
  ]),
);

const looks = new Map(
  houseTemplate.styles.map(({ id, bold = false, italic = false }): [string, RunStyle] => [
    id,
    bold || italic ? { ...plainStyle, bold, italic } : plainStyle,
  ]),
);

/** A paragraph style of the house by its id ("Call"). */
export function houseStyle(id: string): ParagraphStyle {
  return styles.get(id) ?? { id, name: id, outlineLevel: null };
}

/** Plain words look as the style of their paragraph says: a section heading is italic, a title bold. */
export function inStyle(styleId: string, runs: readonly Run[]): Run[] {
  const look = looks.get(styleId) ?? plainStyle;
  return runs.map((run) => (run.style === plainStyle && run.note === null ? { ...run, style: look } : run));
}

export function paragraphOf(styleId: string, runs: Run[], mark: readonly RevisionMark[] = unmarked): Paragraph {
  return {
    kind: 'paragraph',
    line: 0,
    style: houseStyle(styleId),
    number: { base: null, proposed: null },
    runs: inStyle(styleId, runs),
    mark,
    formatChanged: false,
    rightToLeft: false,
    indent: null,
    page: null,
    raw: null,
  };
}

/**
 * Words inserted at the end of a paragraph, and more at the beginning of the next one: LibreOffice takes the two for one
 * insertion and the mark between them with it. Where the next paragraph is new, the mark is set as Word sets it when
 * somebody types on: the one that came is that of the earlier paragraph. Elsewhere, and where that would change the style
 * of what stays, a blank that nobody inserted keeps the two apart.
 * @param paragraphs those that follow each other; changed in place
 */
export function keepInsertionsApart(paragraphs: readonly Paragraph[]): void {
  paragraphs.forEach((paragraph, index) => {
    const next = paragraphs[index + 1];
    const [end, start] = [paragraph.runs.findLast(isThere), next?.runs.find(isThere)];
    if (next === undefined || end === undefined || paragraph.mark.length > 0 || !isInserted(end.marks)) return;
    if (!isInserted(next.mark) && !isInserted(start?.marks ?? unmarked)) return;
    let last = next;
    for (let at = index + 2; isInserted(paragraphs[at]?.mark ?? unmarked); at++) last = paragraphs[at] ?? last;
    const isNew = isInserted(next.mark);
    if (isNew && last.style.id === paragraph.style.id) [paragraph.mark, last.mark] = [last.mark, unmarked];
    else paragraph.runs.push({ ...end, text: ' ', marks: unmarked, note: null });
  });
}

const isThere = ({ text, note }: Run): boolean => text !== '' || note !== null;
const isInserted = ([first, second]: readonly RevisionMark[]): boolean =>
  first?.kind === 'inserted' && second === undefined;

/**
 * The rule of the last mark. A new paragraph has an inserted mark, a deleted one a deleted mark, and on the other side
 * it is gone with its mark. The last mark of a document, and the one before a table, can neither come nor go: if the
 * last paragraph is not in a text, the mark that must not be there is that of the last paragraph which is, so that its
 * words run on into the empty last one.
 * @param paragraphs up to the end of the document, or up to a table; changed in place
 */
export function keepLastMark(paragraphs: readonly Paragraph[]): void {
  const last = paragraphs.at(-1);
  if (last === undefined || last.mark.length === 0) return;
  const [by] = last.mark;
  const there = (side: Side): boolean[] => paragraphs.map(({ mark }) => stands(mark, side));
  const inText = { base: there('base'), proposed: there('proposed') };
  for (const side of ['base', 'proposed'] as const) {
    const present = inText[side];
    if (present.at(-1) === true) continue;
    const before = present.lastIndexOf(true);
    // A text without any paragraph keeps one empty one whatever is marked.
    if (before < 0) return;
    present[before] = false;
    present[present.length - 1] = true;
  }
  paragraphs.forEach((paragraph, index) => {
    const inBase = inText.base[index] === true;
    const inProposed = inText.proposed[index] === true;
    const unchanged = stands(paragraph.mark, 'base') === inBase && stands(paragraph.mark, 'proposed') === inProposed;
    if (unchanged) return;
    paragraph.mark = marksFor(inBase, inProposed, { author: by?.author ?? null, date: by?.date ?? null });
  });
}
