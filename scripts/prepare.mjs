/**
 * Makes a fresh clone ready: installs what is missing, builds what is stale, finds a browser for the tests.
 * Runs on any Node from 20 on and needs nothing but npm; everything after it runs on the project's own Node.
 *
 *   node scripts/prepare.mjs [build] [browser]
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const binaries = path.join(root, 'node_modules', '.bin');
const ownNode = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const wanted = new Set(process.argv.slice(2));

/** Says what is being done on standard error, so that standard output stays clean for programs. */
const say = (words) => process.stderr.write(`throughline: ${words}\n`);

/** Runs a program to its end with the project's own Node first in PATH; leaves with its exit code when it fails. */
function run(what, program, args) {
  const started = Date.now();
  say(`${what} …`);
  const environment = { ...process.env, PATH: `${binaries}${path.delimiter}${process.env.PATH ?? ''}` };
  const result = spawnSync(program, args, { cwd: root, env: environment, stdio: ['ignore', 2, 2] });
  if (result.error !== undefined || result.status !== 0) {
    say(`${what} failed${result.error === undefined ? '' : `: ${result.error.message}`}.`);
    process.exit(result.status ?? 1);
  }
  say(`${what}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** One hash over the content of files and folders. */
function fingerprint(names) {
  const hash = createHash('sha256');
  const add = (name) => {
    const full = path.join(root, name);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const inner of readdirSync(full).sort()) add(path.join(name, inner));
    } else {
      hash.update(name).update('\0').update(readFileSync(full)).update('\0');
    }
  };
  for (const name of names) add(name);
  return hash.digest('hex');
}

/** Does the work unless the stamp says that it was done for the very same content. */
function unlessStamped(stamp, names, isThere, work) {
  const now = fingerprint(names);
  if (isThere() && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function install() {
  const npm = process.env.npm_execpath;
  const args = ['install', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm !== undefined && /npm-cli\.[cm]?js$/.test(npm)) run('installing packages', process.execPath, [npm, ...args]);
  else run('installing packages', process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  if (!existsSync(ownNode)) {
    say(
      'the package "node" did not bring its program. Allow its install script (npm install-scripts approve node) and start again.',
    );
    process.exit(1);
  }
}

/** Where a Chromium for the end-to-end tests is looked for. THROUGHLINE_CHROMIUM names one explicitly. */
function browser() {
  const places = [
    process.env.THROUGHLINE_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  if (places.some((place) => place !== undefined && existsSync(place))) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('reading the package lists', 'apt-get', ['update', '-qq']);
    run('installing Chromium', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  } else {
    say('no Chromium found: the end-to-end tests will not run. Install one or name it in THROUGHLINE_CHROMIUM.');
  }
}

unlessStamped(
  path.join(root, 'node_modules', '.throughline', 'installed'),
  ['package.json', 'package-lock.json'],
  () => existsSync(ownNode),
  install,
);
if (wanted.has('build')) {
  unlessStamped(
    path.join(root, 'build', '.stamp'),
    ['package-lock.json', 'vite.config.ts', 'tsconfig.json', 'src', 'static', 'data', 'messages'],
    () => existsSync(path.join(root, 'build', 'handler.js')),
    () =>
      run('building', ownNode, [
        path.join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
        'build',
        '--logLevel',
        'warn',
      ]),
  );
}
if (wanted.has('browser')) browser();
