/** Finds where a page is set in columns: text beside text, to be read down one side and then down the other. */
import { median } from './geometry.ts';
import { enclosing, lineWith, type Fragment, type PrintLine } from './lines.ts';

/** A stretch of lines set in two columns (of which each may be set in columns again). */
export interface ColumnZone {
  /** Index of the first line and of the one after the last. */
  from: number;
  to: number;
  left: PrintLine[];
  right: PrintLine[];
}

/** A strip without words, as far down as it was followed. */
interface Gutter {
  left: number;
  right: number;
  from: number;
  to: number;
}

/** Of a zone: fewer lines on a side are a letterhead or a table, not columns. */
const fewestLines = 4;
/** Columns are sentences; shorter words side by side are a table. */
const fewestCharacters = 20;
const mostGutters = 8;
/** Room this many times the size of the font, over the whole width, ends columns. */
const blankStrip = 2.4;

/** The first stretch set in columns, or `null`. */
export function findColumns(lines: readonly PrintLine[]): ColumnZone | null {
  let best: ColumnZone | null = null;
  for (const gutter of guttersOf(lines)) {
    if (best !== null && gutter.from >= best.from) continue;
    const zone = zoneOf(lines, gutter);
    if (isColumns(zone)) best = zone;
  }
  return best;
}

/** Follows each wide gap of a line down the page until words cross it. */
function guttersOf(lines: readonly PrintLine[]): Gutter[] {
  const done: Gutter[] = [];
  let open: Gutter[] = [];
  lines.forEach((line, index) => {
    const still: Gutter[] = [];
    const isApart = standsApart(lines[index - 1], line);
    for (const gutter of open) {
      if (!isApart && narrow(gutter, line)) still.push({ ...gutter, to: index + 1 });
      else done.push(gutter);
    }
    open = still;
    for (const gap of gapsAt(lines, index)) {
      const known = open.some((gutter) => gutter.left < gap.right && gutter.right > gap.left);
      if (!known && open.length < mostGutters) open.push({ ...gap, from: index, to: index + 1 });
    }
  });
  return [...done, ...open];
}

function standsApart(before: PrintLine | undefined, line: PrintLine): boolean {
  return before !== undefined && line.base - before.base > blankStrip * Math.min(before.size, line.size);
}

/** Takes the words of a line off the gutter; false when too little is left. */
function narrow(gutter: Gutter, line: PrintLine): boolean {
  for (const { left, right } of line.fragments) {
    if (right <= gutter.left || left >= gutter.right) continue;
    if (left > gutter.left && right >= gutter.right) gutter.right = left;
    else if (right < gutter.right && left <= gutter.left) gutter.left = right;
    else return false;
  }
  return gutter.right - gutter.left >= 0.8 * line.size;
}

/** The wide gaps of a line, and those between it and a line half a line lower at its side. */
function gapsAt(lines: readonly PrintLine[], index: number): { left: number; right: number }[] {
  const line = lines[index];
  const next = lines[index + 1];
  if (line === undefined) return [];
  const beside = next !== undefined && next.base - line.base < 0.7 * line.size;
  const fragments = [...line.fragments, ...(beside ? next.fragments : [])].sort((a, b) => a.left - b.left);
  const gaps: { left: number; right: number }[] = [];
  fragments.forEach((fragment, at) => {
    const before = fragments[at - 1];
    if (before !== undefined && fragment.left - before.right >= 0.8 * line.size) {
      gaps.push({ left: before.right, right: fragment.left });
    }
  });
  return gaps;
}

function zoneOf(lines: readonly PrintLine[], gutter: Gutter): ColumnZone {
  const middle = (gutter.left + gutter.right) / 2;
  const from = startOf(lines, gutter);
  const side = (keep: (fragment: Fragment) => boolean): PrintLine[] =>
    lines.slice(from, gutter.to).flatMap((line) => {
      const fragments = line.fragments.filter(keep);
      return fragments.length > 0 ? [lineWith(line, fragments)] : [];
    });
  return {
    from,
    to: gutter.to,
    left: side((fragment) => fragment.right <= middle),
    right: side((fragment) => fragment.right > middle),
  };
}

/** Above its first wide gap a gutter may go on between lines that have nothing at their side. */
function startOf(lines: readonly PrintLine[], gutter: Gutter): number {
  let from = gutter.from;
  for (let line = lines[from]; line !== undefined && from > 0; line = lines[from]) {
    const above = lines[from - 1];
    if (above === undefined || standsApart(above, line)) break;
    if (above.fragments.some(({ left, right }) => left < gutter.right && right > gutter.left)) break;
    from--;
  }
  return from;
}

function isColumns({ left, right }: ColumnZone): boolean {
  return isProse(left) && (isProse(right) || findColumns(right)?.from === 0) && !isRowByRow(left, right);
}

/** Lines of sentences without wide gaps that mostly fill their width. */
function isProse(lines: readonly PrintLine[]): boolean {
  if (lines.length < fewestLines) return false;
  const { left, right } = enclosing(lines);
  const full = lines.filter((line) => line.fragments.length === 1 && line.right - line.left >= 0.55 * (right - left));
  const characters = lines.reduce((sum, line) => sum + charactersOf(line), 0);
  return full.length >= 0.5 * lines.length && characters >= fewestCharacters * lines.length;
}

function charactersOf(line: PrintLine): number {
  return line.fragments.reduce((sum, { spans }) => sum + spans.reduce((of, span) => of + span.text.length, 0), 0);
}

/** Whether the paragraphs of both sides begin at the same heights: a table with long cells. */
function isRowByRow(left: readonly PrintLine[], right: readonly PrintLine[]): boolean {
  const starts = [paragraphStarts(left), paragraphStarts(right)] as const;
  const all = starts[0].length + starts[1].length;
  if (all < 2) return false;
  const shared = starts[0].filter((base) => starts[1].some((other) => Math.abs(other - base) < 2)).length;
  return shared * 2 >= 0.6 * all;
}

/** Baselines of the lines that stand off from the line before. */
function paragraphStarts(lines: readonly PrintLine[]): number[] {
  const pitches = lines.slice(1).map((line, index) => line.base - (lines[index]?.base ?? 0));
  const usual = median(pitches);
  return lines.slice(1).flatMap((line, index) => ((pitches[index] ?? 0) > 1.25 * usual ? [line.base] : []));
}
