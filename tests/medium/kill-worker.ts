/** Imports, corrects and accepts small plans as fast as it can, and says on standard output what was acknowledged. */
import { writeSync } from 'node:fs';
import { system } from '#modules/access/index.ts';
import { hear } from '#modules/trace/server/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { accept, correct, reading, readSafely, takeIn } from '#modules/intake/server/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { openDatabase } from '#platform/db/index.ts';
import { openFiles, sha256Of } from '#platform/files/index.ts';
import { openLog } from '#platform/log/index.ts';

const [folder = '', round = '0'] = process.argv.slice(2);
const log = openLog('silent');
const { connection } = await openDatabase(readConfig(), log);
const context: Context = {
  viewer: system,
  via: 'start',
  hear,
  db: connection,
  files: await openFiles(folder),
  now: () => new Date(),
};

await readSafely(new TextEncoder().encode('warming up'), 'x.txt');

/** Written at once: a line is either whole in the pipe or was never said. */
const tell = (what: object): void => void writeSync(1, `${JSON.stringify(what)}\n`);
writeSync(1, 'ready\n');

for (let count = 0; ; count++) {
  const title = `Work plan ${round}-${count} of the Tide Gauge Board 2027-2029`;
  const objectives = Array.from({ length: 12 }, (_, index) => [
    `Objective ${index + 1}: To keep gauge ${index + 1} of round ${round}-${count} in service`,
    `${index + 1}.1\tInspect gauge ${index + 1} each quarter;`,
    `${index + 1}.2\tReplace the sensor of gauge ${index + 1};`,
  ]);
  const bytes = new TextEncoder().encode(`${title}\n\nOBJECTIVES AND ACTIONS\n\n${objectives.flat().join('\n')}\n`);
  const taken = await takeIn(context, { bytes, name: `plan-${round}-${count}.txt`, only: 'plan' });
  if (taken.state !== 'new') continue;
  tell({ what: 'imported', reading: taken.reading, sha256: sha256Of(bytes) });
  const corrected = `${title} (corrected)`;
  await correct(context, taken.reading, 1, '/title', corrected);
  tell({ what: 'corrected', reading: taken.reading, version: 2, title: corrected });
  const { reading: row } = await reading(context, taken.reading);
  tell({ what: 'accepted', reading: taken.reading, address: await accept(context, taken.reading, row.version) });
}
