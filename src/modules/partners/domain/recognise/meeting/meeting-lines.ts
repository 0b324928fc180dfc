/** The lines of a meeting's report as this recogniser reads them. */
import { isBlank, type CellPlace, type Line, type Source } from '#formats/document/index.ts';
import { joinedLine, paragraphsOf } from '#formats/document/paragraphs.ts';
import { splitLabel } from '#formats/document/labels.ts';
import { wordsOf } from '#formats/document/rows.ts';

export interface MeetingLine {
  /** First line of the source; a paragraph that the page's width broke has several. */
  number: number;
  /** As it stands after all revisions, white space folded. */
  text: string;
  /** Without bullet and label. */
  words: string;
  label: string | null;
  bullet: boolean;
  blank: boolean;
  /** Cells of a table separated by tabs stand in it. */
  tabbed: boolean;
  cell: CellPlace | null;
  /** Set as a heading, or bold throughout. */
  heading: boolean;
  sources: readonly Line[];
}

/** All lines, blank ones included; paragraphs that the width of a page broke are put together. */
export function meetingLines({ document, lines }: Source): MeetingLine[] {
  return paragraphsOf(lines, document.media).map((sources) => {
    const line = joinedLine(sources);
    const text = wordsOf(line);
    const { bullet, label, text: words } = splitLabel(text, line.paragraph.number.proposed);
    const worded = line.paragraph.runs.filter((run) => run.note === null && !isBlank(run.text));
    return {
      number: line.number,
      text,
      words,
      label,
      bullet,
      blank: isBlank(text),
      tabbed: /\S\s*\t/u.test(line.text),
      cell: line.cell,
      heading:
        line.paragraph.style.outlineLevel !== null || (worded.length > 0 && worded.every((run) => run.style.bold)),
      sources,
    };
  });
}
