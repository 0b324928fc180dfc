import { sql, type ColumnType, type Generated } from 'kysely';
import type { Connection } from '#platform/db/index.ts';
import type { MessageAttachment, MessageState, Tally } from '../domain/message.ts';

type PostTables = {
  'post.message': {
    id: string;
    batch: string;
    kind: string;
    about_kind: string;
    about_id: string;
    organisation: string | null;
    person: string | null;
    copy: boolean;
    subject: string;
    text: string;
    attachments: ColumnType<MessageAttachment[], string, never>;
    state: Generated<MessageState>;
    due_at: Date;
    cleared_by: string | null;
    cleared_at: Date | null;
    ended_at: Date | null;
    attempts: Generated<number>;
    next_try_at: Date | null;
    last_error: string | null;
    made_by: string;
    made_at: ColumnType<Date, Date, never>;
  };
  'post.attempt': { id: string; message: string; begun_at: Date; ended_at: Date | null; error: string | null };
};

/** One message to one recipient: an organisation or a person. */
export interface Message {
  id: string;
  batch: string;
  kind: string;
  aboutKind: string;
  aboutId: string;
  organisation: string | null;
  person: string | null;
  /** Whether the recipient only gets a copy. */
  copy: boolean;
  subject: string;
  text: string;
  attachments: MessageAttachment[];
  state: MessageState;
  due: Date;
  clearedBy: string | null;
  clearedAt: Date | null;
  /** When it was sent or taken back. */
  endedAt: Date | null;
  attempts: number;
  nextTry: Date | null;
  lastError: string | null;
  madeBy: string;
  madeAt: Date;
}

export type NewMessage = Omit<
  Message,
  'state' | 'clearedBy' | 'clearedAt' | 'endedAt' | 'attempts' | 'nextTry' | 'lastError'
>;

const tables = (db: Connection) => db.withTables<PostTables>();
const columns = [
  'id',
  'batch',
  'kind',
  'about_kind as aboutKind',
  'about_id as aboutId',
  'organisation',
  'person',
  'copy',
  'subject',
  'text',
  'attachments',
  'state',
  'due_at as due',
  'cleared_by as clearedBy',
  'cleared_at as clearedAt',
  'ended_at as endedAt',
  'attempts',
  'next_try_at as nextTry',
  'last_error as lastError',
  'made_by as madeBy',
  'made_at as madeAt',
] as const;

export async function insertMessages(db: Connection, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await tables(db)
    .insertInto('post.message')
    .values(
      messages.map(({ aboutKind, aboutId, due, madeBy, madeAt, attachments, ...message }) => ({
        ...message,
        about_kind: aboutKind,
        about_id: aboutId,
        due_at: due,
        made_by: madeBy,
        made_at: madeAt,
        attachments: JSON.stringify(attachments),
      })),
    )
    .execute();
}

/** A batch as the list shows it. */
export interface Batch extends Tally {
  batch: string;
  kind: string;
  aboutKind: string;
  aboutId: string;
  subject: string;
  madeBy: string;
  madeAt: Date;
  /** The soonest day on which one of it may leave. */
  due: Date;
}

/** All batches: those with something open first, then the newest. */
export async function listBatches(db: Connection): Promise<Batch[]> {
  const { rows } = await sql<Batch>`
    select batch, min(kind) as kind, min(about_kind) as "aboutKind", min(about_id::text) as "aboutId",
      min(subject) as subject, min(made_by) as "madeBy", min(made_at) as "madeAt", min(due_at) as due,
      count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'cleared')::int as cleared,
      count(*) filter (where state = 'sent')::int as sent,
      count(*) filter (where state = 'by-hand')::int as "by-hand",
      count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state = 'taken-back')::int as "taken-back"
    from post.message group by batch
    order by count(*) filter (where state in ('waiting', 'failed', 'cleared')) > 0 desc, min(made_at) desc, batch`.execute(
    db,
  );
  return rows;
}

/** Which messages are meant. */
export type MessagesBy =
  { batch: string } | { id: string } | { aboutKind: string; aboutId: string; kind?: string; organisation?: string };

