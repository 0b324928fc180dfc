import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Migrator, type Migration, type MigrationProvider } from 'kysely/migration';
import { refuse } from '#kernel/problem.ts';
import { projectRoot } from '../config/index.ts';
import type { Connection } from './connection.ts';

/** Migrations are the files of the project's `migrations` folder, in the order of their names; forward only. */
const fromFolder: MigrationProvider = {
  async getMigrations() {
    const folder = path.join(projectRoot, 'migrations');
    const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.ts$/.test(name)).sort();
    const migrations: Record<string, Migration> = {};
    for (const name of names) {
      const url = pathToFileURL(path.join(folder, name)).href;
      migrations[name.replace(/\.ts$/, '')] = (await import(/* @vite-ignore */ url)) as Migration;
    }
    return migrations;
  },
};

/**
 * Brings the database to the newest schema; safe when several processes do it at once.
 * @returns names of the migrations that were run now
 * @throws Refusal when one failed; nothing of it is kept then
 */
export async function migrate(connection: Connection): Promise<string[]> {
  const migrator = new Migrator({
    db: connection,
    provider: fromFolder,
    migrationTableSchema: 'platform',
    allowUnorderedMigrations: false,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results.find((result) => result.status === 'Error')?.migrationName;
    if (failed === undefined) throw error;
    refuse(
      'migration-failed',
      `The database could not be brought to the newest schema (${failed}): ${error instanceof Error ? error.message : 'unknown error'}`,
      'Use the version of the workbench that made this database, or report this message.',
    );
  }
  return results.map((result) => result.migrationName);
}
