import { setTimeout as pause } from 'node:timers/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { refuse } from '#kernel/problem.ts';
import type { Config } from '../config/index.ts';
import type { Log } from '../log/index.ts';
import { openCluster, ownFolder, type Cluster } from './cluster.ts';
import { connect, leaveServer, type Connection } from './connection.ts';
import { migrate } from './migrate.ts';
import { Presence } from './presence.ts';
import { embeddedPrograms } from './programs.ts';

const databaseName = 'throughline';

export interface Database {
  connection: Connection;
  /** In words for people: which server this is. */
  description: string;
  /** Closes the connections; the last process to leave an embedded server stops it. */
  close(): Promise<void>;
}

/** Opens the database that the configuration names, at the newest schema. */
export async function openDatabase(config: Config, log: Log): Promise<Database> {
  return config.databaseUrl === null ? openEmbedded(config, log) : openServer(config.databaseUrl, log);
}

async function openServer(url: string, log: Log): Promise<Database> {
  const connection = connect(url, log);
  try {
    await migrate(connection);
  } catch (error) {
    await connection.destroy();
    if (
      error instanceof Error &&
      'code' in error &&
      typeof error.code === 'string' &&
      /^(E|08|28|3D)/.test(error.code)
    ) {
      refuse(
        'no-database',
        `The database in DATABASE_URL cannot be used: ${error.message}`,
        'Check the address, the name and the password, and that the server runs.',
      );
    }
    throw error;
  }
  return { connection, description: 'PostgreSQL server named in DATABASE_URL', close: () => connection.destroy() };
}

async function openEmbedded(config: Config, log: Log): Promise<Database> {
  ownFolder(config.dataFolder);
  const programs = embeddedPrograms('/var/lib/throughline');
  const folder = path.join(config.dataFolder, 'postgres');
  // The server may be on its way out because its last user is leaving just now: then it is started afresh.
  for (let attempt = 1; ; attempt++) {
    const cluster = await openCluster(programs, folder);
    try {
      return await useCluster(cluster, new Presence(programs, folder, cluster, log), folder, log);
    } catch (error) {
      if (attempt === 5 || !isLeaving(error)) throw error;
      await pause(100 * attempt);
    }
  }
}

async function useCluster(cluster: Cluster, presence: Presence, folder: string, log: Log): Promise<Database> {
  await presence.begin();
  await makeDatabase(cluster, log);
  const connection = connect({ ...cluster.address, database: databaseName }, log);
  try {
    await migrate(connection);
  } catch (error) {
    await connection.destroy();
    await presence.end(false);
    throw error;
  }
  return {
    connection,
    description: `embedded PostgreSQL in ${folder}`,
    async close() {
      // The connection that looks is lost when the server stops, or was lost before: that is no error here.
      await leaveServer(connection, (alone) => presence.end(alone)).catch(() => presence.end(false));
      await connection.destroy().catch(() => undefined);
    },
  };
}

async function makeDatabase(cluster: Cluster, log: Log): Promise<void> {
  const connection = connect({ ...cluster.address, database: 'postgres' }, log, 1);
  try {
    const { rows } = await sql`select 1 from pg_database where datname = ${databaseName}`.execute(connection);
    if (rows.length === 0) await sql`create database ${sql.id(databaseName)}`.execute(connection);
  } catch (error) {
    // 42P04, 23505: another process made it at the same moment.
    if (!['42P04', '23505'].includes(codeOf(error))) throw error;
  } finally {
    await connection.destroy();
  }
}

/** 57P03: starting up or shutting down; 57P01: told to leave; ECONN…, ENOENT: the socket is gone. */
function isLeaving(error: unknown): boolean {
  return (
    /^(57P0[123]|ECONN|ENOENT|08)/.test(codeOf(error)) ||
    (error instanceof Error && /terminated|closed/i.test(error.message))
  );
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
