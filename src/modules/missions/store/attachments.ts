import type { Generated } from 'kysely';
import type { Connection } from '#platform/db/index.ts';
import type { MadeAt } from './tables.ts';

/** What files are attached to. */
export const attachedTo = ['application', 'assistance-plan', 'mission', 'letter'] as const;
export type AttachedTo = (typeof attachedTo)[number];

/** A file attached to something; its bytes are in the store of files under their hash. */
export interface Attachment {
  id: string;
  subjectKind: AttachedTo;
  subject: string;
  name: string;
  /** As its sender calls it; a download is always sent as plain bytes. */
  media: string;
  sha256: string;
  bytes: number;
  note: string;
  account: string | null;
  madeAt: Date;
  removedAt: Date | null;
}

type AttachmentTables = {
  'missions.attachment': {
    id: string;
    subject_kind: AttachedTo;
    subject: string;
    name: string;
    media: string;
    sha256: string;
    bytes: number;
    note: Generated<string>;
    account: string | null;
    made_at: MadeAt;
    removed_at: Date | null;
  };
};

const tables = (db: Connection) => db.withTables<AttachmentTables>();
const columns = [
  'id',
  'subject_kind as subjectKind',
  'subject',
  'name',
  'media',
  'sha256',
  'bytes',
  'note',
  'account',
  'made_at as madeAt',
  'removed_at as removedAt',
] as const;

export async function insertAttachment(db: Connection, attachment: Omit<Attachment, 'removedAt'>): Promise<void> {
  const { subjectKind, madeAt, ...rest } = attachment;
  await tables(db)
    .insertInto('missions.attachment')
    .values({ ...rest, subject_kind: subjectKind, made_at: madeAt, removed_at: null })
    .execute();
}

/** Files attached to a thing, in the order they came; removed ones only when asked for. */
export function attachmentsOf(
  db: Connection,
  { kind, id }: { kind: AttachedTo; id: string },
  withRemoved = false,
): Promise<Attachment[]> {
  let query = tables(db)
    .selectFrom('missions.attachment')
    .select(columns)
    .where('subject_kind', '=', kind)
    .where('subject', '=', id);
  if (!withRemoved) query = query.where('removed_at', 'is', null);
  return query.orderBy('made_at').orderBy('id').execute();
}

export async function attachmentById(db: Connection, id: string): Promise<Attachment | null> {
  const row = await tables(db)
    .selectFrom('missions.attachment')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** @returns whether it was there and not removed before */
export async function markRemoved(db: Connection, id: string, at: Date): Promise<boolean> {
  const result = await tables(db)
    .updateTable('missions.attachment')
    .set({ removed_at: at })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
