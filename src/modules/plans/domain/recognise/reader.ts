/**
 * Reads a plan from its first unit to its last. For each line the rules are tried in order and the first that knows the
 * line takes it; a line that none knows stays unplaced.
 */
import { announcedScheme, readAlignment } from './alignments.ts';
import { expectedUnder, headingOfPlaceholder, isPlaceholder } from './chapters.ts';
import { itemOf, place, report, type IndicatorDraft } from './draft.ts';
import { codeOf } from './code.ts';
import { codedElement, wordedLine } from './element.ts';
import { isHeadingLike, type PlanLine } from './lines.ts';
import {
  addIndicator,
  readAnnouncement,
  readBullet,
  readCoded,
  readLevelHeading,
  readStatementHeading,
  readTitled,
  reportLostNumbers,
  splitSectionNumber,
  titleRowLevel,
} from './lists.ts';
import { baselineYearOf, yearIn } from './quantity.ts';
import { addMeasure, addRisk } from './risks.ts';
import { readHeader, readRow } from './rows.ts';
import { addChapter, addElement, addPoint, nextUnit, ownerFor, passHeading, type State } from './state.ts';
import { isOnlyPrinted, levelNamesIn, levelsOfHeading, type LevelName } from './words.ts';

type Rule = (state: State, line: PlanLine) => boolean;

/** The rules for a line, in the order in which they are tried. */
const rules: readonly Rule[] = [
  readPlaceholder,
  readEmptySection,
  readImage,
  readFormRow,
  readTarget,
  (state, line) => readAlignment(state.draft, line, state.open.at(-1) ?? state.current, state.scheme),
  readWorded,
  readStatementHeading,
  readLevelHeading,
  readAnnouncement,
  readTitleRow,
  (state, line) => {
    const coded = codedElement(line.raw) ?? numberedAbove(state, line);
    return coded !== null && readCoded(state, line, coded);
  },
  readBullet,
  readTitled,
  readContinuation,
  readRegion,
];

/** Reads all units into the draft of the state. */
export function readUnits(state: State): void {
  for (; state.at < state.units.length; state.at++) {
    const unit = state.units[state.at];
    if (unit === undefined) break;
    if (unit.kind === 'line') {
      readLine(state, unit.line);
      continue;
    }
    if (unit.kind === 'header') readHeader(state, unit);
    else if (unit.kind === 'row') readRow(state, unit);
    else if (unit.kind === 'label-row') readLabelRow(state, unit.label, unit.lines);
    state.previous = null;
    state.previousItem = null;
  }
  reportLostNumbers(state);
}

function readLine(state: State, line: PlanLine): void {
  state.made = false;
  if (!rules.some((rule) => rule(state, line))) passOver(state, line);
  if (!state.made) state.previousItem = null;
  state.previous = line;
}

/** A line that says something is no heading, though it may lack its full stop. */
const sentence = /^(?:\S+ ){3,}.*\b(?:will|shall|are|is|was|were|has|have)\b/;

/** A line that no rule knows ends the list before it; a heading ends more. */
function passOver(state: State, line: PlanLine): void {
  state.list = null;
  reportLostTable(state, line);
  if (!isHeadingLike(line)) return;
  if (line.heading !== null || (line.cell === null && !sentence.test(line.text))) state.heading = line;
  state.scheme = announcedScheme(line.text);
  const numbered = splitSectionNumber(line.text).code !== null;
  if (numbered || line.heading !== null || expectedUnder(line.text) !== 'other') state.titled = null;
  passHeading(state, line);
}

// ---------------------------------------------------------------- chapters

function readPlaceholder(state: State, line: PlanLine): boolean {
  if (isPlaceholder(line.text)) {
    const heading = state.previous !== null && isHeadingLike(state.previous) ? state.previous : line;
    addChapter(state, heading, heading.text);
    place(state.draft, line);
    return true;
  }
  const words = headingOfPlaceholder(line.text);
  if (words === null || line.bullet !== '' || wordedLine(line.raw, state.own) !== null) return false;
  addChapter(state, line, words);
  return true;
}

/** A heading of the document's own style with nothing under it but the next heading, of a kind that plans have. */
function readEmptySection(state: State, line: PlanLine): boolean {
  if (line.heading === null || expectedUnder(line.text) === 'other' || wordedLine(line.raw, state.own) !== null)
    return false;
  const next = nextUnit(state);
  const ends =
    next === null || (next.kind === 'line' && next.line.heading !== null && next.line.heading <= line.heading);
  if (!ends) return false;
  passHeading(state, line);
  addChapter(state, line, line.text);
  return true;
}

/** A row of a form that holds a label and an empty row to be filled. */
function readFormRow(state: State, line: PlanLine): boolean {
  const next = nextUnit(state);
  if (line.cell === null || next?.kind !== 'blank-row' || next.table !== line.cell.table) return false;
  if (line.text.length > 100 || !isHeadingLike(line)) return false;
  const { heading, list } = state;
  const own = expectedUnder(line.text);
  const above = expectedUnder(heading?.text ?? '');
  const column = expectedUnder(headOfTable(state)?.text ?? '');
  const expected = [own, column, above].find((one) => one === 'regional' || one === 'questions');
  if (expected === undefined) return false;
  addChapter(state, line, line.text, own === 'other' ? expected : own);
  state.list = list;
  if (heading !== null && expected === above) place(state.draft, heading);
  return true;
}

