/** What keeps people safe: headers, origins, redirects, cookies, caches, and that content never becomes markup. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { asText, asWord, bringIn, file } from './documents.ts';
import { client, signedInClient, type Answer, type Client } from './http.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const visitor = useBrowser(workbench);

const anybody = (): Client => client(workbench.address);
const administrator = (): Promise<Client> =>
  signedInClient(workbench.address, workbench.administrator.name, workbench.administrator.password);
const header = (answer: Answer, name: string): string => answer.headers.get(name) ?? '';

/** Whether anything of the markup became part of a page. */
async function becameMarkup(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll('main script, main img, main svg[onload], main b, [onerror], [onload], main style'),
    ].map((element) => element.outerHTML.slice(0, 80)),
  );
}

describe('every answer', () => {
  const always = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  };

  test('carries the headers that protect: pages, errors, data, assets, redirects, refused methods', async () => {
    const home = await anybody().get('/');
    const asset = /href="\.?(\/_app\/immutable\/[^"]+\.css)"/.exec(home.text)?.[1] ?? 'no style sheet';
    const addresses = [
      '/',
      '/texts',
      '/no/such/page',
      '/people',
      '/account',
      '/feed.atom',
      '/api/v1/search?words=cable',
      '/api/v1/search?year=soon',
      '/api/v1/lists/nothing',
      '/api/v1/lists/proposals?format=csv',
      '/api/v1/export',
      '/favicon.svg',
      asset,
      '/_app/immutable/no-such-asset.css',
      '/sources/no-such-file/original',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/%E0%A4%A',
    ];
    for (const address of addresses) {
      const answer = await anybody().get(address);
      const found = Object.fromEntries(Object.keys(always).map((name) => [name, header(answer, name)]));
      expect([address, found]).toEqual([address, always]);
      expect([address, answer.status < 500]).toEqual([address, true]);
    }
    const refused = await anybody().post('/api/v1/export', new URLSearchParams());
    expect(refused.status).toBe(405);
    expect(header(refused, 'x-content-type-options')).toBe('nosniff');
  });

  test('says to browsers what a page may load: nothing from elsewhere, no script in the page', async () => {
    for (const address of ['/', '/texts/proposals/nic-12a1-2', '/no/such/page', '/people', '/check']) {
      const policy = header(await anybody().get(address), 'content-security-policy');
      expect([address, policy]).toEqual([address, expect.stringContaining("default-src 'self'")]);
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("base-uri 'self'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(/script-src[^;]*(unsafe|\*|https?:)/.test(policy), policy).toBe(false);
    }
  });

  test('that is data may load nothing at all', async () => {
    for (const address of ['/feed.atom', '/api/v1/search?words=cable', '/api/v1/export', '/api/v1/lists/nothing']) {
      const policy = header(await anybody().get(address), 'content-security-policy');
      expect([address, policy]).toEqual([address, "default-src 'none'; frame-ancestors 'none'"]);
    }
  });

  test('that says "not modified" changes nothing of what the page may load', async () => {
    const first = await anybody().get('/texts');
    const again = await fetch(`${workbench.address}/texts`, {
      headers: { accept: 'text/html', 'if-none-match': header(first, 'etag') },
    });
    expect(again.status).toBe(304);
    // Browsers put the headers of this answer in the place of those they kept.
    expect([null, header(first, 'content-security-policy')]).toContain(again.headers.get('content-security-policy'));
    const page = await visitor.page();
    const refused: string[] = [];
    page.on('requestfailed', (request) => {
      if (request.url().endsWith('.css')) refused.push(request.url());
    });
    for (let times = 0; times < 3; times++) {
      await page.goto('/texts');
      await page.goto('/texts#content');
      expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
      expect(await page.locator('.skip').evaluate((link) => getComputedStyle(link).position)).toBe('absolute');
    }
    expect(refused).toEqual([]);
  });

  test('tells nothing of how it is made when something is wrong', async () => {
    const wrong = [
      await anybody().get('/no/such/page'),
      await anybody().get('/texts/%00'),
      await anybody().get('/search?words=%ED%A0%80'),
      await anybody().get('/sources/01a20000-0000-7000-8000-000000000000'),
      await anybody().get('/history?before=abc'),
      await anybody().post('/sign-in', new URLSearchParams({ name: "x' OR 1=1 --", password: '"' })),
      await anybody().post('/check', new URLSearchParams({ file: 'not a file' })),
      await anybody().post('/no/such/page', new URLSearchParams()),
      await anybody().post('/sign-in?/no-such-action', new URLSearchParams()),
    ];
    for (const answer of wrong) {
      expect([answer.address, answer.status < 500]).toEqual([answer.address, true]);
      expect(answer.text).not.toMatch(/\bat [\w.]+ \(|node_modules|\.[jt]s:\d|SELECT |[Pp]ostgre|ECONN|SqlError/);
      expect(header(answer, 'x-powered-by')).toBe('');
    }
  });
});

