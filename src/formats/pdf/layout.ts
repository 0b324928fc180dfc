/** The reading order of a page: lines and tables from the top down, columns one after the other. */
import { findColumns } from './columns.ts';
import { median } from './geometry.ts';
import type { Grid, GridCell } from './grid.ts';
import { enclosing, printLines, type Fragment, type PrintLine } from './lines.ts';
import type { Clock } from './limits.ts';
import type { Span } from './spans.ts';
import { findTable, leadingLabels, type LineTable } from './tables.ts';

/** A line of text; its parts are separated by tabs, or by a blank after the number of an item. */
export interface FlowLine {
  kind: 'line';
  parts: { spans: Span[]; before: '' | ' ' | '\t' }[];
  base: number;
  size: number;
  left: number;
}

/** Room between two lines that is wider than between lines of a paragraph. */
export interface FlowGap {
  kind: 'gap';
}

export interface FlowCell {
  flow: Flow[];
  span: number;
  continuesAbove: boolean;
}

export interface FlowTable {
  kind: 'table';
  rows: FlowCell[][];
  /** Edges of the columns; tables of neighbouring pages with the same edges are one table. */
  xs: number[];
}

export type Flow = FlowLine | FlowGap | FlowTable;

/** Deeper nesting of tables in cells, and of columns in columns, is read as lines. */
const deepest = 8;

/** The flow of spans and grids of a page. @throws Refusal when the time is over. */
export function layOut(spans: readonly Span[], grids: readonly Grid[], clock: Clock): Flow[] {
  return new Layout(usualPitch(printLines(spans)), clock).region(spans, grids, 0);
}

/** How far lines of a paragraph are apart, in sizes of the font. */
function usualPitch(lines: readonly PrintLine[]): number {
  const pitches = lines.slice(1).flatMap((line, index) => {
    const before = lines[index];
    if (before === undefined) return [];
    const pitch = (line.base - before.base) / Math.max(line.size, before.size);
    const below = line.left < before.right && line.right > before.left;
    return below && pitch > 0.8 && pitch < 2.5 ? [pitch] : [];
  });
  return pitches.length === 0 ? 1.2 : Math.min(2.2, median(pitches));
}

/** A line of print or a grid, from the top down. */
type Piece = { top: number; line: PrintLine } | { top: number; grid: Grid; inside: Inside };

class Layout {
  readonly #pitch: number;
  readonly #clock: Clock;

  constructor(pitch: number, clock: Clock) {
    this.#pitch = pitch;
    this.#clock = clock;
  }

  region(spans: readonly Span[], grids: readonly Grid[], depth: number): Flow[] {
    const { outside, insides } = share(spans, depth < deepest ? grids : []);
    const pieces: Piece[] = printLines(outside).map((line) => ({ top: line.base, line }));
    for (const inside of insides) pieces.push({ top: inside.grid.top, grid: inside.grid, inside });
    const flow: Flow[] = [];
    let lines: PrintLine[] = [];
    for (const piece of pieces.sort((a, b) => a.top - b.top)) {
      if ('line' in piece) {
        lines.push(piece.line);
        continue;
      }
      this.#lines(lines, flow, 0);
      flow.push(this.#gridTable(piece.grid, piece.inside, depth));
      lines = [];
    }
    this.#lines(lines, flow, 0);
    return flow;
  }

  #lines(lines: readonly PrintLine[], flow: Flow[], depth: number): void {
    let rest = lines;
    let last: PrintLine | null = null;
    for (;;) {
      this.#clock.check();
      const zone = depth < deepest ? findColumns(rest) : null;
      if (zone === null) break;
      this.#column(rest.slice(0, zone.from), flow, last);
      this.#lines(zone.left, flow, depth + 1);
      this.#lines(zone.right, flow, depth + 1);
      last = rest[zone.to - 1] ?? null;
      rest = rest.slice(zone.to);
    }
    this.#column(rest, flow, last);
  }

  /** Adds lines without columns; `above` is the line that stands above them, as far as there is one. */
  #column(lines: readonly PrintLine[], flow: Flow[], above: PrintLine | null): void {
    let before = above;
    for (let at = 0; at < lines.length;) {
      const line = lines[at];
      if (line === undefined) break;
      this.#clock.check();
      const table = findTable(lines, at);
      if (table === null) {
        if (before !== null && this.#standsOff(before, line)) flow.push({ kind: 'gap' });
        flow.push(flowLine(line.fragments));
        before = line;
        at++;
      } else {
        flow.push(this.#lineTable(table));
        before = null;
        at = table.to;
      }
    }
  }

  #standsOff(before: PrintLine, line: PrintLine): boolean {
    return line.base - before.base > 1.3 * this.#pitch * Math.max(before.size, line.size);
  }

  #lineTable(table: LineTable): FlowTable {
    const rows = table.rows.map((row) =>
      row.map((cell) => ({ flow: cell.map((part) => flowLine([part])), span: 1, continuesAbove: false })),
    );
    return { kind: 'table', rows, xs: table.xs };
  }

  #gridTable(grid: Grid, inside: Inside, depth: number): FlowTable {
    const rows = grid.at.map((cells, row) =>
      cells.flatMap((cell, column): FlowCell[] => {
        if (cell.column !== column) return [];
        const first = cell.row === row;
        const flow = first ? this.region(inside.spans.get(cell) ?? [], inside.grids.get(cell) ?? [], depth + 1) : [];
        return [{ flow, span: cell.columns, continuesAbove: !first }];
      }),
    );
    return { kind: 'table', rows, xs: grid.xs };
  }
}

