/**
 * Reads and understands a contribution of 413 KB, ten of them in one file, and a hundred: the whole of what
 * `throughline read` does after its start. Time must grow with the size and no faster. Each size is read in a process of
 * its own. The text is our flattened example, again and again under other numbers.
 *
 *     node bench/understand.ts
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { textReader } from '../src/formats/text/index.ts';
import { understand } from '../src/modules/intake/domain/understand.ts';

const base = 413 * 1024;
const sizes = [1, 10, 100];
const example = readFileSync(new URL('../examples/files/NIC-12A1 flattened copy.txt', import.meta.url), 'utf8');

function textOf(bytes: number): Uint8Array {
  const parts: string[] = [];
  for (let length = 0, round = 0; length < bytes; round++) {
    const part = example.replaceAll('NIC/12A1/', `NIC/${100 + round}A1/`);
    parts.push(part);
    length += part.length + 1;
  }
  return new TextEncoder().encode(parts.join('\n')).subarray(0, bytes);
}

interface Result {
  milliseconds: number;
  megabytes: number;
  proposals: number;
}

async function measure(times: number): Promise<Result> {
  // The first reading compiles; it is no part of what grows.
  understand(await textReader.read(textOf(base / 4), 'bench.txt'));
  const bytes = textOf(base * times);
  const start = performance.now();
  const { record } = understand(await textReader.read(bytes, 'bench.txt'));
  const milliseconds = performance.now() - start;
  const proposals = record !== null && 'proposals' in record ? record.proposals.length : 0;
  return { milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, proposals };
}

const [asked] = process.argv.slice(2);
if (asked === undefined) {
  let first: Result | undefined;
  for (const times of sizes) {
    const words = execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(times)], { encoding: 'utf8' });
    const result = JSON.parse(words) as Result;
    first ??= result;
    const growth = (result.milliseconds / first.milliseconds / times).toFixed(2);
    console.log(
      `${String(times).padStart(3)} × 413 KB  ${result.milliseconds.toFixed(0).padStart(6)} ms  ` +
        `${result.megabytes.toFixed(0).padStart(5)} MB  ${String(result.proposals).padStart(5)} proposals  ` +
        `per size against the first: time ${growth}`,
    );
  }
} else {
  console.log(JSON.stringify(await measure(Number(asked))));
}
