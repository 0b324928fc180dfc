/**
 * A request for a mission is written in the browser: on a slow line, without script, by two people at once, with the
 * connection gone, and with the page left in the middle.
 */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { scripting, useBrowser, type PageOptions } from './browser.ts';
import { openMissions, password, peopleOf } from './missions.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const visitor = useBrowser(workbench);
const kilobyte = 1024;

beforeAll(async () => {
  await openMissions(workbench);
  const ministry = { key: 'MOC', name: 'Ministry of Cables', country: 'FJ' };
  await peopleOf(workbench, ministry, [
    { name: 'litia', role: 'member' },
    { name: 'jone', role: 'member' },
  ]);
});

/** A page of somebody of the ministry, with a request of this title begun and its form open. */
async function begun(title: string, options?: PageOptions): Promise<Page> {
  const page = await visitor.signedIn('litia', password, options);
  await begin(page, title);
  return page;
}

async function begin(page: Page, title: string): Promise<void> {
  await page.goto('/missions/applications');
  await page.getByRole('link', { name: 'Ask for a mission' }).click();
  await page.getByLabel('Title of the project').fill(title);
  await page.getByRole('button', { name: 'Go on to the questions' }).click();
  await page.waitForURL(/\/edit$/);
}

const answers: [question: RegExp, words: string][] = [
  [/identify the policy issue/, 'Cables land on our coast without any rules for the landing stations.'],
  [/support action/, 'Draft regulations for landing stations\nTwo days of talks with operators'],
  [/support policy formulation/, 'The regulations become a decree of the Ministry.'],
  [/present situation/, 'A working group has collected the licences. Nothing is drafted.'],
  [/stakeholders/, 'Harbour Authority\nThree operators'],
  [/timeline/, 'May 2090: talks with operators\nJuly – August 2090: draft regulations'],
];

async function answerAll(page: Page): Promise<void> {
  for (const [question, words] of answers) await page.getByLabel(question).fill(words);
  await page.getByLabel('Support for drafting regulations').check();
  await page.getByLabel('Training').check();
}

const issue = (page: Page) => page.getByLabel(/identify the policy issue/);
const action = (page: Page) => page.getByLabel(/support action/);
const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d$/).waitFor();

/** Weighs everything that goes over the wire for a page from now on. */
async function scales(page: Page, kilobytesASecond: number, latency: number) {
  const client = await page.context().newCDPSession(page);
  const loaders = new Map<string, string>();
  const documents = new Map<string, { address: string; bytes: number }>();
  const weight = { received: 0, sent: 0, documents };
  const background = new Set<string>();
  client.on('Network.requestWillBeSent', ({ requestId, loaderId, request, type }) => {
    loaders.set(requestId, loaderId);
    weight.sent += request.postData?.length ?? 0;
    if (type === 'Document') documents.set(loaderId, { address: new URL(request.url).pathname, bytes: 0 });
    else if (type === 'Fetch') background.add(requestId);
  });
  client.on('Network.requestWillBeSentExtraInfo', ({ headers }) => {
    for (const [name, value] of Object.entries(headers)) weight.sent += name.length + value.length + 4;
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weight.received += encodedDataLength;
    const its = documents.get(loaders.get(requestId) ?? '');
    if (its !== undefined && !background.has(requestId)) its.bytes += encodedDataLength;
  });
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: kilobytesASecond * kilobyte,
    uploadThroughput: kilobytesASecond * kilobyte,
  });
  return weight;
}

