/** Old or new? Doubtful splits of a flattened copy are settled one by one: by buttons, and by keys where script runs. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scripting, useBrowser } from './browser.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const visitor = useBrowser(workbench);

/** The page that settles the flattened example. */
async function openSettling(page: Page): Promise<void> {
  await page.goto('/intake');
  await page.getByRole('link', { name: 'NIC-12A1 flattened copy.txt' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(`${page.url().replace(/[?#].*/, '')}/settle`);
  await page.getByRole('heading', { name: 'Old or new?' }).waitFor();
}
/** "12 places to settle": how many are left; 0 when none is. */
async function left(page: Page): Promise<number> {
  const words = await page.getByRole('main').innerText();
  return Number(/(\d+) places? to settle/.exec(words)?.[1] ?? 0);
}

describe.each(scripting)('$named', ({ script }) => {
  test('a place is settled by a button, and taken back', async () => {
    const page = await visitor.administrator({ script });
    await openSettling(page);
    const before = await left(page);
    expect(before).toBeGreaterThan(3);
    await page.locator('.ways').getByRole('button').first().click();
    await page.getByText(/^Settled: /).waitFor();
    expect(await left(page)).toBe(before - 1);
    await page.getByRole('button', { name: 'take back' }).click();
    await page.getByText(/^Settled: /).waitFor({ state: 'detached' });
    expect(await left(page)).toBe(before);
  });
});

test('one key settles a place and leads to the next', async () => {
  const page = await visitor.administrator({ script: true });
  await openSettling(page);
  const before = await left(page);
  const name = await page.locator('.label').innerText();
  const key = (await page.locator('.ways').getByRole('button').first().getAttribute('data-key')) ?? '';
  expect(key).toMatch(/^[a-z]$/);
  await page.keyboard.press(key);
  await page.getByText(`Settled: ${name}`, { exact: false }).waitFor();
  expect(await left(page)).toBe(before - 1);
  await page.keyboard.press('u');
});
