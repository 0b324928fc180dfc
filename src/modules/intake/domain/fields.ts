/**
 * Finds the schema of a value deep inside a record, so that the form for correcting it, the check of what was typed
 * and the record itself come from the same schema.
 */
import { z } from 'zod';
import { refuse } from '#kernel/problem.ts';
import { recordOf, type ReadingKind } from '#kernel/reading/index.ts';
import { nameOfSteps, nameOfValue } from './names.ts';

/** Where a value stands in a record: "/proposals/3/title/after". */
export type Path = string;

/** How a value is typed into a form. */
export type FieldKind =
  | { type: 'text'; long: boolean; /** A whole number is kept as a number. */ orNumber: boolean }
  | { type: 'number' }
  | { type: 'choice'; options: string[] }
  /** Any number of these. */
  | { type: 'choices'; options: string[] }
  | { type: 'yes-no' }
  | { type: 'lines'; /** Each line is a number. */ ofNumbers: boolean };

export interface Field {
  path: Path;
  /** What the value is called: "Title as proposed". */
  name: string;
  kind: FieldKind;
  /** Whether "the source does not say" is an answer. */
  mayBeUnknown: boolean;
  value: unknown;
}

/** Steps of a path; array positions stay text. */
export function stepsOf(path: Path): string[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The path in words: "Proposal 4 › Section 2 › Clause 1 › Words as proposed". */
export function nameOf(path: Path): string {
  return nameOfSteps(stepsOf(path));
}

/** The value at a path, or `undefined` where there is none. */
export function valueAt(record: unknown, path: Path): unknown {
  let value = record;
  for (const step of stepsOf(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** The record with another value at a path; the record itself is not changed. @throws Refusal `no-such-field` */
export function withValue<T>(record: T, path: Path, value: unknown): T {
  const copy = structuredClone(record);
  const steps = stepsOf(path);
  const last = steps.pop();
  const holder = valueAt(copy, steps.map((step) => `/${step}`).join(''));
  if (last === undefined || typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, last))
    noSuchField(path);
  (holder as Record<string, unknown>)[last] = value;
  return copy;
}

/** The record without an element of a list. @throws Refusal `no-such-field` where the path leads to no element of a list */
export function without<T>(record: T, path: Path): T {
  const copy = structuredClone(record);
  const steps = stepsOf(path);
  const index = Number(steps.pop());
  const list = valueAt(copy, steps.map((step) => `/${step}`).join(''));
  if (!Array.isArray(list) || !Number.isInteger(index) || index < 0 || index >= list.length) noSuchField(path);
  list.splice(index, 1);
  return copy;
}

/** The field at a path of a record. @throws Refusal `no-such-field` where there is no single value to correct */
export function fieldAt(kind: ReadingKind, record: unknown, path: Path): Field {
  const value = valueAt(record, path);
  if (value === undefined) noSuchField(path);
  let schema: z.ZodType = recordOf[kind];
  for (const step of stepsOf(path)) {
    const inner = step === '' ? null : innerSchema(schema, step);
    if (inner === null) noSuchField(path);
    schema = inner;
  }
  const { schema: bare, mayBeUnknown } = unwrap(schema);
  const field = fieldKind(bare, value);
  if (field === null) noSuchField(path);
  return { path, name: nameOfValue(stepsOf(path)), kind: field, mayBeUnknown, value };
}

/**
 * What a person typed, as a value of the field.
 * @param typed the form's text; `null` when "the source does not say" was chosen
 */
export function parseTyped(field: Field, typed: string | null): unknown {
  if (typed === null) return field.mayBeUnknown ? null : '';
  switch (field.kind.type) {
    case 'number':
      return number(typed, field.path);
    case 'yes-no':
      return typed === 'yes';
    case 'choices':
      return linesIn(typed);
    case 'lines':
      return field.kind.ofNumbers ? linesIn(typed).map((line) => number(line, field.path)) : linesIn(typed);
    case 'text': {
      const text = typed.replace(/\r\n/g, '\n').trim();
      return field.kind.orNumber && /^\d{1,9}$/.test(text) ? Number(text) : text;
    }
    case 'choice':
      return typed;
  }
}

function number(typed: string, path: Path): number {
  const value = Number(typed.trim().replace(',', '.'));
  if (typed.trim() === '' || Number.isNaN(value)) {
    refuse('not-a-number', `"${typed}" is not a number.`, 'Enter digits only.', { field: path });
  }
  return value;
}

const linesIn = (typed: string): string[] =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A value as its field shows it for correcting; what was not said is the empty string. */
export function asTyped(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('\n');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Checks a whole record. @throws Refusal `does-not-fit`, naming the first value that does not fit its schema */
export function mustFit(kind: ReadingKind, record: unknown): void {
  const checked = recordOf[kind].safeParse(record);
  if (checked.success) return;
  const [issue] = checked.error.issues;
  const steps = (issue?.path ?? []).map(String);
  while (/^\d+$/.test(steps.at(-1) ?? '')) steps.pop();
  refuse('does-not-fit', `${nameOfValue(steps)}: ${issue?.message ?? 'does not fit'}.`, 'Enter another value.', {
    field: `/${steps.join('/')}`,
  });
}

function noSuchField(path: Path): never {
  refuse('no-such-field', `There is no single value at "${path}".`, 'Load the reading again and choose a value.');
}

/** A schema without what makes it optional, and whether `null` fits. */
function unwrap(schema: z.ZodType): { schema: z.ZodType; mayBeUnknown: boolean } {
  let bare = schema;
  let mayBeUnknown = false;
  for (;;) {
    if (bare instanceof z.ZodNullable) {
      mayBeUnknown = true;
      bare = bare.unwrap() as z.ZodType;
    } else if (bare instanceof z.ZodOptional || bare instanceof z.ZodExactOptional) {
      bare = bare.unwrap() as z.ZodType;
    } else {
      return { schema: bare, mayBeUnknown };
    }
  }
}

/** A schema without what makes it optional or unknown. */
export function bareSchema(schema: z.ZodType): z.ZodType {
  return unwrap(schema).schema;
}

/** The members of an object in the order of its schema. */
export function keysOf(schema: z.ZodType, value: Record<string, unknown>): string[] {
  const bare = bareSchema(schema);
  if (bare instanceof z.ZodObject) return Object.keys(bare.shape);
  const order =
    bare instanceof z.ZodRecord && bare.keyType instanceof z.ZodEnum ? bare.keyType.options.map(String) : [];
  return [...order, ...Object.keys(value).filter((key) => !order.includes(key))];
}

/** Whether a value of a schema can be typed into a form. */
export function isCorrectable(schema: z.ZodType, value: unknown): boolean {
  return fieldKind(bareSchema(schema), value) !== null;
}

/** The schema of a member of an object, or of an element of a list. */
export function innerSchema(within: z.ZodType, step: string): z.ZodType | null {
  const schema = bareSchema(within);
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodType>;
    return Object.hasOwn(shape, step) ? (shape[step] ?? null) : null;
  }
  if (schema instanceof z.ZodArray) return /^\d+$/.test(step) ? (schema.element as z.ZodType) : null;
  if (schema instanceof z.ZodTuple) return (schema.def.items[Number(step)] as z.ZodType | undefined) ?? null;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return null;
}

/** How a value of a bare schema is typed into a form; `null` where it is not a single value. */
export function fieldKind(schema: z.ZodType, value: unknown): FieldKind | null {
  if (schema instanceof z.ZodEnum) return { type: 'choice', options: schema.options.map(String) };
  if (schema instanceof z.ZodBoolean) return { type: 'yes-no' };
  if (schema instanceof z.ZodNumber) return { type: 'number' };
  if (schema instanceof z.ZodString) {
    return { type: 'text', long: typeof value === 'string' && value.length > 80, orNumber: false };
  }
  if (schema instanceof z.ZodArray) {
    if (schema.element instanceof z.ZodEnum) return { type: 'choices', options: schema.element.options.map(String) };
    if (schema.element instanceof z.ZodString) return { type: 'lines', ofNumbers: false };
    if (schema.element instanceof z.ZodNumber) return { type: 'lines', ofNumbers: true };
  }
  if (schema instanceof z.ZodUnion) {
    // "11" or "XYZ-1": the form takes text, and a whole number stays a number.
    const kinds = schema.options.map((option) => fieldKind(option as z.ZodType, value));
    if (kinds.every((kind) => kind?.type === 'text' || kind?.type === 'number'))
      return { type: 'text', long: false, orNumber: true };
  }
  return null;
}
