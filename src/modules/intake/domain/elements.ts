/**
 * A record of any kind as a list of elements that stand at lines of the source: what the check screen shows beside the
 * source. Made from the record and its schema, so that a new kind of document needs no screen of its own.
 */
import type { z } from 'zod';
import { recordOf, type AnyRecord, type Certainty, type ReadingKind, type TextRun } from '#kernel/reading/index.ts';
import { bareSchema, innerSchema, isCorrectable, keysOf, type Path } from './fields.ts';
import { nameOfElement, nameOfValue } from './names.ts';

/** One value of an element, as it is shown. */
export interface ElementField {
  path: Path;
  name: string;
  /** `null`: the source does not say; the empty string: an empty list. */
  value: string | null;
  /** Whether it can be corrected in a form. */
  correctable: boolean;
}

/** Something that was understood: a proposal, a clause, a node, a participant. */
export interface Element {
  path: Path;
  name: string;
  /** The line it was read from, or that of the element it belongs to; `null` for what stands at no line at all. */
  line: number | null;
  /** How deep it stands inside other elements. */
  depth: number;
  /** The one value that says most, where there is one: the text of a node, the name of a person. */
  main: string | null;
  /** The other values, in the order of the schema. */
  fields: ElementField[];
  /** Words with their changes, for clauses, the label in front. */
  runs: TextRun[] | null;
  certainty: Certainty | null;
  /** What a doubtful reading of a clause rests on. */
  evidence: readonly string[];
  status: string | null;
  /** Whether it is an element of a list and may be taken out of it. */
  removable: boolean;
}

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Shown by the element itself rather than as a value of it. */
const own = new Set(['line', 'lines', 'runs', 'certainty', 'evidence', 'status']);
/** What says most of an element, the most telling first. */
const telling = ['reference', 'heading', 'title', 'text', 'name', 'printed', 'description', 'subject', 'question'];

/** All elements of a record, each before those inside it. */
export function elementsOf(kind: ReadingKind, record: AnyRecord): Element[] {
  const elements: Element[] = [];
  const visit = (value: Fields, schema: z.ZodType, at: Place): void => {
    const { fields, later } = collect(value, schema, at.path);
    const line = lineOf(value) ?? (at.removable ? firstLineIn(value) : null) ?? at.line;
    const isClause = Array.isArray(value['runs']);
    const main = isClause ? undefined : mainOf(fields);
    if (fields.length > 0 || isClause) {
      elements.push({
        path: at.path,
        name: at.path === '' ? 'The document' : nameOfElement(stepsOf(at.path)),
        line,
        depth: at.depth,
        main: main?.value ?? null,
        fields: fields.filter((field) => field !== main),
        runs: isClause ? [...labelRuns(value['label']), ...(value['runs'] as TextRun[])] : null,
        certainty: typeof value['certainty'] === 'string' ? (value['certainty'] as Certainty) : null,
        evidence: isClause && Array.isArray(value['evidence']) ? value['evidence'].map(String) : [],
        status: typeof value['status'] === 'string' ? value['status'] : null,
        removable: at.removable,
      });
    }
    for (const { inner, schema, path, removable } of later)
      visit(inner, schema, { path, line, depth: at.depth + 1, removable });
  };
  visit({ ...record }, recordOf[kind], { path: '', line: null, depth: 0, removable: false });
  return elements;
}

interface Place {
  path: Path;
  line: number | null;
  depth: number;
  removable: boolean;
}

const stepsOf = (path: Path): string[] => path.split('/').slice(1);

function mainOf(fields: readonly ElementField[]): ElementField | undefined {
  return telling
    .map((key) => fields.find((field) => field.path.endsWith(`/${key}`) && (field.value ?? '') !== ''))
    .find((field) => field !== undefined);
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
  schema: z.ZodType;
  path: Path;
  removable: boolean;
}

