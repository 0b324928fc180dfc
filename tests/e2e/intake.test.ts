/** An officer drops files, sees what was understood beside the source, corrects it and accepts it. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scripting, useBrowser } from './browser.ts';
import {
  application,
  asPdf,
  asText,
  asWord,
  circular,
  bringIn,
  file,
  meetingReport,
  readThem,
  resolution,
} from './documents.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench({ THROUGHLINE_EMPTY: '1' });
const visitor = useBrowser(workbench);

/** The lines of the page of an import. */
const results = (page: Page): Promise<string[]> => page.locator('main ul.plain > li').allInnerTexts();
const main = (page: Page): Promise<string> => page.getByRole('main').innerText();
const correct = (page: Page): Promise<void> => page.getByRole('button', { name: 'Correct', exact: true }).click();
const row = (page: Page, line: number) => page.locator(`tr[id="L${line}"]`);

/** Files must differ between the two runs, or the second would be known already. */
describe.each(scripting.map((one, index) => ({ ...one, run: index + 1 })))('$named', ({ script, run }) => {
  test('Word, text and PDF at once: each is read, the unknown one is kept and says why', async () => {
    const page = await visitor.administrator({ script });
    await bringIn(
      page,
      file(`Beacons ${run}.docx`, asWord(resolution(100 + run, `Beacons of the ${run}. kind`))),
      file(`Anchors ${run}.txt`, asText(resolution(110 + run, `Anchors of the ${run}. kind`))),
      file(`Buoys ${run}.pdf`, asPdf(resolution(120 + run, `Buoys of the ${run}. kind`))),
      file(`Circular ${run}.txt`, circular(`bicycle shed number ${run}`)),
    );
    await page.getByRole('heading', { name: 'Files were read' }).waitFor();
    expect(await page.getByRole('status').innerText()).toContain('4 of 4 files');
    expect((await results(page)).every((line) => line.includes('check what was understood'))).toBe(true);
    const readings = await page.getByRole('link', { name: 'check what was understood' }).all();
    const addresses = await Promise.all(readings.map((link) => link.getAttribute('href')));
    const said: string[] = [];
    for (const address of addresses) {
      await page.goto(address ?? '');
      said.push((await page.locator('main p.lead').innerText()).replace(/\s+/g, ' '));
    }
    const understood =
      '13 of 13 lines found their place: 4 sections, 6 clauses. Nothing is doubtful; no lines left over.';
    expect(said.slice(0, 3)).toEqual([understood, understood, understood]);
    expect(await main(page)).toContain('The file is of no kind that is known here.');
    expect(await main(page)).toContain('there is no record to accept');
    await page.goto(`/search?words=%22bicycle+shed+number+${run}%22`);
    expect(await page.getByRole('link', { name: `Circular ${run}.txt` }).count()).toBe(1);
  });

  test('values of several types are corrected, and the record shows them', async () => {
    const page = await visitor.administrator({ script });
    await bringIn(page, file(`Request ${run}.txt`, application(`Rules for harbour beacons ${run}`)));
    await page.getByRole('link', { name: 'Correct The document in line 3' }).click();
    await page.getByLabel('Title').fill(`Rules for harbour lights ${run}`);
    await page.getByLabel('Country, two letters').fill('WS');
    await page.getByLabel('Country', { exact: true }).fill('Samoa');
    const ticked = page.getByRole('group', { name: 'Outcomes ticked' });
    await ticked.getByLabel('policy design').uncheck();
    await ticked.getByLabel('drafting regulations').check();
    await correct(page);
    expect(await row(page, 3).innerText()).toContain(`Rules for harbour lights ${run}`);
    expect(await row(page, 3).innerText()).toContain('awareness · drafting regulations');

    await page.getByRole('link', { name: /^Correct Answer: Who else is involved/ }).click();
    await page.getByLabel('Text', { exact: true }).fill('Port Office\nFishing association\nWeather Service');
    await correct(page);
    await page.getByRole('link', { name: /^Correct Time 2/ }).click();
    await page.getByLabel('From').fill('2026-11');
    await page.getByLabel('To', { exact: true }).fill('2026-12');
    await correct(page);

    await page.getByText('corrections so far').click();
    const corrections = await page.locator('details', { hasText: 'corrections so far' }).innerText();
    expect(corrections).toContain(`Title: Rules for harbour beacons ${run} Rules for harbour lights ${run} First`);
    expect(corrections).toContain('Outcomes ticked: awareness, policy design awareness, drafting regulations First');
    await page.getByLabel('Shown to').selectOption({ label: 'everyone' });
    await page.getByRole('button', { name: 'Accept into the register' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`Rules for harbour lights ${run}`);
    const said = await main(page);
    expect(said).toContain('Request of Samoa');
    expect(said).toContain('Weather Service');
    expect(said).toContain('Support for drafting regulations');
    expect(said).toContain('November 2026 – December 2026');
    const publicPage = await visitor.page({ script });
    expect((await publicPage.goto(page.url()))?.status()).toBe(200);
  });

  test('a value that cannot be is refused at its field, and what was typed is kept', async () => {
    const page = await visitor.administrator({ script });
    await bringIn(page, file(`Refused ${run}.txt`, application(`Lamps of the pier ${run}`)));
    await page.getByRole('link', { name: 'Correct The document in line 3' }).click();
    await page.getByLabel('Title').fill(`Lamps of the long pier ${run}`);
    await page.getByLabel('Country, two letters').fill('Tonga');
    await correct(page);
    expect(await page.getByRole('alert').innerText()).toContain('There is a problem');
    await page.getByRole('alert').getByRole('link').click();
    expect(await page.getByLabel('Country, two letters').inputValue()).toBe('Tonga');
    expect(await page.getByLabel('Title').inputValue()).toBe(`Lamps of the long pier ${run}`);
    expect(await page.locator('.field.wrong').count()).toBe(1);
    await page.getByLabel('Country, two letters').fill('TO');
    await correct(page);
    expect(await row(page, 3).innerText()).toContain(`Lamps of the long pier ${run}`);
  });

  test('an element is taken out after a question, and the record is without it', async () => {
    const page = await visitor.administrator({ script });
    await bringIn(page, file(`Piers ${run}.txt`, asText(resolution(130 + run, `Piers of the ${run}. kind`))));
    await page.getByRole('link', { name: 'Take out Clause 2 in line 11' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Take out clause 2?');
    expect(await page.locator('blockquote').innerText()).toBe(
      'b) the decision of the Council of 2019 on harbour lights,',
    );
    await page.getByRole('button', { name: 'Take it out' }).click();
    expect(await row(page, 11).innerText()).toContain('the decision of the Council of 2019');
    expect(await page.getByRole('link', { name: 'Take out Clause 2 in line 11' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Accept into the register' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`Piers of the ${run}. kind`);
    expect(await main(page)).toContain('5 clauses');
    expect(await main(page)).not.toContain('the decision of the Council of 2019');
  });

  test('the words of a clause lead to their line, and the line back to the clause', async () => {
    const page = await visitor.administrator({ script });
    await bringIn(page, file(`Quays ${run}.docx`, asWord(resolution(140 + run, `Quays of the ${run}. kind`))));
    await page.getByRole('button', { name: 'Accept into the register' }).click();
    await page.locator('[id="resolves-2"] .line-link').click();
    expect(await page.locator('main mark').innerText()).toContain('that the register shall be open to the public,');
    expect(await main(page)).toContain('was read as');
    await page.locator('.panel').getByRole('link').first().click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(`Quays of the ${run}. kind`);
  });

  test('who sees a record is chosen when it is accepted', async () => {
    const page = await visitor.administrator({ script });
    await bringIn(page, file(`Moles ${run}.txt`, asText(resolution(150 + run, `Moles of the ${run}. kind`))));
    await page.getByLabel('Shown to').selectOption({ label: 'the secretariat' });
    await page.getByRole('button', { name: 'Accept into the register' }).click();
    const address = page.url();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`Moles of the ${run}. kind`);
    const publicPage = await visitor.page({ script });
    expect((await publicPage.goto(address))?.status()).toBe(404);
    await publicPage.goto(`/search?words=moles`);
    expect(await main(publicPage)).not.toContain('Moles of');
  });

  test('a reading is laid aside after a question, and its file stays findable', async () => {
    const page = await visitor.administrator({ script });
    await bringIn(page, file(`Aside ${run}.txt`, asText(resolution(160 + run, `Jetties of the ${run}. kind`))));
    await page.getByRole('link', { name: 'Lay aside' }).click();
    await page.getByRole('button', { name: 'Lay it aside' }).click();
    expect(await page.locator('table').last().innerText()).toContain(`Aside ${run}.txt`);
    await page.getByRole('link', { name: `Aside ${run}.txt` }).click();
    expect(await main(page)).toContain('Nothing of it is in the register; the file is kept.');
    expect(await page.getByRole('button', { name: 'Accept into the register' }).count()).toBe(0);
    await page.goto(`/search?words=jetties`);
    expect(await main(page)).toContain(`Aside ${run}.txt`);
  });

  test('the same file again is left alone, or kept as a new version when asked for', async () => {
    const page = await visitor.administrator({ script });
    const twice = file(`Twice ${run}.txt`, asText(resolution(170 + run, `Slips of the ${run}. kind`)));
    await bringIn(page, twice);
    await bringIn(page, twice);
    expect((await results(page))[0]).toContain('the very same file came in on');
    await page.getByRole('link', { name: 'See its reading' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`Twice ${run}.txt`);

    await page.goto('/intake');
    await page.getByLabel('Files', { exact: true }).setInputFiles([twice]);
    await page.getByLabel('Keep files that are there already as new versions').check();
    await readThem(page);
    await page.getByText('New version of').waitFor();
    expect(await page.locator('dl.facts').innerText()).toContain(`Twice ${run}.txt`);
  });

  test('two files of one name are both kept, and it is said', async () => {
    const page = await visitor.administrator({ script });
    await bringIn(page, file(`Same ${run}.txt`, asText(resolution(180 + run, `Docks of the ${run}. kind`))));
    await bringIn(
      page,
      file(`Same ${run}.txt`, asText(resolution(190 + run, `Other docks of the ${run}. kind`))),
      file(`Beside ${run}.txt`, circular(`flag mast ${run}`)),
    );
    expect((await results(page))[0]).toContain('Another file of this name came in on');
    await page.goto('/intake');
    expect(await page.getByRole('link', { name: `Same ${run}.txt` }).count()).toBe(2);
  });

  test('who corrects an old version is told, and what was typed is kept', async () => {
    const page = await visitor.administrator({ script });
    await bringIn(page, file(`Stale ${run}.txt`, asText(resolution(200 + run, `Wharves of the ${run}. kind`))));
    await page.getByRole('link', { name: 'Correct The document' }).click();
    const form = page.url();
    const other = await page.context().newPage();
    await other.goto(form);
    await other.getByLabel('Opening').fill('The Council,');
    await correct(other);
    await page.getByLabel('Title').fill(`Wharves and cranes of the ${run}. kind`);
    await correct(page);
    expect(await page.getByRole('alert').innerText()).toMatch(/changed|meanwhile|since/i);
    expect(await page.getByLabel('Title').inputValue()).toBe(`Wharves and cranes of the ${run}. kind`);
    await other.reload();
    expect(await main(other)).toContain('The Council,');
    expect(await main(other)).not.toContain('Wharves and cranes');
  });

  test('a meeting report: its number, a yes or no, and participants that only the secretariat can reach', async () => {
    const page = await visitor.administrator({ script });
    await bringIn(page, file(`Report ${run}.txt`, meetingReport(run === 1 ? 'Seventh' : 'Eighth', 2026 + run)));
    await page.getByRole('link', { name: /^Correct The document/ }).click();
    await page.getByLabel('Series').fill('Tide and Flood Interagency Group (TFIG)');
    await page.getByLabel('Number', { exact: true }).fill('many');
    await correct(page);
    expect(await page.getByRole('alert').innerText()).toContain('"many" is not a number.');
    await page.getByLabel('Number', { exact: true }).fill(String(40 + run));
    await correct(page);
    await page.getByRole('link', { name: /^Correct Participant 2/ }).click();
    await page.getByLabel('Took part online').selectOption('yes');
    await correct(page);
    await page.getByRole('button', { name: 'Accept into the register' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(`meeting ${40 + run}`);
    expect(await page.getByRole('row', { name: /Sefo Leota/ }).innerText()).toMatch(/online/i);
    expect(await page.getByRole('row', { name: /Lina Moana/ }).innerText()).toContain('lina.moana@example.org');
  });
});
