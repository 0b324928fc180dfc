/** A cycle from its opening to decisions and papers, seen by the secretariat, an applicant and everybody else. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scripting, useBrowser } from './browser.ts';
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

describe.each(scripting.map((one, index) => ({ ...one, run: index + 1 })))('$named', ({ script, run }) => {
  test('a cycle is opened, its stages and forms are changed, and what is wrong is told', async () => {
    const page = await visitor.administrator({ script });
    const year = 2050 + run;
    await page.goto('/missions');
    await page.getByRole('link', { name: 'Open a cycle' }).click();
    await page.getByLabel('Programme').fill('OCU Expert Mission');
    await page.getByLabel('Year').fill(String(year));
    await page.getByLabel('Organiser').fill('Oceanic Communications Union');
    await page.getByLabel('Missions completed by').fill('soon');
    await page.getByRole('button', { name: 'Open the cycle' }).click();
    expect(await main(page)).toContain('Enter a month, such as 2027-12.');
    expect(await page.getByLabel('Programme').inputValue()).toBe('OCU Expert Mission');
    await page.getByLabel('Missions completed by').fill(`${year}-12`);
    await page.getByLabel('Offers by').fill(`${year}-03-31`);
    await page.getByRole('button', { name: 'Open the cycle' }).click();
    await page.getByRole('heading', { name: `OCU Expert Mission ${year}` }).waitFor();
    const here = page.url();
    expect(await main(page)).toContain('Nothing waits for the secretariat in this cycle.');

    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Add a stage' }).first().click();
    await page.getByLabel('Label for the secretariat').fill('Waiting for funds');
    await page.getByLabel('Label for the applicant').fill('Accepted, waiting for funds');
    await page.getByLabel('Stands behind').selectOption({ label: 'Accepted for circulation' });
    await page.getByLabel('To the stage').first().selectOption({ label: 'In circulation' });
    await page.getByRole('button', { name: 'Add the stage' }).click();
    expect(await main(page)).toContain('Enter the words of the button.');
    await page.getByLabel('Words of the button').first().fill('Funds are there');
    await page.getByRole('button', { name: 'Add the stage' }).click();
    expect(await main(page)).toContain('Funds are there → In circulation');
    await page.getByRole('link', { name: 'Waiting for funds' }).click();
    await page.getByRole('button', { name: 'Remove “Waiting for funds”' }).click();
    await page.getByRole('heading', { name: 'Settings of the cycle' }).waitFor();
    expect(await main(page)).not.toContain('Waiting for funds');

    await page.goto(`${here}/forms`);
    await page.getByRole('link', { name: 'Change it in a new version' }).click();
    await page.getByRole('button', { name: 'Save as version 2' }).click();
    expect(await main(page)).toContain('Nothing was changed');
    await page.getByLabel('Title of the form').fill('Application form, shorter');
    await page.getByRole('button', { name: 'Save as version 2' }).click();
    expect(await main(page)).toContain('Version 2, the newest.');
    await page.getByRole('link', { name: 'Version 1' }).click();
    expect(await main(page)).not.toContain('Application form, shorter');
  });

  test('a request is screened, the applicant asked; a decision is held back, then told', async () => {
    const page = await visitor.administrator({ script });
    const year = 2060 + run;
    const cycle = `/missions/ocu-expert-mission-${year}`;
    await page.goto('/missions/new');
    await page.getByLabel('Programme').fill('OCU Expert Mission');
    await page.getByLabel('Year').fill(String(year));
    await page.getByLabel('Organiser').fill('Oceanic Communications Union');
    await page.getByLabel('Offers by').fill(`${year}-03-31`);
    await page.getByLabel('Who sees the cycle').selectOption('public');
    await page.getByRole('button', { name: 'Open the cycle' }).click();

    const focal = await visitor.signedIn(await member(page, 'SSF', `ssf-cycle-${run}`), password, { script });
    const request = await applied(focal, cycle);
    await focal.goto(cycle);
    expect(await main(focal)).toContain('Received by the secretariat');

    await page.goto(`${cycle}/screening`);
    expect(await main(page)).toContain('The timeline names no date: “At the earliest”.');
    await page.getByRole('link', { name: 'Charts of reefs', exact: true }).click();
    await page.getByRole('checkbox', { name: /names no date/ }).check();
    await page.getByRole('button', { name: 'Draft a question' }).click();
    expect(await page.getByLabel('What you want to know').inputValue()).toContain('Your form names no month');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    expect(await main(page)).toContain('Not answered yet.');

    await focal.goto(cycle);
    await focal.getByRole('link', { name: 'Answer 1 question of the secretariat' }).click();
    await focal.getByRole('button', { name: 'Answer', exact: true }).click();
    expect(await main(focal)).toContain('Write an answer.');
    await focal.getByLabel('Your answer').fill(`In July ${year}.`);
    await focal.getByRole('button', { name: 'Answer', exact: true }).click();
    await focal.getByRole('button', { name: 'Send it in again' }).click();
    await focal.waitForURL((url) => url.pathname === request);

    await page.goto(cycle);
    expect(await main(page)).toContain('1 applicant has answered your questions.');
    await page.goto(`${cycle}/decisions`);
    await page.getByLabel('Decision on Charts of reefs').selectOption('screened');
    await page.getByLabel('Reason for Charts of reefs').fill('Zanzibarish marmalade');
    await page.getByRole('button', { name: 'Keep these decisions' }).click();
    expect(await main(page)).toContain('Zanzibarish marmalade');
    for (const address of [cycle, request, `${request}/questions`, '/search?words=marmalade', '/feed.atom', '/']) {
      const told = await (await focal.request.get(address)).text();
      expect([address, told.includes('Zanzibarish'), told.includes('sent to possible experts soon')]).toEqual([
        address,
        false,
        false,
      ]);
    }
    for (const address of [`${cycle}/decisions`, `${cycle}/screening`, `${cycle}/summary`, `${cycle}/settings`]) {
      expect([address, (await focal.request.get(address)).status()]).toEqual([address, 403]);
    }
    await page.getByRole('button', { name: 'Release the chosen decisions' }).click();
    await focal.goto(cycle);
    expect(await main(focal)).toContain('Accepted, and sent to possible experts soon');

    await page.goto(`${cycle}/summary`);
    await page.getByLabel('Heading in this row').fill('Maps');
    await page.getByLabel('Title', { exact: true }).fill('Charts of all reefs');
    await page.getByRole('button', { name: 'Save' }).last().click();
    expect(await main(page)).toContain('The form says Charts of reefs.');
    for (const file of ['summary.docx', 'summary.pdf', 'requests.docx', 'requests.pdf', 'introduction.docx']) {
      const answer = await page.request.get(`${cycle}/${file}`);
      expect([file, answer.status(), (await answer.body()).byteLength > 1000]).toEqual([file, 200, true]);
    }

    const anybody = await visitor.page({ script, width: 360 });
    await anybody.goto(cycle);
    expect(await main(anybody)).not.toContain('Charts of');
    await page.goto(`${cycle}/decisions`);
    await page.getByLabel('Decision on Charts of reefs').selectOption('circulated');
    await page.getByRole('button', { name: 'Keep these decisions' }).click();
    await page.goto(`${cycle}/settings`);
    await page.getByRole('checkbox', { name: /The page of the call is public/ }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await anybody.goto(cycle);
    expect(await main(anybody)).toContain('Charts of all reefs');
    expect(await anybody.getByRole('link', { name: 'Charts of all reefs' }).count()).toBe(0);
    const width = await anybody.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(360);
  });
});

const answers: [question: RegExp, words: string][] = [
  [/identify the policy issue/, 'Ships strike reefs that no chart shows.'],
  [/support action/, 'Draft rules for charts'],
  [/support policy formulation/, 'The rules become a decree.'],
  [/present situation/, 'Nothing is drafted.'],
  [/timeline/, 'At the earliest'],
];

/** A member writes a request with a vague timeline and sends it in. @returns its address */
async function applied(page: Page, cycle: string): Promise<string> {
  await page.goto(cycle);
  await page.getByRole('link', { name: 'Apply for a mission' }).click();
  await page.getByLabel('Country').fill('Fiji');
  await page.getByLabel('Title of the project').fill('Charts of reefs');
  await page.getByRole('button', { name: 'Go on to the questions' }).click();
  await page.waitForURL(/\/edit$/);
  for (const [question, words] of answers) await page.getByLabel(question).fill(words);
  await page.getByLabel('Training').check();
  await page.getByRole('button', { name: 'Save, and check' }).click();
  await page.waitForURL(/\/submit$/);
  await page.getByLabel('asks for this mission').check();
  await page.getByRole('button', { name: 'Send it in' }).click();
  await page.waitForURL(/applications\/[\w-]+$/);
  return new URL(page.url()).pathname;
}
