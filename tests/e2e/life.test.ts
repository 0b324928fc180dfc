/** The life of a workbench: it starts filled or empty, is emptied, ends when told, and comes back with everything. */
import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { asText, bringIn, file, resolution } from './documents.ts';
import { useWorkbench } from './workbench.ts';

describe('filled by the examples', () => {
  const workbench = useWorkbench();
  const visitor = useBrowser(workbench);

  test('says so, and is emptied after a question: the register is empty, the account and the history stay', async () => {
    const page = await visitor.administrator({ script: false });
    await page.goto('/');
    expect(await page.getByRole('banner').innerText()).toContain('Examples of invented organisations.');
    const visitorsPage = await visitor.page();
    await visitorsPage.goto('/');
    expect(await visitorsPage.getByRole('link', { name: 'Start empty' }).count()).toBe(0);

    await page.getByRole('link', { name: 'Start empty' }).click();
    expect(await page.getByRole('main').innerText()).toContain('This cannot be undone.');
    await page.getByRole('button', { name: 'Remove the examples' }).click();
    await page.getByText('The register is empty.').waitFor();
    expect(await page.getByRole('banner').innerText()).not.toContain('Examples');
    for (const list of ['instruments', 'proposals', 'plans', 'calls', 'applications', 'meetings', 'organisations']) {
      const answer = (await (await page.request.get(`/api/v1/lists/${list}`)).json()) as { total: number };
      expect([list, answer.total]).toEqual([list, 0]);
    }
    expect((await (await page.request.get('/api/v1/search?words=')).json()) as object).toMatchObject({ total: 0 });
    await page.goto('/history');
    expect(await page.getByRole('main').innerText()).toContain('removed examples');
    await page.goto('/people');
    expect(await page.getByRole('row', { name: 'First administrator' }).count()).toBe(1);
  });

  test('does not read the examples again at the next start', async () => {
    const page = await visitor.administrator();
    await page.request.post('/start-empty', { headers: { origin: workbench.address }, form: {} });
    expect(await workbench.stop()).toBe(0);
    await workbench.start();
    await page.goto('/');
    expect(await page.getByRole('main').innerText()).toContain('The register is empty.');
  });
});

describe('started empty', () => {
  const workbench = useWorkbench({ THROUGHLINE_EMPTY: '1' });
  const visitor = useBrowser(workbench);

  test('each empty list says what would stand there', async () => {
    const page = await visitor.page();
    for (const address of [
      '/texts',
      '/texts/contributions',
      '/texts/proposals',
      '/plans',
      '/missions',
      '/missions/applications',
      '/missions/assistance-plans',
      '/partners',
      '/partners/activities',
      '/partners/organisations',
    ]) {
      await page.goto(address);
      expect(await page.locator('.empty').innerText(), address).toMatch(/ stand/);
    }
    await page.goto('/');
    expect(await page.getByRole('banner').innerText()).not.toContain('Examples');
    await page.goto('/trace');
    expect(await page.getByRole('main').innerText()).toContain('Nothing that is shown to you yet.');
  });

  test('told to end it ends cleanly; after the next start session, record and file are there', async () => {
    const page = await visitor.administrator();
    const text = asText(resolution(401, 'Moorings of the outer bay'));
    await bringIn(page, file('Moorings.txt', text));
    const reading = page.url();
    await page.getByRole('button', { name: 'Accept into the register' }).click();
    const record = page.url();

    expect(await workbench.stop()).toBe(0);
    await expect(fetch(`${workbench.address}/`)).rejects.toThrow();
    await workbench.start();

    await page.goto(record);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Moorings of the outer bay');
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(1);
    await page.goto(reading);
    const original = await page.getByRole('link', { name: 'original' }).getAttribute('href');
    expect(await (await page.request.get(original ?? '')).text()).toBe(text);
    await page.goto('/search?words=moorings');
    expect(await page.getByRole('main').innerText()).toContain('Moorings of the outer bay');
  });
});
