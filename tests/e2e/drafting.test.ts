/**
 * Drafting in Chromium: what the hand does is a suggestion; neither a killed server nor a lost connection nor a second
 * drafter takes a word; without script a form does the same.
 */
import { expect, test, describe } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { useBrowser } from './browser.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const visitor = useBrowser(workbench);
const password = 'long enough for a test';

/** Opens a draft of Resolution 4 and the editor on it; gives the address of the draft. */
async function openDraft(page: Page, title: string): Promise<string> {
  await page.goto('/texts/resolution-4-suva-2021');
  await page.getByRole('link', { name: 'Draft a change' }).click();
  await page.getByLabel('Name of the draft').fill(title);
  await page.getByRole('button', { name: 'Open the draft' }).click();
  await page.locator('.draft').waitFor();
  return new URL(page.url()).pathname.replace(/\/edit$/, '');
}

const clause = (page: Page, words: string): Locator => page.locator('.draft > .clause', { hasText: words }).first();
const saved = (page: Page): Promise<void> => page.getByText('Everything is saved.', { exact: true }).waitFor();

/** Puts the cursor at the end of a clause, or before some words of it. */
async function cursor(page: Page, words: string, before: string | null = null): Promise<void> {
  await clause(page, words).locator('.words').click();
  await clause(page, words)
    .locator('.words')
    .evaluate((element, before) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      range.selectNodeContents(element);
      range.collapse(false);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = before === null ? -1 : (node.textContent?.indexOf(before) ?? -1);
        if (at < 0) continue;
        range.setStart(node, at);
        range.collapse(true);
        break;
      }
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    }, before);
  // The editor hears of the cursor by an event of the browser.
  await page.evaluate(() => new Promise((heard) => requestAnimationFrame(() => requestAnimationFrame(heard))));
}

/** "c) that a single mast …" for each clause under a heading, as the screen shows them. */
async function list(page: Page, heading: string): Promise<string[]> {
  return page.locator('.draft').evaluate((draft, heading) => {
    const lines: string[] = [];
    let within = false;
    for (const block of draft.children) {
      if (block.tagName === 'H3') within = block.textContent === heading;
      else if (within && block.classList.contains('clause')) {
        const label = [...block.querySelectorAll('.mark-of > *')].map((part) =>
          part.tagName === 'DEL' ? `(${part.textContent})` : part.textContent,
        );
        lines.push(`${label.join(' ')} ${block.querySelector('.words')?.textContent?.slice(0, 34)}`.trim());
      }
    }
    return lines;
  }, heading);
}

const reading = async (page: Page, address: string, view = 'proposed'): Promise<string> => {
  await page.goto(`${address}?view=${view}`);
  return page.locator('.law').innerText();
};