describe('forms', () => {
  test('are taken from our own pages only', async () => {
    const own = await administrator();
    const form = new URLSearchParams({ role: 'public', back: '/' });
    for (const origin of ['https://evil.example', 'null', workbench.address.replace('127.0.0.1', 'localhost')]) {
      for (const address of ['/see-as', '/sign-out', '/start-empty', '/people', '/intake', '/check']) {
        const answer = await own.post(address, form, { origin });
        expect([origin, address, answer.status]).toEqual([origin, address, 403]);
      }
    }
    expect((await own.get('/people')).status).toBe(200);
    expect((await own.post('/see-as', new URLSearchParams({ role: '', back: '/texts' }))).status).toBe(303);
  });

  test('lead back into the workbench, never to another site', async () => {
    const own = await administrator();
    const elsewhere = [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example/',
      '\\\\evil.example',
      'javascript:1',
      '',
    ];
    elsewhere.push('/\t/evil.example', ' //evil.example', '/%09/evil.example/..//evil.example', '/.//evil.example');
    elsewhere.push('http:/evil.example', `${workbench.address}//evil.example`, '/\n//evil.example', '/ō\u0000');
    for (const back of elsewhere) {
      const answers = [
        await own.post('/see-as', new URLSearchParams({ role: '', back })),
        await own.get(`/sign-in?back=${encodeURIComponent(back)}`),
        await anybody().post('/sign-in', new URLSearchParams({ ...workbench.administrator, back })),
      ];
      for (const answer of answers) {
        // An address with a character that no address has is refused before anything looks at it.
        if (answer.status === 400 && back.includes('\u0000')) continue;
        expect([back, answer.status]).toEqual([back, 303]);
        const to = new URL(header(answer, 'location'), `${workbench.address}/sign-in`);
        expect([back, to.origin]).toEqual([back, workbench.address]);
      }
    }
    const kept = await own.post('/see-as', new URLSearchParams({ role: '', back: '/texts?words=a b' }));
    expect(new URL(header(kept, 'location'), workbench.address).pathname).toBe('/texts');
  });
});

