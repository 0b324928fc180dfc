import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the workbench under test, without a slash at its end. */
    workbench: string;
    administrator: { name: string; password: string };
    dataFolder: string;
  }
}

const root = path.resolve(import.meta.dirname, '../..');

/** One workbench for the whole run, started as a user starts it, filled by the examples. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(path.join(root, 'build', 'handler.js'))) throw new Error('The pages are not built: npm run build.');
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'throughline-e2e-'));
  chmodSync(dataFolder, 0o755);
  const { server, address } = await startWorkbench(dataFolder);
  const [name = '', password = ''] = readFileSync(path.join(dataFolder, 'first-administrator.txt'), 'utf8').split('\n');
  project.provide('workbench', address);
  project.provide('administrator', { name, password });
  project.provide('dataFolder', dataFolder);
  return async () => {
    await stopWorkbench(server);
    rmSync(dataFolder, { recursive: true, force: true });
  };
}

/** Starts the workbench on a free port and waits until it says where it is open. */
export async function startWorkbench(
  dataFolder: string,
  environment: Record<string, string> = {},
): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(process.execPath, ['server.ts'], {
    cwd: root,
    // Journeys begin where the files end; the cycle that is played at a first start has a test of its own.
    env: {
      ...process.env,
      THROUGHLINE_DATA: dataFolder,
      PORT: '0',
      THROUGHLINE_LOG: 'warn',
      THROUGHLINE_EXAMPLES: 'files',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    server.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      const found = /open at (http:\/\/\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found.replace(/\/$/, ''));
    });
    server.once('exit', (code) => reject(new Error(`The workbench ended with ${code}:\n${said}`)));
  });
  return { server, address };
}

/** Stops a workbench as a service manager does, and waits for its end. */
export async function stopWorkbench(server: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGTERM');
  await ended;
}
