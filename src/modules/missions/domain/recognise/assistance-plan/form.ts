/** Finds a form for plans of assistance in a document, empty or filled. */
import { rowsOf, type TableRow } from '#formats/document/rows.ts';
import type { Media } from '#kernel/reading/index.ts';
import type { FormLine } from '../form-lines.ts';
import { slotsIn, type IndexedControl, type Slot } from '../slots.ts';
import { planFieldOfTag, planFields, type PlanField } from './vocabulary.ts';

export interface PlanForm {
  /** Index of the heading, or of the first field where there is no heading. */
  from: number;
  /** Index after its last line. */
  to: number;
  slots: Slot<PlanField>[];
  heading: string | null;
}

const heading =
  /\b(?:assistance plan|plan (?:of|for) assistance|offers? of (?:assistance|support|expertise)|assistance offer|support offer|offer form|form for offers|expression of interest)\b/iu;
/** A form is never longer than this many lines after its heading. */
const reach = 600;
/** Where more lines than these look like its heading, none is. */
const mostHeadings = 40;

/** The form between two lines under a heading that names it; `null` when there is none. */
export function findPlanForm(
  lines: readonly FormLine[],
  range: { from: number; to: number },
  controls: readonly IndexedControl[],
): PlanForm | null {
  let tries = 0;
  for (let at = range.from; at < range.to && tries < mostHeadings; at++) {
    const line = lines[at];
    if (
      line === undefined ||
      line.blank ||
      line.text.length > 160 ||
      !heading.test(line.text) ||
      /[.;]$/u.test(line.text)
    )
      continue;
    tries++;
    const form = formIn(lines, { from: at + 1, to: Math.min(range.to, at + reach) }, controls);
    const first = form?.slots[0]?.asked[0];
    // A list of enclosures names the form long before it begins.
    if (form !== null && first !== undefined && inkedBetween(lines, at, first) <= 6)
      return { ...form, from: at, heading: line.text };
  }
  return null;
}

/** A form without a heading, known by the fields that only such a form has; `null` when they are not there. */
export function findBarePlanForm(lines: readonly FormLine[], controls: readonly IndexedControl[]): PlanForm | null {
  const form = formIn(lines, { from: 0, to: Math.min(lines.length, reach) }, controls);
  const keys = new Set(form?.slots.map((slot) => slot.key));
  return keys.has('interest') && (keys.has('requested') || keys.has('experts')) ? form : null;
}

function formIn(
  lines: readonly FormLine[],
  range: { from: number; to: number },
  controls: readonly IndexedControl[],
): PlanForm | null {
  const { slots, end } = slotsIn(lines, range, controls, planFields, planFieldOfTag);
  const keys = new Set(slots.map((slot) => slot.key));
  if (keys.size < 4 || !(keys.has('cost') || keys.has('requested') || keys.has('experts'))) return null;
  return { from: slots[0]?.asked[0] ?? range.from, to: end, slots, heading: null };
}

function inkedBetween(lines: readonly FormLine[], from: number, to: number): number {
  return lines.slice(from + 1, to).filter((line) => !line.blank).length;
}

/** Lines that the form itself prints below a question to explain it. */
export function isHint(line: FormLine): boolean {
  return (
    /^\(.*\)\.?$/u.test(line.words) ||
    /^(?:(?:please|kindly) (?:describe|indicate|specify|list|provide|attach|note|fill|use|state|give|see|refer|tick|explain|include|say|add)|note|for example|e\.g\.|examples?:|maximum|no more than)\b/iu.test(
      line.words,
    ) ||
    /\b(?:should|must|shall|has to) be (?:completed|finished|concluded|submitted|provided)\b/iu.test(line.words) ||
    /^[-_.…\s]+$/u.test(line.words)
  );
}

/** The columns of the table of experts, and its rows; contacts have columns of their own and are never read. */
export interface ExpertTable {
  name: number;
  organisation: number;
  rows: TableRow[];
  headerLines: number[];
}

/** Reads the table of experts below its field; `null` where the experts are not in a table. */
export function expertTable(lines: readonly FormLine[], media: Media): ExpertTable | null {
  const sources = lines.flatMap((line) => line.sources);
  const rows = rowsOf(sources, media);
  for (const [at, row] of rows.entries()) {
    const name = row.cells.findIndex((cell) => /\bnames?\b/iu.test(cell.text) && cell.text.length < 40);
    const organisation = row.cells.findIndex(
      (cell) =>
        /\b(?:organi[sz]ation|institution|company|affiliation|employer|agency)\b/iu.test(cell.text) &&
        cell.text.length < 40,
    );
    if (name === -1 || organisation === -1 || name === organisation) continue;
    return { name, organisation, rows: rows.slice(at + 1), headerLines: row.lines };
  }
  return null;
}

/** A row that only shows where to write: dashes, dots, titles to choose from. */
export function isPlaceholder(text: string): boolean {
  return text.replace(/\b(?:mr|mrs|ms|miss|dr|prof|eng|name)\b/giu, '').replace(/[\W_]/gu, '') === '';
}
