/** The roster from an invitation to a list that a member sees: without an account, with and without script. */
import { expect, test } from 'vitest';
import { scripting, useBrowser } from './browser.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const visitor = useBrowser(workbench);
const password = 'long enough for a test';

test.each(scripting)('a person keeps the entry by a link and is seen as far as agreed, $named', async ({ script }) => {
  const name = script ? 'Sina Vave' : 'Lupe Tavita';
  const slug = name.toLowerCase().replace(' ', '-');
  const officer = await visitor.administrator({ script });
  await officer.goto('/missions/roster/new');
  await officer.getByLabel('Name', { exact: true }).fill(name);
  await officer.getByLabel('E-mail address').fill(`${slug}@example.int`);
  await officer.getByLabel('Country', { exact: true }).fill('Atlantis');
  await officer.getByRole('button', { name: 'Keep the entry' }).click();
  await officer.getByRole('alert').getByText('“Atlantis” is no country').waitFor();
  await officer.getByLabel('Country', { exact: true }).fill('Tonga');
  await officer.getByRole('button', { name: 'Keep the entry' }).click();
  await officer.getByRole('button', { name: 'Make a link' }).click();
  const link = await officer.getByLabel('Link', { exact: true }).inputValue();
  const path = new URL(link).pathname;
  await officer.goto(`/missions/roster/${slug}`);
  expect(await officer.content()).not.toContain(path);

  const person = await visitor.page({ script });
  const asked: string[] = [];
  person.on('request', (request) => asked.push(new URL(request.url()).origin));
  const opened = await person.goto(path);
  expect(opened?.headers()).toMatchObject({ 'referrer-policy': 'strict-origin', 'cache-control': 'private, no-store' });
  expect(await person.locator('#kept input:checked').count()).toBe(0);
  expect(await person.getByRole('link', { name: 'Sign in' }).getAttribute('href')).not.toContain('invitation');
  await person.getByLabel('What they do').fill('Engineer of warnings over mobile networks.');
  await person.getByRole('button', { name: 'Confirm that all of this is right' }).click();
  await person.getByRole('alert').getByText('Without this the entry cannot be kept').waitFor();
  expect(await person.getByLabel('What they do').inputValue()).toBe('Engineer of warnings over mobile networks.');
  await person.getByLabel('the secretariat keeps this entry').check();
  await person.getByLabel('member administrations and applicants see it').check();
  await person.getByRole('button', { name: 'Confirm that all of this is right' }).click();
  await person.getByText('Your entry is kept as you confirmed it').waitFor();
  expect(new URL(person.url()).pathname).toBe('/missions/roster/invitation');
  expect((await person.goto(path))?.status()).toBe(404);
  expect([...new Set(asked)]).toEqual([new URL(workbench.address).origin]);
  expect((await person.goto(`/missions/roster/${slug}`))?.status()).toBe(404);

  await officer.goto('/people');
  await officer.getByLabel('Name of the person').fill(`Member ${name}`);
  await officer.getByLabel('Sign-in name').fill(`member-${slug}`);
  await officer.getByLabel('Role').selectOption({ label: 'Member administration' });
  await officer.getByLabel('First password').fill(password);
  await officer.getByRole('button', { name: 'Open the account' }).click();
  const member = await visitor.signedIn(`member-${slug}`, password, { script });
  await member.goto('/missions/roster');
  await member.getByRole('link', { name, exact: true }).click();
  await member.getByText('Engineer of warnings').waitFor();
  expect(await member.content()).not.toContain('example.int');
});

test('a list is looked at before it is taken', async () => {
  const officer = await visitor.administrator({ script: false });
  await officer.goto('/missions/roster/import');
  const csv = 'Pool;;;\n\nName;Organisation;Country;Shoe size\nMele Pool;Tide Institute;Tonga;41\n;;Fiji;\n';
  await officer
    .getByLabel('Excel workbook (.xlsx) or CSV')
    .setInputFiles({ name: 'Pool.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await officer.getByRole('button', { name: 'Look at it' }).click();
  const seen = await officer.getByRole('main').innerText();
  expect(seen).toContain('Left over: D “Shoe size”');
  expect(seen).toContain('Enter a name.');
  await officer.getByRole('checkbox', { name: 'add Mele Pool' }).check();
  await officer.getByRole('button', { name: 'Take what is ticked' }).click();
  await officer.getByText('1 entry made, no entries changed').waitFor();
  await officer.getByRole('link', { name: 'Mele Pool' }).click();
  await officer.getByText('Nobody has confirmed this entry yet.').waitFor();
});
