import type { Written } from '#kernel/register.ts';
import type { Connection } from '#platform/db/index.ts';

type OutboxTables = {
  'platform.outbox': { kind: string; subject_kind: string; subject_id: string; payload: string };
};

/** Leaves the news of an accepted record for whoever will deliver it; in the transaction of the acceptance. */
export async function announce(db: Connection, thing: Written): Promise<void> {
  await db
    .withTables<OutboxTables>()
    .insertInto('platform.outbox')
    .values({
      kind: 'accepted',
      subject_kind: thing.kind,
      subject_id: thing.id,
      payload: JSON.stringify({ address: thing.address, title: thing.title }),
    })
    .execute();
}