function flowLine(fragments: readonly Fragment[]): FlowLine {
  const labels = leadingLabels(fragments);
  const isItem = labels > 0 && fragments.length === labels + 1;
  const parts = fragments.map(
    ({ spans }, index) => ({ spans, before: index === 0 ? '' : isItem ? ' ' : '\t' }) as const,
  );
  const [first] = fragments;
  return {
    kind: 'line',
    parts: [...parts],
    base: first?.base ?? 0,
    size: first?.size ?? 0,
    left: enclosing(fragments).left,
  };
}

/** What stands inside the cells of a grid. */
interface Inside {
  grid: Grid;
  spans: Map<GridCell, Span[]>;
  grids: Map<GridCell, Grid[]>;
}

/** Shares spans out to the cells of the innermost grid each stands in; grids whose words fill one cell are frames. */
function share(spans: readonly Span[], grids: readonly Grid[]): { outside: Span[]; insides: Inside[] } {
  const smallestFirst = grids.toSorted((a, b) => area(a) - area(b));
  const insides = smallestFirst.map((grid): Inside => ({ grid, spans: new Map(), grids: new Map() }));
  const outside: Span[] = [];
  for (const span of spans) {
    const inside = insides.find(({ grid }) => contains(grid, (span.left + span.right) / 2, middleOf(span)));
    if (inside === undefined) outside.push(span);
    else for (const piece of cutAtBorders(span, inside.grid)) put(inside.spans, cellOf(inside.grid, piece), piece);
  }
  return nest(insides, outside);
}

function nest(insides: readonly Inside[], outside: Span[]): { outside: Span[]; insides: Inside[] } {
  const top: Inside[] = [];
  insides.forEach((inside, index) => {
    if (inside.spans.size + inside.grids.size < 2) {
      for (const words of inside.spans.values()) for (const span of words) outside.push(span);
      return;
    }
    const { left, right, top: y0, bottom } = inside.grid;
    const outer = insides
      .slice(index + 1)
      .find(({ grid }) => contains(grid, (left + right) / 2, (y0 + bottom) / 2) && area(grid) > area(inside.grid));
    const cell = outer === undefined ? undefined : cellAt(outer.grid, (left + right) / 2, (y0 + bottom) / 2);
    if (outer === undefined || cell === undefined) top.push(inside);
    else {
      put(outer.grids, cell, inside.grid);
      for (const inner of inside.spans.values()) for (const span of inner) put(outer.spans, cell, span);
    }
  });
  return { outside, insides: top };
}

function put<V>(map: Map<GridCell, V[]>, cell: GridCell | undefined, value: V): void {
  if (cell === undefined) return;
  const values = map.get(cell);
  if (values === undefined) map.set(cell, [value]);
  else values.push(value);
}

function area({ left, right, top, bottom }: Grid): number {
  return (right - left) * (bottom - top);
}

function middleOf(span: Span): number {
  return span.base - 0.3 * span.size;
}

function contains(grid: Grid, x: number, y: number): boolean {
  return x >= grid.left && x <= grid.right && y >= grid.top && y <= grid.bottom;
}

function cellOf(grid: Grid, span: Span): GridCell | undefined {
  return cellAt(grid, (span.left + span.right) / 2, middleOf(span));
}

function cellAt(grid: Grid, x: number, y: number): GridCell | undefined {
  return grid.at[stretchAt(grid.ys, y)]?.[stretchAt(grid.xs, x)];
}

/** Index of the stretch between two of these edges where a place lies; the nearest one for a place outside. */
function stretchAt(edges: readonly number[], place: number): number {
  const index = edges.findLastIndex((edge) => edge <= place);
  return Math.min(Math.max(index, 0), Math.max(0, edges.length - 2));
}

/** pdfjs joins words of neighbouring cells when they stand close: cuts them at the borders they run across. */
function cutAtBorders(span: Span, grid: Grid): Span[] {
  const row = grid.at[stretchAt(grid.ys, middleOf(span))] ?? [];
  const pieces: Span[] = [];
  let rest = span;
  for (const cell of new Set(row)) {
    if (cell.right > rest.left + span.size && cell.right < rest.right - span.size) {
      const cut = cutAt(rest, cell.right);
      if (cut !== null) {
        pieces.push(cut[0]);
        rest = cut[1];
      }
    }
  }
  return [...pieces, rest];
}

/** Parts a span at the blank nearest to a place; `null` when no blank is near. */
function cutAt(span: Span, x: number): [Span, Span] | null {
  const perCharacter = (span.right - span.left) / Math.max(1, span.text.length);
  const expected = (x - span.left) / perCharacter;
  const blanks = [...span.text.matchAll(/\s/gu)].map((match) => match.index);
  const [best] = blanks.sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected));
  if (best === undefined || Math.abs(best - expected) > 4) return null;
  return [
    { ...span, text: span.text.slice(0, best), right: Math.min(x, span.left + best * perCharacter) },
    { ...span, text: span.text.slice(best + 1), left: Math.max(x, span.left + (best + 1) * perCharacter) },
  ];
}
