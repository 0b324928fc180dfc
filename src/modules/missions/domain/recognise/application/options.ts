/** The options of the question on expected outcomes: which line is which option, and what marks stand with it. */
import type { OutcomeCode } from '#kernel/reading/index.ts';
import { splitLabel } from '#formats/document/labels.ts';
import { box, emptyGlyphs, tickedGlyphs, type FormLine } from '../form-lines.ts';

/** In the order of the form. */
export const outcomeCodes: readonly OutcomeCode[] = [
  'awareness',
  'training',
  'analysis_report',
  'drafting_regulations',
  'policy_design',
  'systems',
  'others',
];

/** Words by which an option is known. `others` only where the word leads. */
const cues: Record<OutcomeCode, RegExp> = {
  awareness: /\b(?:awareness|workshops?|seminars?|outreach|sensiti[sz]ation)\b/iu,
  training: /\b(?:training|capacity[ -]building|capacity[ -]development|courses?)\b/iu,
  analysis_report: /\b(?:analys[ie]s|reports?|stud(?:y|ies)|assessments?|surveys?)\b/iu,
  drafting_regulations: /\b(?:regulations?|legislation|laws?|legal|bylaws?|decrees?)\b/iu,
  policy_design: /\b(?:polic(?:y|ies)|schemes?|strateg(?:y|ies)|roadmaps?|master plans?)\b/iu,
  systems: /\b(?:systems?|applications?|software|platforms?|prototypes?|apps)\b/iu,
  others: /\bothers?\b/iu,
};

