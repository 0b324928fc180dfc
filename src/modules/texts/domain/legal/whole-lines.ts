/**
 * The paragraphs of a source as passages. Where the width of a page broke them into lines (PDF, texts of PDFs) they are
 * put together again; a line that heads a section, an annex or a text, or begins an item, begins a paragraph of its own.
 */
import type { Line, Source } from '#formats/document/index.ts';
import { joinedLine, paragraphsOf } from '#formats/document/paragraphs.ts';
import { follows } from '../labels/follows.ts';
import { labelOf } from '../labels/label.ts';
import { proposalCode } from '../proposals/codes.ts';
import { passagesOf, wordsOf, type Passage } from '../words/passages.ts';
import { isAnnexHeading, isInstrumentHeading, isSeparator, sectionHeading } from './headings.ts';

export interface WholeLines {
  passages: Passage[];
  /** All lines of the paragraphs that begin with these. */
  linesOf: (firstLines: ReadonlySet<number>) => Set<number>;
}

/** A source is first looked at by every recogniser and then read by one: its paragraphs are made once. */
const made = new WeakMap<Source, WholeLines>();

/** The paragraphs of a source. */
export function wholeLines(source: Source): WholeLines {
  const known = made.get(source) ?? readWhole(source);
  made.set(source, known);
  return known;
}

function readWhole({ document, lines }: Source): WholeLines {
  const groups = paragraphsOf(lines, document.media).flatMap(splitAtStarts);
  const broken = groups.filter((group) => group.length > 1);
  if (broken.length === 0) return { passages: passagesOf(lines), linesOf: (numbers) => new Set(numbers) };
  const members = new Map(broken.map((group) => [group[0].number, group.map((line) => line.number)]));
  const passages = passagesOf(groups.map(joinedLine)).map((passage) => {
    const last = members.get(passage.line)?.at(-1);
    return last === undefined ? passage : { ...passage, lastLine: last };
  });
  return {
    passages,
    linesOf: (numbers) => new Set([...numbers].flatMap((number) => members.get(number) ?? [number])),
  };
}

/** Cuts a paragraph where one of its lines begins something of its own. */
function splitAtStarts(group: readonly [Line, ...Line[]]): [Line, ...Line[]][] {
  const parts: [Line, ...Line[]][] = [];
  group.forEach((line, index) => {
    const last = parts.at(-1);
    if (last === undefined || startsAnew(line, group[index + 1])) parts.push([line]);
    else if (endsThere(last) || countsOn(last, line)) parts.push([line]);
    else last.push(line);
  });
  return parts;
}

function startsAnew(line: Line, next: Line | undefined): boolean {
  const [passage] = passagesOf([line]);
  if (passage === undefined) return false;
  const text = wordsOf(passage);
  const following = next === undefined ? passage : (passagesOf([next])[0] ?? passage);
  return (
    labelOf(text, false) !== null ||
    proposalCode(text) !== null ||
    isSeparator(text) ||
    isAnnexHeading(passage) ||
    isInstrumentHeading(passage) ||
    sectionHeading(passage, following) !== null
  );
}

/** The next number after that of the paragraph, before a mere blank, where a clause may end: "2 to …;" and "3 to …". */
function countsOn(lines: readonly [Line, ...Line[]], next: Line): boolean {
  const [first, last] = [lines[0], lines.at(-1) ?? lines[0]];
  if (!/[.,;:](?: and| or)?\s*$/.test(last.text)) return false;
  const [here, there] = [first, next].map((line) => labelOf(line.text)?.core ?? '');
  const isNumber = /^\d{1,3}(?:\.\d{1,3})*$/;
  if (here === undefined || there === undefined || !isNumber.test(here) || !isNumber.test(there)) return false;
  return follows(there.split('.').map(Number), here.split('.').map(Number));
}

/** A heading does not run on, however long its line is. */
function endsThere(lines: readonly [Line, ...Line[]]): boolean {
  if (lines.length > 1) return false;
  const [passage] = passagesOf([lines[0]]);
  if (passage === undefined) return true;
  const text = wordsOf(passage);
  return proposalCode(text) !== null || isSeparator(text) || isInstrumentHeading(passage) || isAnnexHeading(passage);
}
