/** The lines of a meeting's report as this recogniser reads them. */
import { isBlank, type CellPlace, type Line, type Source } from '#formats/document/index.ts';
import { splitLabel } from '#formats/document/labels.ts';
import { wordsOf } from '#formats/document/rows.ts';

export interface MeetingLine {
  /** Line of the source. */
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
  source: Line;
}

/** All lines, blank ones included. */
export function meetingLines({ lines }: Pick<Source, 'lines'>): MeetingLine[] {
  return lines.map((line) => {
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
      source: line,
    };
  });
}
