/** A workbench of a test file's own, for tests that write: nobody else's reading is disturbed. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { startWorkbench, stopWorkbench } from './setup.ts';

export interface Workbench {
  /** Address without a slash at its end. */
  readonly address: string;
  readonly administrator: { name: string; password: string };
  readonly dataFolder: string;
}

export interface OwnWorkbench extends Workbench {
  /** Tells it to end, waits, and gives the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again at the same address, on the same data. */
  start(): Promise<void>;
}

/** The workbench that all reading tests share; it holds the examples and nobody writes to it. */
export const shared: Workbench = {
  get address() {
    return inject('workbench');
  },
  get administrator() {
    return inject('administrator');
  },
  get dataFolder() {
    return inject('dataFolder');
  },
};

/** Call at the top of a test file that writes. The workbench is there before its tests and gone after them. */
export function useWorkbench(environment: Record<string, string> = {}): OwnWorkbench {
  let server: ChildProcess | undefined;
  const own = { address: '', administrator: { name: '', password: '' }, dataFolder: '', start, stop, kill };

  async function start(): Promise<void> {
    const port: Record<string, string> = own.address === '' ? {} : { PORT: new URL(own.address).port };
    ({ server, address: own.address } = await startWorkbench(own.dataFolder, { ...environment, ...port }));
  }
  async function stop(): Promise<number | null> {
    if (server === undefined) return null;
    const stopped = server;
    server = undefined;
    await stopWorkbench(stopped);
    return stopped.exitCode;
  }

  async function kill(): Promise<void> {
    const killed = server;
    server = undefined;
    const ended = new Promise<void>((resolve) => killed?.once('exit', () => resolve()));
    if (killed?.kill('SIGKILL') === true) await ended;
  }

  beforeAll(async () => {
    own.dataFolder = mkdtempSync(path.join(tmpdir(), 'throughline-e2e-own-'));
    // PostgreSQL, which does not run as root, must get in.
    chmodSync(own.dataFolder, 0o755);
    await start();
    const file = path.join(own.dataFolder, 'first-administrator.txt');
    const [name = '', password = ''] = readFileSync(file, 'utf8').split('\n');
    own.administrator = { name, password };
  });
  afterAll(async () => {
    await stop();
    rmSync(own.dataFolder, { recursive: true, force: true });
  });
  return own;
}