/** The line of the first row of the table being read: "Region". */
function headOfTable(state: State): PlanLine | null {
  const { units, at } = state;
  const table = units[at]?.table ?? null;
  if (table === null) return null;
  let first = at;
  while (first > 0 && at - first < mostFormRows && units[first - 1]?.table === table) first--;
  const unit = units[first];
  return unit?.kind === 'line' && first < at ? unit.line : null;
}

/** A form has no more rows than these. */
const mostFormRows = 100;

/**
 * Initiatives of a region: under a heading that names their level, the names of regions are labels and the other lines
 * of the table are elements.
 */
function readRegion(state: State, line: PlanLine): boolean {
  const { list } = state;
  if (line.cell === null || list === null || list.level === null) return false;
  if (expectedUnder(line.text) === 'regional' && line.text.split(' ').length <= 5) {
    list.regional = true;
    return true;
  }
  if (!list.regional || line.text.length > 1000) return false;
  addPoint(state, itemOf(line, line.text, { level: list.level, owner: list.owner }));
  return true;
}

function readImage(state: State, line: PlanLine): boolean {
  if (!/^(?:\[image:[^\]]*\]\s*)+$/.test(line.raw.trim()) && !/^image:\s*$/.test(line.text)) return false;
  report(
    state.draft,
    'plan-image-lost',
    'warning',
    line.line,
    'A picture stood here; what it showed is not in the text.',
  );
  return true;
}

/** A caption of a table with no table under it. */
function reportLostTable(state: State, line: PlanLine): void {
  if (line.cell !== null || !/^Table\s+[A-Z0-9]{1,4}(?:[.-]\d+)*\s*[.:–—-]/.test(line.text)) return;
  const next = nextUnit(state);
  if (next !== null && (next.kind !== 'line' || next.table !== null || !isHeadingLike(next.line))) return;
  report(state.draft, 'plan-table-lost', 'warning', line.line, `The table “${line.text}” is not in the text.`);
}

// ---------------------------------------------------------------- elements

function readWorded(state: State, line: PlanLine): boolean {
  const worded = wordedLine(line.raw, state.own);
  if (worded === null) return false;
  const { level, code } = worded;
  if (code === null && line.cell === null && isOnlyPrinted(level)) return false;
  if (level.subject === 'indicator') {
    // "Indicator: …; Baseline: …; Target: …" in one sentence.
    const [words = '', ...measures] = code === null ? measuredParts(worded.text) : [worded.text];
    const text = measures.length === 0 ? line.text : words;
    addIndicator(state, line, text, code, state.open.at(-1) ?? state.current, words);
    if (state.indicator !== null) readMeasures(state, line, measures, state.indicator);
    return true;
  }
  if (level.subject === 'risk') {
    addRisk(state.draft, line, worded.text);
    state.list = null;
    return true;
  }
  const item = itemOf(line, worded.text, { level, code, worded: true });
  if (worded.text === '') takeNextLine(state, item);
  state.list = null;
  state.titled = null;
  state.scheme = null;
  addElement(state, item);
  return true;
}

/** "1 Spectrum" over "1.1 …": a bare number counts only where the next line goes on from it. */
function numberedAbove(state: State, line: PlanLine): ReturnType<typeof codedElement> {
  const [, number = '', text = ''] = /^(\d{1,2})\s+(\p{Lu}.*)$/u.exec(line.text) ?? [];
  const next = nextUnit(state);
  const below = number === '' || next?.kind !== 'line' ? null : codedElement(next.line.raw);
  if (below === null || below.code.segments.length !== 2 || below.code.segments[0] !== number) return null;
  return { code: codeOf(number), text, separator: 'blank', listNumber: false, skipped: null };
}

/** "Outcome 1.1" on a line of its own: the next line holds its words. */
function takeNextLine(state: State, item: ReturnType<typeof itemOf>): void {
  const next = nextUnit(state);
  if (next?.kind !== 'line' || next.line.bullet !== '' || next.line.text.endsWith(':')) return;
  const structural =
    wordedLine(next.line.raw, state.own) !== null ||
    codedElement(next.line.raw) !== null ||
    levelsOfHeading(next.line.text).length > 0 ||
    isPlaceholder(next.line.text);
  if (structural) return;
  item.text = next.line.text;
  item.lines = [...item.lines, ...next.line.lines];
  state.at++;
}

/** "Target: 80% by 2027", "Baseline (2021): 40%; target: 60%" under an indicator; "Mitigation: …" under a risk. */
function readTarget(state: State, line: PlanLine): boolean {
  const parts = measuredParts(line.text);
  const first = targetLabel.exec(line.text);
  if (first?.[1] === undefined) return false;
  if (!/^(?:target|baseline)/i.test(first[1])) {
    if (state.draft.risks.length === 0) return false;
    addMeasure(state.draft, line, line.text.slice(first[0].length));
    return true;
  }
  const { indicator } = state;
  if (indicator === null || numberedLabel.test(first[0].replace(/\([^()]*\)/, ''))) return false;
  readMeasures(state, line, parts, indicator);
  return true;
}

