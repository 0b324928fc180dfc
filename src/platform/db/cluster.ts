/**
 * The embedded database: a PostgreSQL of our own in the data folder, reachable by a Unix socket only (on Windows by a
 * local port). Several processes may use one data folder: the first starts the server, the others join it, and the
 * last one to leave stops it. A server left behind by a killed process is joined by the next.
 */
import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  chmodSync,
  renameSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { refuse } from '#kernel/problem.ts';
import { unprivileged } from '../config/index.ts';
import type { Programs } from './programs.ts';

/** How to reach a server. */
export interface Address {
  host: string;
  port: number;
  user: string;
  password: string;
}

export interface Cluster {
  address: Address;
  /** Process number of the server. */
  pid: number;
  /** Asks the server to stop and waits until it has. */
  stop(): Promise<void>;
}

const superuser = 'throughline';
const port = 5432;
const asRoot = process.getuid?.() === 0;
const identity: SpawnOptions = asRoot ? { ...unprivileged, cwd: '/' } : { cwd: '/' };

/**
 * Starts the server of a cluster folder, or joins it when it is running.
 * @param folder made, and the cluster in it, when missing
 * @throws Refusal when the server cannot be started; the remedy names its log
 */
export async function openCluster(programs: Programs, folder: string): Promise<Cluster> {
  const sockets = socketFolder(folder);
  for (const each of [folder, sockets]) {
    mkdirSync(each, { recursive: true, mode: 0o700 });
    if (asRoot) chownSync(each, unprivileged.uid, unprivileged.gid);
  }
  const data = path.join(folder, 'cluster');
  if (!isMade(data)) initialise(programs, folder, data);

  const address: Address = {
    host: sockets,
    port,
    user: superuser,
    password: readFileSync(passwordFile(data), 'utf8').trim(),
  };
  const pid = await joinOrStart(programs, folder, data, sockets);
  return {
    address,
    pid,
    stop: () => stop(data, pid),
  };
}

/**
 * Another process may start or stop the server at this very moment, so both are tried in turn: again and again while
 * another server is seen, three times when there is none.
 */
async function joinOrStart(programs: Programs, folder: string, data: string, sockets: string): Promise<number> {
  let failures = 0;
  for (const deadline = Date.now() + 60_000; ; await pause(50)) {
    const pid = (await join(data)) ?? (await start(programs, folder, data, sockets));
    if (pid !== null) return pid;
    if (runningServer(data) === null) failures++;
    if (failures === 3 || Date.now() > deadline) {
      refuse(
        'database-not-started',
        'The embedded database did not start.',
        `See ${path.join(folder, 'server.log')}; if its files are damaged, put back a copy of ${folder}.`,
      );
    }
  }
}

/** A socket's path may have 107 bytes at most, so a deep data folder gets its socket among the temporary files. */
function socketFolder(folder: string): string {
  const inside = path.join(folder, 'socket');
  if (Buffer.byteLength(path.join(inside, `.s.PGSQL.${port}`)) < 107) return inside;
  return path.join(tmpdir(), `throughline-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
}

/**
 * Makes the cluster beside its place and moves it there whole, its password inside. When two processes do this at
 * once, the second finds the place taken and throws its own away.
 */
function initialise(programs: Programs, folder: string, data: string): void {
  const making = path.join(folder, `making-${process.pid}`);
  const password = path.join(folder, `password-${process.pid}`);
  rmSync(making, { recursive: true, force: true });
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (asRoot) chownSync(password, unprivileged.uid, unprivileged.gid);
  const locale =
    programs.major >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8'];
  const result = spawnSync(
    programs.initdb,
    ['-D', making, '-U', superuser, '--encoding=UTF8', ...locale, '--auth=scram-sha-256', `--pwfile=${password}`],
    { ...identity, encoding: 'utf8', env: environment() },
  );
  if (result.status !== 0) {
    rmSync(making, { recursive: true, force: true });
    rmSync(password, { force: true });
    refuse(
      'database-not-made',
      `The embedded database could not be made in ${data}: ${(result.error?.message ?? result.stderr).trim()}`,
      'Check that the folder can be written and that there is room, or name a PostgreSQL server in DATABASE_URL.',
    );
  }
  renameSync(password, passwordFile(making));
  try {
    renameSync(making, data);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!isMade(data)) throw error;
  }
}

const passwordFile = (data: string): string => path.join(data, 'throughline.password');
const isMade = (data: string): boolean => existsSync(path.join(data, 'PG_VERSION'));

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C', TMPDIR: process.env['TMPDIR'] };
}

/** Process number of the server that runs on this data, once it is ready; `null` when none does. */
async function join(data: string): Promise<number | null> {
  const pid = runningServer(data);
  return pid !== null && (await isReady(data, pid)) ? pid : null;
}

/** What the server's own lock file says, if that process is alive. */
function runningServer(data: string): number | null {
  const lock = path.join(data, 'postmaster.pid');
  if (!existsSync(lock)) return null;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Waits until the server says in its lock file (line 8) that it takes connections: after a crash it first repairs its
 * data. False when it died, or took ten minutes.
 */
async function isReady(data: string, pid: number): Promise<boolean> {
  const lock = path.join(data, 'postmaster.pid');
  for (const deadline = Date.now() + 600_000; Date.now() < deadline && isAlive(pid); await pause(10)) {
    const lines = existsSync(lock) ? readFileSync(lock, 'utf8').split('\n') : [];
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return true;
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'stopping') return false;
  }
  return false;
}

/** Starts a server. @returns its process number, or `null` when it ended at once, as it does beside another one */
function start(programs: Programs, folder: string, data: string, sockets: string): Promise<number | null> | null {
  const log = path.join(folder, 'server.log');
  const out = openSync(log, 'a', 0o600);
  const settings = {
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    listen_addresses: process.platform === 'win32' ? '127.0.0.1' : '',
    port: String(port),
    max_connections: '60',
    shared_buffers: '64MB',
    timezone: 'UTC',
    lc_messages: 'C',
    log_min_messages: 'warning',
    // The workbench is one program on one machine: a crash of the server must not leave it half alive.
    restart_after_crash: 'on',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(programs.postgres, ['-D', data, ...options], {
    ...identity,
    env: environment(),
    detached: true,
    stdio: ['ignore', out, out],
  });
  child.unref();
  const failed = new Promise<null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', () => resolve(null));
  });
  return child.pid === undefined
    ? null
    : Promise.race([failed, isReady(data, child.pid).then((ready) => (ready ? (child.pid ?? null) : null))]);
}

/** Stops with SIGINT, PostgreSQL's "fast": open transactions are rolled back, committed ones are safe. */
async function stop(data: string, pid: number): Promise<void> {
  if (runningServer(data) !== pid) return;
  process.kill(pid, 'SIGINT');
  for (
    const deadline = Date.now() + 30_000;
    Date.now() < deadline && isAlive(pid) && existsSync(path.join(data, 'postmaster.pid'));
  ) {
    await pause(10);
  }
}

/** Makes a folder that the database's user can write. */
export function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (asRoot) chmodSync(folder, 0o755);
}
