/**
 * Processes are killed in the middle of importing and of saving, fifty times. Afterwards every write that was
 * acknowledged is there, no import is half done, and every original is whole.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { system } from '#modules/access/index.ts';
import { reading, soundness } from '#modules/intake/server/index.ts';
import { openFiles } from '#platform/files/index.ts';
import { useDatabase } from '../../src/testing/database.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

const database = useDatabase();
const worker = path.join(import.meta.dirname, 'kill-worker.ts');

interface Acknowledged {
  imported: { reading: string; sha256: string }[];
  accepted: { reading: string; address: string }[];
  corrected: { reading: string; version: number; title: string }[];
}

/** Lets a worker write until it is killed; answers what it was told to be safe. */
async function writeUntilKilled(folder: string, round: number, milliseconds: number): Promise<Acknowledged> {
  const { host, port, user, password } = inject('server');
  const child = spawn(process.execPath, [worker, folder, String(round)], {
    env: {
      ...process.env,
      DATABASE_URL: `postgresql://${user}:${password}@/${database.name}?host=${encodeURIComponent(host)}&port=${port}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', () => {
      if (said.includes('ready\n')) resolve();
    });
    child.once('exit', () => resolve());
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await ready;
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await ended;
  clearTimeout(timer);
  // A line that was cut by the kill was never read by anybody, so it is no acknowledgement.
  const lines = said
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('{'));
  const all = lines.map((line) => JSON.parse(line) as { what: keyof Acknowledged });
  const of = (what: keyof Acknowledged) => all.filter((line) => line.what === what) as never;
  return { imported: of('imported'), accepted: of('accepted'), corrected: of('corrected') };
}

test('fifty kills lose nothing that was acknowledged and leave nothing half done', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-kill-'));
  try {
    const acknowledged: Acknowledged = { imported: [], accepted: [], corrected: [] };
    for (let round = 0; round < 50; round++) {
      // Each kill hits another moment: the rounds sweep over the length of a few writes.
      const told = await writeUntilKilled(folder, round, 15 + ((round * 37) % 260));
      acknowledged.imported.push(...told.imported);
      acknowledged.accepted.push(...told.accepted);
      acknowledged.corrected.push(...told.corrected);
    }
    const context = { ...database.context(system), files: await openFiles(folder) };
    expect(acknowledged.imported.length).toBeGreaterThan(20);
    expect(acknowledged.accepted.length).toBeGreaterThan(5);
    expect(acknowledged.corrected.length).toBeGreaterThan(5);
    for (const { reading: id, sha256 } of acknowledged.imported) {
      const { source } = await reading(context, id);
      expect(source.sha256).toBe(sha256);
    }
    for (const { reading: id, address } of acknowledged.accepted) {
      expect((await reading(context, id)).reading).toMatchObject({ state: 'accepted', address });
    }
    for (const { reading: id, version, title } of acknowledged.corrected) {
      const { reading: row } = await reading(context, id);
      expect(row.version).toBeGreaterThanOrEqual(version);
      if (row.version === version) expect(row.record).toMatchObject({ title });
    }
    const found = await soundness(context);
    expect(found).toMatchObject({ missing: [], damaged: [], halfDone: 0 });
    // Whatever was accepted has its things in search, its passages and its history, all from one transaction.
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from plans.plan where not exists (select 1 from plans.node where node.plan = plan.id)
        or not exists (select 1 from trace.entry where entry.id = plan.id)
        or not exists (select 1 from access.history where subject_id = plan.id::text)`.execute(database.db);
    expect(rows[0]?.count).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
