import type { Connection } from '#platform/db/index.ts';
import type { Role } from '../domain/policy.ts';
import type { AccessTables } from './tables.ts';

export interface Account {
  id: string;
  signInName: string;
  name: string;
  role: Role;
  organisation: string | null;
  disabled: boolean;
  version: number;
}

const tables = (db: Connection) => db.withTables<AccessTables>();
const columns = ['id', 'sign_in_name as signInName', 'name', 'role', 'organisation', 'disabled', 'version'] as const;

export async function insertAccount(
  db: Connection,
  account: Omit<Account, 'version' | 'disabled'> & { passwordHash: string },
): Promise<void> {
  await tables(db)
    .insertInto('access.account')
    .values({
      id: account.id,
      sign_in_name: account.signInName,
      name: account.name,
      password_hash: account.passwordHash,
      role: account.role,
      organisation: account.organisation,
    })
    .execute();
}

export async function countAccounts(db: Connection): Promise<number> {
  const row = await tables(db)
    .selectFrom('access.account')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export function listAccounts(db: Connection): Promise<Account[]> {
  return tables(db).selectFrom('access.account').select(columns).orderBy('name').execute();
}

export async function accountById(db: Connection, id: string): Promise<Account | null> {
  return (
    (await tables(db).selectFrom('access.account').select(columns).where('id', '=', id).executeTakeFirst()) ?? null
  );
}

/** The account of a sign-in name with the hash of its password. */
export async function accountToCheck(
  db: Connection,
  signInName: string,
): Promise<(Account & { passwordHash: string }) | null> {
  const row = await tables(db)
    .selectFrom('access.account')
    .select([...columns, 'password_hash as passwordHash'])
    .where('sign_in_name', '=', signInName)
    .executeTakeFirst();
  return row ?? null;
}

/** @returns whether a row of this version was there to change */
export async function updateAccount(
  db: Connection,
  id: string,
  version: number,
  change: { role?: Role; organisation?: string | null; name?: string; disabled?: boolean; passwordHash?: string },
): Promise<boolean> {
  const { passwordHash, ...rest } = change;
  const result = await tables(db)
    .updateTable('access.account')
    .set({ ...rest, ...(passwordHash === undefined ? {} : { password_hash: passwordHash }) })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function recordFailure(db: Connection, signInName: string, at: Date): Promise<void> {
  await tables(db)
    .insertInto('access.sign_in_failure')
    .values({ sign_in_name: signInName, failures: 1, last_at: at })
    .onConflict((oc) =>
      oc.column('sign_in_name').doUpdateSet((eb) => ({
        failures: eb('access.sign_in_failure.failures', '+', 1),
        last_at: at,
      })),
    )
    .execute();
}

export async function failuresOf(
  db: Connection,
  signInName: string,
): Promise<{ failures: number; lastAt: Date } | null> {
  const row = await tables(db)
    .selectFrom('access.sign_in_failure')
    .select(['failures', 'last_at as lastAt'])
    .where('sign_in_name', '=', signInName)
    .executeTakeFirst();
  return row ?? null;
}

export async function clearFailures(db: Connection, signInName: string): Promise<void> {
  await tables(db).deleteFrom('access.sign_in_failure').where('sign_in_name', '=', signInName).execute();
}
