import { sql } from 'kysely';
import type { Connection } from '#platform/db/index.ts';
import type { KeptLine } from '../domain/read-file.ts';
import type { IntakeTables } from './tables.ts';
import type { Media } from '#kernel/reading/index.ts';

export interface SourceRow {
  id: string;
  sha256: string;
  name: string;
  media: Media;
  bytes: number;
  replaces: string | null;
  example: boolean;
  cameBy: string;
  cameAt: Date;
}

const tables = (db: Connection) => db.withTables<IntakeTables>();
const columns = [
  'id',
  'sha256',
  'name',
  'media',
  'bytes',
  'replaces',
  'example',
  'came_by as cameBy',
  'came_at as cameAt',
] as const;

export async function insertSource(
  db: Connection,
  source: Omit<SourceRow, 'cameAt'> & { account: string | null },
  lines: readonly KeptLine[],
): Promise<void> {
  const { cameBy, ...rest } = source;
  await tables(db)
    .insertInto('intake.source')
    .values({ ...rest, came_by: cameBy })
    .execute();
  for (let from = 0; from < lines.length; from += 5000) {
    const some = lines.slice(from, from + 5000);
    await sql`
      insert into intake.line (source, number, words, runs, cell)
      select ${source.id}::uuid, number, words, runs::jsonb, cell
      from unnest(
        ${some.map((line) => line.number)}::int[],
        ${some.map((line) => line.words.replaceAll('\0', ''))}::text[],
        ${some.map((line) => (line.runs === null ? null : JSON.stringify(line.runs)))}::text[],
        ${some.map((line) => line.cell)}::int[]
      ) as line (number, words, runs, cell)`.execute(db);
  }
}

export async function sourceById(db: Connection, id: string): Promise<SourceRow | null> {
  return (await tables(db).selectFrom('intake.source').select(columns).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Sources with this very content, newest first. */
export function sourcesByHash(db: Connection, sha256: string): Promise<SourceRow[]> {
  return tables(db)
    .selectFrom('intake.source')
    .select(columns)
    .where('sha256', '=', sha256)
    .orderBy('came_at', 'desc')
    .execute();
}

/** Sources of this name with another content, newest first. */
export function sourcesByName(db: Connection, name: string, notSha256: string): Promise<SourceRow[]> {
  return tables(db)
    .selectFrom('intake.source')
    .select(columns)
    .where('name', '=', name)
    .where('sha256', '<>', notSha256)
    .orderBy('came_at', 'desc')
    .execute();
}

/** Which lines of a source: from one to another, or just these. */
export type LineChoice = { first: number; last: number } | { only: readonly number[] };

/** Lines of a source in order; without a choice, all. */
export async function linesOfSource(
  db: Connection,
  source: string,
  choice: LineChoice | null = null,
): Promise<KeptLine[]> {
  let query = tables(db)
    .selectFrom('intake.line')
    .select(['number', 'words', 'runs', 'cell'])
    .where('source', '=', source);
  if (choice !== null && 'only' in choice) query = query.where('number', 'in', [0, ...choice.only]);
  else if (choice !== null) query = query.where('number', '>=', choice.first).where('number', '<=', choice.last);
  return query.orderBy('number').execute();
}

export async function countLines(db: Connection, source: string): Promise<number> {
  const row = await tables(db)
    .selectFrom('intake.line')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('source', '=', source)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Hashes of all files that the register refers to. */
export async function allHashes(db: Connection): Promise<string[]> {
  const rows = await tables(db).selectFrom('intake.source').select('sha256').distinct().execute();
  return rows.map((row) => row.sha256);
}
