/** A database of its own for each test file, and a context to call services with. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, inject } from 'vitest';
import { system, type Role, type Viewer } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { hear } from '#modules/trace/server/index.ts';
import { connect, type Connection } from '#platform/db/index.ts';
import { openFiles, type FileStore } from '#platform/files/index.ts';
import { openLog } from '#platform/log/index.ts';

export interface TestDatabase {
  db: Connection;
  files: FileStore;
  /** Name of the database, for tests that start a process of their own on it. */
  name: string;
  context(viewer?: Viewer): Context;
}

/** Call at the top of a test file; the fields are there from the first test on. */
export function useDatabase(): TestDatabase {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-files-'));
  const log = openLog('silent');
  const state: Partial<Pick<TestDatabase, 'db' | 'files'>> = {};

  const administer = async (statement: string): Promise<void> => {
    const admin = connect({ ...inject('server'), database: 'postgres' }, log, 1);
    await sql.raw(statement).execute(admin);
    await admin.destroy();
  };

  beforeAll(async () => {
    await administer(`create database ${name} template template_throughline`);
    state.db = connect({ ...inject('server'), database: name }, log, 8);
    state.files = await openFiles(folder);
  });
  afterAll(async () => {
    await state.db?.destroy();
    await administer(`drop database if exists ${name} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    name,
    get db() {
      return there(state.db);
    },
    get files() {
      return there(state.files);
    },
    context(viewer = system) {
      return { viewer, via: 'start', db: there(state.db), files: there(state.files), now: () => new Date(), hear };
    },
  };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The test database is only there inside tests.');
  return value;
}

/** A viewer of a role, as tests need one. */
export function viewerWith(role: Role, organisation: string | null = null): Viewer {
  return { account: role === 'public' ? null : '00000000-0000-7000-8000-000000000001', name: role, role, organisation };
}
