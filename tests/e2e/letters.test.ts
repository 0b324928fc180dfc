/** A survey letter to all Members but two: written, looked at, cleared, sent; its messages leave by hand. */
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { scripting, useBrowser } from './browser.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const visitor = useBrowser(workbench);
const main = async (page: Page): Promise<string> => (await page.getByRole('main').innerText()).replace(/\s+/g, ' ');

/** Takes in four members of the house, and gives one of them an address. */
async function members(page: Page, mark: string): Promise<void> {
  const names = ['Tides', 'Reefs', 'Atolls', 'Lagoons'].map((name) => `Ministry of ${name} ${mark}`);
  await page.goto('/partners/members/import');
  const list = page.getByLabel('The list');
  await list.fill(['name,category', ...names.map((name) => `${name},Membre`)].join('\n'));
  await page.getByRole('button', { name: 'Check it' }).click();
  expect(await main(page)).toContain('Row 5: “Membre” is no category of the house.');
  await list.fill(['name,category', ...names.map((name) => `${name},Member`)].join('\n'));
  await page.getByRole('button', { name: 'Check it' }).click();
  await page.getByRole('button', { name: 'Take in 4 memberships' }).click();
  await page.getByRole('link', { name: names[0] ?? '' }).click();
  await page.getByRole('link', { name: 'Membership and addresses' }).click();
  await page.getByLabel('Another address').fill(`office-${mark}@tides.example.int`);
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByText(`office-${mark}@tides.example.int`).first().waitFor();
}

describe.each(scripting)('$named', ({ script, named }) => {
  test('from the first words to a message sent by hand', { timeout: 120_000 }, async () => {
    const mark = named.replace(' ', '-');
    const page = await visitor.administrator({ script });
    await members(page, mark);
    await page.goto('/missions/letters/new?cycle=ocu-expert-mission-2026&kind=survey');
    await page.getByLabel('Subject').fill(`Survey of needs ${mark}`);
    await page.getByLabel('Signed by').fill('Ana Reef');
    await page.getByLabel('Words that the letter prints').first().fill('All Members but two');
    await page.getByLabel('But not these organisations').first().fill(`Ministry of Atolls ${mark}\nNobody at all`);
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    expect(await main(page)).toContain('Nothing in the directory is called “Nobody at all”.');
    expect(await page.getByLabel('Subject').inputValue()).toBe(`Survey of needs ${mark}`);
    const minus = `Ministry of Atolls ${mark}\nMinistry of Lagoons ${mark}`;
    await page.getByLabel('But not these organisations').first().fill(minus);
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    expect(await main(page)).toContain(`No e-mail address is known of`);
    const recipients = await page.getByRole('table').innerText();
    expect(recipients).toContain(`Ministry of Tides ${mark}`);
    expect(recipients).toContain(`Ministry of Reefs ${mark}`);
    expect(recipients).not.toContain(`Ministry of Atolls ${mark}`);
    const letter = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'Clear the letter' }).click();
    await page.getByRole('button', { name: /^Send to/ }).click();
    await page.waitForURL(/\/outbox\//);
    await page.getByRole('button', { name: 'Clear all' }).click();
    expect(await main(page)).toContain('Not cleared, because no e-mail address is known');
    await page.getByRole('link', { name: `Ministry of Tides ${mark}` }).click();
    const file = await page.request.get(`${new URL(page.url()).pathname}/message.eml`);
    expect(await file.text()).toContain(`office-${mark}@tides.example.int`);
    await page.getByRole('button', { name: 'Mark as sent by hand' }).click();
    expect(await main(page)).toContain('Survey letter · sent by hand');
    await page.goto(letter);
    const before = await page.getByRole('table').innerText();
    await page.goto('/partners/members/import');
    await page.getByLabel('The list').fill(`name,category\nMinistry of Currents ${mark},Member`);
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByRole('button', { name: 'Take in 1 membership' }).click();
    await page.goto(letter);
    expect(await page.getByRole('table').innerText()).toBe(before);
    for (const closed of ['/outbox', `${letter}/letter.docx`, '/partners/members/import']) {
      const answer = await (await visitor.page({ script })).request.get(`${workbench.address}${closed}`);
      expect([closed, answer.status() >= 400]).toEqual([closed, true]);
      expect(await answer.text()).not.toContain('tides.example.int');
    }
  });
});
