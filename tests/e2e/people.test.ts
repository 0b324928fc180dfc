/** People sign in and out, change passwords, get accounts with roles, and see what their role may see. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scripting, signIn, useBrowser } from './browser.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const visitor = useBrowser(workbench);

const password = 'long enough for a test';
const main = (page: Page): Promise<string> => page.getByRole('main').innerText();
const status = async (page: Page, address: string): Promise<number> => (await page.goto(address))?.status() ?? 0;

/** An administrator opens an account by the form. */
async function openAccount(
  page: Page,
  account: { name: string; signInName: string; role: string; organisation?: string },
): Promise<void> {
  await page.goto('/people');
  await page.getByLabel('Name of the person').fill(account.name);
  await page.getByLabel('Sign-in name').fill(account.signInName);
  await page.getByLabel('Role').selectOption({ label: account.role });
  if (account.organisation !== undefined) await page.getByLabel('Organisation').selectOption(account.organisation);
  await page.getByLabel('First password').fill(password);
  await page.getByRole('button', { name: 'Open the account' }).click();
  await page.getByRole('link', { name: account.name, exact: true }).first().waitFor();
}
/** The names in the navigation of one's own work. */
const work = async (page: Page): Promise<string[]> =>
  (await page.getByRole('navigation', { name: 'Your work' }).getByRole('link').allInnerTexts()).map((name) =>
    name.trim(),
  );

const addresses = {
  meeting: '/partners/meetings/igdi-12-2026-04-22',
  offer: '/missions/assistance-plans/rules-for-warnings-over-mobile-networks-fiji',
  request: '/missions/applications/solomon-islands-sharing-of-towers-among-operators',
  call: '/missions/calls/ocu-expert-mission-2026',
  intake: '/intake',
  history: '/history',
  people: '/people',
};
type Seen = Record<keyof typeof addresses, boolean>;
const nothing: Seen = {
  meeting: false,
  offer: false,
  request: false,
  call: true,
  intake: false,
  history: false,
  people: false,
};
const everything: Seen = {
  meeting: true,
  offer: true,
  request: true,
  call: true,
  intake: true,
  history: true,
  people: true,
};
const roles: [role: string, seen: Seen][] = [
  ['Public', nothing],
  ['Member administration', nothing],
  ['Expert or offering organisation', nothing],
  ['Partner agency', { ...nothing, meeting: true }],
  ['Drafter or coordinator', { ...nothing, intake: true }],
  ['Secretariat', { ...everything, people: false }],
  ['Administrator', everything],
];
async function seenBy(page: Page): Promise<Seen> {
  const seen = { ...nothing };
  for (const name of Object.keys(addresses) as (keyof typeof addresses)[]) {
    seen[name] = (await page.request.get(addresses[name])).status() === 200;
  }
  return seen;
}

