/** A visitor compares two texts: from the instrument's page, without script, in all views, and there and back. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const visitor = useBrowser();
const main = async (page: Page): Promise<string> =>
  (await page.getByRole('main').innerText()).replace(/\s+/g, ' ').trim();

test('two revisions are chosen and compared in three views', async () => {
  const page = await visitor.page({ script: false });
  await page.goto('/texts/instruments/resolution-4');
  await page.locator('select[name=from]').selectOption({ label: '(Rev. Suva, 2021)' });
  await page.locator('select[name=to]').selectOption({ label: '(Rev. Apia, 2025)' });
  await page.getByRole('button', { name: 'Compare' }).click();
  expect(await main(page)).toContain('3 clauses added, 4 renumbered, 8 reworded, 1 with another sign at the end');
  expect(await page.locator('[id="resolves-2"] > .words del').innerText()).toContain('four');
  expect(await page.locator('[id="resolves-1"] :is(ins, del)').count()).toBe(0);

  await page.getByRole('link', { name: 'Only changes' }).click();
  expect(await page.locator('[id="resolves-1"]').count()).toBe(0);
  expect(await page.locator('[id="resolves-2.2"] > .words ins').count()).toBe(1);

  await page.getByRole('link', { name: 'Side by side' }).click();
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(
    expect.arrayContaining(['Resolution 4 (Rev. Suva, 2021)', 'Resolution 4 (Rev. Apia, 2025)']),
  );
  const cells = page.locator('[id="considering-c"] td');
  expect((await cells.nth(0).innerText()).trim()).toBe('');
  expect(await cells.nth(1).innerText()).toContain('that satellite systems in low orbit');

  await page.getByRole('link', { name: 'The other way round' }).click();
  expect(await main(page)).toContain('3 clauses deleted, 4 renumbered, 8 reworded');
});

test('a clause that moved links both its places; another text is chosen from a proposal', async () => {
  const page = await visitor.page({ script: false, width: 360 });
  await page.goto('/texts/compare?from=nic-12a1-4:base&to=nic-12a1-4:proposed');
  await page.getByRole('link', { name: 'moved to recognizing d)' }).click();
  expect(await page.locator(':target').innerText()).toContain('moved from noting c)');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  await page.goto('/texts/proposals/nic-12a1-4');
  await page.getByRole('link', { name: 'Compare with another text' }).click();
  await page.locator('select[name=to]').selectOption({ label: '(Suva, 2021)' });
  await page.getByRole('button', { name: 'Compare' }).click();
  expect(await main(page)).toContain('1 moved');
});

test('the same text twice has no difference, and a text that is not there is not found', async () => {
  const page = await visitor.page({ script: false });
  await page.goto('/texts/compare?from=nic-12a1-4:base&to=resolution-12-suva-2021');
  expect(await main(page)).toContain('There is no difference between the two texts.');
  expect((await page.goto('/texts/compare?from=nic-12a1-4:base&to=no-such-text'))?.status()).toBe(404);
});
