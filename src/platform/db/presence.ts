import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Log } from '../log/index.ts';
import { openCluster, type Cluster } from './cluster.ts';
import { applicationName } from './connection.ts';
import type { Programs } from './programs.ts';

/**
 * One connection that stays open as long as this process uses the embedded server: by it the others see that the
 * server is in use. When it is lost because the server died, the server is started again.
 */
export class Presence {
  readonly #programs: Programs;
  readonly #folder: string;
  readonly #log: Log;
  #cluster: Cluster;
  #client: Client | null = null;
  #leaving = false;

  constructor(programs: Programs, folder: string, cluster: Cluster, log: Log) {
    this.#programs = programs;
    this.#folder = folder;
    this.#cluster = cluster;
    this.#log = log;
  }

  /** Connects. @throws the database's error when the server is on its way out */
  async begin(): Promise<void> {
    const client = new Client({
      ...this.#cluster.address,
      database: 'postgres',
      application_name: applicationName,
    });
    client.on('error', () => undefined);
    client.once('end', () => void this.#lost(client));
    await client.connect();
    this.#client = client;
  }

  /** Leaves; the last one stops the server. */
  async end(stopServer: boolean): Promise<void> {
    this.#leaving = true;
    if (stopServer) await this.#cluster.stop();
    await this.#client?.end().catch(() => undefined);
  }

  async #lost(client: Client): Promise<void> {
    if (this.#leaving || this.#client !== client) return;
    this.#client = null;
    for (let attempt = 1; !this.#leaving; attempt++) {
      this.#log.warn({ attempt }, 'the embedded database was lost and is started again');
      try {
        this.#cluster = await openCluster(this.#programs, this.#folder);
        await this.begin();
        return;
      } catch (error) {
        this.#log.error({ error }, 'the embedded database could not be started again');
        await pause(Math.min(1000 * attempt, 30_000), undefined, { ref: false });
      }
    }
  }
}
