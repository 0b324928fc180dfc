/** What the columns of a table hold, told from their headings. */
import { levelNameAtStart, levelNamesIn, levelsOfHeading, type LevelName } from './words.ts';
import { codedLine } from './code.ts';
import type { PlanLine } from './lines.ts';

export type ColumnKind =
  | 'level'
  | 'indicator'
  | 'baseline'
  | 'target'
  | 'unit'
  | 'supports'
  | 'contribution'
  | 'result'
  | 'risk'
  | 'measure'
  | 'sdg'
  | 'wsis'
  | 'resolution'
  | 'code'
  | 'text'
  | 'unread';

export interface Column {
  /** First column of the grid that the heading stands over, 0-based, and the one after its last. */
  at: number;
  end: number;
  kind: ColumnKind;
  /** The level whose elements the column holds; for `supports` the level that is supported. */
  level: LevelName | null;
  heading: string;
  /** The paragraphs that the heading is printed on. */
  lines: readonly PlanLine[];
  /** Year in the heading: "Target 2027". */
  year: number | null;
}

interface HeadingCell {
  column: number;
  span: number;
  lines: readonly PlanLine[];
}

const kinds: readonly (readonly [ColumnKind, RegExp])[] = [
  ['supports', /^(?:supports?|supporting|linked|related|relevant|links? to|contributes? to)\b|\bsupported\b/i],
  ['contribution', /^contributions? to\b/i],
  ['measure', /\bmitigat|\b(?:risk )?(?:response|treatment|control)s?\b|\bcounter-?measure/i],
  ['baseline', /\bbase-?line\b|\bcurrent (?:value|status|level)\b|\bstarting (?:value|point)\b/i],
  ['sdg', /\bSDGs?\b|\bsustainable development goals?\b/i],
  ['wsis', /\bWSIS\b|\baction lines?\b/i],
  ['resolution', /^(?:PP |WTDC |relevant |related )?resolutions?\b|^mandates?\b/i],
  ['indicator', /\bindicators?\b|\bKPIs?\b|\bperformance measures?\b|\bmetrics?\b|\bmeasures? of success\b/i],
  ['unread', /\b(?:probability|likelihood|severity|impact|owner)\b/i],
  ['risk', /\brisks?\b/i],
];
const unread =
  /\b(?:responsib\w*|lead|leads|units?|departments?|divisions?|bureau|partners?|stakeholders?|dates?|deadlines?|when|start|end|time\w*|duration|schedule|budget|costs?|resources?|fund\w*|amount|sources?|means of|verification|frequency|methods?|assumptions?|status|remarks?|comments?|notes?|progress|who|by whom|year|quarter|beneficiar\w+|data|owner|probability|likelihood|impact|severity|rating|level)\b|^(?:Q[1-4]|[HY]\d|M\d{1,2}|(?:year|month|week) ?\d{1,2}|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)$/i;
