/** An offer from the requests in circulation to what everybody agrees on, with script and without. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scripting, useBrowser } from './browser.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const visitor = useBrowser(workbench);
const password = 'long enough for a test';
const main = (page: Page): Promise<string> => page.getByRole('main').innerText();

/** Opens an account for somebody of an organisation. */
async function account(page: Page, organisation: string, signInName: string, role: string): Promise<void> {
  await page.goto('/missions/assistance-plans/new');
  const named = page.getByLabel('On behalf of').getByRole('option', { name: organisation, exact: true });
  const id = (await named.getAttribute('value')) ?? '';
  await page.goto('/people');
  await page.getByLabel('Name of the person').fill(`Focal point ${signInName}`);
  await page.getByLabel('Sign-in name').fill(signInName);
  await page.getByLabel('Role').selectOption({ label: role });
  await page.getByLabel('Organisation').selectOption(id);
  await page.getByLabel('First password').fill(password);
  await page.getByRole('button', { name: 'Open the account' }).click();
  await page.getByRole('link', { name: `Focal point ${signInName}` }).waitFor();
}

/** Saves the form, whether its script does so or the page itself. */
async function save(page: Page, script: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  if (script)
    await page
      .locator('[data-state]')
      .filter({ hasText: /^Saved|^Nothing/ })
      .waitFor();
  else await page.getByText('Saved on').waitFor();
}

async function writeOffer(page: Page, script: boolean): Promise<void> {
  await page.getByLabel('Describe the details').fill('Two experts draft the rules with the regulator.');
  await page.getByLabel('Tentative schedule').fill('May 2026: visit');
  await page.getByLabel('Possible outcomes').fill('A draft of the rules.');
  await page.getByLabel('What for').fill('Flights');
  await page.getByLabel('Quantity').fill('2');
  await page.getByLabel('Price of one').fill('900');
  await page.getByLabel('Currency').fill('usd');
  await page.getByLabel('Name', { exact: true }).fill('Ana Vea');
  await page.getByLabel('E-mail').fill('ana.vea@example.int');
  await page.getByRole('button', { name: 'Add a cost line' }).click();
  await page.getByRole('group', { name: 'Cost line 2', exact: true }).waitFor();
  const second = page.getByRole('group', { name: 'Cost line 2', exact: true });
  await second.getByLabel('What for').fill('Fees');
  await second.getByLabel('Kind').selectOption('fee');
  await second.getByLabel('Amount').fill('4000');
  await second.getByLabel('Currency').fill('USD');
  await save(page, script);
}

