/** Real Chromium for the end-to-end tests: pages with and without script, signed in and not. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Cookie, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { shared, type Workbench } from './workbench.ts';

const places = [
  process.env['THROUGHLINE_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export interface PageOptions {
  /** Whether the browser runs scripts. */
  script?: boolean;
  /** Width of the window in CSS pixels. */
  width?: number;
}

export interface Visitor {
  /** A page of somebody who is not signed in. */
  page(options?: PageOptions): Promise<Page>;
  /** A page of the first administrator, whose one session all pages of a file share. */
  administrator(options?: PageOptions): Promise<Page>;
  /** A page of whoever has this account. */
  signedIn(name: string, password: string, options?: PageOptions): Promise<Page>;
}

/** Call at the top of a test file; pages are those of the shared workbench unless another one is named. */
export function useBrowser(workbench: Workbench = shared): Visitor {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  let session: Cookie[] | undefined;

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

  async function page({ script = true, width = 1280 }: PageOptions = {}): Promise<Page> {
    if (browser === undefined) throw new Error('The browser is only there inside tests.');
    const context = await browser.newContext({
      baseURL: workbench.address,
      javaScriptEnabled: script,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    contexts.push(context);
    return context.newPage();
  }
  async function signedIn(name: string, password: string, options?: PageOptions): Promise<Page> {
    const opened = await page(options);
    await signIn(opened, name, password);
    return opened;
  }
  async function administrator(options?: PageOptions): Promise<Page> {
    const { name, password } = workbench.administrator;
    const opened = session === undefined ? await signedIn(name, password, options) : await page(options);
    if (session === undefined) session = await opened.context().cookies();
    else await opened.context().addCookies(session);
    return opened;
  }
  return { page, signedIn, administrator };
}

/** Signs in by the form. */
export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Sign-in name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** The two ways in which every form has to work. */
export const scripting = [
  { script: true, named: 'with script' },
  { script: false, named: 'without script' },
] as const;
