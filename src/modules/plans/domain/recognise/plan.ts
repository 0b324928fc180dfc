/** Reads a plan: the whole of a document, or the part of one that holds a plan (the annex of a proposal). */
import type { Line, Recognition, Source } from '#formats/document/index.ts';
import { fold, isBlank } from '#formats/document/index.ts';
import { joinedLine, paragraphsOf, withWholeParagraphs } from '#formats/document/paragraphs.ts';
import type { LineRange, PlanRecord } from '#kernel/reading/index.ts';
import { addSupports, alignmentsOf, indicatorsOf, inferCodes } from './assemble.ts';
import { buildNodes } from './build.ts';
import { codedElement, ownWordsOf, wordedLine } from './element.ts';
import { report, type Draft } from './draft.ts';
import { flattenedRevisions } from './flattened.ts';
import { planLines, type PlanLine } from './lines.ts';
import { splitSectionNumber } from './lists.ts';
import { ranksOf } from './ranks.ts';
import { readUnits } from './reader.ts';
import { settleLevels } from './resolve.ts';
import { reportRiskNumbers } from './risks.ts';
import { startOf, type State } from './state.ts';
import { titlePageOf } from './title.ts';
import { unitsOf, type Unit } from './units.ts';
import { levelsOfHeading, type LevelName } from './words.ts';

/**
 * The plan in a document or in a range of its lines; line numbers are those of the document. `null` where there is
 * none: fewer than three elements, or hardly any that stands under another and no title of a plan.
 */
export function recognisePlan(source: Source, range?: LineRange): Recognition<PlanRecord> | null {
  const recognition = readPlan(source, range);
  const { title, nodes } = recognition.record;
  const nested = nodes.filter((node) => node.parent !== null).length;
  return nodes.length >= 3 && (title !== null || nested >= 2) ? recognition : null;
}

/** Reads a document, or a range of its lines, as a plan. Never throws: what is not understood stays unplaced. */
export function readPlan(source: Source, range?: LineRange): Recognition<PlanRecord> {
  const within = (line: Line): boolean => range === undefined || (line.number >= range[0] && line.number <= range[1]);
  const paragraphs = paragraphsOf(source.lines.filter(within), source.document.media);
  const lines = paragraphs.map(joinedLine);
  const units = unitsOf(source.document, lines);
  const texts = linesOfUnits(units);
  const state = startFor(units, texts);
  readUnits(state);
  const { draft } = state;
  const titled = titlePageOf(frontOf(texts, draft)).title !== null;
  settleLevels(draft, state.ranks, texts, state.sections, titled);
  inferCodes(draft, texts);
  const built = buildNodes(draft, state.ranks);
  addSupports(draft, built);
  const indicators = indicatorsOf(draft, built);
  const alignments = alignmentsOf(draft, built);
  const page = titlePageOf(frontOf(texts, draft));
  for (const line of page.lines) for (const number of line.lines) draft.placed.add(number);
  reportRiskNumbers(draft, texts);
  reportBrackets(draft, source);
  reportDeleted(draft, lines);
  const record: PlanRecord = {
    title: page.title,
    period: page.period,
    levels: built.levels,
    nodes: built.nodes,
    indicators,
    risks: draft.risks,
    alignments,
    emptyChapters: draft.chapters,
  };
  const findings = [...draft.findings, ...flattenedRevisions(texts)].sort((a, b) => firstLine(a) - firstLine(b));
  const whole = paragraphs.map((sources) => ({ number: sources[0].number, sources }));
  return { record, placed: withWholeParagraphs(placedLines(draft, lines), whole), findings };
}

function firstLine(finding: { lines: LineRange | null }): number {
  return finding.lines?.[0] ?? 0;
}

/** What has to be known of the whole before the first line is read. */
function startFor(units: readonly Unit[], texts: readonly PlanLine[]): State {
  const own = ownWordsOf(texts.map((line) => line.text));
  const levels: LevelName[] = [];
  for (const line of texts) {
    const worded = wordedLine(line.raw, own);
    if (worded !== null) levels.push(worded.level);
    else if (line.text.length <= 120) levels.push(...levelsOfHeading(splitSectionNumber(line.text).words));
  }
  return startOf(units, own, ranksOf(levels), repeatedSections(texts));
}

/** Numbered headings that stand in several sections with the same words: parts of a section, not elements. */
function repeatedSections(texts: readonly PlanLine[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { raw, text } of texts) {
    const coded = text.length <= 120 ? codedElement(raw) : null;
    const words = (coded === null ? text : coded.text).toLowerCase();
    if (words.length <= 120 && words !== '') counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([words, count]) => (count > 1 ? [words] : [])));
}

/** All lines in order, those of table rows included; the cells of a tabbed line count as one line each. */
function linesOfUnits(units: readonly Unit[]): PlanLine[] {
  const lines: PlanLine[] = [];
  for (const unit of units) {
    if (unit.kind === 'line') lines.push(unit.line);
    else if (unit.kind === 'header') for (const column of unit.columns) lines.push(...column.lines);
    else if (unit.kind === 'label-row') lines.push(unit.label, ...unit.lines);
    else if (unit.kind === 'row') for (const cell of unit.cells) lines.push(...cell.lines);
  }
  return lines;
}

/** The lines before the first element. */
function frontOf(texts: readonly PlanLine[], draft: Draft): PlanLine[] {
  const first = draft.items.reduce((least, item) => Math.min(least, item.line), Number.POSITIVE_INFINITY);
  return texts.slice(0, 60).filter((line) => line.line < first);
}

/** Square brackets mark what is not agreed; around a whole element they are in the record, inside one only told. */
function reportBrackets(draft: Draft, source: Source): void {
  const notes = new Map(source.document.notes.map((note) => [note.line, note]));
  for (const item of draft.items) {
    const inside = /\[[^[\]]+\]/.exec(item.text)?.[0];
    if (!item.bracketed && inside === undefined) continue;
    const [block] = notes.get(item.line)?.blocks ?? [];
    const note = block?.kind === 'paragraph' ? fold(block.runs.map((run) => run.text).join('')) : '';
    const remark = note === '' ? '' : ` A note says: “${note.slice(0, 200)}”`;
    const message = item.bracketed ? 'The element is in square brackets.' : `“${inside ?? ''}” is in square brackets.`;
    report(draft, item.bracketed ? 'plan-bracketed' : 'plan-bracketed-words', 'info', item.line, `${message}${remark}`);
  }
}

/** Lines that are deleted as a whole are not read. */
function reportDeleted(draft: Draft, lines: readonly Line[]): void {
  const read = new Set(planLines(lines).flatMap((line) => line.lines));
  const deleted = lines.filter(
    (line) => !isBlank(line.text) && !read.has(line.number) && line.paragraph.runs.some((run) => run.marks.length > 0),
  );
  const [first] = deleted;
  const last = deleted.at(-1);
  if (first === undefined || last === undefined) return;
  const message = `${deleted.length} lines are deleted by tracked changes and were not read.`;
  report(draft, 'plan-text-deleted', 'info', [first.number, last.number], message);
}

/** Lines wholly in the record. */
function placedLines(draft: Draft, lines: readonly Line[]): Set<number> {
  const placed = new Set<number>();
  for (const line of lines) {
    if (draft.placed.has(line.number) && !draft.partly.has(line.number) && !isBlank(line.text)) placed.add(line.number);
  }
  return placed;
}
