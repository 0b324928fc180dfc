/** What a secretariat keeps in order: bodies under all their names, and drafts whose citations are out of date. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scripting, useBrowser } from './browser.ts';
import { asText, bringIn, file, resolution } from './documents.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const visitor = useBrowser(workbench);
const main = async (page: Page): Promise<string> =>
  (await page.getByRole('main').innerText()).replace(/\s+/g, ' ').trim();
const assembly = '/texts/bodies/plenipotentiary-assembly-of-the-oceanic-communications-union';

describe.each(scripting.map((one, index) => ({ ...one, run: index + 1 })))('$named', ({ script, run }) => {
  test('a body that is printed under another name is joined to the one it is, and parted again', async () => {
    const page = await visitor.administrator({ script });
    const name = `Gathering ${run} of the Oceanic Communications Union`;
    const lines = resolution(200 + run, `Beacons of gathering ${run}`).map((line) =>
      line.replace('Plenipotentiary Assembly of the Oceanic Communications Union', name),
    );
    await bringIn(page, file(`Gathering ${run}.txt`, asText(lines)));
    await page.getByRole('button', { name: 'Accept into the register' }).click();
    await page.goto('/texts/bodies');
    await page.getByRole('link', { name, exact: true }).click();
    expect(await main(page)).toContain('1 instrument.');
    await page
      .getByLabel('This body is the same as')
      .selectOption({ label: 'Plenipotentiary Assembly of the Oceanic Communications Union' });
    await page.getByRole('button', { name: 'Join them' }).click();
    await page.goto(assembly);
    expect(await main(page)).toContain(`Resolution ${200 + run}`);
    await page.goto('/texts/bodies');
    expect(await page.getByRole('link', { name, exact: true }).count()).toBe(0);
    await page.goto(assembly);
    await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Part it again' }).click();
    await page.goto('/texts/bodies');
    await page.getByRole('link', { name, exact: true }).click();
    expect(await main(page)).toContain(`Resolution ${200 + run}`);
  });

  test('a citation that is out of date is mended in a draft, as a suggestion', async () => {
    const page = await visitor.administrator({ script });
    await page.goto('/texts/drafts/new?text=resolution-4-suva-2021');
    await page.getByLabel('Name of the draft').fill(`Mended ${run}`);
    await page.getByRole('button', { name: 'Open the draft' }).click();
    await page.waitForURL(/\/edit$/);
    const address = page.url().replace(/\/edit$/, '');
    await page.goto(`${address}/check`);
    expect(await main(page)).toContain('1 thing that a careful reader would notice.');
    expect(await main(page)).toContain('it was revised as (Rev. Apia, 2025)');
    await page.getByRole('button', { name: 'Mend it' }).click();
    await page.getByText('A careful reader would find nothing to say.').waitFor();
    await page.goto(address);
    expect(await main(page)).toMatch(/\d suggestions? not settled/);
    const clause = page.locator('.law .clause', { hasText: 'that the training of caretakers' });
    expect((await clause.locator('del').allInnerTexts()).join(' ')).toContain('Suva');
    expect((await clause.locator('ins').allInnerTexts()).join(' ')).toContain('Apia');
    await page.goto(`${address}?view=proposed`);
    expect(await main(page)).toContain('to which Resolution 9 (Rev. Apia, 2025) of this Assembly');
  });
});