describe('the hand', () => {
  test('types, splits, joins, moves and deepens; labels and references follow, and the draft reads so', async () => {
    const page = await visitor.administrator();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const address = await openDraft(page, 'By hand');
    await cursor(page, 'that a single mast');
    await page.keyboard.press('Enter');
    await page.keyboard.type('that storms cut cables;');
    expect(await list(page, 'considering')).toEqual([
      'a) that one in four inhabitants of th',
      'b) that to carry traffic by satellite',
      'c) that a single mast, power supply o',
      'd) that storms cut cables;',
      '(d) e) that the schools, clinics and coun'.replace('(d)', '(d))'),
    ]);

    // Behind what stands first: the reference to c) follows to d).
    await cursor(page, 'that to carry traffic', 'to an outer island');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => clause(page, 'that the weakness').locator('.words').innerText())
      .toContain('considering c)d)');
    await page.keyboard.press('Backspace');
    expect((await list(page, 'considering'))[1]).toBe('b) that to carry traffic by satellite');
    expect(await clause(page, 'that the weakness').locator('.words').innerText()).not.toContain('d)');

    await cursor(page, 'that the results of the survey');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Tab');
    expect((await list(page, 'resolves')).slice(1, 7)).toEqual([
      '2 that the state of connection of ou',
      '2.1 the kind, the capacity and the age',
      '2.2 the number of days on which the co',
      '2.3 the price of the monthly plan that',
      '(4) 2.4 that the results of the survey sha',
      '3 that projects under this resolutio',
    ]);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Alt+ArrowDown');
    expect((await list(page, 'resolves'))[6]).toBe('4 that the results of the survey sha');

    await cursor(page, 'that storms cut cables;', ';');
    await page.keyboard.type(', as noting a) says');
    await saved(page);
    const text = await reading(page, address, 'inline');
    expect(text).toContain('that storms cut cables, as noting a) says;');
    expect(errors).toEqual([]);
  });

  test('writes a new text from nothing', async () => {
    const page = await visitor.administrator();
    await page.goto('/texts/drafts');
    await page.getByRole('link', { name: 'Draft a new text' }).click();
    await page.getByLabel('Name of the draft').fill('Warnings at sea');
    await page.getByRole('button', { name: 'Open the draft' }).click();
    await page.locator('.draft > .heading').click();
    await page.keyboard.type('RESOLUTION NIC-9');
    await page.getByRole('button', { name: 'Heading' }).click();
    await page.keyboard.type('considering');
    for (const words of ['that ships sail;', 'that storms come,']) {
      await page.keyboard.press('Enter');
      await page.keyboard.type(words);
    }
    await page.getByRole('button', { name: 'Heading' }).click();
    await page.keyboard.type('resolves');
    for (const words of ['to warn ships;', 'to do so at once.']) {
      await page.keyboard.press('Enter');
      await page.keyboard.type(words);
    }
    expect(await list(page, 'considering')).toEqual(['a) that ships sail;', 'b) that storms come,']);
    expect(await list(page, 'resolves')).toEqual(['1 to warn ships;', '2 to do so at once.']);
    await saved(page);
    expect(await reading(page, '/texts/drafts/warnings-at-sea')).toContain('to do so at once.');
  });

  test('deletes over several clauses: each keeps its place, its words are struck', async () => {
    const page = await visitor.administrator();
    const address = await openDraft(page, 'Over several');
    await cursor(page, 'to answer the questionnaire', 'of the survey');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('in good time;');
    const lines = await page.locator('.draft > .clause .words').evaluateAll((all) =>
      all.map((words) => {
        const live = words.cloneNode(true) as HTMLElement;
        for (const struck of live.querySelectorAll('del')) struck.remove();
        return live.textContent ?? '';
      }),
    );
    const at = lines.findIndex((line) => line.startsWith('to answer'));
    expect(lines[at]).toBe('to answer the questionnaire in good time;');
    expect(lines[at + 1]).toMatch(/ networks from import duties;$/);
    expect(await page.locator('.draft del', { hasText: 'of the survey within three months;' }).count()).toBe(1);
    await saved(page);
    expect(await reading(page, address)).toContain('to answer the questionnaire in good time;');
  });

  test('adds a footnote and a comment, and takes the comment off', async () => {
    const page = await visitor.administrator();
    const address = await openDraft(page, 'Notes');
    await cursor(page, 'that the fund for outer islands');
    await page.getByRole('button', { name: 'Footnote' }).click();
    await page.keyboard.type('As the Council founded it.');
    await cursor(page, 'that equipment bought');
    await page.getByRole('button', { name: 'Comment' }).click();
    await page.getByLabel('Comment').fill('All of it?');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('listitem').filter({ hasText: 'All of it?' }).waitFor();
    await saved(page);
    const reader = await visitor.administrator({ script: false });
    const text = await reading(reader, address);
    expect(text).toMatch(/2\s*As the Council founded it\./);
    expect(await reader.getByLabel('About this draft').innerText()).toContain('All of it?');
    await page.getByRole('button', { name: /^Resolve the comment/ }).click();
    await saved(page);
    await reading(reader, address);
    expect(await reader.getByLabel('About this draft').innerText()).not.toContain('All of it?');
  });

  test('decides by single keys after Escape, and undoes', async () => {
    const page = await visitor.administrator();
    const address = await openDraft(page, 'By keys');
    await cursor(page, 'that equipment bought', 'equipment');
    await page.keyboard.type('all ');
    await cursor(page, 'that no project', 'no project');
    await page.keyboard.type('henceforth ');
    expect(await page.locator('.draft ins:not(.mark-of *)').allInnerTexts()).toEqual(['all ', 'henceforth ']);
    await page.keyboard.press('Escape');
    await page.keyboard.type('nr');
    await expect.poll(() => page.locator('.draft').innerText()).not.toContain('all equipment');
    await page.keyboard.type('na');
    expect(await page.locator('.draft ins:not(.mark-of *)').count()).toBe(0);
    expect(await clause(page, 'henceforth').locator('.words').innerText()).toContain('that henceforth no project');
    await page.keyboard.type('?');
    await page.getByRole('heading', { name: 'Keys', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await clause(page, 'that all equipment').count()).toBe(1);
    await saved(page);
    // Accepted or not, the words are changes of the text as it is.
    expect(await reading(page, address, 'changes')).toContain('henceforth');
  });
});