const codeHeading = /^(?:no\.?|nr\.?|#|code|ref\.?|reference|id|number|s\/n|item)$/i;
const textHeading = /^(?:description|statement|title|name|text|details?)$/i;
const unitHeading = /^(?:units?|units? of measure(?:ment)?|measurement units?)$/i;
const targetGroup = /\btarget(?:ed)? (?:groups?|audiences?|populations?|beneficiar\w+|countr\w+)/i;
const yearOnly = /^(?:FY ?)?(20\d\d)$/i;

/** Wider tables are no tables of a plan. */
const mostColumns = 60;

/**
 * The columns that a heading row names; `null` when the row is none. Most cells must be headings we know, and no cell
 * may look like content.
 */
export function columnsOf(cells: readonly HeadingCell[], marked: boolean): Column[] | null {
  const filled = cells.filter((cell) => cell.lines.length > 0);
  if (filled.length > mostColumns) return null;
  if (filled.some((cell) => !isHeading(cell))) return null;
  const measured = filled.some((cell) => /\bindicators?\b|\bKPIs?\b|\bbase-?line\b/i.test(headingOf(cell)));
  const risky = filled.some((cell) => /\brisks?\b/i.test(headingOf(cell)));
  const columns = filled.map((cell) => columnOf(cell, measured, risky));
  const known = columns.filter((column) => column !== null);
  const carrying = known.filter((column) => !['unread', 'code', 'text', 'baseline', 'unit'].includes(column.kind));
  const enough = marked ? known.length > 0 : known.length * 2 > filled.length;
  if (!enough || carrying.length === 0) return null;
  return filled.map((cell, index) => columns[index] ?? { ...placeOf(cell), kind: 'unread', level: null, year: null });
}

function placeOf(cell: HeadingCell): Pick<Column, 'at' | 'end' | 'heading' | 'lines'> {
  return { at: cell.column, end: cell.column + cell.span, heading: headingOf(cell), lines: cell.lines };
}

/** The column that a cell at this place of the grid stands in; headings may span several. */
export function columnAt(columns: readonly Column[], at: number): Column | null {
  return columns.find((column) => column.at <= at && at < column.end) ?? null;
}

function headingOf(cell: HeadingCell): string {
  return cell.lines.map((line) => line.text).join(' ');
}

/** Whether the paragraphs of a cell can be a column heading: short, no code, no bullet, not a sentence. */
function isHeading(cell: HeadingCell): boolean {
  const [first] = cell.lines;
  if (first === undefined || cell.lines.length > 4 || cell.lines.some((line) => line.bullet !== '')) return false;
  const heading = headingOf(cell);
  const words = heading.split(' ').length;
  if (words > 12 || heading.length > 100 || /[;:]$|: |;/.test(heading) || codedLine(first.raw) !== null) return false;
  // "No.", "Resp. unit": a short heading may end in an abbreviation.
  return words <= 2 || !heading.endsWith('.');
}

/** `measured`: the table measures something, so "Target" is a value; `risky`: it lists risks, so "Response" is a measure. */
function columnOf(cell: HeadingCell, measured: boolean, risky: boolean): Column | null {
  const heading = headingOf(cell);
  const year = Number(/\b(20\d\d)\b/.exec(heading)?.[1] ?? Number.NaN);
  const column = { ...placeOf(cell), level: null, year: Number.isNaN(year) ? null : year };
  if (targetGroup.test(heading)) return { ...column, kind: 'unread' };
  if (yearOnly.test(heading)) return { ...column, kind: measured ? 'target' : 'unread' };
  if (measured && /\b(?:targets?|milestones?)\b/i.test(heading)) return { ...column, kind: 'target' };
  if (measured && unitHeading.test(heading)) return { ...column, kind: 'unit' };
  if (codeHeading.test(heading)) return { ...column, kind: 'code' };
  if (textHeading.test(heading)) return { ...column, kind: 'text' };
  for (const [kind, pattern] of kinds) {
    if (!pattern.test(heading) || (kind === 'measure' && !risky)) continue;
    const level = kind === 'supports' ? supportedLevel(heading) : null;
    if (kind !== 'supports' || level !== null) return { ...column, kind, level };
  }
  const level = levelsOfHeading(heading)[0] ?? bareLevel(heading);
  if (level !== null) {
    return {
      ...column,
      kind: level.subject === 'indicator' || level.subject === 'risk' ? level.subject : 'level',
      level,
    };
  }
  return unread.test(heading) ? { ...column, kind: 'unread' } : null;
}

/** "Supported Objective(s)": objectives. */
function supportedLevel(heading: string): LevelName | null {
  const level = levelNamesIn(heading)[0]?.level;
  return level === undefined || level.subject === 'indicator' || level.subject === 'risk' ? null : level;
}

/** "Outputs (products and services)", "Activities / tasks". */
function bareLevel(heading: string): LevelName | null {
  const start = levelNameAtStart(heading);
  return start !== null && /^(?:s?\s*:?$|\s*[(/])/.test(start.rest) ? start.level : null;
}
