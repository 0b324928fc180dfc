/** A contribution from its first proposal to the answers of members, with script and without. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readDocx } from '#formats/docx/index.ts';
import { linesOf } from '#formats/document/index.ts';
import { scripting, useBrowser } from './browser.ts';
import { bringIn, file } from './documents.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const visitor = useBrowser(workbench);
const password = 'long enough for a test';
const main = (page: Page): Promise<string> => page.getByRole('main').innerText();

/** Opens an account of a member administration and gives its sign-in name. */
async function member(page: Page, organisation: string, signInName: string): Promise<string> {
  await page.goto('/people');
  await page.getByLabel('Name of the person').fill(`Focal point ${signInName}`);
  await page.getByLabel('Sign-in name').fill(signInName);
  await page.getByLabel('Role').selectOption({ label: 'Member administration' });
  await page.getByLabel('Organisation').selectOption({ label: organisation });
  await page.getByLabel('First password').fill(password);
  await page.getByRole('button', { name: 'Open the account' }).click();
  await page.getByRole('link', { name: `Focal point ${signInName}` }).waitFor();
  return signInName;
}

async function addProposal(page: Page, about: RegExp, symbol: string, reasons: string): Promise<void> {
  await page.getByRole('link', { name: 'Add a proposal' }).click();
  const options = await page.getByLabel('About').getByRole('option').allInnerTexts();
  const name = options.find((option) => about.test(option)) ?? '';
  await page.getByLabel('About').selectOption({ label: name });
  await page.getByLabel('What is proposed').selectOption(symbol);
  await page.getByLabel('Summary').fill(`What ${symbol} of ${name} does.`);
  await page.getByLabel('Reasons').fill(reasons);
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('heading', { name: 'Proposals', exact: true }).waitFor();
}

/** A reply form as a member sends it back: the controls of Word are filled, everything else stays. */
function filledIn(form: Uint8Array, answers: { member: string; supporting: string[]; opposing: string[] }): Uint8Array {
  const parts = unzipSync(new Uint8Array(form));
  const ticked = [
    ...answers.supporting.map((reference) => `${reference}/supporting`),
    ...answers.opposing.map((reference) => `${reference}/not-supporting`),
  ];
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<w:sdt>.*?<\/w:sdt>/gs, (control) => {
    const tag = /<w:tag w:val="([^"]*)"/.exec(control)?.[1] ?? '';
    if (tag.endsWith('/member')) {
      return control.replace('<w:showingPlcHdr/>', '').replace(/(<w:t [^>]*>)[^<]*/, `$1${answers.member}`);
    }
    if (!ticked.some((end) => tag.endsWith(`/${end}`))) return control;
    return control.replace('w14:checked w14:val="0"', 'w14:checked w14:val="1"').replace('☐', '☒');
  });
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
}

describe.each(scripting.map((one, index) => ({ ...one, run: index + 1 })))('$named', ({ script, run }) => {
  test('proposals are collected, members asked, answers counted', async () => {
    const page = await visitor.administrator({ script });
    const number = 40 + run;
    await page.goto('/texts/preparations');
    await page.getByRole('link', { name: 'Prepare a contribution' }).click();
    await page.getByLabel('Title', { exact: true }).fill('Common proposals for Apia');
    await page.getByLabel('Code of the proponent').fill('nic');
    await page.getByLabel('Conference').fill('Plenipotentiary Assembly');
    await page.getByLabel('Place').fill('Apia');
    await page.getByLabel('Year').fill('2029');
    await page.getByLabel('Number of the document').fill(String(number));
    await page.getByRole('button', { name: 'Open it' }).click();
    expect(await main(page)).toContain('Enter the code in capital letters');
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Common proposals for Apia');
    await page.getByLabel('Code of the proponent').fill('NIC');
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByRole('heading', { name: 'Common proposals for Apia' }).waitFor();

    await addProposal(page, /^Resolution 12 /, 'NOC', 'It serves well.');
    await addProposal(page, /^Resolution 17 /, 'SUP', '');
    expect(await main(page)).toContain('Proposal 2: SUP needs reasons.');
    await page.getByRole('link', { name: `NIC/${number}/2`, exact: true }).click();
    await page.getByLabel('Reasons').fill('It was fulfilled.');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await main(page)).not.toContain('needs reasons');
    await page.getByRole('button', { name: `Move up NIC/${number}/2` }).click();
    expect(await page.getByRole('row').nth(1).innerText()).toContain('Resolution 17');

    await page.getByRole('link', { name: 'Ask members for support' }).click();
    await page.getByLabel('Last day for answers').fill('2999-06-01');
    for (const name of [/^OCU/, /^NIC/, /^SSF/]) await page.getByRole('checkbox', { name }).check();
    await page.getByLabel('Least support').fill('34');
    await page.getByRole('button', { name: 'Ask them' }).click();
    expect(await main(page)).toContain('0 of 3 members support; 2 needed.');
    expect(await main(page)).toMatch(/3 invitations, to be sent on/);
    const address = page.url();

    const signInName = await member(page, 'SSF', `ssf-${run}`);
    const focal = await visitor.signedIn(signInName, password, { script });
    await focal.goto('/');
    expect(await main(focal)).toContain('Asks for your answer until 1 June 2999');
    await focal.getByRole('link', { name: `NIC/${number} – Common proposals for Apia` }).click();
    await focal
      .getByRole('group', { name: new RegExp(`NIC/${number}/1`) })
      .getByLabel('Supporting', { exact: true })
      .check();
    await focal
      .getByRole('group', { name: new RegExp(`NIC/${number}/2`) })
      .getByLabel('Not supporting')
      .check();
    await focal.getByRole('button', { name: 'Send the answer' }).click();
    expect(await main(focal)).toContain('1 of 3 members supports; 2 needed.');

    await page.goto(`${address}/reply`);
    const members = await page.getByLabel('Member').getByRole('option').allInnerTexts();
    await page.getByLabel('Member').selectOption({ label: members.find((name) => /OCU|Oceanic/i.test(name)) ?? '' });
    await page.getByRole('button', { name: 'Go on' }).click();
    await page
      .getByRole('group', { name: new RegExp(`NIC/${number}/1`) })
      .getByLabel('Supporting', { exact: true })
      .check();
    await page.getByRole('button', { name: 'Send the answer' }).click();
    expect(await main(page)).toContain('Common proposal');

    const form = await (await page.request.get(`${address}/reply-form.docx`)).body();
    const filled = filledIn(form, { member: 'NIC', supporting: [], opposing: [`NIC/${number}/1`] });
    await bringIn(page, file(`Reply of NIC ${run}.docx`, filled));
    await page.getByRole('button', { name: 'Accept into the register' }).click();
    await page.goto(address);
    const row = page.getByRole('table').nth(1).getByRole('row').nth(1);
    expect((await row.getByRole('cell').allInnerTexts()).at(-2)).toBe('NIC');

    const word = await (await page.request.get(`${address}/contribution.docx`)).body();
    const lines = linesOf(readDocx(new Uint8Array(word), 'contribution.docx')).map(({ text }) => text);
    expect(lines).toContain(`SUP\tNIC/${number}/1`);
    expect(lines.join('\n')).toMatch(/Oceanic[^,]*, SSF/i);
    await page.getByRole('button', { name: 'Close the answers' }).click();
    expect(await main(page)).toContain('Answers are closed');
  });
});
