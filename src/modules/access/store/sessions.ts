import type { Connection } from '#platform/db/index.ts';
import type { Role } from '../domain/policy.ts';
import type { AccessTables } from './tables.ts';

export interface SessionRow {
  account: string;
  name: string;
  role: Role;
  organisation: string | null;
  seeAs: Role | null;
  expiresAt: Date;
}

const tables = (db: Connection) => db.withTables<AccessTables>();

export async function insertSession(
  db: Connection,
  session: { tokenHash: string; account: string; madeAt: Date; expiresAt: Date },
): Promise<void> {
  await tables(db)
    .insertInto('access.session')
    .values({
      token_hash: session.tokenHash,
      account: session.account,
      see_as: null,
      made_at: session.madeAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** The session of a token that has not run out and whose account is not disabled. */
export async function findSession(db: Connection, tokenHash: string, now: Date): Promise<SessionRow | null> {
  const row = await tables(db)
    .selectFrom('access.session as session')
    .innerJoin('access.account as account', 'account.id', 'session.account')
    .select([
      'session.account',
      'account.name',
      'account.role',
      'account.organisation',
      'session.see_as as seeAs',
      'session.expires_at as expiresAt',
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('account.disabled', '=', false)
    .executeTakeFirst();
  return row ?? null;
}

export async function changeSession(
  db: Connection,
  tokenHash: string,
  change: { seeAs?: Role | null; expiresAt?: Date },
): Promise<void> {
  await tables(db)
    .updateTable('access.session')
    .set({
      ...(change.seeAs === undefined ? {} : { see_as: change.seeAs }),
      ...(change.expiresAt === undefined ? {} : { expires_at: change.expiresAt }),
    })
    .where('token_hash', '=', tokenHash)
    .execute();
}

export async function deleteSession(db: Connection, tokenHash: string): Promise<void> {
  await tables(db).deleteFrom('access.session').where('token_hash', '=', tokenHash).execute();
}

/** Ends all sessions of an account, or all that have run out. */
export async function deleteSessions(db: Connection, which: { account: string } | { expiredAt: Date }): Promise<void> {
  const query = tables(db).deleteFrom('access.session');
  await (
    'account' in which ? query.where('account', '=', which.account) : query.where('expires_at', '<=', which.expiredAt)
  ).execute();
}
