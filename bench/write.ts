/**
 * Writing a contribution of 413 KB in every format, from the document to its bytes: the first time, as a command does it,
 * and once warm. The text is one of the examples, repeated with other serial numbers; where the real contribution of that
 * size is beside the repository, it is taken. Beside it, pandoc writes Word from the same words, without revisions.
 *
 *     node bench/write.ts
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { writeDocx } from '../src/formats/docx/write/index.ts';
import { writeHtml } from '../src/formats/html/index.ts';
import { openDocument } from '../src/formats/readers.ts';
import { typstSource } from '../src/formats/typst/index.ts';
import { understand } from '../src/modules/intake/domain/understand.ts';
import { withRealRevisions } from '../src/modules/texts/domain/publish/index.ts';
import { printing, printPdf } from '../src/platform/print/index.ts';

const real = '../shared/sources/003_e6762f12f0311554.txt';
const size = 413 * 1024;

function example(): Buffer {
  const text = readFileSync('examples/files/NIC-12A1 flattened copy.txt', 'utf8');
  const parts: string[] = [];
  for (let round = 1, length = 0; length < size; round++) {
    const part = text.replaceAll('NIC/12A1/', `NIC/${11 + round}A1/`);
    parts.push(part);
    length += part.length;
  }
  return Buffer.from(parts.join('\n'));
}

const bytes = existsSync(real) ? readFileSync(real) : example();

function timed<T>(name: string, work: () => T, sizeOf: (made: T) => number): T {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  const made = work();
  const [first = 0, ...warm] = times;
  console.log(
    `${name.padEnd(22)} ${first.toFixed(0).padStart(5)} ms first  ${Math.min(...warm)
      .toFixed(0)
      .padStart(5)} ms warm  ${(sizeOf(made) / 1024).toFixed(0).padStart(6)} KB`,
  );
  return made;
}

console.log(`${(bytes.length / 1024).toFixed(0)} KB of text`);
const source = await openDocument(bytes, 'bench.txt');
const start = performance.now();
const { record } = understand(source);
console.log(`${'read (for comparison)'.padEnd(22)} ${(performance.now() - start).toFixed(0).padStart(5)} ms first`);
const marked = timed(
  'revisions in place',
  () => withRealRevisions(source, record),
  () => 0,
);
timed(
  'Word',
  () => writeDocx(marked),
  (made) => made.length,
);
timed(
  'HTML',
  () => writeHtml(marked),
  (made) => made.length,
);
const printed = timed(
  'source for print',
  () => typstSource(marked),
  (made) => made.length,
);
if (printing().available)
  timed(
    'PDF',
    () => printPdf(printed),
    (made) => made.length,
  );
else console.log('no typesetter here: PDF is left out');
try {
  const words = bytes.toString('utf8').replaceAll('\t', ' ');
  timed(
    'pandoc, plain to Word',
    () => execFileSync('pandoc', ['-f', 'markdown', '-t', 'docx'], { input: words, maxBuffer: 1e9 }),
    (made) => made.length,
  );
} catch {
  console.log('pandoc is not installed: left out');
}
