/**
 * `npm run bench`: runs every benchmark, each beside its peers in the same run, and prints figures and ratios.
 *
 *   npm run bench             all
 *   npm run bench -- docx     those whose file name holds "docx"
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && name !== 'run.ts');
let failed = false;
for (const file of files.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))) {
  console.log(`\n── ${file.replace(/\.ts$/, '')}`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', path.join(import.meta.dirname, file)], {
    stdio: 'inherit',
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
