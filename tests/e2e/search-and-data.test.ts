/** A visitor searches the register and takes its data away. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scripting, useBrowser } from './browser.ts';
import { shared } from './workbench.ts';

const visitor = useBrowser();

async function ask(page: Page, words: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('search').getByLabel('Search words').fill(words);
  await page.getByRole('search').getByRole('button', { name: 'Search' }).click();
}
const titles = (page: Page): Promise<string[]> => page.locator('main ol > li > a').allInnerTexts();
const get = (path: string): Promise<Response> => fetch(`${shared.address}${path}`);

interface Answer {
  total: number;
  kinds: { kind: string; count: number }[];
  mended: { typed: string; searched: string[] }[];
  hits: { kind: string; title: string; year: number | null; address: string; snippet: string }[];
}
const searched = async (question: string): Promise<Answer> =>
  (await (await get(`/api/v1/search?${question}`)).json()) as Answer;

describe.each(scripting)('$named', ({ script }) => {
  test('what is named so stands first, and each result shows the words in their place', async () => {
    const page = await visitor.page({ script });
    await ask(page, 'cable landings');
    expect((await titles(page))[0]).toBe('Resolution 17 – Regional register of submarine cable landings');
    await ask(page, 'fishing associations');
    expect(await titles(page)).toEqual([
      'SSF/15A1/3: MOD Resolution 17 – Regional register of submarine and lagoon cables',
    ]);
    expect(await page.locator('main mark').allInnerTexts()).toEqual(['fishing', 'associations']);
    expect(await page.locator('main ol').innerText()).toContain('open to port authorities, fishing associations');
    await page.getByRole('link', { name: /^SSF\/15A1\/3/ }).click();
    expect(new URL(page.url()).pathname).toBe('/texts/proposals/ssf-15a1-3');
  });

  test('filters by kind, organisation and year stand in the address', async () => {
    const page = await visitor.page({ script });
    await ask(page, 'warnings');
    await page.getByLabel('Kind').selectOption('application');
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
    expect(await titles(page)).toEqual(['Rules for warnings over mobile networks']);
    expect(new URL(page.url()).searchParams.get('kind')).toBe('application');
    await page.getByLabel('Organisation').selectOption({ label: 'Harbour Data Agency' });
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
    expect(await titles(page)).toEqual([]);
    await page.goto('/search?words=connecting&kind=revision');
    await page.getByLabel('Year').fill('2025');
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
    expect((await titles(page)).length).toBeGreaterThan(0);
    expect((await titles(page)).every((title) => title.includes('2025'))).toBe(true);
  });

  test('a typing slip is mended, and said to be', async () => {
    const page = await visitor.page({ script });
    await ask(page, 'satelite');
    expect(await page.getByRole('main').innerText()).toContain('these are results for satellite');
    expect((await titles(page)).length).toBeGreaterThan(5);
    await ask(page, 'zzyzzy');
    expect(await page.getByRole('main').innerText()).toContain('Nothing was found for “zzyzzy”');
  });
});

test('words are found in other forms, with other accents, and old words beside new ones', async () => {
  const fished = await searched('words=fished');
  expect(fished.hits.map((hit) => hit.title)).toContain('Resolution 12, considering d)');
  expect((await searched('words=Tong%C3%A1')).total).toBe((await searched('words=tonga')).total);
  const [replaced, replacing] = await Promise.all([
    searched('words=congested&kind=proposal'),
    searched('words=overloaded&kind=proposal'),
  ]);
  for (const answer of [replaced, replacing]) {
    expect(answer.hits.map((hit) => hit.title)).toContain(
      'NIC/12A1/4: MOD Resolution 12 – Early warning over public networks',
    );
  }
});

test('quotation marks keep words together and a minus leaves words out', async () => {
  const together = await searched('words=%22running+costs%22');
  expect(together.hits.every((hit) => /running costs/i.test(hit.snippet))).toBe(true);
  const without = await searched('words=cable+-submarine');
  expect(without.total).toBeGreaterThan(0);
  expect(without.hits.filter((hit) => /submarine/i.test(`${hit.title} ${hit.snippet}`))).toEqual([]);
});

test('a search that makes no sense is answered in words, not with a fault', async () => {
  const answer = await get('/api/v1/search?year=soon');
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ problems: [{ field: 'year' }] });
  for (const question of ['words=%22', 'words=-', 'words=%26%7C!()', "words='%3B--", 'page=900']) {
    expect([question, (await get(`/search?${question}`)).status]).toEqual([question, 200]);
    expect([question, (await get(`/api/v1/search?${question}`)).status]).toEqual([question, 200]);
  }
  for (const address of ['/search?words=%00', '/api/v1/search?words=%00']) {
    expect([address, (await get(address)).status]).toEqual([address, 400]);
  }
});

test('the feed is well-formed XML with the newest first', async () => {
  const page = await visitor.page();
  const answer = await get('/feed.atom');
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const feed = await answer.text();
  await page.goto('/open-data');
  const read = await page.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, 'application/xml');
    const texts = (name: string): string[] => [...document.querySelectorAll(name)].map((one) => one.textContent ?? '');
    return {
      faults: document.querySelectorAll('parsererror').length,
      root: `${document.documentElement.namespaceURI} ${document.documentElement.localName}`,
      titles: texts('entry > title'),
      updated: texts('entry > updated'),
      links: [...document.querySelectorAll('entry > link')].map((link) => link.getAttribute('href') ?? ''),
    };
  }, feed);
  expect(read.faults).toBe(0);
  expect(read.root).toBe('http://www.w3.org/2005/Atom feed');
  expect(read.titles).toContain('OCU Expert Mission 2026');
  expect(read.updated).toEqual(read.updated.toSorted().toReversed());
  for (const link of read.links) expect((await fetch(link)).status, link).toBe(200);
});

test('a list as CSV and as JSON holds what the page shows', async () => {
  const csv = await get('/api/v1/lists/proposals?format=csv&proponent=SSF&sort=action');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toContain('filename="proposals.csv"');
  const bytes = new Uint8Array(await csv.arrayBuffer());
  // Spreadsheets take a file for UTF-8 by its byte order mark.
  expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
  const lines = new TextDecoder().decode(bytes).split('\r\n');
  expect(lines[0]).toBe('Reference,Action,On,Title,Proponent,Address');
  expect(lines[1]).toBe(
    `SSF/15A1/4,add,a new text,Repair and reuse of telecommunication equipment,SSF,${shared.address}/texts/proposals/ssf-15a1-4`,
  );
  expect(lines.length).toBe(1 + 4 + 1);
  const json = (await (await get('/api/v1/lists/proposals?proponent=SSF')).json()) as { total: number; rows: object[] };
  expect(json.total).toBe(4);
  expect(json.rows[0]).toMatchObject({ reference: 'SSF/15A1/1', action: 'modify', instrument: 'Resolution 4' });
});

test('lists that are not for a visitor are refused, and an unknown list names the known ones', async () => {
  for (const name of ['accounts', 'readings']) {
    expect([name, (await get(`/api/v1/lists/${name}`)).status]).toEqual([name, 403]);
  }
  const unknown = await get('/api/v1/lists/islands');
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({ problem: { lists: expect.arrayContaining(['plans', 'proposals']) } });
});

test('the export holds the register as the visitor may see it, one record a line', async () => {
  const lines = (await (await get('/api/v1/export')).text()).trim().split('\n');
  const records = lines.map((line) => JSON.parse(line) as { kind: string; address: string });
  const counts = Map.groupBy(records, (record) => record.kind);
  expect(counts.get('proposal')?.length).toBe(10);
  expect(counts.get('application')?.length).toBe(5);
  expect(counts.has('meeting')).toBe(false);
  for (const { address } of records) expect((await get(address)).status, address).toBe(200);
});
