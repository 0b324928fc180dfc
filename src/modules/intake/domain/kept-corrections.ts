/**
 * What people corrected in a reading, applied to another reading of the same file. Elements are found again by the line
 * they stand at, for their places in the record may have changed.
 */
import { valueAt, without, withValue, type Path } from './fields.ts';

/** A correction as it is kept: the value at a path before and after. */
export interface KeptCorrection {
  path: Path;
  before: unknown;
  after: unknown;
}

/** Where a corrected value stands, told by lines instead of positions. */
interface Anchor {
  /** The list it is in ("clauses") and the line of its element; `null` for values of the record itself. */
  element: { list: string; line: number; nth: number } | null;
  /** The path behind the element. */
  rest: Path;
}

export interface Reapplied<T, C extends KeptCorrection> {
  record: T;
  /** The corrections that found their place, with the paths that they now have and the values they replaced. */
  kept: C[];
  /** Those whose line holds no such element any more. */
  lost: C[];
}

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Applies corrections, oldest first, to another record.
 * @param corrected the record with all of them
 * @param settle gives the record its form after the value at a path was set
 */
export function reapply<T, C extends KeptCorrection>(
  corrections: readonly C[],
  corrected: T,
  record: T,
  settle: (record: T, path: Path) => T,
): Reapplied<T, C> {
  const anchors = anchorsOf(corrections, corrected);
  const result: Reapplied<T, C> = { record, kept: [], lost: [] };
  corrections.forEach((correction, index) => {
    const anchor = anchors[index];
    const path = anchor === undefined ? null : pathOf(anchor, result.record);
    if (path === null || valueAt(result.record, path) === undefined) {
      result.lost.push(correction);
      return;
    }
    const before = valueAt(result.record, path);
    result.record = isTakenOut(correction)
      ? without(result.record, path)
      : settle(withValue(result.record, path, correction.after), path);
    result.kept.push({ ...correction, path, before });
  });
  return result;
}

/** An element was taken out where its place was left to the next one, or to none. */
function isTakenOut({ path, before, after }: KeptCorrection): boolean {
  if (!/\/\d+$/.test(path) || !isObject(before)) return false;
  return !isObject(after) || lineOf(before) !== lineOf(after);
}

/** The anchors of corrections in the record that each was made in, found by undoing them from the last on. */
function anchorsOf(corrections: readonly KeptCorrection[], corrected: unknown): (Anchor | undefined)[] {
  let record = structuredClone(corrected);
  const anchors: (Anchor | undefined)[] = corrections.map(() => undefined);
  for (let index = corrections.length - 1; index >= 0; index--) {
    const correction = corrections[index];
    if (correction === undefined) continue;
    if (isTakenOut(correction)) putBack(record, correction);
    else if (valueAt(record, correction.path) !== undefined)
      record = withValue(record, correction.path, correction.before);
    anchors[index] = anchorOf(correction.path, record);
  }
  return anchors;
}

function putBack(record: unknown, { path, before }: KeptCorrection): void {
  const at = path.lastIndexOf('/');
  const list = valueAt(record, path.slice(0, at));
  if (Array.isArray(list)) list.splice(Number(path.slice(at + 1)), 0, before);
}

function anchorOf(path: Path, record: unknown): Anchor {
  const steps = path.split('/');
  for (let end = steps.length; end > 2; end--) {
    const own = steps.slice(0, end).join('/');
    const list = steps[end - 2] ?? '';
    const line = lineOf(valueAt(record, own));
    if (line === null || !/^\d+$/.test(steps[end - 1] ?? '')) continue;
    const same = elementsAt(record, list, line);
    return { element: { list, line, nth: same.indexOf(own) }, rest: path.slice(own.length) };
  }
  return { element: null, rest: path };
}

function pathOf({ element, rest }: Anchor, record: unknown): Path | null {
  if (element === null) return rest;
  const found = elementsAt(record, element.list, element.line)[element.nth];
  return found === undefined ? null : `${found}${rest}`;
}

/** Paths of the elements of lists with a name that stand at a line, in the order of the record. */
function elementsAt(record: unknown, list: string, line: number): Path[] {
  const found: Path[] = [];
  const visit = (value: unknown, path: Path, within: string): void => {
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, `${path}/${index}`, within));
    else if (isObject(value)) {
      if (within === list && /\/\d+$/.test(path) && lineOf(value) === line) found.push(path);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}/${key}`, key);
    }
  };
  visit(record, '', '');
  return found;
}

function lineOf(value: unknown): number | null {
  if (!isObject(value)) return null;
  if (typeof value['line'] === 'number') return value['line'];
  const { lines } = value;
  return Array.isArray(lines) && typeof lines[0] === 'number' ? lines[0] : null;
}
