/** A visitor who is not signed in reads texts, plans and missions, searches, and takes data away. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scripting, useBrowser } from './browser.ts';
import { shared } from './workbench.ts';

const visitor = useBrowser();
const resolution4 = '/texts/proposals/nic-12a1-2';

/** The words of a part of the page, as they are seen, without the hidden words for screen readers. */
async function shown(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluate((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll('.hidden')) hidden.remove();
    return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}
const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
const main = (page: Page): Promise<string> => page.getByRole('main').innerText();

/** Reading needs no script, so it is tested without; that pages ask for none is tested below. */
describe('reading', () => {
  const script = false;
  test('home says what there is, what came in and what is due', async () => {
    const page = await visitor.page({ script });
    await page.goto('/');
    const said = (await main(page)).replace(/\s+/g, ' ');
    for (const count of ['5 instruments', '10 proposals', '2 plans', '1 call for missions', '17 organisations']) {
      expect(said).toContain(count);
    }
    expect(said).toContain('Offers for OCU Expert Mission 2026');
    expect(await page.getByRole('heading', { name: 'Waits for you' }).count()).toBe(0);
    await page.getByRole('link', { name: '10 proposals' }).click();
    expect(await heading(page)).toBe('Proposals');
  });

  test('from the list of texts to an instrument, its revisions and a text in force', async () => {
    const page = await visitor.page({ script });
    await page.goto('/texts');
    expect(await page.locator('tbody tr').count()).toBe(5);
    await page.getByRole('link', { name: 'Resolution 4', exact: true }).click();
    expect(await heading(page)).toBe('Connecting small and outer islands');
    await page.getByRole('link', { name: 'Resolution 4 (Rev. Suva, 2021)' }).click();
    expect(await main(page)).toContain('43 clauses');
    expect(await shown(page, '[id="resolves-2.3"] > .words')).toBe(
      'the price of the monthly plan that most households use;',
    );
    expect(await page.locator('[id="resolves-2"] [id="resolves-2.3"]').count()).toBe(1);
    expect(await main(page)).toContain(
      'An outer island is an inhabited island that no passenger aircraft or ferry serves on three days of the week or more.',
    );
    expect(await page.locator('ins, del').count()).toBe(0);
  });

  test('a contribution lists its six proposals with what each would do', async () => {
    const page = await visitor.page({ script });
    await page.goto('/texts/contributions/nic-12a1');
    const rows = await page.getByRole('table').first().locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split(/[\t\n]+/).slice(0, 2))).toEqual([
      ['NIC/12A1/1', 'no change'],
      ['NIC/12A1/2', 'modify'],
      ['NIC/12A1/3', 'modify'],
      ['NIC/12A1/4', 'modify'],
      ['NIC/12A1/5', 'suppress'],
      ['NIC/12A1/6', 'add'],
    ]);
  });

  test('a proposal with its changes marked, read out by a screen reader too', async () => {
    const page = await visitor.page({ script });
    await page.goto(resolution4);
    expect(await main(page)).toContain('Of 46 clauses, 3 added, 1 deleted, 11 reworded, 4 renumbered.');
    const five = page.locator('[id="resolves-5"] > .words');
    const heard = (await five.locator('del').textContent()) ?? '';
    expect(heard.replace(/\s/g, ' ')).toBe('[deleted: voluntary contributions]');
    expect(await shown(page, '[id="resolves-5"] > .words ins')).toBe('one per cent of the regular budget and by gifts');
    expect(await page.locator('[id="considering-d"]').getAttribute('data-status')).toBe('renumbered');
    const struck = await five.locator('del').evaluate((del) => getComputedStyle(del).textDecorationLine);
    const underlined = await five.locator('ins').evaluate((ins) => getComputedStyle(ins).textDecorationLine);
    expect([struck, underlined]).toEqual(['line-through', 'underline']);
  });

  test('the same proposal as it is, as proposed and side by side', async () => {
    const page = await visitor.page({ script });
    await page.goto(resolution4);
    const views = page.getByRole('navigation', { name: 'View of the text' });
    await views.getByRole('link', { name: 'As it is' }).click();
    expect(await shown(page, '[id="resolves-5"] > .words')).toBe(
      'that the fund for outer islands shall be financed by voluntary contributions and shall be managed by the Bureau for Development;',
    );
    await views.getByRole('link', { name: 'As proposed' }).click();
    expect(await shown(page, '[id="resolves-5"] > .words')).toBe(
      'that the fund for outer islands shall be financed by one per cent of the regular budget and by gifts and shall be managed by the Bureau for Development;',
    );
    expect(await main(page)).not.toContain('to maintain a collection of model agreements');
    await views.getByRole('link', { name: 'Side by side' }).click();
    const cells = page.locator('[id="resolves-2"] td');
    expect(await cells.nth(0).innerText()).toContain('surveyed every');
    expect(await cells.nth(0).locator('del').count()).toBe(1);
    expect(await cells.nth(1).locator('ins').innerText()).toContain('two');
    expect(await page.locator('[id="considering-c"] td').nth(0).innerText()).toBe('');
  });

  test('a suppression says so and leads to the text as it is', async () => {
    const page = await visitor.page({ script });
    await page.goto('/texts/proposals/nic-12a1-5');
    expect(await main(page)).toContain('The proposal gives no text: the whole is to be suppressed.');
    await page.getByRole('link', { name: 'The text as it is' }).click();
    expect(await heading(page)).toBe('Regional register of submarine cable landings');
  });

  test('words lead to their lines in the source', async () => {
    const page = await visitor.page({ script });
    await page.goto(resolution4);
    await page.locator('[id="resolves-5"] .line-link').click();
    const marked = page.locator('main mark');
    expect(await marked.innerText()).toContain('financed by');
    const line = await page.locator('li:has(mark)').getAttribute('id');
    expect(new URL(page.url()).hash).toBe(`#${line}`);
    await page.locator('.panel').getByRole('link').first().click();
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(`${resolution4}#resolves-5`);
  });

  test('a plan is a tree with its indicators, risks and empty chapters', async () => {
    const page = await visitor.page({ script });
    await page.goto('/plans');
    await page.getByRole('link', { name: /^Strategic Plan of the Oceanic/ }).click();
    const said = await main(page);
    const counts = await page.getByRole('table', { name: 'What it is made of' }).locator('tbody tr').allInnerTexts();
    expect(
      counts.map((row) =>
        row
          .split(/\s*\t\s*/)
          .slice(0, 3)
          .join(' '),
      ),
    ).toEqual(['Strategic Pillar 4 0', 'Objective 9 9', 'Action 33 0', 'Expected outcome 9 0']);
    expect(await page.locator('[id="pillar-a"] [id="objective-a.2"] [id="action-a.2.3"]').innerText()).toContain(
      'Publish each year the prices that members pay for a unit of traffic;',
    );
    expect(said).toContain('5 chapters announced and not written');
    expect(await page.getByRole('link', { name: /^Reword/ }).count()).toBe(0);
  });

  test('a call with its requests, and one request with its seven answers', async () => {
    const page = await visitor.page({ script });
    await page.goto('/missions');
    await page.getByRole('link', { name: 'OCU Expert Mission 2026' }).click();
    await page.getByRole('link', { name: 'The call as it was sent round' }).click();
    expect(await main(page)).toContain('OCU/BD-6.2/2026/EM-Invitation');
    expect(await page.locator('main table tbody tr').count()).toBe(5);
    await page.getByRole('link', { name: 'Rules for warnings over mobile networks' }).click();
    const said = await main(page);
    expect(said).toContain('In two recent floods the warnings were sent forty minutes after they had been decided.');
    expect(said).toContain('Support for drafting regulations');
    expect(said).not.toContain('Awareness programme');
    expect(await page.locator('main h2').allInnerTexts()).toEqual(
      expect.arrayContaining(['The issue', 'The support needed', 'Who else is involved', 'Possible timeline']),
    );
  });
});

