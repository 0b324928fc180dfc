import type { Connection } from '#platform/db/index.ts';
import type { AccessTables } from './tables.ts';

export interface HistoryEntry {
  id: number;
  at: Date;
  actor: string;
  via: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  before: unknown;
  after: unknown;
  note: string | null;
}

/** Adds one entry; call it in the transaction of the write it tells of. */
export async function addHistory(
  db: Connection,
  entry: Omit<HistoryEntry, 'id' | 'at'> & { account: string | null; at: Date },
): Promise<void> {
  await db
    .withTables<AccessTables>()
    .insertInto('access.history')
    .values({
      at: entry.at,
      account: entry.account,
      actor: entry.actor,
      via: entry.via,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      before: entry.before === null ? null : JSON.stringify(entry.before),
      after: entry.after === null ? null : JSON.stringify(entry.after),
      note: entry.note,
    })
    .execute();
}

/** Entries of one subject, or of all, newest first. */
export async function listHistory(
  db: Connection,
  subject: { kind: string; id: string } | null,
  page: { before: number | null; most: number },
): Promise<HistoryEntry[]> {
  let query = db.withTables<AccessTables>().selectFrom('access.history').selectAll();
  if (subject !== null) query = query.where('subject_kind', '=', subject.kind).where('subject_id', '=', subject.id);
  if (page.before !== null) query = query.where('id', '<', page.before);
  const rows = await query.orderBy('id', 'desc').limit(page.most).execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actor: row.actor,
    via: row.via,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    before: row.before,
    after: row.after,
    note: row.note,
  }));
}
