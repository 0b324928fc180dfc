/** Tables whose borders are drawn: the cells between the lines. */
import type { Box } from './geometry.ts';
import type { Rule, Rules } from './rules.ts';

export interface GridCell extends Box {
  /** 0-based place of its upper left corner, and how far it reaches. */
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface Grid extends Box {
  /** Edges of the columns from left to right and of the rows from the top down. */
  xs: number[];
  ys: number[];
  cells: GridCell[];
  /** The cell at row and column; merged cells stand at each place they cover. */
  at: GridCell[][];
}

/** Lines nearer than this are one line, in points; borders of neighbouring cells are drawn side by side. */
const near = 3;
const mostLines = 1_500;
const mostCells = 20_000;

/** The grids that the lines of a page make; a frame around one cell is none. */
export function gridsOf(rules: Rules): Grid[] {
  const horizontal = joined(rules.horizontal);
  const vertical = joined(rules.vertical);
  if (horizontal.length + vertical.length > mostLines) return [];
  return connected(horizontal, vertical)
    .map(({ across, down }) => gridOf(across, down))
    .filter((grid) => grid !== null);
}

/** Joins pieces that lie on one line and touch. */
function joined(rules: readonly Rule[]): Rule[] {
  const lines: Rule[][] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const line = lines.at(-1);
    if (line?.[0] !== undefined && rule.at - line[0].at < near) line.push(rule);
    else lines.push([rule]);
  }
  const result: Rule[] = [];
  for (const line of lines) {
    let current: Rule | null = null;
    for (const rule of line.sort((a, b) => a.from - b.from)) {
      if (current !== null && rule.from - current.to <= near) current.to = Math.max(current.to, rule.to);
      else result.push((current = { ...rule }));
    }
  }
  return result;
}

interface Lines {
  across: Rule[];
  down: Rule[];
}

/** Groups of lines that cross or touch one another. */
function connected(horizontal: readonly Rule[], vertical: readonly Rule[]): Lines[] {
  const parent = [...horizontal, ...vertical].map((_, index) => index);
  const root = (of: number): number => {
    let at = of;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  horizontal.forEach((across, i) => {
    vertical.forEach((down, j) => {
      if (touch(across, down)) parent[root(i)] = root(horizontal.length + j);
    });
  });
  const groups = new Map<number, Lines>();
  const groupOf = (index: number): Lines => {
    const group = groups.get(root(index)) ?? { across: [], down: [] };
    groups.set(root(index), group);
    return group;
  };
  horizontal.forEach((rule, index) => groupOf(index).across.push(rule));
  vertical.forEach((rule, index) => groupOf(horizontal.length + index).down.push(rule));
  return [...groups.values()];
}

function touch(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - near &&
    down.at <= across.to + near &&
    across.at >= down.from - near &&
    across.at <= down.to + near
  );
}

function gridOf(across: readonly Rule[], down: readonly Rule[]): Grid | null {
  if (down.length === 0) return null;
  const ys = distinct(across.map((rule) => rule.at));
  const xs = withOpenSides(distinct(down.map((rule) => rule.at)), across);
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > mostCells) return null;
  const usedXs = xs.filter((x, index) => isOuter(xs, index) || covered(ys, at(down, x)).includes(true));
  const usedYs = ys.filter((y, index) => isOuter(ys, index) || covered(xs, at(across, y)).includes(true));
  if (usedXs.length === 2 && usedYs.length === 2) return null;
  const borders = {
    left: usedXs.map((x) => covered(usedYs, at(down, x))),
    above: usedYs.map((y) => covered(usedXs, at(across, y))),
  };
  return { ...edgesOf(usedXs, usedYs), xs: usedXs, ys: usedYs, ...cellsOf(usedXs, usedYs, borders) };
}

/** The lines at an edge. */
function at(rules: readonly Rule[], edge: number): Rule[] {
  return rules.filter((rule) => Math.abs(rule.at - edge) < near);
}

/** Inner edges may be short ends that part no two cells; outer ones count as they are. */
function isOuter(edges: readonly number[], index: number): boolean {
  return index === 0 || index === edges.length - 1;
}

function edgesOf(xs: readonly number[], ys: readonly number[]): Box {
  return { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
}

function distinct(numbers: readonly number[]): number[] {
  const kept: number[] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    if (number - (kept.at(-1) ?? -Infinity) >= near) kept.push(number);
  }
  return kept;
}

/** Many tables have no border at their sides: there the lines between the rows reach beyond the outer columns. */
function withOpenSides(xs: readonly number[], across: readonly Rule[]): number[] {
  const beyond = 2 * near;
  const left = across.filter((rule) => rule.from < (xs[0] ?? 0) - beyond);
  const right = across.filter((rule) => rule.to > (xs.at(-1) ?? 0) + beyond);
  return [
    ...(left.length * 2 > across.length ? [Math.min(...left.map((rule) => rule.from))] : []),
    ...xs,
    ...(right.length * 2 > across.length ? [Math.max(...right.map((rule) => rule.to))] : []),
  ];
}

/** For each stretch between two neighbouring edges: whether some line runs along its middle. */
function covered(edges: readonly number[], rules: readonly Rule[]): boolean[] {
  return edges.slice(1).map((edge, index) => {
    const middle = (edge + (edges[index] ?? edge)) / 2;
    return rules.some((rule) => rule.from <= middle && rule.to >= middle);
  });
}

interface Borders {
  /** By column edge, then row. */
  left: boolean[][];
  /** By row edge, then column. */
  above: boolean[][];
}

/** Cells are as large as the missing borders between them make them. */
function cellsOf(xs: readonly number[], ys: readonly number[], borders: Borders): Pick<Grid, 'cells' | 'at'> {
  const cells: GridCell[] = [];
  const at: GridCell[][] = ys.slice(1).map(() => []);
  for (let row = 0; row + 1 < ys.length; row++) {
    for (let column = 0; column + 1 < xs.length; column++) {
      if (at[row]?.[column] !== undefined) continue;
      let right = column + 1;
      while (right + 1 < xs.length && borders.left[right]?.[row] === false && at[row]?.[right] === undefined) right++;
      let below = row + 1;
      while (below + 1 < ys.length && isOpenAbove(borders, below, column, right)) below++;
      const cell = {
        row,
        column,
        rows: below - row,
        columns: right - column,
        left: xs[column] ?? 0,
        right: xs[right] ?? 0,
        top: ys[row] ?? 0,
        bottom: ys[below] ?? 0,
      };
      cells.push(cell);
      for (let y = row; y < below; y++) for (let x = column; x < right; x++) place(at, y, x, cell);
    }
  }
  return { cells, at };
}

function place(at: GridCell[][], row: number, column: number, cell: GridCell): void {
  const cells = at[row];
  if (cells !== undefined) cells[column] = cell;
}

/** Whether a cell goes on below a row edge: no border over its width, and none within the next row. */
function isOpenAbove(borders: Borders, row: number, from: number, to: number): boolean {
  for (let column = from; column < to; column++) if (borders.above[row]?.[column] !== false) return false;
  for (let edge = from + 1; edge < to; edge++) if (borders.left[edge]?.[row] === true) return false;
  return true;
}
