/** What bad input gets: a reason with file and remedy, and nothing stored; the good files beside it come in. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { buildDocx, docxFiles, paragraph } from '../../src/testing/docx.ts';
import { scripting, useBrowser } from './browser.ts';
import { asPdf, asText, bringIn, circular, file, resolution, type Dropped } from './documents.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench({ THROUGHLINE_EMPTY: '1', THROUGHLINE_LARGEST_UPLOAD_MB: '2' });
const visitor = useBrowser(workbench);

const sound = buildDocx({ body: paragraph('The Council met in Suva.') });
const main = (page: Page): Promise<string> => page.getByRole('main').innerText();

/** The entries of a package with its main part exchanged. */
function withMainPart(xml: string): Uint8Array {
  const { 'word/document.xml': _, ...others } = docxFiles({ body: '' });
  return buildDocx({ body: '', files: { ...others, 'word/document.xml': xml } });
}
const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52);
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const bad: readonly [dropped: Dropped, reason: RegExp][] = [
  [file('cut.docx', sound.slice(0, Math.floor(sound.length / 2))), /cut|damaged|end/i],
  [file('picture.docx', picture), /The file is .*(picture|image|PNG).*Word/i],
  [file('empty.docx', ''), /The file is empty\./],
  [file('empty.txt', ''), /The file is empty\./],
  [file('blank.txt', ' \n\n \n'), /holds no text/],
  [
    file(
      'dtd.docx',
      withMainPart(
        `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa">]><w:document xmlns:w="${word}"><w:body>&a;</w:body></w:document>`,
      ),
    ),
    /DTD|DOCTYPE|document type/i,
  ],
  [
    file('tags.docx', withMainPart(`<w:document xmlns:w="${word}"><w:body><w:p></w:body></w:document>`)),
    /XML|tag|closed|well-formed/i,
  ],
  [
    file('encoding.txt', Uint8Array.of(0xef, 0xbb, 0xbf, 0x53, 0x61, 0x6d, 0xff, 0xfe, 0x6f, 0x61, 0x0a)),
    /Byte 7 is not .*UTF-8/,
  ],
  [file('cut.pdf', asPdf(['The Council met in Suva.']).slice(0, 400)), /cut short|damaged/i],
];

const kept = (): string[] => readdirSync(path.join(workbench.dataFolder, 'files'), { recursive: true }).map(String);

describe.each(scripting.map((one, index) => ({ ...one, run: index + 1 })))('$named', ({ script, run }) => {
  test('each refused file is named with its reason and remedy; the sound one among them is read', async () => {
    const page = await visitor.administrator({ script });
    const good = file(`Good ${run}.txt`, circular(`ladder ${run}`));
    const before = kept();
    await bringIn(page, ...bad.map(([dropped]) => dropped), good);
    const lines = await page.locator('main ul.plain > li').allInnerTexts();
    expect(lines.length).toBe(bad.length + 1);
    for (const [index, [{ name }, reason]] of bad.entries()) {
      const line = lines[index] ?? '';
      expect(line).toContain(name);
      expect(line).toMatch(reason);
      // What went wrong is one sentence, what to do another one.
      expect(line.replace(name, '').match(/[A-Z][^.]+\./g)?.length ?? 0, line).toBeGreaterThanOrEqual(2);
      expect(line).not.toMatch(/\bat .*:\d+:\d+|node_modules|undefined|\[object/);
    }
    expect(lines.at(-1)).toContain('check what was understood');
    await page.getByRole('link', { name: 'Back to intake' }).click();
    for (const [{ name }] of bad) expect(await main(page)).not.toContain(name);
    expect(await main(page)).toContain(`Good ${run}.txt`);
    expect(kept().filter((name) => !before.includes(name) && /[0-9a-f]{60}/.test(name)).length).toBe(1);
  });

  test('a file above the limit is refused by name', async () => {
    const page = await visitor.administrator({ script });
    await page.goto('/intake');
    const line = `All the minutes of meeting ${run}.\n`;
    const large = file(`Large ${run}.txt`, line.repeat(60_000));
    const larger = file(`Larger ${run}.txt`, line.repeat(72_000));
    await page.getByLabel('Files', { exact: true }).setInputFiles([larger]);
    await page.getByRole('button', { name: 'Read them' }).click();
    await page
      .getByText(/larger than 2 MB|too large/i)
      .first()
      .waitFor();
    expect(await main(page)).not.toContain('Something went wrong');
    await bringIn(page, large);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`Large ${run}.txt`);
  });

  test('a form without a file says so at its field', async () => {
    const page = await visitor.administrator({ script });
    await page.goto('/intake');
    // The browser itself would not send it.
    const answer = await page.request.post('/intake', {
      headers: { origin: workbench.address, accept: 'text/html' },
      multipart: { 'new-version': '' },
    });
    expect(answer.status()).toBe(400);
    expect(await answer.text()).toContain('Choose a file first.');
  });

  test('a page of the check screen that is not there, and one that is of somebody else, are told apart', async () => {
    const page = await visitor.administrator({ script });
    for (const address of [
      '/intake/no-such-reading',
      '/intake/01a20000-0000-7000-8000-000000000000',
      '/intake/jobs/x',
    ]) {
      expect([address, (await page.goto(address))?.status()]).toEqual([address, 404]);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Not found');
    }
    const other = await visitor.page({ script });
    expect((await other.goto('/intake'))?.status()).toBe(403);
    expect(await main(other)).toContain('Sign in to bring files into intake');
  });
});

test('the name of a file is shown as it is and cannot lead out of the folder', async () => {
  const page = await visitor.administrator();
  const names = ['..\\..\\etc\\passwd.txt', '=cmd|calc.txt', `"quoted" & <b>bold.txt`, 'Ōtaki – Überblick.txt'];
  await bringIn(
    page,
    ...names.map((name, index) => file(name, asText(resolution(300 + index, `Names of files, part ${index}`)))),
  );
  const shown = await page.locator('main li > strong').allInnerTexts();
  expect(shown.slice(0, 2)).toEqual(['passwd.txt', '=cmd|calc.txt']);
  expect(shown[2]).toContain('& <b>bold.txt');
  expect(shown[3]).toBe('Ōtaki – Überblick.txt');
  const csv = await (await page.request.get('/api/v1/lists/readings?format=csv&words=calc')).text();
  expect(csv).toContain("'=cmd|calc.txt");
  await page.getByRole('link', { name: 'check what was understood' }).last().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'original' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Ōtaki – Überblick.txt');
});
