/**
 * A record of any kind as a list of elements that stand at lines of the source: what the check screen shows beside the
 * source. Made from the record itself, so that a new kind of document needs no screen of its own.
 */
import type { AnyRecord, Certainty, TextRun } from '#kernel/reading/index.ts';
import { nameOf, type Path } from './fields.ts';

/** One value of an element, as it is shown and corrected. */
export interface ElementField {
  path: Path;
  name: string;
  /** `null`: the source does not say. */
  value: string | null;
}

/** Something that was understood: a proposal, a clause, a node, a participant. */
export interface Element {
  path: Path;
  name: string;
  /** First line it was read from; `null` for what stands at no line of its own. */
  line: number | null;
  /** How deep it stands inside other elements. */
  depth: number;
  fields: ElementField[];
  /** Words with their changes, for clauses, the label in front. */
  runs: TextRun[] | null;
  certainty: Certainty | null;
  status: string | null;
  /** Whether it is an element of a list and may be taken out of it. */
  removable: boolean;
}

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Shown by the element itself rather than as a value of it. */
const own = new Set(['line', 'lines', 'runs', 'certainty', 'status']);

/** All elements of a record, in the order of the record. */
export function elementsOf(record: AnyRecord): Element[] {
  const elements: Element[] = [];
  const visit = (value: Fields, path: Path, depth: number, removable: boolean): void => {
    const fields: ElementField[] = [];
    const later = collect(value, path, '', fields);
    const runs = Array.isArray(value['runs']) ? [...labelRuns(value['label']), ...(value['runs'] as TextRun[])] : null;
    if (fields.length > 0 || runs !== null) {
      elements.push({
        path,
        name: path === '' ? 'The whole' : shortName(path),
        line: lineOf(value),
        depth,
        fields,
        runs,
        certainty: typeof value['certainty'] === 'string' ? (value['certainty'] as Certainty) : null,
        status: typeof value['status'] === 'string' ? value['status'] : null,
        removable,
      });
    }
    for (const { inner, path, removable } of later) visit(inner, path, depth + 1, removable);
  };
  visit({ ...record }, '', 0, false);
  return elements;
}

/** "proposals › 3 › text › sections › 1 › clauses › 2" is "clauses 2" for short; only the end tells elements apart. */
function shortName(path: Path): string {
  return nameOf(path).split(' › ').slice(-2).join(' ');
}

/** A clause's label as words with their changes. */
function labelRuns(label: unknown): TextRun[] {
  if (!isObject(label)) return [];
  const { before, after } = label;
  return before === after ? labelRun(after, 'same') : [...labelRun(before, 'deleted'), ...labelRun(after, 'inserted')];
}

function labelRun(label: unknown, change: TextRun['change']): TextRun[] {
  return typeof label === 'string' && label !== '' ? [{ text: `${label} `, change }] : [];
}

interface Later {
  inner: Fields;
  path: Path;
  removable: boolean;
}

/** Takes the single values of an object into fields, and answers the objects in it that are elements of their own. */
function collect(value: Fields, path: Path, prefix: string, fields: ElementField[]): Later[] {
  const later: Later[] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (own.has(key)) continue;
    const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const name = `${prefix}${nameOf(`/${key}`)}`;
    if (Array.isArray(inner) && inner.some(isObject)) {
      inner.forEach((item: unknown, index) => {
        if (isObject(item)) later.push({ inner: item, path: `${at}/${index}`, removable: true });
      });
    } else if (isObject(inner)) {
      if (lineOf(inner) !== null || Object.values(inner).some((item) => isObject(item) && lineOf(item) !== null)) {
        later.push({ inner, path: at, removable: false });
      } else {
        later.push(...collect(inner, at, `${name} › `, fields));
      }
    } else {
      const shown = inWords(inner);
      if (shown !== undefined) fields.push({ path: at, name, value: shown });
    }
  }
  return later;
}

function lineOf(value: Fields): number | null {
  if (typeof value['line'] === 'number') return value['line'];
  const { lines } = value;
  return Array.isArray(lines) && typeof lines[0] === 'number' ? lines[0] : null;
}

/** A value for people; `undefined` for empty lists, which say nothing. */
function inWords(value: unknown): string | null | undefined {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(String).join(' · ');
  return undefined;
}

/** Chapters of a record for finding one's way: the elements at the top that stand at a line. */
export function chaptersOf(elements: readonly Element[]): { name: string; line: number }[] {
  return elements
    .filter((element) => element.depth === 1 && element.line !== null)
    .map((element) => {
      const telling = element.fields.find(
        (field) => /(reference|heading|title|text|name)$/.test(field.path) && field.value !== null,
      );
      return {
        name: `${element.name}${telling === undefined ? '' : `: ${telling.value?.slice(0, 70)}`}`,
        line: element.line ?? 1,
      };
    });
}