/** Messages, in the order in which they were queued. */
export function messagesBy(db: Connection, by: MessagesBy): Promise<Message[]> {
  let query = tables(db).selectFrom('post.message').select(columns);
  if ('batch' in by) query = query.where('batch', '=', by.batch);
  else if ('id' in by) query = query.where('id', '=', by.id);
  else {
    query = query.where('about_kind', '=', by.aboutKind).where('about_id', '=', by.aboutId);
    if (by.kind !== undefined) query = query.where('kind', '=', by.kind);
    if (by.organisation !== undefined) query = query.where('organisation', '=', by.organisation);
  }
  return query.orderBy('copy').orderBy('id').execute();
}

/**
 * Moves messages that are in one of some states, each by itself: one that is just being sent is waited for.
 * @returns ids of those that were
 */
export async function moveMessages(
  db: Connection,
  ids: readonly string[],
  from: readonly MessageState[],
  change: {
    state: MessageState;
    clearedBy?: string;
    clearedAt?: Date;
    endedAt?: Date;
    /** Tried anew, as if it had never been. */
    afresh?: boolean;
  },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { state, clearedBy, clearedAt, endedAt, afresh } = change;
  const moved = await tables(db)
    .updateTable('post.message')
    .set({
      state,
      ...(clearedBy === undefined ? {} : { cleared_by: clearedBy }),
      ...(clearedAt === undefined ? {} : { cleared_at: clearedAt }),
      ...(endedAt === undefined ? {} : { ended_at: endedAt }),
      ...(afresh === true ? { attempts: 0, next_try_at: null, last_error: null } : {}),
    })
    .where('id', 'in', [...ids])
    .where('state', 'in', [...from])
    .returning('id')
    .execute();
  return moved.map(({ id }) => id);
}

/**
 * The next message that may leave, locked until the end of the transaction: cleared, due, and no other deliverer has it.
 * The lock lets its attempts be written beside it.
 */
export async function lockNext(db: Connection, now: Date): Promise<Message | null> {
  const row = await tables(db)
    .selectFrom('post.message')
    .select(columns)
    .where('due_at', '<=', now)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'cleared'),
        eb.and([eb('state', '=', 'failed'), eb('next_try_at', 'is not', null), eb('next_try_at', '<=', now)]),
      ]),
    )
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

/** Writes how an attempt on a locked message ended. */
export async function endMessage(
  db: Connection,
  id: string,
  end: { state: 'sent' | 'failed'; attempts: number; at: Date; nextTry: Date | null; error: string | null },
): Promise<void> {
  await tables(db)
    .updateTable('post.message')
    .set({
      state: end.state,
      attempts: end.attempts,
      ended_at: end.state === 'sent' ? end.at : null,
      next_try_at: end.nextTry,
      last_error: end.error,
    })
    .where('id', '=', id)
    .execute();
}

export interface Attempt {
  id: string;
  message: string;
  begun: Date;
  ended: Date | null;
  error: string | null;
}

export async function beginAttempt(db: Connection, attempt: { id: string; message: string; at: Date }): Promise<void> {
  await tables(db)
    .insertInto('post.attempt')
    .values({ id: attempt.id, message: attempt.message, begun_at: attempt.at, ended_at: null, error: null })
    .execute();
}

export async function endAttempt(db: Connection, id: string, at: Date, error: string | null): Promise<void> {
  await tables(db).updateTable('post.attempt').set({ ended_at: at, error }).where('id', '=', id).execute();
}

export function attemptsOn(db: Connection, message: string): Promise<Attempt[]> {
  return tables(db)
    .selectFrom('post.attempt')
    .select(['id', 'message', 'begun_at as begun', 'ended_at as ended', 'error'])
    .where('message', '=', message)
    .orderBy('begun_at')
    .orderBy('id')
    .execute();
}

/** How many messages stand where. */
export async function countMessages(db: Connection): Promise<Map<MessageState, number>> {
  const rows = await tables(db)
    .selectFrom('post.message')
    .select(({ fn }) => ['state', fn.countAll<number>().as('number')])
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, number }) => [state, number]));
}
