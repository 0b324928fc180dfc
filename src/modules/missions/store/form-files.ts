import type { Connection } from '#platform/db/index.ts';
import type { FormKind } from '../domain/forms/form.ts';
import type { MadeAt, MissionsTables } from './tables.ts';

/** A form that came back; its bytes are in the store of files under their hash. */
export interface FormFile {
  id: string;
  kind: FormKind;
  /** The request or offer it belongs to; `null` for one that is to become new. */
  subject: string | null;
  /** The cycle that it is to become new in. */
  cycle: string | null;
  name: string;
  sha256: string;
  bytes: number;
  account: string | null;
  cameBy: string;
  madeAt: Date;
  state: 'waiting' | 'taken' | 'laid-aside';
}

type FormFileTables = {
  'missions.form_file': Omit<FormFile, 'cameBy' | 'madeAt'> & { came_by: string; made_at: MadeAt };
};

const tables = (db: Connection) => db.withTables<FormFileTables>();
const columns = [
  'id',
  'kind',
  'subject',
  'cycle',
  'name',
  'sha256',
  'bytes',
  'account',
  'came_by as cameBy',
  'made_at as madeAt',
  'state',
] as const;

export async function insertFormFile(db: Connection, { cameBy, madeAt, ...file }: FormFile): Promise<void> {
  await tables(db)
    .insertInto('missions.form_file')
    .values({ ...file, came_by: cameBy, made_at: madeAt })
    .execute();
}

export async function formFileBy(db: Connection, id: string): Promise<FormFile | null> {
  const row = await tables(db).selectFrom('missions.form_file').select(columns).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Files that wait to be looked at, for a request or an offer; newest first. */
export function waitingFormFiles(db: Connection, kind: FormKind, subject: string): Promise<FormFile[]> {
  return tables(db)
    .selectFrom('missions.form_file')
    .select(columns)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('state', '=', 'waiting')
    .orderBy('made_at', 'desc')
    .execute();
}

/** A request that was opened from a Word file came by Word. */
export async function cameByWord(db: Connection, application: string): Promise<void> {
  await db
    .withTables<MissionsTables>()
    .updateTable('missions.application')
    .set({ came_by: 'word' })
    .where('id', '=', application)
    .execute();
}

/** @returns whether it was still waiting */
export async function settleFormFile(
  db: Connection,
  id: string,
  change: { state: 'taken' | 'laid-aside'; subject?: string } | { state: 'waiting'; subject: string },
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('missions.form_file')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
