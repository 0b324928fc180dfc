import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Finding } from '#kernel/reading/index.ts';
import { inventedContributions } from './lint-contributions.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'throughline-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = inventedContributions.map(({ name, bytes }) => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
});
const [slips = '', careful = ''] = files;

function check(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'check', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

test('exit codes: nothing above a note, findings, a file that cannot be read', () => {
  expect(check(careful).code).toBe(0);
  expect(check(slips).code).toBe(1);
  expect(check(path.join(folder, 'absent.txt'))).toMatchObject({ code: 2, out: '' });
  expect(check(careful, '--level', 'loud').code).toBe(2);
});

test('--json is the shape of the contract: one array a file, without mends', () => {
  const { out } = check(slips, careful, '--json');
  const [first = [], second = []] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Finding[]);
  expect(first.length).toBeGreaterThan(10);
  for (const finding of first) expect(Object.keys(finding).toSorted()).toEqual(['level', 'lines', 'message', 'rule']);
  expect(second.filter(({ level }) => level !== 'info')).toEqual([]);
});

test('only the rules and levels that are asked for; a mend is shown', () => {
  const { out } = check(slips, '--only', 'doubled-word');
  expect(out).toContain('1 to look at, 0 notes');
  expect(out).toContain('mend: "the the" → "the"');
  expect(JSON.parse(check(slips, '--only', 'square-brackets-left', '--level', 'warning', '--json').out)).toEqual([]);
});

test('--with: citations are checked beside the texts of another file; --rules needs no file', () => {
  const adopted = path.join(folder, 'adopted.txt');
  writeFileSync(
    adopted,
    'RESOLUTION 4 (Rev. Accra, 2016)\nSmall islands\nThe Assembly of the Oceanic Communications Union (Accra, 2016),\nresolves\nto help small islands.\n',
  );
  expect(check(slips, '--only', 'citation-stale').out).toContain('0 to look at, 0 notes');
  const { out } = check(slips, '--only', 'citation-stale', '--with', adopted);
  expect(out).toContain('it was revised as (Rev. Accra, 2016)');
  expect(check('--rules').out).toContain('reference-not-followed');
});
