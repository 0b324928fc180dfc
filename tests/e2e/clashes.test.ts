/** Clash maps, and a consolidated draft from its opening to a text without disputes; every form with script and without. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readDocx } from '#formats/docx/index.ts';
import { sideParagraphs } from '#formats/document/index.ts';
import { scripting, useBrowser } from './browser.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const visitor = useBrowser(workbench);
const main = (page: Page): Promise<string> => page.getByRole('main').innerText();
const rows = async (page: Page): Promise<string[]> =>
  (await page.getByRole('table').getByRole('row').allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());

test('who touches which instrument is shown to everybody, by conference, region and theme', async () => {
  const page = await visitor.page();
  await page.goto('/texts/clashes');
  const all = await rows(page);
  expect(all.find((row) => row.startsWith('Resolution 4 '))).toMatch(/2 clashes, 1 compatible, 1 same change/);
  expect(all.find((row) => row.startsWith('Resolution 17'))).toMatch(/4 suppressed and amended/);
  await page.getByLabel('Region or proponent').selectOption('SSF');
  await page.getByRole('button', { name: 'Show' }).click();
  expect((await rows(page)).some((row) => row.startsWith('Resolution 12'))).toBe(false);
  await page.getByRole('link', { name: 'Resolution 4', exact: true }).click();
  await page.getByLabel('Places').selectOption({ label: 'in dispute' });
  await page.getByRole('button', { name: 'Show' }).click();
  expect((await rows(page)).slice(1).map((row) => /^(.*?\d)\b/.exec(row)?.[1])).toEqual(['resolves 2', 'resolves 5']);
  expect(await main(page)).toContain('"every four years" becomes "each year"');
  await page.goto('/texts/instruments/resolution-4/clashes');
  const deeds = page.getByRole('row', { name: /^resolves 6 / }).getByRole('cell');
  expect((await deeds.allInnerTexts()).slice(0, 2)).toEqual([expect.stringMatching(/^–/), 'deletes']);
  expect(await page.getByRole('button', { name: 'Consolidate these proposals' }).count()).toBe(0);
});

describe.each(scripting)('$named', ({ script }) => {
  test('a draft is settled conflict by conflict, and every state can be returned to', async () => {
    const page = await visitor.administrator({ script });
    await page.goto('/texts/instruments/resolution-4/clashes');
    await page.getByRole('button', { name: 'Consolidate these proposals' }).click();
    await page.getByRole('heading', { name: 'Connecting small and outer islands' }).waitFor();
    expect(await main(page)).toContain('2 places are in dispute');

    await page.getByText('Settle resolves 2', { exact: true }).click();
    await page.getByRole('radio', { name: /^SSF: “that the state of connection/ }).check();
    await page.getByRole('button', { name: 'Settle it' }).first().click();
    expect(await main(page)).toContain('1 place is in dispute');
    expect(await main(page)).toContain('settled resolves 2: as SSF would have it');

    await page.getByText('Settle resolves 5', { exact: true }).click();
    await page.getByRole('radio', { name: 'In other words:' }).check();
    await page.getByLabel('Other words for resolves 5').fill('that the fund shall be financed by gifts;');
    await page.getByRole('button', { name: 'Settle it' }).first().click();
    expect(await main(page)).toContain('Nothing is in dispute any more.');
    expect(await main(page)).not.toMatch(/\[that the fund/);

    const word = await (await page.request.get(`${page.url().replace(/#.*/, '')}/draft.docx`)).body();
    const words = sideParagraphs(readDocx(new Uint8Array(word), 'draft.docx'), 'proposed').map(({ text }) => text);
    expect(words).toContain('5\tthat the fund shall be financed by gifts;');

    await page.getByRole('button', { name: 'Open resolves 2 again' }).click();
    expect(await main(page)).toContain('1 place is in dispute');
    await page.getByRole('button', { name: 'Return to state 3' }).click();
    expect(await main(page)).toContain('Nothing is in dispute any more.');
    expect(await main(page)).toContain('returned to state 3');
    const address = page.url();
    const stranger = await visitor.page();
    expect((await stranger.goto(address))?.status()).toBe(404);
  });
});
