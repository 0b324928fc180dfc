import { mkdtempSync, rmSync, chmodSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { connect, embeddedPrograms, migrate, openCluster, type Address, type Programs } from '#platform/db/index.ts';
import { openLog } from '#platform/log/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    server: Address;
  }
}

/**
 * One PostgreSQL for the whole run, with a template database at the newest schema that each test file copies.
 * THROUGHLINE_TEST_POSTGRES chooses it: "embedded" (the default), or a major version whose Debian binaries are started.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-test-'));
  chmodSync(folder, 0o755);
  const cluster = await openCluster(programs(folder), path.join(folder, 'postgres'));
  const log = openLog('silent');
  const admin = connect({ ...cluster.address, database: 'postgres' }, log, 1);
  await sql`create database template_throughline`.execute(admin);
  await admin.destroy();
  const template = connect({ ...cluster.address, database: 'template_throughline' }, log, 1);
  await migrate(template);
  await template.destroy();
  project.provide('server', cluster.address);
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function programs(folder: string): Programs {
  const wanted = process.env['THROUGHLINE_TEST_POSTGRES'] ?? 'embedded';
  if (wanted === 'embedded') return embeddedPrograms(folder);
  const bin = `/usr/lib/postgresql/${wanted}/bin`;
  if (!existsSync(bin)) throw new Error(`There is no PostgreSQL ${wanted} in ${bin}.`);
  return { initdb: `${bin}/initdb`, postgres: `${bin}/postgres`, major: Number(wanted) };
}