/** Takes the single values of an object into fields, and answers the objects in it that are elements of their own. */
function collect(value: Fields, schema: z.ZodType, path: Path): { fields: ElementField[]; later: Later[] } {
  const fields: ElementField[] = [];
  const later: Later[] = [];
  for (const key of keysOf(schema, value)) {
    const inner = value[key];
    const of = innerSchema(schema, key);
    if (own.has(key) || inner === undefined || of === null) continue;
    const at = `${path}/${key}`;
    if (Array.isArray(inner) && inner.some(isObject)) {
      const each = innerSchema(bareSchema(of), '0');
      inner.forEach((item: unknown, index) => {
        if (isObject(item) && each !== null) {
          later.push({ inner: item, schema: each, path: `${at}/${index}`, removable: true });
        }
      });
    } else if (isObject(inner)) {
      const hasLine = (item: unknown): boolean => isObject(item) && (lineOf(item) !== null || holdsObjects(item));
      if (hasLine(inner) || Object.values(inner).some(hasLine)) {
        later.push({ inner, schema: of, path: at, removable: false });
      } else {
        const within = collect(inner, bareSchema(of), at);
        fields.push(...within.fields);
        later.push(...within.later);
      }
    } else {
      const shown = inWords(inner);
      const correctable = isCorrectable(of, inner);
      if (correctable || (shown !== null && shown !== '')) {
        fields.push({ path: at, name: nameOfValue(stepsOf(at)), value: shown, correctable });
      }
    }
  }
  return { fields, later };
}

const holdsObjects = (value: Fields): boolean =>
  Object.values(value).some((item) => Array.isArray(item) && item.some(isObject));

/** Of a text among many, which has no line of its own: the first line of what is in it. */
function firstLineIn(value: Fields): number | null {
  const within = Object.values(value).find(
    (inner) => Array.isArray(inner) && isObject(inner[0]) && lineOf(inner[0]) !== null,
  );
  return Array.isArray(within) && isObject(within[0]) ? lineOf(within[0]) : null;
}

function lineOf(value: Fields): number | null {
  if (typeof value['line'] === 'number') return value['line'];
  const { lines } = value;
  return Array.isArray(lines) && typeof lines[0] === 'number' ? lines[0] : null;
}

/** A value for people; the empty string for empty lists, `null` for what is not said. */
function inWords(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  if (!Array.isArray(value)) return '';
  const [first, last]: unknown[] = value;
  if (value.length === 2 && typeof first === 'number' && typeof last === 'number' && first <= last) {
    return first === last ? String(first) : `${first}–${last}`;
  }
  return value.map((item) => plainWord(String(item))).join(' · ');
}

/** Codes of our own are joined by underscores. */
const plainWord = (word: string): string => (/^[a-z]+(_[a-z]+)+$/.test(word) ? word.replaceAll('_', ' ') : word);

/** The fields that the form for correcting an element holds, in the order of the schema. */
export function correctablesOf(kind: ReadingKind, record: AnyRecord, path: Path): Path[] | null {
  const at = stepsOf(path);
  let schema: z.ZodType = recordOf[kind];
  let value: unknown = record;
  for (const step of at) {
    const inner: z.ZodType | null = innerSchema(bareSchema(schema), step);
    if (inner === null || typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return null;
    value = (value as Fields)[step];
    schema = inner;
  }
  if (!isObject(value)) return null;
  const { fields } = collect(value, schema, path);
  return [
    // Before the words: whoever rewords a clause is sure of it, and the words follow later.
    ...(typeof value['certainty'] === 'string' ? [`${path}/certainty`] : []),
    ...fields.filter((field) => field.correctable).map((field) => field.path),
  ];
}

/** Most chapters that help to find one's way. */
const mostChapters = 60;

/** Chapters of a record for finding one's way: the elements at the top, of long lists those that begin something. */
export function chaptersOf(elements: readonly Element[]): { name: string; line: number }[] {
  const top = elements.filter((element) => element.depth === 1 && element.line !== null);
  const lists = Map.groupBy(top, (element) => element.path.replace(/\/\d+$/, ''));
  const chosen = [...lists.values()].flatMap((list) => {
    const heads = list.filter((element) =>
      element.fields.every((field) => !field.path.endsWith('/parent') || field.value === null),
    );
    return list.length <= mostChapters ? (heads.length > 0 ? heads : list) : heads.slice(0, mostChapters);
  });
  return chosen
    .map(({ name, main, line }) => ({
      name: `${name}${main === null ? '' : `: ${main.length > 70 ? `${main.slice(0, 70)}…` : main}`}`,
      line: line ?? 1,
    }))
    .sort((a, b) => a.line - b.line);
}
