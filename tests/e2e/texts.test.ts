/** Reading the texts room as a visitor without script: a clause's history, a day, a proposal's fate, files to take along. */
import { strFromU8 } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readDocx } from '#formats/docx/index.ts';
import { sideParagraphs } from '#formats/document/index.ts';
import { complaints, hasSchema } from '../corpus/akn-texts.ts';
import { useBrowser } from './browser.ts';

const visitor = useBrowser();
const main = async (page: Page): Promise<string> =>
  (await page.getByRole('main').innerText()).replace(/\s+/g, ' ').trim();

test('which proposal brought the words of a clause', async () => {
  const page = await visitor.page({ script: false });
  await page.goto('/texts/resolution-4-apia-2025');
  await page.locator('[id="resolves-2"] > .beside').getByRole('link', { name: 'History of 2' }).click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Resolution 4, resolves 2');
  const newest = page.getByRole('heading', { level: 2 }).first();
  expect(await newest.innerText()).toBe('Resolution 4 (Rev. Apia, 2025)');
  expect(await main(page)).toContain('In 2 texts of 2');
  expect(await main(page)).toMatch(/Who brought its words .?two.? NIC\/12A1\/2/);
  expect(await main(page)).toContain('SSF/15A1/1 in other words, not adopted');
  await page.getByRole('link', { name: 'NIC/12A1/2' }).first().click();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Connecting small and outer islands');
});

test('which text stood on a day, of one instrument and of all', async () => {
  const page = await visitor.page({ script: false });
  await page.goto('/texts/instruments/resolution-4');
  await page.getByLabel('In force on').fill('2023');
  await page.getByRole('button', { name: 'Show' }).click();
  expect(await page.getByRole('status').innerText()).toContain(
    'On 31 December 2023 Resolution 4 (Rev. Suva, 2021) stood',
  );
  await page.goto('/texts');
  await page.getByLabel('In force on').fill('31 of May');
  await page.getByRole('button', { name: 'Show' }).first().click();
  expect(await page.getByLabel('In force on').inputValue()).toBe('31 of May');
  expect(await page.getByLabel('In force on').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('In force on').fill('2026-01-01');
  await page.getByRole('button', { name: 'Show' }).first().click();
  const row = page.getByRole('row', { name: /^Resolution 4 / });
  expect(await row.getByRole('link').allInnerTexts()).toEqual(['Resolution 4', '(Rev. Apia, 2025)']);
});

test('what became of a proposal, change by change, and of all that went to the conference', async () => {
  const page = await visitor.page({ script: false });
  await page.goto('/texts/proposals/nic-12a1-2');
  await page.getByRole('link', { name: 'Change by change' }).click();
  expect(await main(page)).toContain(
    'Adopted in part. Of 13 changes, 6 adopted, 2 adopted with changes, 5 not adopted.',
  );
  const noting = page.getByRole('row', { name: /that the Bureau for Development has published/ });
  expect(await noting.getByRole('cell').last().innerText()).toMatch(/^not adopted/);
  await page.getByRole('link', { name: 'considering c)', exact: true }).click();
  expect(await page.locator(':target').innerText()).toContain('that satellite systems in low orbit');

  await page.goto('/texts/conferences/plenipotentiary-assembly-apia-2025');
  const byProponent = page.getByRole('table', { name: /^By proponent/ });
  expect((await byProponent.getByRole('row').allInnerTexts()).slice(2).map((row) => row.split(/\s+/))).toEqual([
    expect.arrayContaining(['NIC', '6', '20']),
    expect.arrayContaining(['SSF', '4', '3']),
  ]);
});

test('a text is taken along as Word, PDF, HTML, Akoma Ntoso and JSON', async () => {
  const page = await visitor.page({ script: false });
  await page.goto('/texts/resolution-9-apia-2025');
  const words = 'that distance learning reaches five times as many people';
  const files = new Map<string, Uint8Array>();
  for (const name of ['Word', 'PDF', 'HTML', 'Akoma Ntoso', 'JSON']) {
    const address = await page.getByRole('link', { name, exact: true }).getAttribute('href');
    const answer = await page.request.get(address ?? '');
    expect(answer.status(), name).toBe(200);
    expect(answer.headers()['content-disposition'], name).toContain('attachment');
    files.set(name, new Uint8Array(await answer.body()));
  }
  const of = (name: string): Uint8Array => files.get(name) ?? new Uint8Array();
  const paragraphs = sideParagraphs(readDocx(of('Word'), 'text.docx'), 'proposed').map(({ text }) => text);
  expect(paragraphs.join('\n')).toContain(words);
  expect(strFromU8(of('PDF').subarray(0, 5))).toBe('%PDF-');
  expect(of('PDF').length).toBeGreaterThan(10_000);
  expect(strFromU8(of('HTML'))).toContain(words);
  expect(strFromU8(of('Akoma Ntoso'))).toContain(words);
  if (hasSchema) expect(await complaints([strFromU8(of('Akoma Ntoso'))])).toEqual([]);
  expect(JSON.stringify(JSON.parse(strFromU8(of('JSON'))))).toContain(words);
});
