import { createHash, randomBytes } from 'node:crypto';
import { refuse } from '#kernel/problem.ts';
import { waitAfter } from '../domain/accounts.ts';
import { anybody, may, type Role, type Viewer } from '../domain/policy.ts';
import { accountToCheck, clearFailures, failuresOf, recordFailure } from '../store/accounts.ts';
import { changeSession, deleteSession, deleteSessions, findSession, insertSession } from '../store/sessions.ts';
import { mustMay, type Context } from './context.ts';
import { passwordFits } from './passwords.ts';

/** How long a session lasts without being used. */
export const sessionDays = 7;
const day = 24 * 60 * 60 * 1000;

export interface SignedIn {
  /** Goes into the person's cookie and nowhere else: the database keeps only its hash. */
  token: string;
  expiresAt: Date;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Opens a session.
 * @throws Refusal `sign-in-failed` for a wrong name or password alike; `too-many-attempts` while a name has to wait
 */
export async function signIn(context: Context, signInName: string, password: string): Promise<SignedIn> {
  const name = signInName.trim().normalize('NFKC').toLowerCase().slice(0, 120);
  const now = context.now();
  const failed = await failuresOf(context.db, name);
  if (failed !== null) {
    const ready = failed.lastAt.getTime() + waitAfter(failed.failures) * 1000;
    if (ready > now.getTime()) {
      const seconds = Math.ceil((ready - now.getTime()) / 1000);
      refuse(
        'too-many-attempts',
        'There were too many failed attempts for this name.',
        `Try again in ${seconds} seconds.`,
      );
    }
  }
  const account = await accountToCheck(context.db, name);
  const fits = await passwordFits(password.slice(0, 200), account?.passwordHash ?? null);
  if (account === null || !fits || account.disabled) {
    await recordFailure(context.db, name, now);
    refuse('sign-in-failed', 'The name or the password is not right.', 'Check both and try again.', {
      field: 'password',
    });
  }
  await clearFailures(context.db, name);
  await deleteSessions(context.db, { expiredAt: now });
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + sessionDays * day);
  await insertSession(context.db, { tokenHash: hashOf(token), account: account.id, madeAt: now, expiresAt });
  return { token, expiresAt };
}

/** Ends the session of a token. */
export async function signOut(context: Context, token: string): Promise<void> {
  await deleteSession(context.db, hashOf(token));
}

/** Who a token belongs to; {@link anybody} when it is no longer good. */
export interface Session {
  /** With the role they look with. */
  viewer: Viewer;
  /** With the role of their account. */
  own: Viewer;
  /** The role whose eyes they look with; `null` while it is their own. */
  seesAs: Role | null;
}

const nobody: Session = { viewer: anybody, own: anybody, seesAs: null };

/** Finds the session of a cookie and keeps it alive while it is used. */
export async function sessionOf(context: Pick<Context, 'db' | 'now'>, token: string | undefined): Promise<Session> {
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return nobody;
  const now = context.now();
  const row = await findSession(context.db, hashOf(token), now);
  if (row === null) return nobody;
  if (row.expiresAt.getTime() - now.getTime() < (sessionDays / 2) * day) {
    await changeSession(context.db, hashOf(token), { expiresAt: new Date(now.getTime() + sessionDays * day) });
  }
  const own: Viewer = { account: row.account, name: row.name, role: row.role, organisation: row.organisation };
  if (row.seeAs === null || !may(own, 'see-as').allowed) return { viewer: own, own, seesAs: null };
  return { viewer: { ...own, role: row.seeAs }, own, seesAs: row.seeAs };
}

/** Looks with the eyes of another role, or with one's own again (`null`). */
export async function seeAs(context: Context, token: string, own: Viewer, role: Role | null): Promise<void> {
  mustMay({ ...context, viewer: own }, 'see-as');
  await changeSession(context.db, hashOf(token), { seeAs: role });
}
