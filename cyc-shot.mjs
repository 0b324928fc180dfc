import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
const [name, password] = readFileSync('/tmp/wb-cycle/first-administrator.txt', 'utf8').split('\n');
const base = 'http://127.0.0.1:3474';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const ctx = await b.newContext({ baseURL: base, viewport: { width: 1280, height: 900 } });
const page = await ctx.newPage();
await page.goto('/sign-in'); await page.getByLabel('Sign-in name').fill(name); await page.getByLabel('Password').fill(password);
await page.getByRole('button', { name: 'Sign in' }).click(); await page.waitForURL((u) => u.pathname !== '/sign-in');
const [, , cmd, ...rest] = process.argv;
if (cmd === 'accept') { await page.goto(rest[0]); await page.getByRole('button', { name: /accept/i }).first().click(); await page.waitForTimeout(4000); console.log(page.url(), (await page.getByRole('main').innerText()).slice(0,300)); } else if (cmd === 'import') {
  await page.goto('/intake'); await page.locator('input[type=file]').first().setInputFiles(rest[0]);
  await page.getByRole('button', { name: /read|bring|take/i }).first().click(); await page.waitForTimeout(9000);
  console.log(page.url(), (await page.getByRole('main').innerText()).slice(0, 800));
  /* */
  /* */
  const acc = page.getByRole('button', { name: /accept/i }).first(); console.log(await acc.innerText()); await acc.click(); await page.waitForTimeout(4000); console.log(page.url(), (await page.getByRole('main').innerText()).slice(0,300));
} else {
  for (const a of rest) {
    for (const width of [1280, 360]) {
      const who = a.startsWith('anon:') ? await (await b.newContext({ baseURL: base })).newPage() : page;
      await who.setViewportSize({ width, height: 900 });
      const r = await who.goto(a.replace('anon:', ''));
      const over = await who.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      const f = `/tmp/cycshots/${a.replace(/[^a-z0-9]+/gi, '-').slice(-50)}-${width}.png`;
      await who.screenshot({ path: f, fullPage: true }); console.log(r.status(), over, f);
    }
  }
}
await b.close();
