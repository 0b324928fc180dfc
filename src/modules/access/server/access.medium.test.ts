import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import { newId } from '#kernel/ids.ts';
import { useDatabase, viewerWith } from '../../../testing/database.ts';
import { audienceOf, maySee, Role, Visibility, type Viewer } from '../domain/policy.ts';
import {
  accounts,
  changeAccount,
  changeOwnPassword,
  firstAdministrator,
  historyOf,
  openAccount,
  remember,
  seeAs,
  sessionOf,
  signIn,
  signOut,
  together,
  visibleRows,
  type Context,
} from './index.ts';

const database = useDatabase();

async function code(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.problem.code;
    throw error;
  }
  return 'no refusal';
}

const newAccount = (signInName: string, role: 'member' | 'administrator' = 'member') =>
  ({ signInName, name: 'Mele Tau', role, organisation: null, password: 'a long enough word' }) as const;

async function viewerOf(context: Context, signInName: string): Promise<{ token: string; viewer: Viewer }> {
  const { token } = await signIn(context, signInName, 'a long enough word');
  return { token, viewer: (await sessionOf(context, token)).viewer };
}

describe('accounts', () => {
  test('the first administrator is made once and can sign in', async () => {
    const context = database.context();
    const first = await firstAdministrator(context);
    expect(first?.signInName).toBe('admin');
    expect(await firstAdministrator(context)).toBeNull();
    const { token } = await signIn(context, 'Admin', first?.password ?? '');
    expect((await sessionOf(context, token)).viewer.role).toBe('administrator');
  });

  test('names are taken once, whatever their case', async () => {
    const context = database.context();
    await openAccount(context, newAccount('mele.tau'));
    expect(await code(openAccount(context, newAccount('mele.tau')))).toBe('name-taken');
  });

  test('only administrators manage accounts', async () => {
    for (const role of Role.options.filter((role) => role !== 'administrator')) {
      const context = database.context(viewerWith(role));
      expect(await code(openAccount(context, newAccount(`by-${role}`)))).toBe('not-allowed');
      expect(await code(accounts(context))).toBe('not-allowed');
    }
  });

  test('a change to an older version is refused, and nobody locks themselves out', async () => {
    const context = database.context();
    const id = await openAccount(context, newAccount('stale', 'administrator'));
    await changeAccount(context, id, 1, { name: 'First' });
    expect(await code(changeAccount(context, id, 1, { name: 'Second' }))).toBe('changed-meanwhile');
    const { viewer } = await viewerOf(context, 'stale');
    expect(await code(changeAccount(database.context(viewer), id, 2, { disabled: true }))).toBe('own-account');
    expect((await accounts(context)).find((account) => account.id === id)).toMatchObject({ name: 'First', version: 2 });
  });
});