describe.each(scripting)('a whole request on a line of 50 kB a second, $named', ({ script }) => {
  test('is opened, answered and sent in for less than 150 KB', { timeout: 120_000 }, async ({ annotate }) => {
    const page = await visitor.page({ script });
    page.setDefaultTimeout(30_000);
    const weight = await scales(page, 50, 400);
    const began = performance.now();
    await page.goto('/sign-in?back=/missions/applications');
    await page.getByLabel('Sign-in name').fill('litia');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/applications/);
    const title = script ? 'Rules for cable landings' : 'Rules for landing stations';
    await begin(page, title);
    await answerAll(page);
    await page.getByRole('button', { name: 'Save, and check' }).click();
    await page.waitForURL(/\/submit$/);
    expect(await page.getByRole('main').innerText()).toContain('Nothing: every question that has to be answered');
    await page.getByLabel('asks for this mission').check();
    await page.getByRole('button', { name: 'Send it in' }).click();
    await page.waitForURL(/applications\/[\w-]+$/);
    const seconds = (performance.now() - began) / 1000;
    const main = await page.getByRole('main').innerText();
    expect(main).toMatch(/received by the secretariat/i);
    for (const [, words] of answers.slice(0, 5)) for (const line of words.split('\n')) expect(main).toContain(line);
    expect(main).toContain('Support for drafting regulations');
    expect(main).toContain('July 2090 – August 2090');

    const pages = [...weight.documents.values()];
    const total = weight.received + weight.sent;
    const kb = (bytes: number): string => `${(bytes / kilobyte).toFixed(1)} KB`;
    const said = `${kb(total)} in all (${kb(weight.received)} received, ${kb(weight.sent)} sent) in ${seconds.toFixed(0)} s: ${pages
      .map(({ address, bytes }) => `${address} ${kb(bytes)}`)
      .join(', ')}`;
    await annotate(`A request ${script ? 'with' : 'without'} script on a slow line: ${said}`);
    expect(pages.length, said).toBeGreaterThanOrEqual(6);
    // The line was slow: each page waits at least once.
    expect(seconds, said).toBeGreaterThan(pages.length * 0.4);
    expect(weight.received, said).toBeGreaterThan(10 * kilobyte);
    expect(total, said).toBeLessThanOrEqual(150 * kilobyte);
    expect(pages[0]?.bytes, said).toBeLessThanOrEqual(40 * kilobyte);
    for (const { bytes } of pages.slice(1)) expect(bytes, said).toBeLessThanOrEqual(15 * kilobyte);
  });
});

describe('saving while one types', () => {
  test('what was typed is there after a reload, and each line about time says what it was read as', async () => {
    const page = await begun('Towers on reefs');
    await issue(page).fill('Towers fall in storms.');
    await page.getByLabel(/timeline/).fill('soon\nJune 2090');
    await saved(page);
    const read = page.getByText('“June 2090” – read as June 2090');
    await read.waitFor();
    await page.getByText('“soon” – no time was found in this line').waitFor();
    await page.reload();
    expect(await issue(page).inputValue()).toBe('Towers fall in storms.');
    await read.waitFor();
  });

  test('what was typed a moment before the page is left is not lost', async () => {
    const page = await begun('Buoys with radios');
    await issue(page).fill('Buoys drift.');
    await page.reload();
    await expect.poll(() => issue(page).inputValue()).toBe('Buoys drift.');
    await saved(page).catch(() => null);
    await page.reload();
    expect(await issue(page).inputValue()).toBe('Buoys drift.');
  });

  test('without a connection it waits, says so, and is sent when the connection is back', async () => {
    const page = await begun('Radio for ferries');
    await page.context().setOffline(true);
    await issue(page).fill('Ferries have no radio.');
    await page.getByText('No connection.').waitFor();
    await action(page).fill('Plan channels');
    await page.context().setOffline(false);
    await saved(page);
    await page.reload();
    expect([await issue(page).inputValue(), await action(page).inputValue()]).toEqual([
      'Ferries have no radio.',
      'Plan channels',
    ]);
  });

  test('what could not be sent survives the page, in the browser', async () => {
    const page = await begun('Licences for drones');
    const address = page.url();
    await page.context().setOffline(true);
    await issue(page).fill('Drones disturb radars.');
    await page.getByText('No connection.').waitFor();
    await page.close({ runBeforeUnload: false });
    const again = await page.context().newPage();
    await again.context().setOffline(false);
    await again.goto(address);
    await expect.poll(() => issue(again).inputValue()).toBe('Drones disturb radars.');
    await saved(again);
  });

  test('a field that cannot be taken holds up no other', async () => {
    const page = await begun('Weather by radio');
    await page.getByLabel('Title of the project').fill('');
    await issue(page).fill('Forecasts come late.');
    await page.getByText('Enter the title.').waitFor();
    await page.reload();
    expect(await issue(page).inputValue()).toBe('Forecasts come late.');
  });
});

/** A second person of the ministry on the same form. */
async function joined(page: Page, options?: PageOptions): Promise<Page> {
  const other = await visitor.signedIn('jone', password, options);
  await other.goto(page.url());
  return other;
}

