/**
 * Places on a page. Pages are read in points, x to the right and y downwards, turned so that most of their words run
 * from left to right along x, whichever way the page is turned.
 */

/** [a b c d e f] of ISO 32000-1, 8.3.3: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function apply(matrix: Matrix, x: number, y: number): [x: number, y: number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** Turns the page by this angle against the direction of the words, so that they run along x. */
export function turned(degrees: number): Matrix {
  const angle = (-degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, sin, -sin, cos, 0, 0];
}

/** Six numbers as a matrix; `null` when they are not six finite numbers. */
export function matrixOf(numbers: unknown): Matrix | null {
  if (!Array.isArray(numbers) && !ArrayBuffer.isView(numbers)) return null;
  const [a, b, c, d, e, f] = Array.from(numbers as ArrayLike<unknown>);
  if (![a, b, c, d, e, f].every((value) => typeof value === 'number' && Number.isFinite(value))) return null;
  return [a, b, c, d, e, f] as unknown as Matrix;
}

/** The upright box around a rectangle after a matrix. */
export function boxOf(matrix: Matrix, [x0, y0, x1, y1]: readonly [number, number, number, number]): Box {
  const corners = [apply(matrix, x0, y0), apply(matrix, x1, y0), apply(matrix, x0, y1), apply(matrix, x1, y1)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** The middle one of some numbers; 0 when there is none. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
