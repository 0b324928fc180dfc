/** The lines of a form as the recognisers of this module read them: labels taken off, check boxes and prompts told apart. */
import {
  fold,
  isBlank,
  stands,
  type CellPlace,
  type Control,
  type Line,
  type Run,
  type Source,
} from '#formats/document/index.ts';
import { joinedLine, paragraphsOf } from '#formats/document/paragraphs.ts';
import { splitLabel, type Labelled } from '#formats/document/labels.ts';
import { contactWithholder, type Withheld } from '#kernel/contacts.ts';

/** Stand for check boxes inside {@link FormLine.marked}: ticked, empty, and one whose property and glyph disagree. */
export const box = { ticked: '\ue000', empty: '\ue001', disputedTicked: '\ue002', disputedEmpty: '\ue003' } as const;

/** Glyphs of check boxes and ticks, private characters of the Wingdings fonts included. */
export const tickedGlyphs = '☒☑✓✔✅✕✖✗✘⊠🗹🗷🗸\uf0fe\uf0fd\uf0fc\uf052';
export const emptyGlyphs = '☐□▢◻⬜❏❑❒\uf0a8\uf06f\uf071';

export interface FormLine {
  /** First and last line of the source; a paragraph that the page's width broke has several. */
  number: number;
  last: number;
  /** As it stands after all revisions, without prompts nobody overwrote and without contacts; white space folded. */
  text: string;
  /** Without bullet and label. */
  words: string;
  /** As printed or as the list numbers it. */
  label: string | null;
  bullet: boolean;
  /** What tabs separate; one part where there are none. */
  parts: string[];
  /** `text` with every check box as one character of {@link box}. */
  marked: string;
  /** Nothing was written here (a prompt or a dotted line may be printed). */
  blank: boolean;
  /** The source's line holds visible characters. */
  inked: boolean;
  cell: CellPlace | null;
  /** Indices into the document's controls that the line's words stand in. */
  controls: number[];
  /** How much of the words is set bold or underlined. */
  emphasis: 'none' | 'some' | 'all';
  /** The words set bold or underlined, and those struck through. */
  strong: string;
  struck: string;
  heading: boolean;
  /** All runs of the paragraph. */
  runs: readonly Run[];
  sources: readonly Line[];
}

/** All lines, blank ones included; paragraphs that the width of a page broke are put together. */
export function formLines({ document, lines }: Source, contacts: 'withheld' | 'kept' = 'withheld'): FormLine[] {
  const loose = looseBoxes(document.controls, lines);
  // Lines are taken apart later; a contact that lost the words before it could not be told any more.
  const withhold =
    contacts === 'kept'
      ? (text: string): Withheld => ({ text, count: 0 })
      : contactWithholder(lines.map((line) => line.text).join('\n'));
  return paragraphsOf(lines, document.media).map((sources) =>
    formLine(sources, document.controls, loose.get(sources[0].number), withhold),
  );
}

function formLine(
  sources: readonly [Line, ...Line[]],
  controls: readonly Control[],
  looseBox: Control | undefined,
  withhold: (text: string) => Withheld,
): FormLine {
  const line = joinedLine(sources);
  const runs = line.paragraph.runs.filter((run) => run.note === null && stands(run.marks, 'proposed'));
  const written = runs.filter((run) => run.control === null || controls[run.control]?.placeholder !== true);
  const raw = withhold(written.map((run) => run.text).join('')).text;
  const text = fold(raw);
  const { bullet, label, text: words } = labelOf(text, line.paragraph.number.proposed);
  const marked = withhold(written.map((run) => markOf(run, controls)).join('')).text;
  return {
    number: line.number,
    last: sources.at(-1)?.number ?? line.number,
    text,
    words,
    label,
    bullet,
    parts: raw.split('\t').map(fold),
    marked: fold(looseBox === undefined ? marked : (looseBox.checked === true ? box.ticked : box.empty) + marked),
    blank: isBlank(text) || /^[_.…-]{3,}$/u.test(text.replace(/\s/gu, '')),
    inked: !isBlank(line.text),
    cell: line.cell,
    controls: [...new Set(runs.flatMap((run) => run.control ?? []))],
    emphasis: emphasisOf(written),
    strong: wordsOf(written.filter((run) => run.style.bold || run.style.underline)),
    struck: wordsOf(written.filter((run) => run.style.strike)),
    heading: line.paragraph.style.outlineLevel !== null,
    runs: line.paragraph.runs,
    sources,
  };
}

const partNumber = /^[A-Z]\.?\d{1,2}[.):]\s+(?=\S)/u;
const questionNumber = /^(?:[A-Z]\.?\d{1,2}[.):]|\d{1,2})\s+(?=\p{Lu})/u;

/** Forms also number their questions "B1." or "A.2)", after the part that they stand in. */
function labelOf(text: string, automatic: string | null): Labelled {
  const split = splitLabel(text, automatic);
  // A bare number counts before a question only.
  const pattern = split.text.endsWith('?') ? questionNumber : partNumber;
  const typed = split.label === null ? (pattern.exec(split.text)?.[0] ?? '') : '';
  return typed === '' ? split : { ...split, label: typed.trim(), text: split.text.slice(typed.length) };
}

function wordsOf(runs: readonly Run[]): string {
  return fold(runs.map((run) => run.text).join(' '));
}

function emphasisOf(runs: readonly Run[]): FormLine['emphasis'] {
  const worded = runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text));
  const strong = worded.filter((run) => run.style.bold || run.style.underline).length;
  return strong === 0 ? 'none' : strong === worded.length ? 'all' : 'some';
}

/** A run as text, a check box as one character. Word keeps the tick twice, in the property and as a glyph. */
function markOf(run: Run, controls: readonly Control[]): string {
  const control = run.control === null ? undefined : controls[run.control];
  if (control?.kind !== 'checkbox' || control.checked === null) return run.text;
  const glyph = Array.from(run.text).find((letter) => tickedGlyphs.includes(letter) || emptyGlyphs.includes(letter));
  const printed = glyph === undefined ? control.checked : tickedGlyphs.includes(glyph);
  if (printed === control.checked) return printed ? box.ticked : box.empty;
  return printed ? box.disputedTicked : box.disputedEmpty;
}

/** Check boxes that no run belongs to (form fields of a PDF), by line; only where there is one on a line. */
function looseBoxes(controls: readonly Control[], lines: readonly Line[]): Map<number, Control> {
  const used = new Set(lines.flatMap((line) => line.paragraph.runs.flatMap((run) => run.control ?? [])));
  const found = new Map<number, Control[]>();
  controls.forEach((control, index) => {
    if (control.kind !== 'checkbox' || used.has(index) || control.lines === null) return;
    found.set(control.lines[0], [...(found.get(control.lines[0]) ?? []), control]);
  });
  const single = [...found].flatMap(([line, here]): [number, Control][] =>
    here.length === 1 && here[0] !== undefined ? [[line, here[0]]] : [],
  );
  return new Map(single);
}

/** Index of a line of the source among lines in document order; -1 when it is not there. */
export function indexOfLine(lines: readonly FormLine[], number: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = lines[middle]?.number ?? 0;
    if (here === number) return middle;
    if (here < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
