import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types, type PoolConfig } from 'pg';
import type { Log } from '../log/index.ts';
import type { Address } from './cluster.ts';

/** No tables are known here: each module's store adds its own with `withTables`. */
export interface NoTables {
  /** Never a table: it only keeps this type from being the empty one, which TypeScript takes to mean "anything". */
  'no table': never;
}

/** A connection pool, or one transaction on it: stores take either. */
export type Connection = Kysely<NoTables>;

// PostgreSQL's bigint counts our rows and bytes, which a double holds exactly.
types.setTypeParser(types.builtins.INT8, Number);

/** By it the processes that use one server tell each other apart. */
export const applicationName = `throughline ${process.pid}`;

/** Connections whose server we are stopping ourselves. */
const leaving = new WeakSet<Connection>();

/** Opens a pool on one database. Lost connections are logged; queries on them fail. */
export function connect(target: string | (Address & { database: string }), log: Log, most = 12): Connection {
  const options: PoolConfig = typeof target === 'string' ? { connectionString: target } : { ...target };
  const pool = new Pool({
    ...options,
    max: most,
    application_name: applicationName,
    connectionTimeoutMillis: 30_000,
  });
  // A lost connection is told twice: to the query that used it, which fails, and here, where silence would end the process.
  const lost = (error: Error): void => {
    if (!leaving.has(connection)) log.warn({ error: error.message }, 'a database connection was lost');
  };
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const connection = new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) });
  return connection;
}

/** Runs work in one transaction; inside one already, as part of it. */
export function inTransaction<T>(connection: Connection, work: (transaction: Connection) => Promise<T>): Promise<T> {
  return connection.isTransaction ? work(connection) : connection.transaction().execute(work);
}

/** Version as the server says it, e.g. "18.4". */
export async function serverVersion(connection: Connection): Promise<string> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(connection);
  return rows[0]?.server_version ?? 'unknown';
}

/**
 * Leaves a server that several processes use. Those that leave at the same moment take turns, so that exactly one of
 * them finds itself alone.
 * @param leave is told whether no other process has the server open
 */
export async function leaveServer(connection: Connection, leave: (alone: boolean) => Promise<void>): Promise<void> {
  await connection.connection().execute(async (session) => {
    await sql`select pg_advisory_lock(7468726)`.execute(session);
    // One that has just left may still be counted for a moment.
    let alone = false;
    for (let look = 0; look < 6 && !alone; look++) {
      if (look > 0) await pause(20);
      alone = (await otherProcesses(session)) === 0;
    }
    leaving.add(connection);
    await leave(alone);
  });
}

async function otherProcesses(connection: Connection): Promise<number> {
  const { rows } = await sql<{ others: number }>`
    select count(distinct application_name) as others from pg_stat_activity
    where backend_type = 'client backend' and application_name <> current_setting('application_name')`.execute(
    connection,
  );
  return rows[0]?.others ?? 0;
}
