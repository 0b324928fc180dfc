/** Real Chromium for the end-to-end tests: pages with and without script, signed in and not. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';

const places = [
  process.env['THROUGHLINE_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export interface Visitor {
  /** A page of somebody who is not signed in. */
  page(options?: { script?: boolean; width?: number }): Promise<Page>;
  /** A page of the first administrator. */
  administrator(options?: { script?: boolean; width?: number }): Promise<Page>;
}

/** Call at the top of a test file. */
export function useBrowser(): Visitor {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    const executablePath = places.find((place) => place !== undefined && existsSync(place));
    if (executablePath === undefined) throw new Error('No Chromium was found.');
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function page({ script = true, width = 1280 } = {}): Promise<Page> {
    if (browser === undefined) throw new Error('The browser is only there inside tests.');
    const context = await browser.newContext({
      baseURL: inject('workbench'),
      javaScriptEnabled: script,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    contexts.push(context);
    return context.newPage();
  }

  return {
    page,
    async administrator(options) {
      const opened = await page(options);
      const { name, password } = inject('administrator');
      await signIn(opened, name, password);
      return opened;
    },
  };
}

/** Signs in by the form. */
export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Sign-in name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}