describe.each(scripting.map((one, index) => ({ ...one, run: index + 1 })))('$named', ({ script, run }) => {
  test('signing in leads back to where one was, signing out ends the session', async () => {
    const page = await visitor.page({ script });
    await page.goto('/texts/proposals?proponent=SSF');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Sign-in name').fill(` ${workbench.administrator.name.toUpperCase()} `);
    await page.getByLabel('Password').fill(workbench.administrator.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/texts/proposals?proponent=SSF');
    expect(await work(page)).toEqual([
      'Intake',
      'Outbox',
      'Check a document',
      'People',
      'History',
      'First administrator',
    ]);
    const cookies = await page.context().cookies();
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await work(page)).toEqual(['Check a document', 'Sign in']);
    // The session is over on the server too, not only forgotten by the browser.
    await page.context().addCookies(cookies);
    expect(await status(page, '/people')).toBe(403);
  });

  test('a wrong password and an unknown name get the same answer; the name is kept, the password is not', async () => {
    const page = await visitor.page({ script });
    const said: string[] = [];
    for (const name of [workbench.administrator.name, `nobody-${run}`]) {
      await page.goto('/sign-in');
      await page.getByLabel('Sign-in name').fill(name);
      await page.getByLabel('Password').fill('not the right one');
      await page.getByRole('button', { name: 'Sign in' }).click();
      said.push(await page.getByRole('alert').innerText());
      expect(await page.getByLabel('Sign-in name').inputValue()).toBe(name);
      expect(await page.getByLabel('Password').inputValue()).toBe('');
    }
    expect(said[0]).toContain('The name or the password is not right.');
    expect(said[1]).toBe(said[0]);
    await page.getByRole('alert').getByRole('link').click();
    await signIn(page, workbench.administrator.name, workbench.administrator.password);
  });

  test('who guesses has to wait', async () => {
    const page = await visitor.page({ script });
    await page.goto('/sign-in');
    let said = '';
    for (let attempt = 0; attempt < 6; attempt++) {
      await page.getByLabel('Sign-in name').fill(`guessed-${run}`);
      await page.getByLabel('Password').fill(`guess number ${attempt}`);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').waitFor();
      said = await page.getByRole('alert').innerText();
    }
    expect(said).toContain('There were too many failed attempts for this name.');
    expect(said).toMatch(/Try again in \d+ seconds\./);
  });

  test('a changed password ends all sessions; the old one is no longer good', async () => {
    const name = `changes-${run}`;
    await openAccount(await visitor.administrator({ script }), {
      name: `Ana Changes ${run}`,
      signInName: name,
      role: 'Secretariat',
    });
    const page = await visitor.signedIn(name, password, { script });
    const elsewhere = await visitor.signedIn(name, password, { script });
    await page.goto('/account');
    await page.getByLabel('Current password').fill('not the right one');
    await page.getByLabel('New password').fill('quite another password');
    await page.getByRole('button', { name: 'Change password' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('There is a problem');
    await page.getByLabel('Current password').fill(password);
    await page.getByLabel('New password').fill('quite another password');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.waitForURL('**/sign-in?**');
    expect(await status(elsewhere, '/intake')).toBe(403);
    await page.getByLabel('Sign-in name').fill(name);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('not right');
    await signIn(page, name, 'quite another password');
    expect(await work(page)).toContain(`Ana Changes ${run}`);
  });

  test('an account that does not fit is refused at its field, and what was typed is kept', async () => {
    const page = await visitor.administrator({ script });
    await openAccount(page, { name: `Tevita First ${run}`, signInName: `tevita-${run}`, role: 'Secretariat' });
    await page.getByLabel('Name of the person').fill(`Tevita Second ${run}`);
    await page.getByLabel('Sign-in name').fill(`TEVITA-${run}`);
    await page.getByLabel('Role').selectOption({ label: 'Partner agency' });
    await page.getByLabel('Organisation').selectOption('RWO');
    await page.getByLabel('First password').fill(password);
    await page.getByRole('button', { name: 'Open the account' }).click();
    await page.getByRole('alert').getByRole('link').first().click();
    expect(await page.getByLabel('Name of the person').inputValue()).toBe(`Tevita Second ${run}`);
    expect(await page.getByLabel('Role').inputValue()).toBe('partner');
    expect(await page.getByLabel('First password').inputValue()).toBe('');
    await page.getByLabel('Sign-in name').fill(`tevita-second-${run}`);
    await page.getByLabel('First password').fill(password);
    await page.getByRole('button', { name: 'Open the account' }).click();
    expect(await page.getByRole('row', { name: `Tevita Second ${run}` }).innerText()).toContain('RWO');
  });

  test('a disabled account is out at once', async () => {
    const admin = await visitor.administrator({ script });
    await openAccount(admin, { name: `Sina Leaves ${run}`, signInName: `sina-${run}`, role: 'Secretariat' });
    const page = await visitor.signedIn(`sina-${run}`, password, { script });
    expect(await status(page, '/intake')).toBe(200);
    await admin.getByRole('link', { name: `Sina Leaves ${run}` }).click();
    await admin.getByLabel('Disabled: the person cannot sign in').check();
    await admin.getByRole('button', { name: 'Change' }).click();
    expect(await admin.getByRole('row', { name: `Sina Leaves ${run}` }).innerText()).toContain('disabled');
    expect(await status(page, '/intake')).toBe(403);
    await page.goto('/sign-in');
    await page.getByLabel('Sign-in name').fill(`sina-${run}`);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('The name or the password is not right.');
  });

  test('an administrator looks with the eyes of each role, and back with their own', async () => {
    // With a session of its own: the others must not look with other eyes meanwhile.
    const { name, password: own } = workbench.administrator;
    const page = await visitor.signedIn(name, own, { script });
    for (const [role, seen] of roles) {
      await page.goto('/texts');
      await page.getByLabel('See as').selectOption({ label: role });
      await page.getByRole('button', { name: 'Look' }).click();
      expect(new URL(page.url()).pathname).toBe('/texts');
      expect([role, await seenBy(page)]).toEqual([role, seen]);
    }
    await page.goto('/');
    await page.getByLabel('See as').selectOption({ label: 'Partner agency' });
    await page.getByRole('button', { name: 'Look' }).click();
    expect(await page.getByRole('contentinfo').innerText()).toContain('You look as partner agency');
    await page.goto(addresses.meeting);
    expect(await main(page)).not.toContain('example.int');
    await page.getByLabel('See as').selectOption({ label: 'myself again' });
    await page.getByRole('button', { name: 'Look' }).click();
    expect(await main(page)).toContain('salote.vainikolo@example.int');
  });
});

test.each(roles.slice(1, 6))('an account of the role "%s" sees what that role may see', async (role, seen) => {
  const signInName = role.toLowerCase().replace(/[^a-z]+/g, '-');
  await openAccount(await visitor.administrator(), { name: `Person of ${role}`, signInName, role });
  const page = await visitor.signedIn(signInName, password);
  expect(await seenBy(page)).toEqual(seen);
  expect(await page.getByLabel('See as').count()).toBe(0);
  // What is left out of navigation is refused as well when it is asked for directly.
  const answer = await page.request.post('/people', {
    headers: { origin: workbench.address, accept: 'text/html' },
    form: { name: 'Intruder', signInName: 'intruder', role: 'administrator', organisation: '', password },
  });
  expect(answer.status()).toBe(403);
});

test('a member administration sees its own request, not the offers on it, and nothing of others', async () => {
  await openAccount(await visitor.administrator(), {
    name: 'Person of Reefs',
    signInName: 'reefs',
    role: 'Member administration',
    organisation: 'Ministry of Reefs and Networks',
  });
  const page = await visitor.signedIn('reefs', password);
  expect(await seenBy(page)).toEqual({ ...nothing, request: true });
  await page.goto('/missions/applications');
  expect(await page.getByRole('link', { name: 'Sharing of towers among operators' }).count()).toBe(1);
});