describe('a session', () => {
  test('is in a cookie that scripts cannot read and other sites do not send', async () => {
    const answer = await anybody().post('/sign-in', new URLSearchParams({ ...workbench.administrator, back: '/' }));
    const [cookie = '', ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    const flags = cookie.split('; ').slice(1);
    expect(cookie).toMatch(/^session=[\w-]{43};/);
    expect(flags).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax']));
    expect(flags.some((flag) => flag.startsWith('Max-Age='))).toBe(true);
    // The tests come over plain HTTP on this machine; with HTTPS it would be Secure as well.
    expect(flags).not.toContain('Secure');
  });

  test('that is made up is nobody', async () => {
    for (const cookie of ['session=x', `session=${'a'.repeat(43)}`, 'session=', `session=${'%00'.repeat(14)}a`]) {
      const made = client(workbench.address, cookie);
      expect([cookie, (await made.get('/people')).status]).toEqual([cookie, 403]);
      expect([cookie, (await made.get('/')).status]).toEqual([cookie, 200]);
    }
  });

  test('keeps its pages out of caches', async () => {
    const own = await administrator();
    for (const address of ['/', '/people', '/partners/meetings/igdi-12-2026-04-22', '/api/v1/export', '/no/such']) {
      expect([address, header(await own.get(address), 'cache-control')]).toEqual([address, 'private, no-store']);
    }
    for (const address of ['/', '/api/v1/export']) {
      expect([address, header(await anybody().get(address), 'cache-control')]).not.toEqual([
        address,
        expect.stringContaining('public'),
      ]);
    }
  });
});

describe('content', () => {
  const markup = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(2)>',
    '"><svg onload=alert(3)>',
    "javascript:alert(4)//'-alert(5)-'",
    '{@html 1}${7*7}{{7*7}}',
    '</title></textarea></style><b>bold</b>',
  ];
  const lines = [
    'RESOLUTION 66 (Suva, 2021)',
    `On marks ${markup[0]} ${markup[5]}`,
    `The Assembly ${markup[1]},`,
    'recalling',
    ...markup.map((words, index) => `${'abcdef'[index]})\tthat ${words};`),
    'resolves',
    `1\tthat ${markup[2]} shall be kept.`,
  ];

  test('that looks like markup is shown as it is, wherever it is shown', async () => {
    const page = await visitor.administrator();
    const dialogs: string[] = [];
    const errors: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => errors.push(error.message));
    const look = async (address?: string): Promise<void> => {
      if (address !== undefined) await page.goto(address);
      expect([page.url(), await becameMarkup(page)]).toEqual([page.url(), []]);
    };
    await bringIn(page, file('"><img src=x onerror=alert(6)>.docx', asWord(lines)));
    const reading = new URL(page.url()).pathname;
    await look();
    expect(await page.getByRole('main').innerText()).toContain('<script>alert(1)</script>');
    await look(`${reading}/correct?at=`);
    expect(await page.getByLabel('Title').inputValue()).toContain('</title></textarea></style><b>bold</b>');
    await look(`${reading}/take-out?at=%2Fsections%2F0%2Fclauses%2F1`);
    await look(`${reading}/lay-aside`);
    await page.goto(reading);
    await page.getByRole('button', { name: 'Accept into the register' }).click();
    await look();
    const record = new URL(page.url()).pathname;
    for (const words of markup) expect(await page.getByRole('main').innerText()).toContain(words);
    const source = (await page.locator('.line-link').first().getAttribute('href')) ?? '';
    await look(source);
    await look('/search?words=alert');
    await look(`/search?words=${encodeURIComponent(markup.join(' '))}`);
    await look(`/texts?words=${encodeURIComponent('"><script>alert(7)</script>')}`);
    await look('/texts');
    await look('/history');
    await look('/');
    await look(`/sign-in?back=${encodeURIComponent('"><script>alert(8)</script>')}`);
    expect(dialogs).toEqual([]);
    expect(errors).toEqual([]);
    const feed = await (await page.request.get('/feed.atom')).text();
    expect(feed).not.toContain('<script');
    const csv = await (await page.request.get('/api/v1/lists/instruments')).text();
    expect(JSON.parse(csv)).toMatchObject({ list: 'instruments' });
    expect(record).toBe('/texts/resolution-66-suva-2021');
  });

  test('that is one endless word does not widen a page', async () => {
    const endless = 'x'.repeat(3000);
    const words = [
      'RESOLUTION 67 (Suva, 2021)',
      `On ${endless}`,
      `The Assembly ${endless},`,
      'recalling',
      `a)\tthat ${endless};`,
      `resolves${endless.slice(0, 200)}`,
      `1\tthat ${endless} shall be kept.`,
    ];
    const page = await visitor.administrator({ width: 360 });
    await bringIn(page, file(`${'long'.repeat(40)}.txt`, asText(words)));
    const wide: string[] = [];
    const look = async (address?: string): Promise<void> => {
      if (address !== undefined) await page.goto(address);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wide.push(`${new URL(page.url()).pathname}: ${over} px`);
    };
    const reading = new URL(page.url()).pathname;
    await look();
    await look(`${reading}/correct?at=`);
    await look(`${reading}/correct?at=%2Fsections%2F0%2Fclauses%2F0`);
    await look(`${reading}/take-out?at=%2Fsections%2F0%2Fclauses%2F0`);
    await look(`${reading}/lay-aside`);
    await page.goto(reading);
    await page.getByRole('button', { name: 'Accept into the register' }).click();
    await look();
    await look((await page.locator('.line-link').first().getAttribute('href')) ?? '');
    for (const address of [
      '/',
      '/texts',
      '/intake',
      '/history',
      `/search?words=${endless.slice(0, 200)}`,
      '/search?words=kept',
    ]) {
      await look(address);
    }
    await look(`/no/${endless}`);
    expect(wide).toEqual([]);
  });
});
