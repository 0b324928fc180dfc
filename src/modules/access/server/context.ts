import type { Connection } from '#platform/db/index.ts';
import { inTransaction } from '#platform/db/index.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { Reference } from '#kernel/reference.ts';
import type { Announcement } from '#kernel/register.ts';
import { refuse } from '#kernel/problem.ts';
import { may, maySee, type Ability, type Guarded, type Viewer } from '../domain/policy.ts';
import { addHistory } from '../store/history.ts';

/** What every service is called with: who asks, by which way, and on which connection. */
export interface Context {
  viewer: Viewer;
  via: 'web' | 'command line' | 'start';
  db: Connection;
  files: FileStore;
  now: () => Date;
  /**
   * Hears what was written, in the writer's transaction: the room that searches and links everything stands above those
   * that write, so they cannot call it.
   */
  hear: (context: Context, news: Announcement) => Promise<void>;
}

/** Tells the room of search and links what was written, changed or removed; in the caller's transaction. */
export function announce(context: Context, news: Partial<Announcement>): Promise<void> {
  return context.hear(context, { written: [], ties: [], gone: [], ...news });
}

/** Runs work in one transaction; a service called inside it takes part in it. */
export function together<T>(context: Context, work: (context: Context) => Promise<T>): Promise<T> {
  return inTransaction(context.db, (db) => work({ ...context, db }));
}

/** Every service that is not for everybody starts with this. @throws Refusal `not-allowed`, saying why */
export function mustMay(context: Context, ability: Ability): void {
  const decision = may(context.viewer, ability);
  if (!decision.allowed) {
    refuse('not-allowed', decision.why, context.viewer.account === null ? 'Sign in first.' : 'Ask an administrator.');
  }
}

/** Adds to the history, in the caller's transaction. `before` is `null` for what is new, `after` for what was removed. */
export async function remember(
  context: Context,
  action: string,
  subject: Reference,
  change: { before?: unknown; after?: unknown; note?: string } = {},
): Promise<void> {
  await addHistory(context.db, {
    at: context.now(),
    account: context.viewer.account,
    actor: context.viewer.name,
    via: context.via,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    before: change.before ?? null,
    after: change.after ?? null,
    note: change.note ?? null,
  });
}

/**
 * A record that was found and may be seen. One that may not be seen is refused as if it were not there, so that an
 * address gives nothing away.
 * @param what the kind of record, in words
 * @throws Refusal `not-found`
 */
export function mustSee<T extends Guarded>(context: Context, found: T | null, what: string): T {
  if (found === null || !maySee(context.viewer, found).allowed) {
    refuse(
      'not-found',
      `There is no ${what} at this address, or it is not shown to you.`,
      'Look in the list, or sign in.',
    );
  }
  return found;
}

/** Refuses a change that was made against an older version of a record. */
export function refuseStale(what: string): never {
  refuse(
    'changed-meanwhile',
    `${what} was changed by someone else while you were working on it.`,
    'Load the page again, look at what changed, and make your change to the new version.',
  );
}
