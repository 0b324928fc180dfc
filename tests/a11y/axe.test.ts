/**
 * Every page against WCAG 2.2 AA with axe: in a wide and in a narrow window, by light and by dark; and nothing to
 * scroll sideways at 360 px, nor at 200 % of 1280 px.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '../e2e/browser.ts';
import { shared } from '../e2e/workbench.ts';
import { example, findIds, pages, type Looked, type Who } from './pages.ts';

const visitor = useBrowser();
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** What may change with the colours; everything else is the same by light and by dark. */
const colours = ['color-contrast', 'link-in-text-block'];

interface Violation {
  id: string;
  nodes: { target: unknown[]; html: string; any: { message: string }[] }[];
}
type Axe = { run(context: Document, options: object): Promise<{ violations: Violation[] }> };

/** Puts axe into a page; it stays until the page is left. */
async function bringAxe(page: Page): Promise<void> {
  await new AxeBuilder({ page }).setLegacyMode(true).withRules(['document-title']).analyze();
}

/** What axe finds, in words for the test's report. */
async function violations(page: Page, runOnly: string[]): Promise<string[]> {
  const found = await page.evaluate(
    async (options) => (await (globalThis as unknown as { axe: Axe }).axe.run(document, options)).violations,
    { resultTypes: ['violations'], runOnly },
  );
  return found.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 4)
      .map((node) => `${id}: ${node.target.map(String).join(' ')} – ${node.any[0]?.message ?? node.html}`),
  );
}

/** By how many pixels the page is wider than its window, and what makes it so. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `${scrollWidth - clientWidth} px too wide`,
      ...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)),
    ];
  });
}

/** Looks at the page as it stands in all the ways. */
async function look(page: Page): Promise<string[]> {
  const found: string[] = [];
  await bringAxe(page);
  const say = (how: string, what: string[]): number => found.push(...what.map((one) => `${how}: ${one}`));
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    say(`${width} px, light`, await violations(page, rules));
    await page.emulateMedia({ colorScheme: 'dark' });
    say(`${width} px, dark`, await violations(page, colours));
  }
  say('360 px', await tooWide(page));
  await page.setViewportSize({ width: 640, height: 450 });
  say('640 px', await tooWide(page));
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

async function lookedAt(who: Who): Promise<{ page: Page; list: Looked[] }> {
  const ids = await findIds((await visitor.administrator()).request, shared.address);
  expect(Object.entries(ids).filter(([, id]) => id === '')).toEqual([]);
  return {
    page: await (who === 'visitor' ? visitor.page() : visitor.administrator()),
    list: pages(ids).filter((looked) => looked.who.includes(who)),
  };
}

test('every route is looked at', async () => {
  const folder = path.resolve(import.meta.dirname, '../../src/routes');
  const routes = readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => /(^|\/)\+page\.svelte$/.test(name))
    .map((name) => `/${path.dirname(name)}`.replace(/^\/\.$/, '/'));
  const ids = await findIds((await visitor.administrator()).request, shared.address);
  const looked = new Set(pages(ids).map(({ route }) => route));
  looked.delete('error');
  expect([...looked].toSorted()).toEqual(routes.toSorted());
});

test.each(['visitor', 'administrator'] as const)('all pages, as %s', { timeout: 240_000 }, async (who) => {
  const { page, list } = await lookedAt(who);
  const found: string[] = [];
  for (const { route, address } of list) {
    const answer = await page.goto(address);
    if (route !== 'error' && answer?.status() !== 200) found.push(`${address}: answers ${answer?.status()}`);
    found.push(...(await look(page)).map((one) => `${address} ${one}`));
  }
  expect(found).toEqual([]);
  expect(list.length).toBeGreaterThan(25);
});

test('answers to forms: what was checked, what was refused', async () => {
  const page = await visitor.page();
  await page.goto('/check');
  await page.getByLabel('File', { exact: true }).setInputFiles([example('SSF-15A1 contribution.docx')]);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('status').waitFor();
  expect(await look(page)).toEqual([]);
  await page.goto('/sign-in');
  await page.getByLabel('Sign-in name').fill('nobody-at-all');
  await page.getByLabel('Password').fill('not the right one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  expect(await look(page)).toEqual([]);
});

test('the editor at work: suggestions, a comment, the list of keys', async () => {
  const page = await visitor.administrator();
  const { draft } = await findIds(page.request, shared.address);
  await page.goto(`/texts/drafts/${draft}/edit`);
  await page.locator('.draft > .clause .words').first().click();
  await page.keyboard.press('Enter');
  await page.keyboard.type('that a clause is new;');
  await page.getByRole('button', { name: 'Footnote' }).click();
  await page.keyboard.type('With a note.');
  await page.locator('.draft > .clause .words').nth(2).click();
  // The editor hears of the cursor by an event of the browser.
  await page.evaluate(() => new Promise((heard) => requestAnimationFrame(() => requestAnimationFrame(heard))));
  await page.keyboard.press('Control+Shift+Backspace');
  await page.getByRole('button', { name: 'Comment' }).click();
  await page.getByLabel('Comment').fill('Why?');
  await page.getByText('Everything is saved.', { exact: true }).waitFor();
  expect(await look(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'List of keys' }).click();
  expect(await look(page)).toEqual([]);
});

test('everything on a page is reached with the keyboard, and one sees where one is', async () => {
  const page = await visitor.page();
  await page.goto('/texts/proposals');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.locator(':focus').getAttribute('id')).toBe('content');
  await page.goto('/texts/proposals');
  const all = await page
    .locator('a[href]:visible, button:visible, input:visible:not([type=hidden]), select:visible, summary:visible')
    .count();
  const reached = new Set<string>();
  let unseen = 0;
  for (let presses = 0; presses < all + 5; presses++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return {
        index: String([...document.querySelectorAll('*')].indexOf(element)),
        seen: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
      };
    });
    if (at === null) break;
    reached.add(at.index);
    if (!at.seen) unseen++;
  }
  expect(unseen).toBe(0);
  expect(reached.size).toBe(all);
});
