import { isDeepStrictEqual } from 'node:util';
import { withholdContacts } from '#kernel/contacts.ts';
import { isId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { Clause, type LineRange } from '#kernel/reading/index.ts';
import type { Reference } from '#kernel/reference.ts';
import { may, maySee, onlyFor, type Visibility } from '#modules/access/index.ts';
import { mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { settleClause, settled, type Settlement } from '#modules/texts/index.ts';
import { namesOf, type NamedThing } from '#modules/trace/server/index.ts';
import { correctablesOf } from '../domain/elements.ts';
import {
  asTyped,
  fieldAt,
  mustFit,
  nameOf,
  parseTyped,
  valueAt,
  without,
  withValue,
  type Field,
  type Path,
} from '../domain/fields.ts';
import {
  correctionsOf,
  insertCorrection,
  listReadings,
  passagesIn,
  passagesOf,
  readingById,
  readingOfSource,
  updateReading,
  type Correction,
  type ReadingListItem,
  type ReadingRow,
  type StoredPassage,
} from '../store/readings.ts';
import { countLines, linesOfSource, sourceById, type LineChoice, type SourceRow } from '../store/sources.ts';
import type { ReadingState } from '../store/tables.ts';
import type { KeptLine } from '../domain/read-file.ts';

export type { Correction, ReadingListItem, ReadingRow, SourceRow, StoredPassage };

/** A reading with its file and what was corrected in it. */
export interface OpenReading {
  reading: ReadingRow;
  source: SourceRow;
  corrections: Correction[];
}

/** Readings, newest first. */
export async function readings(
  context: Context,
  state: ReadingState | null = null,
  most = 200,
): Promise<ReadingListItem[]> {
  mustMay(context, 'read-files');
  return listReadings(context.db, { state, most });
}

/** A reading for the check screen. @throws Refusal `not-found` */
export async function reading(context: Context, id: string): Promise<OpenReading> {
  mustMay(context, 'read-files');
  const found = isId(id) ? await readingById(context.db, id) : null;
  const source = found === null ? null : await sourceById(context.db, found.source);
  if (found === null || source === null)
    refuse('not-found', 'There is no such reading.', 'Look in the list of intake.');
  return { reading: found, source, corrections: await correctionsOf(context.db, id) };
}

/** The values of an element of a reading, ready for a form. @throws Refusal `no-such-field` */
export async function fieldsOf(context: Context, id: string, element: Path): Promise<Field[]> {
  const { reading: row } = await reading(context, id);
  const paths = row.record === null ? null : correctablesOf(row.kind, row.record, element);
  if (paths === null) {
    refuse(
      'no-such-field',
      `There is nothing to correct at "${element}".`,
      'Load the reading again and choose a value.',
    );
  }
  return paths.map((path) => fieldAt(row.kind, row.record, path));
}

/**
 * Corrects one value of an open reading.
 * @param typed the form's text; `null`: the source does not say
 */
export async function correct(
  context: Context,
  id: string,
  version: number,
  path: Path,
  typed: string | null,
): Promise<void> {
  await change(context, id, version, path, (row) =>
    settleAround(withValue(row.record, path, parseTyped(fieldAt(row.kind, row.record, path), typed)), path),
  );
}

/**
 * Corrects the values of an element of an open reading, all of them or none; what is as it was is left alone.
 * @param typed the form's text by path; `null`: the source does not say
 * @returns how many values were corrected
 */
export async function correctElement(
  context: Context,
  id: string,
  version: number,
  typed: Readonly<Record<Path, string | null>>,
): Promise<number> {
  mustMay(context, 'accept-readings');
  return together(context, async (context) => {
    let count = 0;
    for (const [path, text] of Object.entries(typed)) {
      const { reading: row } = await reading(context, id);
      const field = fieldAt(row.kind, row.record, path);
      const asItWas = parseTyped(field, field.value === null ? null : asTyped(field.value));
      if (isDeepStrictEqual(parseTyped(field, text), asItWas)) continue;
      await correct(context, id, version + count, path, text);
      count++;
    }
    return count;
  });
}

/**
 * Settles a doubtful split of an open reading in one word; the clause is sure from then on.
 * @throws Refusal `no-such-field` where the path leads to no clause
 */
export async function settle(
  context: Context,
  id: string,
  version: number,
  path: Path,
  how: Settlement,
): Promise<void> {
  await change(context, id, version, path, (row) => {
    const clause = Clause.safeParse(valueAt(row.record, path));
    if (!clause.success) refuse('no-such-field', `There is no clause at "${path}".`, 'Load the reading again.');
    return withValue(row.record, path, settleClause(clause.data, how));
  });
}

/**
 * Takes the last correction of a value of an open reading back.
 * @throws Refusal `nothing-settled` where nobody corrected it
 */
export async function takeBack(context: Context, id: string, version: number, path: Path): Promise<void> {
  mustMay(context, 'accept-readings');
  const { corrections } = await reading(context, id);
  const last = corrections.findLast((correction) => correction.path === path);
  if (last === undefined)
    refuse('nothing-settled', `Nobody settled anything at "${nameOf(path)}".`, 'Load the page again.');
  await change(context, id, version, path, (row) => withValue(row.record, path, last.before));
}

/** Where the words or the label of a clause were corrected, its changes follow from them. */
export function settleAround(record: ReadingRow['record'], path: Path): ReadingRow['record'] {
  const clausePath = /^(.*)\/(?:label\/)?(?:before|after)$/.exec(path)?.[1];
  if (clausePath === undefined) return record;
  const clause = Clause.safeParse(valueAt(record, clausePath));
  return clause.success ? withValue(record, clausePath, settled(clause.data)) : record;
}

/** Takes an element that is none out of a list of an open reading: a clause, a participant, a node. */
export async function takeOut(context: Context, id: string, version: number, path: Path): Promise<void> {
  await change(context, id, version, path, (row) => without(row.record, path));
}

async function change(
  context: Context,
  id: string,
  version: number,
  path: Path,
  make: (row: ReadingRow) => ReadingRow['record'],
): Promise<void> {
  mustMay(context, 'accept-readings');
  await together(context, async (context) => {
    const { reading: row } = await reading(context, id);
    mustBeOpen(row);
    const record = make(row);
    mustFit(row.kind, record);
    if (record === null || !(await updateReading(context.db, id, version, { record }))) refuseStale('The reading');
    const before = valueAt(row.record, path);
    const after = valueAt(record, path);
    const { account, name } = context.viewer;
    await insertCorrection(context.db, id, { path, before, after, account, by: name });
    await remember(
      context,
      'corrected',
      { kind: 'reading', id },
      { before: { [path]: before }, after: { [path]: after } },
    );
  });
}

/** Sets to whom the record will be shown. */
export async function showTo(context: Context, id: string, version: number, visibility: Visibility): Promise<void> {
  mustMay(context, 'accept-readings');
  await together(context, async (context) => {
    const { reading: row } = await reading(context, id);
    mustBeOpen(row);
    if (!(await updateReading(context.db, id, version, { visibility }))) refuseStale('The reading');
    await remember(
      context,
      'changed visibility',
      { kind: 'reading', id },
      { before: { visibility: row.visibility }, after: { visibility } },
    );
  });
}

/** Lays a reading aside: nothing of it enters the register, the file is kept. */
export async function dismiss(context: Context, id: string, version: number): Promise<void> {
  mustMay(context, 'accept-readings');
  await together(context, async (context) => {
    const { reading: row } = await reading(context, id);
    mustBeOpen(row);
    if (!(await updateReading(context.db, id, version, { state: 'dismissed' }))) refuseStale('The reading');
    await remember(context, 'laid aside', { kind: 'reading', id });
  });
}

export function mustBeOpen(row: ReadingRow): void {
  if (row.state !== 'open') {
    refuse(
      'not-open',
      row.state === 'accepted' ? 'The reading was accepted already.' : 'The reading was laid aside.',
      'Change the record on its own page, or take the file in again.',
    );
  }
}

/** Lines of a source, as far as the viewer may see them. */
export interface SourcePage {
  source: Pick<SourceRow, 'id' | 'name' | 'media' | 'cameAt'>;
  lines: KeptLine[];
  total: number;
  /** Whether the original may be fetched. */
  original: boolean;
}

/** A source is seen by those who see the record made of it; before that, by those who read files. */
export async function sourcePage(context: Context, id: string, choice: LineChoice | null): Promise<SourcePage> {
  const source = await sourceById(context.db, id);
  const row = source === null ? null : await readingOfSource(context.db, id);
  if (source === null || row === null || !maySeeSource(context, row)) {
    refuse('not-found', 'There is no such file, or it is not shown to you.', 'Sign in, or go back.');
  }
  const secretariat = onlyFor(context.viewer, 'secretariat', true) !== null;
  return {
    source: { id: source.id, name: source.name, media: source.media, cameAt: source.cameAt },
    lines: secretariat
      ? await linesOfSource(context.db, id, choice)
      : withoutContacts(await linesOfSource(context.db, id, withNeighbours(choice)), choice),
    total: await countLines(context.db, id),
    original: secretariat,
  };
}

function maySeeSource(context: Context, row: ReadingRow): boolean {
  if (row.state !== 'accepted') return may(context.viewer, 'read-files').allowed;
  return maySee(context.viewer, { visibility: row.visibility }).allowed;
}

/** Lines that may hold the rest of an address that begins or ends on a chosen line. */
function withNeighbours(choice: LineChoice | null): LineChoice | null {
  if (choice === null) return null;
  if ('first' in choice) return { first: choice.first - 2, last: choice.last + 2 };
  return { only: [...new Set(choice.only.flatMap((line) => [line - 2, line - 1, line, line + 1, line + 2]))] };
}

/**
 * The chosen ones of these lines, without contacts. Where a line held one, its changes are dropped too: the address may
 * run over them.
 */
function withoutContacts(lines: KeptLine[], choice: LineChoice | null): KeptLine[] {
  const chosen = choice !== null && 'only' in choice ? new Set(choice.only) : null;
  const isChosen = (line: number): boolean =>
    chosen?.has(line) ?? (choice === null || !('first' in choice) || (line >= choice.first && line <= choice.last));
  const cleaned = withholdContacts(lines.map((line) => line.words.replaceAll('\n', ' ')).join('\n')).text.split('\n');
  return lines
    .map((line, index) => {
      const words = cleaned[index] ?? '';
      return words === line.words ? line : { ...line, words, runs: null };
    })
    .filter((line) => isChosen(line.number));
}

/** The original file, byte for byte; for the secretariat, because files hold addresses. */
export async function original(
  context: Context,
  id: string,
): Promise<{ name: string; media: string; bytes: Uint8Array }> {
  const source = await sourceById(context.db, id);
  const allowed = onlyFor(context.viewer, 'secretariat', true) !== null;
  const bytes = source === null || !allowed ? null : await context.files.get(source.sha256);
  if (source === null || bytes === null) {
    refuse('not-found', 'There is no such file, or it is not shown to you.', 'Sign in, or go back.');
  }
  return { name: source.name, media: source.media, bytes };
}

/** Something of the register that was made of lines of a source. */
export type MadeOf = NamedThing & { field: string; first: number; last: number };

/**
 * What was made of a stretch of a source: the things of the register whose values were read there, in the order of
 * their lines, as far as the viewer may see both.
 */
export async function madeOf(context: Context, source: string, range: LineRange): Promise<MadeOf[]> {
  const row = await readingOfSource(context.db, source);
  if (row === null || !maySeeSource(context, row)) return [];
  const passages = await passagesIn(context.db, source, range);
  const names = await namesOf(
    context,
    passages.map(({ thing }) => thing),
  );
  return passages.flatMap(({ thing, field, first, last }) => {
    const named = names.get(`${thing.kind} ${thing.id}`);
    return named === undefined ? [] : [{ ...named, field, first, last }];
  });
}

/** Where the values of a thing were read, as far as the viewer may see the sources. */
export async function originsOf(context: Context, thing: Reference): Promise<StoredPassage[]> {
  const passages = await passagesOf(context.db, thing);
  const seen = new Map<string, boolean>();
  for (const { source } of passages) {
    if (seen.has(source)) continue;
    const row = await readingOfSource(context.db, source);
    seen.set(source, row !== null && maySeeSource(context, row));
  }
  return passages.filter((passage) => seen.get(passage.source) === true);
}