/** Words cut where a baseline or a target begins. */
function measuredParts(words: string): string[] {
  return words.split(/[;,.|–—]?\s+(?=(?:target|baseline)\b[^:;]{0,30}:)/i).map((part) => part.replace(/[;,.]$/, ''));
}

/** "Baseline (2021): 40%", "target: 60%": what is said of an indicator. */
function readMeasures(state: State, line: PlanLine, parts: readonly string[], indicator: IndicatorDraft): void {
  for (const part of parts) {
    const [label = '', word = ''] = targetLabel.exec(part) ?? [];
    if (/^target/i.test(word)) {
      const year = /\b(20\d\d)\b/.exec(label)?.[1];
      const words = part.slice(label.length);
      indicator.target = { words, year: year === undefined ? null : Number(year), unit: null, lines: line.lines };
      place(state.draft, line);
    } else if (/^baseline/i.test(word)) readBaseline(state, line, part, indicator);
  }
}

const targetLabel =
  /^(target|baseline|mitigat(?:ion|ing)|(?:risk )?response|(?:risk )?treatment|countermeasure)s?\b[^:]{0,30}:\s*(?=\S)/i;
/** "Target 1.1:" is an element. */
const numberedLabel = /\d\s*:\s*$/;

/** The year of a baseline is kept; its value has no place in the reading. */
function readBaseline(state: State, line: PlanLine, words: string, indicator: IndicatorDraft): void {
  indicator.baselineYear = baselineYearOf(words) ?? yearIn(words);
  state.draft.partly.add(line.line);
  const message = `${words.slice(0, 200)}: the reading keeps the year of a baseline, not its value.`;
  report(state.draft, 'plan-baseline-value', 'info', line.line, message);
}

/** A row without code above a heading row: an element of the level that the caption names and no column holds. */
function readTitleRow(state: State, line: PlanLine): boolean {
  const level = line.cell === null ? null : titleRowLevel(state);
  if (level === null || codedElement(line.raw) !== null || line.text.length < 10) return false;
  addElement(state, itemOf(line, line.text, { level }));
  return true;
}

/** A line in lower case right under an element or a point goes on with it. */
function readContinuation(state: State, line: PlanLine): boolean {
  const item = state.previousItem;
  const previous = state.previous;
  if (item === null || previous === null || line.gap || line.bullet !== '' || !/^[a-z]/.test(line.text)) return false;
  if (/[.;:]$/.test(item.text) || previous.cell?.table !== line.cell?.table || line.text.length > 500) return false;
  item.text = `${item.text} ${line.text}`;
  item.lines = [...item.lines, ...line.lines];
  state.made = true;
  return true;
}

// ---------------------------------------------------------------- rows without named columns

/** "Outputs | first output, second output": a label and what belongs to it. */
function readLabelRow(state: State, label: PlanLine, lines: readonly PlanLine[]): void {
  const worded = wordedLine(label.raw, state.own);
  const [first, ...others] = lines;
  if (
    worded?.text === '' &&
    worded.level.subject !== 'indicator' &&
    worded.level.subject !== 'risk' &&
    first !== undefined
  ) {
    const given = { level: worded.level, code: worded.code, worded: true, lines: [...label.lines, ...first.lines] };
    addElement(state, itemOf(label, first.text, given));
    for (const line of others) readLine(state, line);
    return;
  }
  const names = levelsOfHeading(label.text);
  readLevelHeading(state, label);
  const [name] = names;
  for (const line of lines) {
    if (name === undefined || names.length > 1 || isDefinition(line.text, names)) continue;
    readLabelled(state, line, name);
  }
  state.list = null;
}

function readLabelled(state: State, line: PlanLine, name: LevelName): void {
  if (name.subject === 'risk' || name.subject === 'indicator' || wordedLine(line.raw, state.own) !== null) {
    if (name.subject === 'indicator') addIndicator(state, line, line.text, null, state.open.at(-1) ?? null);
    else readLine(state, line);
    return;
  }
  const coded = codedElement(line.raw);
  const code = coded === null || coded.text === '' ? null : coded.code;
  const text = code === null ? line.text : (coded?.text ?? line.text);
  const given = { level: name, code, listNumber: coded?.listNumber ?? false, owner: ownerFor(state, name) };
  if (name.plural) addPoint(state, itemOf(line, text, given));
  else addElement(state, itemOf(line, text, given));
}

/** "Outputs are the final tangible results": the legend of the levels says what a level is. */
function isDefinition(text: string, names: readonly LevelName[]): boolean {
  const verbs =
    /^\s*(?:\([^()]*\)\s*)?(?:are|is|refers?|means?|represents?|provides?|describes?|defines?|denotes?|indicates?|shows?)\b/i;
  return levelNamesIn(text.slice(0, 80)).some(
    ({ level, from, to }) => from <= 25 && names.some((name) => name.key === level.key) && verbs.test(text.slice(to)),
  );
}
