/** Anyone checks a document without an account: findings come back, and nothing of the file stays. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scripting, useBrowser } from './browser.ts';
import { asText, asWord, circular, file, mediaTypes, resolution, type Dropped } from './documents.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench({ THROUGHLINE_EMPTY: '1' });
const visitor = useBrowser(workbench);

async function check(page: Page, dropped: Dropped): Promise<string> {
  await page.goto('/check');
  await page.getByLabel('File', { exact: true }).setInputFiles([dropped]);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  return page.getByRole('main').innerText();
}
function example(name: string): Dropped {
  const folder = path.resolve(import.meta.dirname, '../../examples/files');
  return { name, mimeType: mediaTypes.docx, buffer: readFileSync(path.join(folder, name)) };
}

/** What is kept: every file of the store, and every record and reading an administrator can list. */
async function kept(page: Page): Promise<string[]> {
  const store = path.join(workbench.dataFolder, 'files');
  const files = readdirSync(store, { recursive: true })
    .map(String)
    .filter((name) => statSync(path.join(store, name)).isFile());
  const ask = async (address: string): Promise<string> => (await page.request.get(address)).text();
  return [
    ...files,
    await ask('/api/v1/export'),
    await ask('/api/v1/lists/readings'),
    await ask('/history'),
    await ask('/api/v1/search?words='),
  ];
}

describe.each(scripting)('$named', ({ script }) => {
  test('a contribution gets what a careful reader would notice, and its proposals in a table', async () => {
    const page = await visitor.page({ script });
    const said = await check(page, example('SSF-15A1 contribution.docx'));
    expect(said).toContain('Contribution with proposals');
    expect(await page.locator('main tbody tr').count()).toBe(4);
    const first = await page.locator('main tbody tr').first().innerText();
    expect(first).toContain('SSF/15A1/1');
    expect(first).toContain('MOD');
    // The planted slips of the examples: a clause that is in neither text, and a wrong name of a place.
    expect(said).toContain('recognizing f)');
    expect(await page.locator('.finding').count()).toBeGreaterThan(0);
  });

  test('a sound text has nothing to look at', async () => {
    const page = await visitor.page({ script });
    const said = await check(page, file('Lights.txt', asText(resolution(7, 'Lights of harbours'))));
    expect(said).toContain('Legal text');
    expect(said).toContain('13 of 13 lines understood');
    expect(await page.locator('.finding').count()).toBe(0);
  });

  test('a file of no known kind is told so, one that cannot be read is refused with the reason', async () => {
    const page = await visitor.page({ script });
    expect(await check(page, file('Circular.txt', circular('notice board')))).toContain('Unknown kind');
    const refused = await check(page, file('Picture.docx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0)));
    expect(refused).toContain('There is a problem');
    expect(refused).toContain('Picture.docx');
  });
});

test('nothing of a checked file is kept, wherever one looks', async () => {
  const officer = await visitor.administrator();
  const before = await kept(officer);
  const page = await visitor.page();
  const marked = resolution(77, 'Quokkaquay, a word that is nowhere else');
  await check(page, file('Quokkaquay.docx', asWord(marked)));
  await check(page, file('Quokkaquay.txt', asText(marked)));
  await check(page, file('Quokkaquay circular.txt', circular('quokkaquay')));
  expect(await kept(officer)).toEqual(before);
  const found = (await (await officer.request.get('/api/v1/search?words=quokkaquay')).json()) as { total: number };
  expect(found.total).toBe(0);
  // Looking that way does show what was taken in.
  const lines = await officer.request.post('/intake', {
    headers: { origin: workbench.address },
    multipart: { files: file('Quokkaquay.txt', asText(marked)) },
  });
  expect(lines.ok()).toBe(true);
  await expect.poll(async () => (await kept(officer)).join('\n')).toContain('Quokkaquay.txt');
});

test('addresses in a checked file are not shown back', async () => {
  const page = await visitor.page();
  const said = await check(
    page,
    file('Contacts.txt', `${circular('fountain')}\nAsk tide.keeper@example.org or call +679 555 0199.\n`),
  );
  expect(said).not.toContain('tide.keeper@example.org');
  expect(said).not.toContain('555 0199');
});
