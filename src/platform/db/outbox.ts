/** What waits to be delivered. Entries are written in the transaction of the change that they tell of. */
import type { ColumnType, Generated } from 'kysely';
import type { Connection } from './connection.ts';

type OutboxTables = {
  'platform.outbox': {
    id: Generated<number>;
    kind: string;
    subject_kind: string;
    subject_id: string;
    payload: ColumnType<Record<string, unknown>, string, never>;
    due_at: Generated<Date>;
    delivered_at: Generated<Date | null>;
  };
};

/** News of a thing, for whoever will deliver it. */
export interface News {
  /** Stable kebab-case name: "accepted", "support-asked". */
  kind: string;
  subject: { kind: string; id: string };
  payload: Record<string, unknown>;
  /** Not to be delivered before. Now, unless said. */
  due?: Date;
}

/** Leaves news in the outbox. */
export async function putInOutbox(db: Connection, news: readonly News[]): Promise<void> {
  if (news.length === 0) return;
  await db
    .withTables<OutboxTables>()
    .insertInto('platform.outbox')
    .values(
      news.map(({ kind, subject, payload, due }) => ({
        kind,
        subject_kind: subject.kind,
        subject_id: subject.id,
        payload: JSON.stringify(payload),
        ...(due === undefined ? {} : { due_at: due }),
      })),
    )
    .execute();
}

/** What waits of one thing, soonest first. */
export async function waitingInOutbox(
  db: Connection,
  subject: { kind: string; id: string },
): Promise<{ id: number; kind: string; payload: Record<string, unknown>; due: Date }[]> {
  return db
    .withTables<OutboxTables>()
    .selectFrom('platform.outbox')
    .select(['id', 'kind', 'payload', 'due_at as due'])
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('delivered_at', 'is', null)
    .orderBy('due_at')
    .orderBy('id')
    .execute();
}

/**
 * Takes news of some kinds whose day has come, and marks it as passed on; in the caller's transaction, which passes it on.
 * Two callers at once never get the same.
 */
export async function takeDueNews(
  db: Connection,
  kinds: readonly string[],
  now: Date,
  most: number,
): Promise<{ id: number; kind: string; subject: { kind: string; id: string }; payload: Record<string, unknown> }[]> {
  const rows = await db
    .withTables<OutboxTables>()
    .selectFrom('platform.outbox')
    .select(['id', 'kind', 'subject_kind', 'subject_id', 'payload'])
    .where('kind', 'in', [...kinds])
    .where('delivered_at', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
  if (rows.length > 0) {
    await db
      .withTables<OutboxTables>()
      .updateTable('platform.outbox')
      .set({ delivered_at: now })
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
  }
  return rows.map(({ id, kind, subject_kind, subject_id, payload }) => ({
    id,
    kind,
    subject: { kind: subject_kind, id: subject_id },
    payload,
  }));
}

/** Takes news back that was not delivered yet, because it is no longer true. */
export async function takeFromOutbox(db: Connection, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .withTables<OutboxTables>()
    .deleteFrom('platform.outbox')
    .where('id', 'in', [...ids])
    .where('delivered_at', 'is', null)
    .execute();
}
