/** What stands in a workbench after its first start: the example cycle of missions, played, until somebody starts empty. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { client, linksIn, signedInClient, type Client } from './http.ts';
import { useWorkbench } from './workbench.ts';

const cycle = '/missions/ocu-expert-mission-2026';
const closed = '/missions/missions/fiji-rules-for-warnings-over-mobile-networks';
const underWay = '/missions/missions/tonga-licensing-of-satellite-terminals-brought-by-visitors';
const beingAgreed = '/missions/missions/samoa-a-universal-service-fund-that-can-bear-running-costs';
const offerOf = (name: string): string => `/missions/assistance-plans/ocu-expert-mission-2026-offer-${name}`;

/** Pages that everybody may open. */
const shown = ['/', '/missions', cycle, '/missions/missions', closed, underWay, '/missions/applications'];
/** Those that are the secretariat's, or of those concerned. */
const inside = [
  beingAgreed,
  ...['milestones', 'costs', 'agreement', 'documents', 'evaluation', 'follow-up'].map((part) => `${closed}/${part}`),
  '/missions/assistance-plans',
  offerOf('institute-for-island-law'),
  `${offerOf('institute-for-island-law')}/coordination`,
  offerOf('atoll-engineering-partners'),
  '/missions/roster',
  '/missions/roster/tevita-marsh',
  '/missions/letters',
  '/missions/calls/ocu-expert-mission-2026',
  ...['screening', 'decisions', 'summary', 'matching', 'assignment', 'forms', 'settings'].map(
    (part) => `${cycle}/${part}`,
  ),
  '/missions/applications/ocu-expert-mission-2026-1-fiji',
  '/missions/applications/ocu-expert-mission-2026-1-fiji/offers',
  '/partners/members',
];

const main = async (page: Page): Promise<string> => (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ');

/** Opens pages in the browser. @returns what went wrong on any of them */
async function wrongOn(page: Page, addresses: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`));
  page.on('console', (said) => {
    if (said.type() === 'error') wrong.push(`${page.url()}: ${said.text()}`);
  });
  for (const address of addresses) {
    const answer = await page.goto(address);
    if (answer?.status() !== 200) wrong.push(`${address}: ${answer?.status() ?? 'no answer'}`);
  }
  return wrong;
}

/** Follows every link within the workbench that stands on some pages, once. @returns those that lead nowhere */
async function deadLinks(from: Client, origin: string, pages: readonly string[]): Promise<string[]> {
  const links = new Map<string, string>();
  for (const address of pages) {
    const answer = await from.get(address);
    // Where a form goes is no link: it is reached with what the form asks, if it can be opened at all.
    const text = answer.text.replaceAll(/ action="[^"]*"/g, '');
    for (const link of linksIn({ ...answer, text }, origin)) if (!links.has(link)) links.set(link, address);
  }
  const dead: string[] = [];
  for (const [link, address] of links) {
    const { status } = await from.get(link);
    if (status >= 400) dead.push(`${address} → ${link}: ${status}`);
  }
  expect(links.size).toBeGreaterThan(pages.length);
  return dead;
}

describe('after the first start', () => {
  const workbench = useWorkbench({ THROUGHLINE_EXAMPLES: '' });
  const visitor = useBrowser(workbench);
  let administrator: Client = client('');
  beforeAll(async () => {
    const { name, password } = workbench.administrator;
    administrator = await signedInClient(workbench.address, name, password);
  });

  test('the cycle says where its five requests, three offers and three missions stand', async () => {
    const page = await visitor.administrator();
    await page.goto(cycle);
    const said = await main(page);
    for (const words of ['5 received', '5 sent round', '3 received', '3 settled', '2 begun', '1 completed']) {
      expect(said).toContain(words);
    }
    for (const stage of ['In circulation 2', 'Offer settled 1', 'Mission under way 1', 'Completed 1']) {
      expect(said).toContain(stage);
    }
    await page.goto('/missions/assistance-plans');
    expect(await page.locator('tbody tr').count()).toBe(4);
  });

  test('missions stand in a list, on a timeline and on a map', async () => {
    const page = await visitor.administrator();
    await page.goto('/missions/missions');
    expect(await page.locator('tbody tr').count()).toBeGreaterThanOrEqual(3);
    const said = await main(page);
    for (const words of ['Closed', 'Under way', 'Agreement being written', 'Timeline', 'Missions by country']) {
      expect(said).toContain(words);
    }
    expect(await page.locator('main svg, main img').count()).toBeGreaterThanOrEqual(1);
    await page.goto(`${underWay}/milestones`);
    expect(await main(page)).toContain('The harbour was closed after the storm.');
  });

  test('the roster has four people for the administrator', async () => {
    const page = await visitor.administrator();
    await page.goto('/missions/roster');
    const said = await main(page);
    for (const name of ['Ana Loiseau', 'Marama Keel', 'Peniata Rook', 'Tevita Marsh']) expect(said).toContain(name);
  });

  test('no page of it fails, and no link on one is dead', async () => {
    const pages = [...shown, ...inside];
    expect(await wrongOn(await visitor.administrator(), pages)).toEqual([]);
    expect(await deadLinks(administrator, workbench.address, pages)).toEqual([]);
  }, 180_000);

  test('a visitor sees requests, and of missions the two whose summary is shown; nothing else, and no dead link', async () => {
    const page = await visitor.page();
    expect(await wrongOn(page, shown)).toEqual([]);
    await page.goto('/missions/missions');
    const said = await main(page);
    expect(said).toContain('Rules for warnings over mobile networks');
    expect(said).not.toContain('A universal service fund that can bear running costs');
    expect(said).not.toContain('Peniata Rook');
    const outside = client(workbench.address);
    for (const address of [beingAgreed, offerOf('institute-for-island-law'), `${cycle}/matching`, `${closed}/costs`]) {
      const { status, text } = await outside.get(address);
      expect([address, status >= 300]).toEqual([address, true]);
      expect(text).not.toContain('6400');
    }
    for (const address of ['/missions/assistance-plans', '/missions/roster']) {
      const { text } = await outside.get(address);
      expect(text).not.toMatch(/Tevita Marsh|Atoll Engineering Partners/);
    }
    expect(await deadLinks(outside, workbench.address, shown)).toEqual([]);
  }, 120_000);
});

describe('after “start empty”', () => {
  const workbench = useWorkbench({ THROUGHLINE_EXAMPLES: '' });
  const visitor = useBrowser(workbench);

  test('no cycle, mission, offer, expert or member is left', async () => {
    const page = await visitor.administrator();
    await page.goto('/start-empty');
    await page.getByRole('button', { name: 'Remove the examples' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    for (const list of ['', '/missions', '/assistance-plans', '/applications', '/roster', '/letters']) {
      await page.goto(`/missions${list}`);
      expect([list, await page.locator('tbody tr').count()]).toEqual([list, 0]);
    }
    await page.goto('/partners/members');
    expect(await page.locator('tbody tr').count()).toBe(0);
    expect((await page.goto(cycle))?.status()).toBe(404);
    expect((await page.goto(closed))?.status()).toBe(404);
  });
});