describe.each(scripting.map((one, index) => ({ ...one, run: index + 1 })))('$named', ({ script, run }) => {
  test('an organisation offers help, and the two sides and the secretariat settle who bears what', async () => {
    const staff = await visitor.administrator({ script });
    await account(staff, 'Harbour Data Agency', `harbour-${run}`, 'Member administration');
    await account(staff, 'Ministry of Tides and Communications', `tides-${run}`, 'Member administration');
    await account(staff, 'Institute for Island Law', `law-${run}`, 'Expert or offering organisation');

    const offerer = await visitor.signedIn(`harbour-${run}`, password, { script });
    await offerer.goto('/missions/assistance-plans');
    await offerer.getByRole('link', { name: 'Offer help' }).click();
    await offerer.getByRole('checkbox', { name: /Rules for warnings over mobile networks/ }).check();
    await offerer.getByRole('button', { name: 'Go on to the plan' }).click();
    await offerer.waitForURL(/\/edit/);
    await writeOffer(offerer, script);
    await offerer.reload();
    expect(await offerer.getByLabel('Amount').first().inputValue()).toBe('1800');
    expect(await offerer.getByLabel('E-mail').inputValue()).toBe('');
    expect(await main(offerer)).toContain('By the words of the form: The offering organisation bears all costs.');
    const address = new URL(offerer.url()).pathname.replace(/\/edit$/, '');

    await offerer.goto(`${address}/submit`);
    expect(await main(offerer)).toContain('USD 5,800');
    await offerer.getByRole('button', { name: 'Send it in' }).click();
    await offerer.getByText('Confirm that it may be sent in.').first().waitFor();
    await offerer.getByRole('checkbox').check();
    await offerer.getByRole('button', { name: 'Send it in' }).click();
    await offerer.waitForURL(`**${address}`);
    expect(await main(offerer)).not.toContain('ana.vea@example.int');

    const beneficiary = await visitor.signedIn(`tides-${run}`, password, { script });
    expect((await beneficiary.goto(address))?.status()).toBe(404);
    const rival = await visitor.signedIn(`law-${run}`, password, { script });
    expect((await rival.goto(address))?.status()).toBe(404);

    await staff.goto(address);
    expect(await main(staff)).toContain('ana.vea@example.int');
    await staff.getByRole('button', { name: 'Begin coordination with the applicant' }).click();
    await staff.getByText('In coordination').first().waitFor();

    await beneficiary.goto(`${address}/coordination`);
    await beneficiary.getByLabel('Note on the scope').fill('Please include the outer islands.');
    await beneficiary.getByRole('button', { name: 'Write the note' }).click();
    await beneficiary.locator('ol.said').getByText('Please include the outer islands.').waitFor();
    const flights = beneficiary.getByRole('region', { name: /Flights/ });
    await flights.getByText('Say what you would bear').click();
    await flights.getByLabel('Ministry of Tides and Communications, %').fill('25');
    await flights.getByRole('button', { name: 'Say it' }).click();
    await beneficiary.getByText('Ministry of Tides and Communications 25 %').first().waitFor();
    expect((await rival.goto(`${address}/coordination`))?.status()).toBe(404);

    await staff.goto(`${address}/coordination`);
    const line = staff.getByRole('region', { name: /Fees/ });
    await line.getByText('Say who bears it').click();
    await line.getByLabel('Harbour Data Agency, %').fill('99.99');
    await line.getByRole('button', { name: 'Say it' }).click();
    await staff.getByText('The agreed shares of “Fees” make 99.99 %.').first().waitFor();
    expect(await line.getByLabel('Harbour Data Agency, %').inputValue()).toBe('99.99');
    await line.getByLabel('Harbour Data Agency, %').fill('100');
    await line.getByRole('button', { name: 'Say it' }).click();
    await staff.getByText('Who bears what is not agreed yet for 1 cost line of 2.').waitFor();
    await staff.getByRole('button', { name: 'Agree on all lines' }).click();
    await staff.getByRole('button', { name: 'The offer is agreed' }).click();
    await staff.waitForURL(`**${address}`);

    await beneficiary.goto(address);
    const agreed = await main(beneficiary);
    expect(agreed).toContain('Harbour Data Agency\tagreed\tUSD 5,350');
    expect(agreed).toContain('Ministry of Tides and Communications\tagreed\tUSD 450');
    expect(agreed).not.toContain('ana.vea@example.int');
  });

  test('an expert writes what the secretariat opened for its organisation', async () => {
    const staff = await visitor.administrator({ script });
    await staff.goto('/missions/assistance-plans/new');
    await staff.getByLabel('On behalf of').selectOption({ label: 'Institute for Island Law' });
    await staff.getByRole('button', { name: 'Go on to the plan' }).click();
    await staff.getByText('Choose at least one request.').first().waitFor();
    await staff.getByRole('checkbox').first().check();
    await staff.getByRole('button', { name: 'Go on to the plan' }).click();
    await staff.waitForURL(/\/edit/);
    const expert = await visitor.signedIn(`law-${run}`, password, { script });
    await expert.goto(staff.url());
    await expert.getByLabel('Describe the details').fill('We read the law with them.');
    await expert.getByLabel('Amount').fill('1.500');
    await expert.getByLabel('Currency').fill('USD');
    await expert.getByRole('button', { name: 'Save', exact: true }).click();
    await expert.getByText('cannot be read as a number in one way only').first().waitFor();
    expect(await expert.getByLabel('Amount').inputValue()).toBe('1.500');
    await expert.getByLabel('Amount').fill('1500');
    await save(expert, script);
    await expert.reload();
    expect(await expert.getByLabel('Describe the details').inputValue()).toBe('We read the law with them.');
    expect(await expert.getByLabel('Amount').first().inputValue()).toBe('1500');
  });
});

test('a plan that came as a file is tied to what it answers', async () => {
  const staff = await visitor.administrator();
  await staff.goto('/missions/assistance-plans/rules-for-warnings-over-mobile-networks-fiji');
  await staff.getByRole('link', { name: 'Tie it to a cycle and requests' }).click();
  expect(await main(staff)).toContain('The plan names');
  expect(await staff.getByRole('checkbox', { name: /Rules for warnings over mobile networks/ }).isChecked()).toBe(true);
  await staff.getByLabel('Who offers').selectOption({ label: 'Institute for Island Law' });
  await staff.getByRole('button', { name: 'Tie it', exact: true }).click();
  await staff.waitForURL('**/rules-for-warnings-over-mobile-networks-fiji');
  expect(await main(staff)).toContain('for the OCU Expert Mission 2026');
});