/** The codes whose words stand in a text, in the order in which they stand there. */
export function codesIn(text: string): OutcomeCode[] {
  return outcomeCodes
    .map((code) => ({ code, at: text.search(cues[code]) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at)
    .map(({ code }) => code);
}

export type Mark = 'ticked' | 'empty' | 'disputed-ticked' | 'disputed-empty' | 'none';

/** One option, or several that the conversion ran together. */
export interface Option {
  codes: OutcomeCode[];
  mark: Mark;
  label: string | null;
  text: string;
  /** Line of the source. */
  line: number;
  bullet: boolean;
  emphasis: FormLine['emphasis'];
  /** Its words are struck through. */
  struck: boolean;
  /** A lone `*` or `**` where bold was switched on or off. */
  residue: boolean;
}

const privateMarks: Record<string, Mark> = {
  [box.ticked]: 'ticked',
  [box.empty]: 'empty',
  [box.disputedTicked]: 'disputed-ticked',
  [box.disputedEmpty]: 'disputed-empty',
};
const filled = '■●◉⬛';
const hollow = '□○◯◻';
/** A mark: one of ours, a glyph, or one typed in brackets. */
const typed = /\[ ?[xX✓✔√*] ?\]|\( ?[xX✓✔√] ?\)|\[ ?\]|\( ?\)/u;
const anyMark = new RegExp(
  `[${Object.values(box).join('')}]|[${tickedGlyphs}${emptyGlyphs}]|[${filled}${hollow}]|${typed.source}`,
  'gu',
);

/**
 * The options among the lines of an answer, and the lines that are none (sentences). An option is short and begins with
 * the words of an option; a line may hold several.
 */
export function optionsIn(lines: readonly FormLine[]): { options: Option[]; sentences: FormLine[] } {
  const options: Option[] = [];
  const sentences: FormLine[] = [];
  // Round and square bullets are marks only where full and hollow ones stand side by side.
  const glyphs = lines.map((line) => line.marked).join('');
  // A cross beside check marks says no.
  const crossed = /[✓✔✅√🗸]/u.test(glyphs);
  const contrast =
    Array.from(filled).some((glyph) => glyphs.includes(glyph)) &&
    Array.from(hollow).some((glyph) => glyphs.includes(glyph));
  for (const line of lines) {
    const found = segments(line, contrast, crossed).filter((option) => option.codes.length > 0);
    if (found.length > 0 && (found.some((option) => option.mark !== 'none') || isOptionLike(line)))
      options.push(...found);
    else sentences.push(line);
  }
  // "Others ( )" alone is a place to write in, not a box.
  const boxed = options.filter((option) => option.mark !== 'none');
  if (boxed.every((option) => option.mark === 'empty' && option.codes[0] === 'others')) {
    for (const option of boxed) option.mark = 'none';
  }
  return { options, sentences };
}

/** Short, without a verb of its own, and beginning like an option. */
function isOptionLike(line: FormLine): boolean {
  const words = line.words.replace(/\*+/gu, '');
  const sentence = /\b(?:we|our|all|none|both|only|above|please|is|are|will|would|need|following)\b/iu.test(
    words.replace(/\([^()]*\)/gu, ''),
  );
  return words.length <= 120 && !sentence;
}

function segments(line: FormLine, contrast: boolean, crossed: boolean): Option[] {
  const marks = [...line.marked.matchAll(anyMark)].filter((match) => contrast || !(filled + '○◯').includes(match[0]));
  const option = (text: string, mark: Mark): Option => {
    const { label, text: words } = splitLabel(text.trim());
    const { bullet, number } = line;
    const emphasis = line.emphasis === 'some' && holds(line.strong, words) ? 'all' : line.emphasis;
    const residue = /(?:^|[^*])\*{1,2}$/u.test(words.trim()) || /^\*{1,2}[^*\s]/u.test(words.trim());
    return {
      codes: codesIn(words),
      mark,
      label: label ?? line.label,
      text: words,
      line: number,
      bullet,
      emphasis,
      struck: holds(line.struck, words),
      residue,
    };
  };
  if (marks.length === 0) return sideBySide(line)?.map((words) => option(words, 'none')) ?? [wordMarked(line, option)];
  const first = marks[0]?.index ?? 0;
  const leading = codesIn(line.marked.slice(0, first)).length === 0;
  return marks.map((match, at) => {
    const end = match.index + match[0].length;
    const text = leading
      ? line.marked.slice(end, marks[at + 1]?.index)
      : line.marked.slice(at === 0 ? 0 : (marks[at - 1]?.index ?? 0) + (marks[at - 1]?.[0].length ?? 0), match.index);
    return option(text, crossed && /[✗✘✕✖]/u.test(match[0]) ? 'empty' : markOf(match[0]));
  });
}

/** "Awareness / Training / Others": options that only a stroke or a comma parts; `null` for any other line. */
function sideBySide(line: FormLine): string[] | null {
  for (const separator of [/\s+[/|]\s+/u, /\s*;\s+/u, /\s*,\s+/u]) {
    const pieces = line.marked.split(separator);
    if (pieces.length > 2 && pieces.every((piece) => piece.length < 60 && codesIn(piece).length > 0)) return pieces;
  }
  return null;
}

/** Whether words are among those of a style; lines of options are never very long. */
function holds(styled: string, words: string): boolean {
  return words !== '' && styled.length <= 2000 && styled.includes(words);
}

function markOf(glyph: string): Mark {
  const known = privateMarks[glyph];
  if (known !== undefined) return known;
  if (emptyGlyphs.includes(glyph) || hollow.includes(glyph) || /^[[(] ?[\])]$/u.test(glyph)) return 'empty';
  return 'ticked';
}

/** "x Training", "Training X", "Training – yes", a column with an X. */
function wordMarked(line: FormLine, option: (text: string, mark: Mark) => Option): Option {
  const words = line.marked;
  const before = /^(?:[-–•*]\s)?[xX√]\s+(?=\p{L})/u.exec(words);
  if (before !== null) return option(words.slice(before[0].length), 'ticked');
  const after = /\s+(?:[-–:]\s?)?[xX√]$|\s*[-–:]\s?(?:yes|y)\.?$/iu.exec(words);
  if (after !== null) return option(words.slice(0, after.index), 'ticked');
  const no = /\s*[-–:]\s?(?:no|n)\.?$/iu.exec(words);
  if (no !== null) return option(words.slice(0, no.index), 'empty');
  return option(words, 'none');
}
