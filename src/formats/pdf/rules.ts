/** The straight lines of a page, drawn as strokes or as thin rectangles: borders of tables, mostly. */
import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.d.ts';
import { apply, identity, matrixOf, multiply, type Matrix } from './geometry.ts';

/** A horizontal line at `at` from `from` to `to`, or a vertical one. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

export interface Rules {
  horizontal: Rule[];
  vertical: Rule[];
}

/** More lines than any table has: a drawing. */
const mostRules = 20_000;
/** A rectangle is a line when it is thinner than this, in points. */
const thin = 3;
/** Shorter lines are dots, ticks and corners. */
const shortest = 4;

/** The numbers pdfjs gives to operators; its `OPS`. */
export type Operators = Readonly<Record<string, number>>;

/** The lines of a page in its coordinates; none for a drawing. */
export function rulesOf(list: PDFOperatorList, operators: Operators, toPage: Matrix): Rules {
  const rules: Rules = { horizontal: [], vertical: [] };
  const saved: Matrix[] = [];
  let matrix: Matrix = toPage;
  for (let index = 0; index < list.fnArray.length; index++) {
    const operator = list.fnArray[index];
    const args: unknown = list.argsArray[index];
    if (operator === operators['save'] || operator === operators['paintFormXObjectBegin']) saved.push(matrix);
    if (operator === operators['restore'] || operator === operators['paintFormXObjectEnd']) {
      matrix = saved.pop() ?? toPage;
    } else if (operator === operators['transform']) {
      matrix = multiply(matrix, matrixOf(args) ?? identity);
    } else if (operator === operators['paintFormXObjectBegin']) {
      matrix = multiply(matrix, matrixOf(Array.isArray(args) ? args[0] : null) ?? identity);
    } else if (operator === operators['constructPath'] && Array.isArray(args)) {
      addPath(rules, args, operators, matrix);
      if (rules.horizontal.length + rules.vertical.length > mostRules) return { horizontal: [], vertical: [] };
    }
  }
  return rules;
}

/** Numbers of the steps of a path in pdfjs and how many coordinates each has; the last two are its end point. */
const steps: readonly (readonly [name: string, numbers: number])[] = [
  ['move', 2],
  ['line', 2],
  ['curve', 6],
  ['quadratic', 4],
  ['close', 0],
];

const both = ['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
const strokes = ['stroke', 'closeStroke', ...both];
const fills = ['fill', 'eoFill', ...both];

function addPath(rules: Rules, args: readonly unknown[], operators: Operators, matrix: Matrix): void {
  const [painting, data] = args;
  const stroked = strokes.some((name) => operators[name] === painting);
  const filled = fills.some((name) => operators[name] === painting);
  const path: unknown = Array.isArray(data) ? data[0] : null;
  if ((!stroked && !filled) || !(path instanceof Float32Array || Array.isArray(path))) return;
  for (const figure of figuresOf(path as ArrayLike<number>, matrix)) {
    if (!filled || !addThin(rules, figure)) {
      if (stroked) addEdges(rules, figure);
    }
  }
}

type Point = [x: number, y: number];

/** The figures of a path as their corner points; a curve breaks its figure, for no table is drawn with one. */
function figuresOf(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const figures: Point[][] = [];
  let figure: Point[] = [];
  let at = 0;
  while (at < path.length) {
    const [name, numbers] = steps[path[at] ?? -1] ?? ['move', path.length];
    const end = apply(matrix, path[at + numbers - 1] ?? 0, path[at + numbers] ?? 0);
    const start = figure[0];
    if (name === 'line') figure.push(end);
    else if (name === 'close' && start !== undefined) figure.push(start);
    else if (name !== 'close') {
      if (figure.length > 1) figures.push(figure);
      figure = [end];
    }
    at += numbers + 1;
  }
  if (figure.length > 1) figures.push(figure);
  return figures;
}

/** Adds a filled figure that is as thin as a line, or a dot; false when it is an area. */
function addThin(rules: Rules, figure: readonly Point[]): boolean {
  const box = extentOf(figure);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (height < thin && width >= shortest) {
    rules.horizontal.push({ at: (box.top + box.bottom) / 2, from: box.left, to: box.right });
  } else if (width < thin && height >= shortest) {
    rules.vertical.push({ at: (box.left + box.right) / 2, from: box.top, to: box.bottom });
  }
  return width < thin || height < thin;
}

function extentOf(figure: readonly Point[]): { left: number; right: number; top: number; bottom: number } {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const [x, y] of figure) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

function addEdges(rules: Rules, figure: readonly Point[]): void {
  for (let index = 1; index < figure.length; index++) {
    const [x0, y0] = figure[index - 1] ?? [0, 0];
    const [x1, y1] = figure[index] ?? [0, 0];
    if (Math.abs(y1 - y0) < 1 && Math.abs(x1 - x0) >= shortest) {
      rules.horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    } else if (Math.abs(x1 - x0) < 1 && Math.abs(y1 - y0) >= shortest) {
      rules.vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
    }
  }
}