describe('two people of one administration at once', () => {
  test('who change different answers do not meet', async () => {
    const page = await begun('Numbering for islands');
    const other = await joined(page);
    await issue(page).fill('Numbers run out.');
    await action(other).fill('Plan new numbers');
    await Promise.all([saved(page), saved(other)]);
    for (const one of [page, other]) {
      await one.reload();
      expect([await issue(one).inputValue(), await action(one).inputValue()]).toEqual([
        'Numbers run out.',
        'Plan new numbers',
      ]);
    }
  });

  test('who change the same answer see both texts, and put them together', async () => {
    const page = await begun('Spectrum for fishers');
    const other = await joined(page);
    await issue(page).fill('Fishers share one channel.');
    await saved(page);
    await issue(other).fill('Channels are crowded.');
    const both = other.getByRole('group', { name: 'Two texts of one answer' });
    await both.getByText('Fishers share one channel.').waitFor();
    expect(await issue(other).inputValue()).toBe('Channels are crowded.');
    await both.getByRole('button', { name: 'Put mine below theirs' }).click();
    await saved(other);
    await page.reload();
    expect(await issue(page).inputValue()).toBe('Fishers share one channel.\nChannels are crowded.');
  });

  test('without script the second is told, sees both texts, and decides', async () => {
    const page = await begun('Rules for beacons', { script: false });
    const other = await joined(page, { script: false });
    await issue(page).fill('Beacons are not registered.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/^Saved on /).waitFor();
    await issue(other).fill('Nobody knows the beacons.');
    await action(other).fill('A register of beacons');
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await other.getByRole('alert').getByText('Somebody else changed').waitFor();
    await other.getByRole('group', { name: 'Two texts' }).getByText('Beacons are not registered.').waitFor();
    expect(await issue(other).inputValue()).toBe('Nobody knows the beacons.');
    // What nobody else touched was saved all the same.
    await page.reload();
    expect([await issue(page).inputValue(), await action(page).inputValue()]).toEqual([
      'Beacons are not registered.',
      'A register of beacons',
    ]);
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await other.getByText(/^Saved on /).waitFor();
    await page.reload();
    expect(await issue(page).inputValue()).toBe('Nobody knows the beacons.');
  });
});

describe.each(scripting)('what is missing, files and taking back, $named', ({ script }) => {
  test('all that is missing is told before it is sent in, each with its way there', async () => {
    const page = await begun(`Maps of networks ${String(script)}`, { script });
    await issue(page).fill('No map exists.');
    await page.getByRole('button', { name: 'Save, and check' }).click();
    await page.waitForURL(/\/submit$/);
    const main = page.getByRole('main');
    for (const number of [2, 3, 4, 6, 7]) await main.getByText(`Question ${number} is not answered.`).waitFor();
    expect(await main.getByRole('button', { name: 'Send it in' }).count()).toBe(0);
    await main.getByRole('link', { name: 'Question 6 is not answered.' }).click();
    expect(page.url()).toMatch(/\/edit#answer\.expected_outcomes$/);
  });

  test('a file is attached, downloaded, and removed; the request is withdrawn with a reason', async () => {
    const page = await begun(`Cables of copper ${String(script)}`, { script });
    await page.getByRole('link', { name: 'Leave the form' }).click();
    await page.getByText('Attach a file').click();
    const buffer = Buffer.from('<script>alert(1)</script>');
    await page.getByLabel('File').setInputFiles({ name: 'Route of the cable.html', mimeType: 'text/html', buffer });
    await page.getByLabel('What it is').fill('Chart of 2089');
    await page.getByRole('button', { name: 'Attach it' }).click();
    const link = page.getByRole('link', { name: 'Route of the cable.html' });
    await link.waitFor();
    await page.getByText('Chart of 2089').waitFor();
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="Route of the cable.html"/);
    expect(await answer.body()).toEqual(buffer);
    await page.getByRole('button', { name: 'Remove Route of the cable.html' }).click();
    await page.getByText('Nothing is attached.').waitFor();

    await page.getByText('Withdraw it').first().click();
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await page.getByRole('alert').getByText('Say why.').waitFor();
    await page.getByLabel('Why').fill('The cable was bought.');
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await page.getByText('Nothing more is to be done.').waitFor();
    expect(await page.getByRole('link', { name: 'Go on writing' }).count()).toBe(0);
  });
});
