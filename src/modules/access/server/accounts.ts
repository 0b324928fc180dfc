import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import { Password, type NewAccount } from '../domain/accounts.ts';
import { system, type Role } from '../domain/policy.ts';
import {
  accountById,
  accountToCheck,
  countAccounts,
  insertAccount,
  listAccounts,
  updateAccount,
  type Account,
} from '../store/accounts.ts';
import { deleteSessions } from '../store/sessions.ts';
import { mustMay, refuseStale, remember, together, type Context } from './context.ts';
import { hashPassword, newPassword, passwordFits } from './passwords.ts';

export type { Account };

/** Opens an account. @throws Refusal `name-taken` */
export async function openAccount(context: Context, input: NewAccount): Promise<string> {
  mustMay(context, 'manage-people');
  const passwordHash = await hashPassword(input.password);
  return together(context, async (context) => {
    if ((await accountToCheck(context.db, input.signInName)) !== null) {
      refuse('name-taken', `The sign-in name "${input.signInName}" is taken.`, 'Choose another.', {
        field: 'signInName',
      });
    }
    const id = newId(context.now().getTime());
    const { signInName, name, role, organisation } = input;
    await insertAccount(context.db, { id, signInName, name, role, organisation, passwordHash });
    await remember(context, 'opened', { kind: 'account', id }, { after: { signInName, name, role, organisation } });
    return id;
  });
}

/** All accounts, for those who manage people. */
export async function accounts(context: Context): Promise<Account[]> {
  mustMay(context, 'manage-people');
  return listAccounts(context.db);
}

/** Changes an account that still is as it was seen; disabling it ends its sessions. */
export async function changeAccount(
  context: Context,
  id: string,
  version: number,
  change: { role?: Role; organisation?: string | null; name?: string; disabled?: boolean },
): Promise<void> {
  mustMay(context, 'manage-people');
  await together(context, async (context) => {
    const before = await accountById(context.db, id);
    if (before === null) refuse('not-found', 'There is no such account.', 'Go back to the list.');
    if (
      id === context.viewer.account &&
      (change.disabled === true || (change.role ?? 'administrator') !== 'administrator')
    ) {
      refuse('own-account', 'You cannot take your own administration away.', 'Ask another administrator.');
    }
    if (!(await updateAccount(context.db, id, version, change))) refuseStale('The account');
    if (change.disabled === true) await deleteSessions(context.db, { account: id });
    await remember(context, 'changed', { kind: 'account', id }, { before, after: { ...before, ...change } });
  });
}

/** Changes one's own password and ends all other sessions. */
export async function changeOwnPassword(context: Context, current: string, wanted: string): Promise<void> {
  const own = context.viewer.account === null ? null : await accountById(context.db, context.viewer.account);
  if (own === null) refuse('not-allowed', 'You are not signed in.', 'Sign in first.');
  const checked = Password.safeParse(wanted);
  if (!checked.success) {
    refuse('bad-password', checked.error.issues[0]?.message ?? 'Choose another password.', '', { field: 'wanted' });
  }
  const account = await accountToCheck(context.db, own.signInName);
  if (account === null || !(await passwordFits(current, account.passwordHash))) {
    refuse('wrong-password', 'The current password is not right.', 'Type it again.', { field: 'current' });
  }
  const passwordHash = await hashPassword(checked.data);
  await together(context, async (context) => {
    if (!(await updateAccount(context.db, own.id, account.version, { passwordHash }))) refuseStale('The account');
    await deleteSessions(context.db, { account: own.id });
    await remember(context, 'changed password', { kind: 'account', id: own.id });
  });
}

/**
 * Opens the first administrator's account when there is no account at all.
 * @returns name and password to tell the person who started the workbench, or `null` when accounts exist
 */
export async function firstAdministrator(context: Context): Promise<{ signInName: string; password: string } | null> {
  if ((await countAccounts(context.db)) > 0) return null;
  const password = newPassword();
  const account = {
    signInName: 'admin',
    name: 'First administrator',
    role: 'administrator',
    organisation: null,
    password,
  } as const;
  try {
    await openAccount({ ...context, viewer: system }, account);
  } catch (error) {
    // Another process may have opened it at the same moment.
    if ((await countAccounts(context.db)) > 0) return null;
    throw error;
  }
  return { signInName: account.signInName, password };
}