describe('sessions', () => {
  test('a token is good until sign-out, and the database does not know it', async () => {
    const context = database.context();
    await openAccount(context, newAccount('sione'));
    const { token, viewer } = await viewerOf(context, 'sione');
    expect(viewer).toMatchObject({ name: 'Mele Tau', role: 'member' });
    const { rows } = await sql<{ all: string }>`select string_agg(token_hash, ' ') as all from access.session`.execute(
      database.db,
    );
    expect(rows[0]?.all).not.toContain(token);
    await signOut(context, token);
    expect((await sessionOf(context, token)).viewer.role).toBe('public');
  });

  test('a session ends when it is not used, when the account is disabled and when the password changes', async () => {
    const context = database.context();
    const id = await openAccount(context, newAccount('tevita'));
    const first = await viewerOf(context, 'tevita');
    const later = { ...context, now: () => new Date(Date.now() + 8 * 24 * 3600 * 1000) };
    expect((await sessionOf(later, first.token)).viewer.role).toBe('public');

    const own = database.context(first.viewer);
    expect(await code(changeOwnPassword(own, 'not this one', 'another long word'))).toBe('wrong-password');
    expect(await code(changeOwnPassword(own, 'a long enough word', 'short'))).toBe('bad-password');
    await changeOwnPassword(own, 'a long enough word', 'another long word');
    expect((await sessionOf(context, first.token)).viewer.role).toBe('public');

    const { token } = await signIn(context, 'tevita', 'another long word');
    await changeAccount(context, id, 2, { disabled: true });
    expect((await sessionOf(context, token)).viewer.role).toBe('public');
    expect(await code(signIn(context, 'tevita', 'another long word'))).toBe('sign-in-failed');
  });

  test('five failures make a name wait, known or not', async () => {
    const context = database.context();
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect(await code(signIn(context, 'nobody-here', 'wrong'))).toBe('sign-in-failed');
    }
    expect(await code(signIn(context, 'nobody-here', 'wrong'))).toBe('too-many-attempts');
    const later = { ...context, now: () => new Date(Date.now() + 10_000) };
    expect(await code(signIn(later, 'nobody-here', 'wrong'))).toBe('sign-in-failed');
  });

  test('an administrator looks with other eyes and back; others cannot', async () => {
    const context = database.context();
    await openAccount(context, newAccount('chief', 'administrator'));
    await openAccount(context, newAccount('plain'));
    const chief = await viewerOf(context, 'chief');
    await seeAs(context, chief.token, chief.viewer, 'partner');
    expect(await sessionOf(context, chief.token)).toMatchObject({ viewer: { role: 'partner' }, seesAs: 'partner' });
    await seeAs(context, chief.token, chief.viewer, null);
    expect((await sessionOf(context, chief.token)).viewer.role).toBe('administrator');
    const plain = await viewerOf(context, 'plain');
    expect(await code(seeAs(context, plain.token, plain.viewer, 'administrator'))).toBe('not-allowed');
  });
});

describe('history', () => {
  test('keeps before and after, in the transaction of the write', async () => {
    const context = database.context();
    const subject = { kind: 'organisation', id: newId() } as const;
    await remember(context, 'renamed', subject, { before: { name: 'A' }, after: { name: 'B' } });
    const failing = together(context, async (context) => {
      await remember(context, 'renamed', subject, { after: { name: 'C' } });
      throw new Error('later step failed');
    });
    await expect(failing).rejects.toThrow('later step failed');
    const entries = await historyOf(context, subject);
    expect(entries.map((entry) => [entry.action, entry.before, entry.after])).toEqual([
      ['renamed', { name: 'A' }, { name: 'B' }],
    ]);
  });

  test('cannot be changed, not even in SQL', async () => {
    const context = database.context();
    await remember(context, 'made', { kind: 'plan', id: newId() });
    for (const statement of [
      'update access.history set actor = $$x$$',
      'delete from access.history',
      'truncate access.history',
    ]) {
      await expect(sql.raw(statement).execute(database.db)).rejects.toThrow('only ever added to');
    }
  });

  test('is for the secretariat', async () => {
    expect(await code(historyOf(database.context(viewerWith('member')), null))).toBe('not-allowed');
  });
});

test('the policy says the same of a row and of a query, for every role and visibility', async () => {
  const organisations = [newId(), newId()];
  await database.db.transaction().execute(async (db) => {
    await sql`create temporary table rows_to_see (id int, visibility text, parties uuid[]) on commit drop`.execute(db);
    const rows = Visibility.options.flatMap((visibility) =>
      [[], [organisations[0]], organisations].map((parties) => ({ visibility, parties: parties as string[] })),
    );
    for (const [id, row] of rows.entries()) {
      await sql`insert into rows_to_see values (${id}, ${row.visibility}, ${row.parties}::uuid[])`.execute(db);
    }
    for (const role of Role.options) {
      for (const organisation of [null, ...organisations]) {
        const viewer: Viewer = { account: null, name: 'x', role, organisation };
        const found = await sql<{ id: number }>`
          select id from rows_to_see as thing where ${visibleRows(audienceOf(viewer), 'thing')} order by id`.execute(
          db,
        );
        const expected = rows.flatMap((row, id) => (maySee(viewer, row).allowed ? [id] : []));
        expect(found.rows.map((row) => row.id)).toEqual(expected);
      }
    }
  });
});
