/**
 * A mission from agreement to follow-up, by the secretariat, the beneficiary and the expert's organisation, each in a
 * browser of its own, with and without script.
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scripting, useBrowser } from './browser.ts';
import { password, peopleOf } from './missions.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const visitor = useBrowser(workbench);
const main = (page: Page): Promise<string> => page.getByRole('main').innerText();
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

async function addStep(page: Page, address: string, kind: string, on: string): Promise<void> {
  await page.goto(`${address}/milestones`);
  await page.getByLabel('Kind').selectOption({ label: kind });
  await page.getByLabel('Planned for').fill(on);
  await press(page, 'Add it');
}

async function sign(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${address}/agreement`);
  await page.getByLabel('Signed by').fill(name);
  await press(page, 'Record it');
  expect(await main(page)).toContain(name);
}

async function evaluate(page: Page, address: string, words: string): Promise<string> {
  await page.goto(`${address}/evaluation`);
  await page.getByRole('group', { name: 'The experts knew the matter.' }).getByLabel('5 – fully').check();
  await page.getByLabel('In your words').fill(words);
  await press(page, 'Give it');
  return main(page);
}

describe.each(scripting.map((one, index) => ({ ...one, run: index + 1 })))('$named', ({ script, run }) => {
  test('from the agreement to what became of the advice', { timeout: 180_000 }, async () => {
    const staff = await visitor.administrator({ script });
    await peopleOf(
      workbench,
      { key: 'Ministry of Tides and Communications', name: 'Ministry of Tides and Communications', country: 'FJ' },
      [{ name: `ministry-${run}`, role: 'member' }],
    );
    await peopleOf(workbench, { key: 'Institute for Island Law', name: 'Institute for Island Law', country: 'NZ' }, [
      { name: `institute-${run}`, role: 'expert' },
    ]);
    await staff.goto('/missions/missions/new?request=ocu-expert-mission-2026-1-fiji');
    await staff.locator('input[name=offers][value=rules-for-warnings-over-mobile-networks-fiji]').check();
    await staff.getByLabel('Title').fill(`Warnings ${run}`);
    await press(staff, 'Open it');
    await expect.poll(() => new URL(staff.url()).pathname).toBe(`/missions/missions/fiji-warnings-${run}`);
    const address = new URL(staff.url()).pathname;

    await staff.goto(`${address}/agreement`);
    await press(staff, 'Write the agreement from the record');
    expect(await main(staff)).toContain('what the organiser should pay was left blank');
    const word = await staff.request.get(`${address}/agreement.docx`);
    expect([word.status(), (await word.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);

    const ministry = await visitor.signedIn(`ministry-${run}`, password, { script });
    const institute = await visitor.signedIn(`institute-${run}`, password, { script });
    await sign(ministry, address, 'The permanent secretary');
    await sign(institute, address, 'The director');
    await staff.goto(address);
    await press(staff, 'The agreement is signed');
    expect(await main(staff)).toContain('The agreement is not signed by all parties yet.');
    await sign(staff, address, 'The Secretary-General');
    await staff.goto(address);
    await press(staff, 'The agreement is signed');
    await press(staff, 'The mission begins');

    await addStep(institute, address, 'Final report', '2026-11');
    await institute.getByRole('link', { name: /^Change\s+Final report/ }).click();
    await institute.getByLabel('Move it to').fill('2026-12-24');
    await press(institute, 'Move it');
    expect(await main(institute)).toContain('Say why it moves.');
    await institute.getByLabel('Why', { exact: true }).fill('The ministry moved house');
    await press(institute, 'Move it');
    expect(await main(institute)).toContain('Originally November 2026');
    await institute.getByRole('link', { name: /^Change\s+Final report/ }).click();
    await institute.getByLabel('Done on').fill('2020-01-20');
    await press(institute, 'It is done');
    expect(await main(institute)).toContain('done on 20 January 2020');

    await institute.goto(`${address}/costs`);
    await institute.getByLabel('What was paid for').fill('Air fares');
    await institute.getByLabel('Amount').fill('3,100.50');
    await institute.getByLabel('Currency').fill('usd');
    await institute.getByLabel('Paid by').selectOption('offerer');
    await press(institute, 'Record it');
    expect(await main(institute)).toContain('USD 3,100.50');
    await institute.goto(`${address}/documents`);
    const buffer = Buffer.from('The report.');
    await institute.getByLabel('File').setInputFiles([{ name: 'report.txt', mimeType: 'text/plain', buffer }]);
    await press(institute, 'Add it');
    expect(await main(institute)).toContain('report.txt');
    await institute.goto(`${address}/follow-up`);
    await institute.getByLabel('Advice').fill('Name one body for warnings');
    await press(institute, 'Save the list');

    await staff.goto(`${address}/evaluation`);
    await staff.getByLabel('Last day').fill('2999-01-31');
    await press(staff, 'Ask for the evaluation');
    await evaluate(ministry, address, 'BAIT of the ministry');
    await institute.goto(`${address}/evaluation`);
    expect(await institute.content()).not.toContain('BAIT');
    expect(await evaluate(institute, address, 'They listened')).toContain('BAIT of the ministry');

    await staff.goto(`${address}/costs`);
    await press(staff, 'Close the costs');
    await staff.goto(address);
    await press(staff, 'The final report is there');
    await press(staff, 'Close the mission');
    expect(await main(staff)).toContain('Enter a closing note.');
    await staff.getByLabel('Reason or closing note').fill('It went well');
    await press(staff, 'Close the mission');
    expect(await main(staff)).toContain('It went well');

    await ministry.goto(`${address}/follow-up`);
    expect(await main(ministry)).toContain('20 January 2021');
    await ministry.getByText('Answer', { exact: true }).click();
    await ministry.getByLabel('What became of it').selectOption({ label: 'Partly adopted' });
    await ministry.getByLabel('In words').fill('A decree names the body');
    await press(ministry, 'Save the answer');
    expect(await main(ministry)).toContain('Partly adopted');

    const report = await staff.request.get('/missions/ocu-expert-mission-2026/report.docx');
    expect(report.status()).toBe(200);
    const others = await visitor.page({ script });
    expect((await others.goto(address))?.status()).toBe(404);
  });
});

test('the list, the timeline and the map work for the keyboard and weigh little', async () => {
  const staff = await visitor.administrator();
  await staff.goto('/missions/missions');
  const link = staff.getByRole('link', { name: /^Warnings 1:/ });
  await link.focus();
  await staff.keyboard.press('Enter');
  await staff.waitForURL(/\/missions\/missions\/fiji-warnings-1$/);
  const map = await staff.request.get('/missions/missions/map.svg');
  const body = (await map.body()).toString();
  expect(Buffer.byteLength(body)).toBeLessThan(60_000);
  expect(body).toContain('<title>Fiji: 2 missions</title>');
});
