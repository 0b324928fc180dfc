/** A request in Word: fetched empty, sent in, changed on both sides, chosen field by field; without script. */
import { AxeBuilder } from '@axe-core/playwright';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { mediaTypes } from './documents.ts';
import { openMissions, password, peopleOf } from './missions.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const visitor = useBrowser(workbench);
let cycle = '';

beforeAll(async () => {
  cycle = await openMissions(workbench);
  const ministry = { key: 'MOC', name: 'Ministry of Cables', country: 'FJ' };
  await peopleOf(workbench, ministry, [{ name: 'litia', role: 'member' }]);
});

const main = (page: Page): Promise<string> => page.getByRole('main').innerText();

/** The file at an address, as somebody leaves it who writes in it. */
async function filled(page: Page, address: string, ...changes: [before: string, after: string][]) {
  const parts = unzipSync(new Uint8Array(await (await page.request.get(`${workbench.address}${address}`)).body()));
  let xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  for (const [before, after] of changes) {
    expect(xml).toContain(before);
    xml = xml.replace(before, after);
  }
  const buffer = Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(xml) }));
  return { name: 'Form of Fiji.docx', mimeType: mediaTypes.docx, buffer };
}

async function expectSound(page: Page): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('a request comes in by Word, is changed online, and a later copy is chosen from', async () => {
  const page = await visitor.signedIn('litia', password);
  const prompt = 'Click here and write.';
  await page.goto('/missions/applications/new');
  await page.getByRole('link', { name: 'send a filled one in' }).first().click();
  await expectSound(page);
  await page
    .getByLabel('The filled form')
    .setInputFiles(
      await filled(
        page,
        `/missions/${cycle}/forms/application.docx`,
        [prompt, 'Fiji'],
        [prompt, 'Ministry of Cables'],
        [prompt, 'Cables of the north'],
        [prompt, 'Nobody may land a cable.'],
      ),
    );
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('heading', { name: 'What the file says' }).waitFor();
  expect(await main(page)).toContain('Nobody may land a cable.');
  await expectSound(page);
  await page.getByRole('button', { name: 'Open it as a draft' }).click();
  await page.waitForURL(/\/missions\/applications\/[\w-]+$/);
  expect(await main(page)).toContain('Nobody may land a cable.');
  expect(await main(page)).toContain('Form of Fiji.docx');

  const request = new URL(page.url()).pathname;
  const copy = await filled(
    page,
    `${request}/form.docx`,
    ['Nobody may land a cable.', 'Nobody may land a cable in the north.'],
    ['Cables of the north', 'Cables of the far north'],
    ['<w14:checked w14:val="0"/>', '<w14:checked w14:val="1"/>'],
  );
  await page.goto(`${request}/edit`);
  await page.getByLabel(/identify the policy issue/).fill('Anybody may land a cable.');
  await page.getByRole('button', { name: /save/i }).first().click();
  await page.waitForLoadState();

  await page.goto(request);
  await page.getByRole('link', { name: 'read it back' }).click();
  await expectSound(page);
  await page.getByLabel('The form that came back').setInputFiles(copy);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('button', { name: 'Take over what is chosen' }).waitFor();
  await expectSound(page);
  const shown = await main(page);
  expect(shown).toContain('Anybody may land a cable.');
  expect(shown).toContain('Nobody may land a cable in the north.');
  expect(shown).toContain('what was ticked is not known');
  expect(shown).toContain('Changed online after the form was made');

  await page.getByRole('button', { name: 'Take over what is chosen' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('Choose for');
  const fieldOf = (name: RegExp) => page.getByRole('group', { name });
  await fieldOf(/identify the policy issue/)
    .getByLabel(/Take what the file says/)
    .check();
  await fieldOf(/Title of the project/)
    .getByLabel(/Take what the file says/)
    .check();
  await page.getByRole('button', { name: 'Take over what is chosen' }).click();
  await page.waitForURL(new RegExp(`${request}$`));
  const after = await main(page);
  expect(after).toContain('Cables of the far north');
  expect(after).toContain('Nobody may land a cable in the north.');
});
