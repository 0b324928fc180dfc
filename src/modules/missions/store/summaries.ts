import type { Connection } from '#platform/db/index.ts';
import type { SummaryRow } from '../domain/summary/table.ts';
import type { Json } from './tables.ts';

/** The table of kept summaries. */
export type SummaryTables = {
  'missions.summary': { cycle: string; rows: Json<SummaryRow[]>; version: number };
};

const tables = (db: Connection) => db.withTables<SummaryTables>();

/** The rows of a cycle's summary as they were last kept; `null` before anybody kept them. */
export async function summaryOf(
  db: Connection,
  cycle: string,
): Promise<{ rows: SummaryRow[]; version: number } | null> {
  const row = await tables(db)
    .selectFrom('missions.summary')
    .select(['rows', 'version'])
    .where('cycle', '=', cycle)
    .executeTakeFirst();
  return row ?? null;
}

/** @param version that was seen; 0 before anybody kept one @returns whether it still was that version */
export async function keepSummary(
  db: Connection,
  cycle: string,
  version: number,
  rows: readonly SummaryRow[],
): Promise<boolean> {
  const kept = { cycle, rows: JSON.stringify(rows), version: version + 1 };
  const result =
    version === 0
      ? await tables(db)
          .insertInto('missions.summary')
          .values(kept)
          .onConflict((on) => on.column('cycle').doNothing())
          .executeTakeFirst()
      : await tables(db)
          .updateTable('missions.summary')
          .set({ rows: kept.rows, version: kept.version })
          .where('cycle', '=', cycle)
          .where('version', '=', version)
          .executeTakeFirst();
  return ('numUpdatedRows' in result ? result.numUpdatedRows : result.numInsertedOrUpdatedRows) === 1n;
}
