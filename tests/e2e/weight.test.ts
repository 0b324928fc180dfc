/** What pages weigh over the wire, with headers, as the browser counts it: 40 KB for the first one, 15 KB for others. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findIds } from '../a11y/pages.ts';
import { useBrowser } from './browser.ts';
import { shared } from './workbench.ts';

const visitor = useBrowser();
const kilobyte = 1024;

interface Weighed {
  /** Bytes by address, in the order they came. */
  parts: Map<string, number>;
  total: number;
}

/** Opens a page and adds up everything that came over the wire for it. */
async function weigh(page: Page, address: string): Promise<Weighed> {
  const client = await page.context().newCDPSession(page);
  const addresses = new Map<string, string>();
  const parts = new Map<string, number>();
  const pending = new Set<string>();
  client.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    addresses.set(requestId, request.url);
    // The icon of the site is the browser's own wish: it is asked for and given up at any time.
    if (type !== 'Other') pending.add(requestId);
  });
  client.on('Network.loadingFailed', ({ requestId }) => pending.delete(requestId));
  // What comes from the cache weighs nothing, and the end of its loading is not always told.
  client.on('Network.requestServedFromCache', ({ requestId }) => pending.delete(requestId));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    parts.set(new URL(addresses.get(requestId) ?? 'about:blank').pathname, encodedDataLength);
    pending.delete(requestId);
  });
  await client.send('Network.enable');
  await page.goto(address, { waitUntil: address === '/' ? 'networkidle' : 'load' });
  await expect.poll(() => [...pending].map((id) => addresses.get(id)), { timeout: 10_000 }).toEqual([]);
  await client.detach();
  return { parts, total: [...parts.values()].reduce((sum, bytes) => sum + bytes, 0) };
}

const inWords = (address: string, { parts, total }: Weighed): string =>
  `${address}: ${(total / kilobyte).toFixed(1)} KB (${[...parts]
    .map(([path, bytes]) => `${path} ${(bytes / kilobyte).toFixed(1)}`)
    .join(', ')})`;

test('the first page, with everything it asks for and nothing in the cache', async () => {
  const page = await visitor.page();
  const weighed = await weigh(page, '/');
  const said = inWords('/', weighed);
  // The page and at least one style sheet: the scales see something.
  expect(weighed.parts.size, said).toBeGreaterThanOrEqual(2);
  expect(weighed.parts.get('/') ?? 0, said).toBeGreaterThan(kilobyte);
  expect(weighed.total, said).toBeLessThanOrEqual(40 * kilobyte);
});

/** Pages of the usual size; a whole contribution or plan on one page may weigh more. */
const usual = [
  '/texts',
  '/texts/instruments/resolution-4',
  '/texts/resolution-4-suva-2021',
  '/texts/resolution-4-apia-2025/history/resolves-2',
  '/texts/instruments/resolution-4/clashes',
  '/texts/clashes',
  '/texts/compare?from=resolution-9-suva-2021&to=resolution-9-apia-2025',
  '/texts/compare?from=resolution-9-suva-2021&to=resolution-9-apia-2025&view=sides',
  '/texts/bodies',
  '/texts/bodies/plenipotentiary-assembly-of-the-oceanic-communications-union',
  '/texts/conferences/plenipotentiary-assembly-apia-2025',
  '/texts/fate/nic-12a1-2',
  '/texts/preparations',
  '/texts/drafts',
  '/texts/contributions/nic-12a1',
  '/texts/proposals',
  '/texts/proposals/nic-12a1-2',
  '/texts/proposals/nic-12a1-2?view=sides',
  '/texts/proposals/ssf-15a1-3',
  '/plans',
  '/plans/strategic-plan-of-the-oceanic-communications-union-for-2026',
  '/missions',
  '/missions/calls/ocu-expert-mission-2026',
  '/missions/applications/ocu-expert-mission-2026-1-fiji',
  '/partners/organisations',
  '/partners/organisations/ocu',
  '/trace',
  '/search?words=cable',
  '/check',
  '/check/rules',
  '/sign-in',
  '/no/such/page',
];

/** What is too heavy among these pages, in words; the style sheet is cached from the first page. */
async function tooHeavy(page: Page, addresses: readonly string[]): Promise<string[]> {
  await page.goto('/', { waitUntil: 'networkidle' });
  const heavy: string[] = [];
  for (const address of addresses) {
    const weighed = await weigh(page, address);
    expect(weighed.total, address).toBeGreaterThan(kilobyte);
    expect(
      [...weighed.parts.keys()].filter((part) => part.endsWith('.js')),
      `${address} is for reading`,
    ).toEqual([]);
    if (weighed.total > 15 * kilobyte) heavy.push(inWords(address, weighed));
  }
  return heavy;
}

test('further pages, with what is cached from the first', async () => {
  expect(await tooHeavy(await visitor.page(), usual)).toEqual([]);
});

test('the pages of an officer', async () => {
  const page = await visitor.administrator();
  const { openReading, reading, source, draft, preparation, consolidation } = await findIds(
    page.request,
    shared.address,
  );
  const own = [
    '/',
    '/intake',
    `/intake/${reading}`,
    `/intake/${openReading}`,
    `/intake/${openReading}/correct?at=`,
    '/partners/meetings/igdi-12-2026-04-22',
    `/sources/${source}?line=96`,
    '/history',
    '/people',
    `/texts/drafts/${draft}`,
    `/texts/drafts/${draft}/check`,
    `/texts/drafts/${draft}/history`,
    `/texts/preparations/${preparation}`,
    `/texts/preparations/${preparation}/proposals/1`,
    `/texts/consolidations/${consolidation}`,
  ];
  expect(await tooHeavy(page, own)).toEqual([]);
});

test('the editor brings its script, and nothing else does', async () => {
  const page = await visitor.administrator();
  const { draft } = await findIds(page.request, shared.address);
  await page.goto('/', { waitUntil: 'networkidle' });
  const weighed = await weigh(page, `/texts/drafts/${draft}/edit`);
  const scripts = [...weighed.parts].filter(([part]) => part.endsWith('.js')).map(([, bytes]) => bytes);
  const total = scripts.reduce((sum, bytes) => sum + bytes, 0);
  expect(scripts.length).toBeGreaterThan(0);
  expect(total, inWords('the editor', weighed)).toBeLessThanOrEqual(80 * kilobyte);
});

test('what never changes is kept by the browser for good, pages are asked for again', async () => {
  const page = await visitor.page();
  const assets: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/_app/immutable/')) assets.push(response.headers()['cache-control'] ?? 'none');
  });
  const answer = await page.goto('/', { waitUntil: 'networkidle' });
  expect(assets.length).toBeGreaterThan(0);
  expect(assets.every((control) => control.includes('max-age=31536000') && control.includes('immutable'))).toBe(true);
  expect(answer?.headers()['cache-control'] ?? '').not.toMatch(/max-age=[1-9]/);
});
