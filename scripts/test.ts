/**
 * `npm test`: runs every check and says at the end what held, what failed and what could not be run.
 *
 *   npm test                  everything
 *   npm test -- unit types    only the named steps
 *
 * Exit code 0 when every step that ran held. THROUGHLINE_STRICT=1 (set by .ci/run) makes a missing browser a failure.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

interface Step {
  name: string;
  what: string;
  command: [program: string, ...args: string[]];
  env?: Record<string, string>;
  /** Why the step cannot run here; `null` when it can. */
  missing?: string | null;
  /** Whether a strict run fails without it. */
  needed?: boolean;
}

const bin = (name: string): string => path.join(root, 'node_modules', '.bin', name);
const postgres15 = globSync('/usr/lib/postgresql/15/bin/postgres')[0];
const chromium = [
  process.env['THROUGHLINE_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((place) => place !== undefined && existsSync(place));

const steps: Step[] = [
  { name: 'format', what: 'formatting', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'types', what: 'types', command: [bin('svelte-check'), '--tsgo', '--fail-on-warnings', '--output', 'human'] },
  {
    name: 'boundaries',
    what: 'boundaries',
    command: [bin('depcruise'), '--config', '.dependency-cruiser.cjs', 'src', 'server.ts'],
  },
  { name: 'lint', what: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'lint-pages', what: 'lint of components', command: [bin('eslint'), '.'] },
  { name: 'unit', what: 'unit and property tests', command: [bin('vitest'), 'run', '--project', 'unit'] },
  {
    name: 'medium',
    what: 'database tests, embedded PostgreSQL',
    command: [bin('vitest'), 'run', '--project', 'medium'],
    env: { THROUGHLINE_TEST_POSTGRES: 'embedded' },
  },
  {
    name: 'medium-15',
    what: 'database tests, PostgreSQL 15 server',
    command: [bin('vitest'), 'run', '--project', 'medium'],
    env: { THROUGHLINE_TEST_POSTGRES: '15' },
    missing: postgres15 === undefined ? 'no PostgreSQL 15 binaries in /usr/lib/postgresql/15' : null,
  },
  {
    name: 'e2e',
    what: 'end-to-end tests in Chromium',
    command: [bin('vitest'), 'run', '--project', 'e2e'],
    env: chromium === undefined ? {} : { THROUGHLINE_CHROMIUM: chromium },
    needed: true,
    missing: chromium === undefined ? 'no Chromium found; install one or name it in THROUGHLINE_CHROMIUM' : null,
  },
];

function run(step: Step): Promise<boolean> {
  const [program, ...args] = step.command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...step.env } });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

const report: string[] = [];
let failed = 0;
let missed = 0;
for (const step of steps.filter((step) => asked.length === 0 || asked.includes(step.name))) {
  if (step.missing !== undefined && step.missing !== null) {
    if (step.needed === true) missed++;
    report.push(`  not run  ${step.what}: ${step.missing}`);
    continue;
  }
  console.log(`\n── ${step.what}`);
  const started = performance.now();
  const held = await run(step);
  if (!held) failed++;
  report.push(
    `  ${held ? 'held   ' : 'FAILED '}  ${step.what} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
}
console.log(`\n${report.join('\n')}`);
process.exit(failed > 0 || (missed > 0 && process.env['THROUGHLINE_STRICT'] === '1') ? 1 : 0);
