/** Processes are killed while they draft, prepare and consolidate: what was acknowledged is there, and nothing is half done. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { system } from '#modules/access/index.ts';
import { readExamples } from '#modules/intake/server/index.ts';
import * as texts from '#modules/texts/server/index.ts';
import { useDatabase } from '../../src/testing/database.ts';

const database = useDatabase();
const worker = path.join(import.meta.dirname, 'texts-kill-worker.ts');
const kills = 12;

interface Told {
  what: 'draft' | 'preparation' | 'consolidation';
  slug: string;
  count: number;
}

/** Lets a worker write until it is killed; answers what it was told to be safe. */
async function writeUntilKilled(folder: string, round: number, milliseconds: number): Promise<Told[]> {
  const { host, port, user, password } = inject('server');
  const server = `${user}:${password}@/${database.name}?host=${encodeURIComponent(host)}&port=${port}`;
  const child = spawn(process.execPath, [worker, folder, String(round)], {
    env: { ...process.env, DATABASE_URL: `postgresql://${server}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      if (said.includes('ready\n')) resolve();
    });
    child.once('exit', () => resolve());
  });
  await ready;
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await ended;
  clearTimeout(timer);
  const lines = said.split('\n').slice(0, -1);
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Told);
}

test('nothing that was acknowledged is lost, nothing is half done', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-kill-'));
  try {
    const context = database.context(system);
    await readExamples(context, path.resolve(import.meta.dirname, '../../examples/files'), () => undefined);
    const told: Told[] = [];
    for (let round = 0; round < kills; round++) {
      told.push(...(await writeUntilKilled(folder, round, 60 + ((round * 97) % 900))));
    }
    for (const what of ['draft', 'preparation', 'consolidation']) {
      expect([what, told.filter((one) => one.what === what).length > 5]).toEqual([what, true]);
    }
    for (const { what, slug, count } of told) {
      if (what === 'draft') expect((await texts.draft(context, slug)).draft.version).toBeGreaterThanOrEqual(count);
      if (what === 'preparation') {
        expect((await texts.preparation(context, slug)).proposals.length).toBeGreaterThanOrEqual(count);
      }
      if (what === 'consolidation') {
        expect((await texts.consolidation(context, slug)).states.length).toBeGreaterThanOrEqual(count);
      }
    }
    await expectWhole();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Each draft can be made from its steps, each list is numbered without gaps, each state has its entry in the history. */
async function expectWhole(): Promise<void> {
  const context = database.context(system);
  for (const { slug, version } of await texts.drafts(context)) {
    const { text } = await texts.draft(context, slug);
    expect([slug, /^a*/.exec(text.changedTitle?.after ?? text.title ?? '')?.[0].length]).toEqual([slug, version]);
  }
  for (const { slug } of await texts.preparations(context)) {
    const serials = (await texts.preparation(context, slug)).proposals.map(({ serial }) => serial);
    expect(serials).toEqual(serials.map((_, index) => index + 1));
  }
  for (const { slug, version } of await texts.consolidations(context)) {
    const { states } = await texts.consolidation(context, slug);
    expect(states.map(({ number }) => number)).toEqual(Array.from({ length: version }, (_, index) => index + 1));
  }
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select id from texts.draft union all select id from texts.preparation union all select id from texts.consolidation
    ) as made where not exists (select 1 from access.history where subject_id = made.id::text)`.execute(database.db);
  expect(rows[0]?.count).toBe(0);
}