describe.each(scripting)('$named', ({ script }) => {
  test('a list is narrowed, sorted and keeps what was asked in its address', async () => {
    const page = await visitor.page({ script });
    await page.goto('/texts/proposals');
    await page.getByRole('combobox', { name: 'Proponent' }).selectOption('SSF');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(new URL(page.url()).searchParams.get('proponent')).toBe('SSF');
    expect(await page.locator('tbody tr').count()).toBe(4);
    await page.getByRole('columnheader', { name: 'Action' }).getByRole('link').click();
    expect(await page.locator('tbody tr td[data-name="Action"]').allInnerTexts()).toEqual([
      'add',
      'modify',
      'modify',
      'modify',
    ]);
    expect(new URL(page.url()).searchParams.get('proponent')).toBe('SSF');
    expect(await page.getByRole('link', { name: /as CSV/ }).getAttribute('href')).toContain('proponent=SSF');
  });
});

test('what is shown to others is not there for a visitor', async () => {
  const page = await visitor.page();
  await page.goto('/partners');
  expect(await main(page)).toContain('Meetings stand here once their report is accepted');
  for (const [address, status] of [
    ['/partners/meetings/igdi-12-2026-04-22', 404],
    ['/missions/assistance-plans/rules-for-warnings-over-mobile-networks-fiji', 404],
    ['/missions/applications/solomon-islands-sharing-of-towers-among-operators', 404],
    ['/people', 403],
    ['/intake', 403],
    ['/history', 403],
    ['/start-empty', 403],
    ['/no/such/page', 404],
    ['/texts/no-such-text', 404],
  ] as const) {
    const answer = await page.goto(address);
    expect([address, answer?.status()]).toEqual([address, status]);
    expect(['Not found', 'Not for you']).toContain(await heading(page));
    expect(await page.getByRole('main').getByRole('link', { name: 'search' }).count()).toBe(1);
  }
});

test('no reading page asks for a script or for anything from elsewhere', async () => {
  const page = await visitor.page();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.resourceType()} ${request.url()}`));
  for (const address of ['/', '/texts', '/texts/resolution-4-suva-2021', resolution4, '/plans', '/trace', '/search']) {
    await page.goto(address);
    expect(await page.locator('script').count(), address).toBe(0);
  }
  expect(asked.filter((request) => request.startsWith('script'))).toEqual([]);
  expect(asked.filter((request) => !request.includes(`${shared.address}/`))).toEqual([]);
  expect(asked.length).toBeGreaterThan(7);
});