describe('no word is lost', () => {
  const letters = 'that every single word of this long sentence shall arrive;';

  test('when the server is killed in the middle of a sentence and comes back', async () => {
    const page = await visitor.administrator();
    const address = await openDraft(page, 'Killed');
    await cursor(page, 'that no project');
    await page.keyboard.press('Enter');
    await page.keyboard.type(letters.slice(0, 20));
    await saved(page);
    await page.keyboard.type(letters.slice(20, 30));
    await workbench.kill();
    await page.keyboard.type(letters.slice(30, 45));
    await page.getByText('Not saved yet – kept on this device').waitFor();
    await page.keyboard.type(letters.slice(45));
    await workbench.start();
    await saved(page);
    expect(await reading(page, address)).toContain(letters);
  });

  test('when the connection drops, the window is closed, and another one is opened later', async () => {
    const page = await visitor.administrator();
    const address = await openDraft(page, 'Offline');
    await page.context().setOffline(true);
    await cursor(page, 'that no project');
    await page.keyboard.press('Enter');
    await page.keyboard.type(letters);
    await page.getByText('Not saved yet – kept on this device').waitFor();
    const other = await page.context().newPage();
    await page.close();
    await other.context().setOffline(false);
    await other.goto(`${address}/edit`);
    await clause(other, letters).waitFor();
    await saved(other);
    expect(await reading(other, address)).toContain(letters);
  });

  test('when the connection comes back while one still types', async () => {
    const page = await visitor.administrator();
    const address = await openDraft(page, 'Back online');
    await cursor(page, 'that no project');
    await page.keyboard.press('Enter');
    await page.keyboard.type(letters.slice(0, 10));
    await page.context().setOffline(true);
    await page.keyboard.type(letters.slice(10, 30));
    await page.getByText('Not saved yet – kept on this device').waitFor();
    await page.context().setOffline(false);
    await page.keyboard.type(letters.slice(30));
    await saved(page);
    expect(await reading(page, address)).toContain(letters);
  });

  test('when two type at once, in the same clause and in different ones', async () => {
    const page = await visitor.administrator();
    const account = { name: 'Ben Writer', signInName: 'ben-writer', role: 'secretariat', organisation: '', password };
    await page.request.post('/people', { headers: { origin: workbench.address }, form: account });
    const address = await openDraft(page, 'Together');
    const ben = await visitor.signedIn('ben-writer', password);
    await ben.goto(`${address}/edit`);
    await ben.locator('.draft').waitFor();

    await cursor(page, 'that equipment bought', 'equipment');
    await cursor(ben, 'that equipment bought', 'the community');
    await Promise.all([page.keyboard.type('all useful '), ben.keyboard.type('the council of ')]);
    await cursor(page, 'that the results of the survey');
    await cursor(ben, 'that no project', 'no project');
    await Promise.all([page.keyboard.type(' Ana was here.'), ben.keyboard.type('Ben was here ')]);
    for (const one of [page, ben]) {
      await clause(
        one,
        'that all useful equipment bought from the fund shall belong to the council of the community',
      ).waitFor();
      await clause(one, 'Ana was here.').waitFor();
      await clause(one, 'that Ben was here no project').waitFor();
      await saved(one);
    }
    expect(await page.locator('.draft').innerText()).toBe(await ben.locator('.draft').innerText());
    expect(await page.locator('ins', { hasText: 'the council of' }).getAttribute('title')).toContain('Ben Writer');
    const text = await reading(page, address);
    for (const words of ['all useful', 'the council of', 'Ana was here.', 'Ben was here'])
      expect(text).toContain(words);
  });
});

describe('without script', () => {
  test('a clause is changed by form, with its reason; somebody else’s change in between is shown', async () => {
    const page = await visitor.administrator({ script: false });
    await page.goto('/texts/resolution-4-suva-2021');
    await page.getByRole('link', { name: 'Draft a change' }).click();
    await page.getByLabel('Name of the draft').fill('By form');
    await page.getByRole('button', { name: 'Open the draft' }).click();
    await page.getByRole('link', { name: 'Without it, change the draft clause by clause' }).click();
    const address = new URL(page.url()).pathname;
    const form = page.locator('.clause', { hasText: 'that equipment bought' }).getByRole('link', { name: /^change/ });
    const href = (await form.getAttribute('href')) ?? '';

    const late = await visitor.administrator({ script: false });
    await late.goto(href);
    await form.click();
    await page
      .getByRole('textbox', { name: 'Words', exact: true })
      .fill('that all equipment shall belong to the community;');
    await page.getByLabel('Reason').fill('The community keeps it up.');
    await page.getByRole('button', { name: 'Propose it' }).click();
    expect(await reading(page, address)).toContain('that all equipment shall belong to the community;');
    expect(await page.getByLabel('About this draft').innerText()).toContain('The community keeps it up.');

    await late.getByRole('textbox', { name: 'Words', exact: true }).fill('that equipment shall belong to the Union;');
    await late.getByRole('button', { name: 'Propose it' }).click();
    expect(await late.getByRole('alert').innerText()).toContain('was changed by someone else');
    expect(await late.locator('blockquote').innerText()).toBe('that all equipment shall belong to the community;');
    expect(await late.getByRole('textbox', { name: 'Words', exact: true }).inputValue()).toBe(
      'that equipment shall belong to the Union;',
    );
    await late.getByRole('button', { name: 'Propose it' }).click();
    expect(new URL(late.url()).pathname).toBe(address);
    expect(await reading(late, address)).toContain('that equipment shall belong to the Union;');

    await late.goto(`${address}/history`);
    await late
      .getByRole('row', { name: /opened/ })
      .getByRole('button')
      .click();
    expect(await reading(late, address)).toContain('that equipment bought from the fund');
  });
});
