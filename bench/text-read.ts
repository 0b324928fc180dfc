/**
 * Reads a text of 413 KB, ten of them in one file, and a hundred: time and memory must grow with the size and no
 * faster. Each size is read in a process of its own. The text is made here, in the manner of a contribution: clauses,
 * tables with one cell a line, notes, bookmarks, emphasis.
 *
 *     node bench/text-read.ts
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { textReader } from '../src/formats/text/index.ts';

const base = 413 * 1024;
const sizes = [1, 10, 100];

const pattern = [
  '[bookmark: _Toc%]Draft decision % of the Oceanic Communications Union',
  '',
  'considering',
  '',
  'a)\tthat members of the Union asked for advice on networks in rural districts, on the islands that have no cable, and on the costs that both will bear in each of the next four years[footnoteRef:%]1; [%: 1 \tSee the report of the working group.] ',
  'b)\tthat the report was due by **31 March**, is kept by the *secretariat*, and was sent to each of the members that asked for it, together with the replies of those who build the networks and of those who pay for them,',
  '',
  'resolves to instruct the Director',
  '',
  '1\tto report to the conference every two years, to publish what was found in the languages of the members, and to ask them each time whether the advice they were given was of use in their countries;',
  '',
  '\tNo.',
  '\tMember',
  '\tWhat is asked for',
  '',
  '\t%',
  '\tArvania',
  '\tA plan for the islands that have no cable, with the costs of each year, the names of those who bear them, and the dates by which the work on each of the islands is to begin and to end',
  '',
  '',
];

function textOf(bytes: number): Uint8Array {
  const parts: string[] = [];
  for (let length = 0, round = 0; length < bytes; round++) {
    const part = pattern.map((line) => line.replaceAll('%', String(round))).join('\n');
    parts.push(part);
    length += part.length + 1;
  }
  return new TextEncoder().encode(parts.join('\n')).subarray(0, bytes);
}

interface Result {
  milliseconds: number;
  megabytes: number;
}

async function measure(times: number): Promise<Result> {
  const bytes = textOf(base * times);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  await textReader.read(bytes, 'bench.txt');
  const milliseconds = performance.now() - start;
  return { milliseconds, megabytes: (process.resourceUsage().maxRSS * 1024 - before) / 1024 / 1024 };
}

const [, , only] = process.argv;
if (only !== undefined) {
  console.log(JSON.stringify(await measure(Number(only))));
} else {
  let first: Result | null = null;
  for (const times of sizes) {
    const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(times)], {
      encoding: 'utf8',
    });
    const result = JSON.parse(output) as Result;
    first ??= result;
    const perSize = (value: number, of: number): string => (value / of / times).toFixed(2);
    console.log(
      `${String(times).padStart(3)} × 413 KB  ${result.milliseconds.toFixed(0).padStart(6)} ms  ${result.megabytes.toFixed(0).padStart(5)} MB` +
        `  per size against the first: time ${perSize(result.milliseconds, first.milliseconds)}, memory ${perSize(result.megabytes, first.megabytes)}`,
    );
  }
}
